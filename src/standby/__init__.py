"""Standby: from a surge of offers to the right people, and an honest answer for everyone."""

__version__ = "0.1.0"
