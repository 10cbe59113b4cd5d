"""What is asked about needs: one file a form."""
