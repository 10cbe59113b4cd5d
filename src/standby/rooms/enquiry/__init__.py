"""The enquiry desk: a crowd, numbers, a screen that calls them, and paper for those who cannot wait."""
