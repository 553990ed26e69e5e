"""Printed pages as PDF: contents in, bytes out; no widget and no database."""
