"""The demo street: invented people, half a year of work, made by commands only."""
