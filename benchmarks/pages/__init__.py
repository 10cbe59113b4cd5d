"""How long the pages of the exercise take, and telling everyone."""
