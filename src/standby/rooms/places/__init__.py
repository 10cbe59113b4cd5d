"""Where help is needed and where it comes from: regions, sites, beds, reception, homes, seats, routes."""
