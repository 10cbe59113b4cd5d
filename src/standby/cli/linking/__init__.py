"""The files of `standby link`: lists in, people, pairs and a report out."""
