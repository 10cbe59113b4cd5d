"""Reading the enquiry desk."""
