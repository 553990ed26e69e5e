"""Spreadsheets in and out: the platform's exports read, any list written. Pure Python."""
