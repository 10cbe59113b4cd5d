"""What can be done at the door: one file a deed."""
