"""What is done in welfare: one file a noun."""
