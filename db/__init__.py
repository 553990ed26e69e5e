"""The record of the command room: commands change it, queries read it."""
