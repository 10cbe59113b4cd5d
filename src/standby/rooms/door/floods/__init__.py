"""Floods: what keeps a few networks from filling the list, and locks out no village behind one address."""
