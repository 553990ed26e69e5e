"""Rules in plain Python: no database, no Qt, no sentence for a user."""
