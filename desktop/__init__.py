"""The window and the command line of the street command room."""
