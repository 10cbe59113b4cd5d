"""The JSON interface: the same rule and the same actions as the pages, for programs (docs/reference/api.md)."""
