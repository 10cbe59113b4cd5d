"""People, not rows: lists, registrations, who is who, offers, licences, and where each person stands."""
