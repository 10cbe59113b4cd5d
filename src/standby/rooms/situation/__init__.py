"""What everybody is told about the situation: public notices, dated, signed and never edited."""
