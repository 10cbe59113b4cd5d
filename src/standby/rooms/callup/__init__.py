"""Plans, announcements, calls and their answers."""
