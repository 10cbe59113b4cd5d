"""How Standby looks and speaks on a page: marks, dates, numbers, forms, tables and charts. It stores nothing."""
