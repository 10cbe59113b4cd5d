"""The journal: who did what to what, when, in a chain that shows every change."""
