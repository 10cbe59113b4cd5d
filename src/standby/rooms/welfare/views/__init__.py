"""The pages of welfare: one file a noun."""
