"""What the help tells: the keys that work now, and the pages written for it."""
