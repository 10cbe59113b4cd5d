"""Reading welfare: one file a noun."""
