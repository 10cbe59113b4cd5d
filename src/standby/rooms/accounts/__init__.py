"""Who works here, in which duty, and what two of them decided together."""
