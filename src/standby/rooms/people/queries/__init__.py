"""Reading people: one file a question."""
