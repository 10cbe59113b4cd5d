"""What needs a decision now."""
