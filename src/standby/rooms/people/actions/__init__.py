"""What can be done with people: one file a deed."""
