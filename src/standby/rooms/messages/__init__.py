"""The outbox: what is to be told to whom, by which channel, and what became of it."""
