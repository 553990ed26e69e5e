"""What only the embedded database has: its file, its functions, its triggers, its search."""
