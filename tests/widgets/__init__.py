"""Widgets are clicked, typed into and read as a person would."""
