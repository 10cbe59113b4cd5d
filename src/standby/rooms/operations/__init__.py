"""The operation, its lead organisation, its policy, and the keys that make a form safe to send twice."""
