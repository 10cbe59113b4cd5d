"""Reading needs: one file a question."""
