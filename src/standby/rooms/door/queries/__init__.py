"""What the pages of the door read."""
