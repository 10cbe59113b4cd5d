"""What is asked about places: one file a form."""
