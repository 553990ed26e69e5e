"""A history run: many people give commands while server and network fail; a checker looks after."""
