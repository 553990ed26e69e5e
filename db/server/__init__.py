"""What only the shared PostgreSQL has: its connection, its rules, its search."""
