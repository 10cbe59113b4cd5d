"""The public pages on a slow telephone, as Lighthouse sees them."""
