"""Practice: a busy day on a street of its own, where nothing real can be touched."""
