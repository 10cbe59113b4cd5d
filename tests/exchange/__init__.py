"""The exchange engine: messy tables in, safe tables out."""
