"""Short questions to the person, one a file."""
