"""How many to call so that enough come: what the operation's own answers teach, and what follows for every need."""
