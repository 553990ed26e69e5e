"""The names by which servers are found: which are this machine, and which port follows them."""

from __future__ import annotations

import ipaddress

USUAL_PORT = 5432


def is_own_machine(host: str) -> bool:
    """Tell whether a host is this machine: a socket in a folder, or the loop."""
    name = without_port(host)
    if name in ("", "localhost") or name.startswith(("/", "@")):
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def with_port(host: str, port: int = USUAL_PORT) -> str:
    """Return a host with its port, or with this one where it names none."""
    return host if without_port(host) != host or host.startswith("/") else f"{host}:{port}"


def without_port(host: str) -> str:
    """Return a host without its port."""
    if host.startswith(("/", "@")):
        return host
    name, colon, port = host.rpartition(":")
    # An address of version 6 has colons of its own, and brackets where a port follows.
    return name if colon and port.isdigit() and (name.endswith("]") or ":" not in name) else host
