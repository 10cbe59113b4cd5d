"""The sign-up at /join/: a few pages, each kept as it is sent, and one answer at the end."""
