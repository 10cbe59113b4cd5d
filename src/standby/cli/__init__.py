"""The `standby` command: one module a sub-command, each with `main(argv) -> int`."""
