"""Bringing the exercise into an installation, through the very doors and actions that a user's own files go through."""
