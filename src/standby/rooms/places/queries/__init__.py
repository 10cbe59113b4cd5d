"""Reading places: one file a question."""
