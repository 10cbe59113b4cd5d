"""People on duty: their shifts, their hours, their rest."""
