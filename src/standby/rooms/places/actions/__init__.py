"""What can be done with places: one file a deed."""
