"""The pages of the desk about people: one file a question."""
