"""The pages of places: one file a noun."""
