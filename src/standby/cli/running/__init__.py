"""Keeping an installation running: its folders, its PostgreSQL, its processes and who watches them."""
