"""Models behind the tables: rows are fetched when they are looked at."""
