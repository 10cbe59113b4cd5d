"""What `standby lint` checks, each check with a clear name."""
