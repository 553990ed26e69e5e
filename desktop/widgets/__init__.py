"""Reusable widgets: they take plain data by method and tell wishes by signal."""
