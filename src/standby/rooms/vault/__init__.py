"""Who may read what: a data key for every person, wrapped by master keys that live outside the database."""
