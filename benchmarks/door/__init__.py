"""The door under a surge: sign-ups a second, and the record to survive."""
