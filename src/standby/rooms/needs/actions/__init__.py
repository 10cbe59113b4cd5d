"""What can be done with needs: one file a deed."""
