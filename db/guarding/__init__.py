"""What the database refuses by itself: one source, told to each engine in its own words."""
