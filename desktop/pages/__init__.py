"""The screens: each connects widgets with commands and queries."""
