"""The way in: lists that are imported, and the page on which everyone sees where they stand."""
