"""The pages of needs: one file a noun."""
