"""What a new street starts with: the 61 items and the villages of the district."""
