"""What is done at the enquiry desk: one file a noun."""
