"""Reading plans, announcements and calls: one file a question."""
