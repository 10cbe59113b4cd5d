"""The site: settings, addresses, and what stands around every page."""
