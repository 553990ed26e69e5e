"""The second screen: the projected meeting and the wall display, always dark, read from afar."""
