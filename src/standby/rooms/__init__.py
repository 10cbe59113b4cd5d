"""The rooms: thin Django applications, one for each desk in the building, in one order from top to bottom."""
