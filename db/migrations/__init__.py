"""Changes of the tables, one revision each, run by Alembic without a configuration file."""
