"""What the administrator of an office's server does: set it up, look after it, back it up.

Run on the server itself, by root or by the user of PostgreSQL; nothing of it goes over the network.
"""
