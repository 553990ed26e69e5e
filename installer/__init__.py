"""Set up a checkout, start the program, run the tests. Standard library only."""
