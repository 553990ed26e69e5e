"""Why a server's certificate does not hold: the driver says only that it does not.

Asked after a refusal, by a handshake of our own that ends before anything else is sent.
"""

from __future__ import annotations

import socket
import ssl

from db.server.connection import hosts_of, server_url
from db.server.hosts import USUAL_PORT, with_port

_SSL_REQUEST = bytes((0, 0, 0, 8, 4, 210, 22, 47))
"""The first words of a client of PostgreSQL that wants encryption."""
_SECONDS = 3.0
_CODES = {9: "certificate_early", 10: "certificate_expired"}
"""OpenSSL's number of a fault → our code; every other one is a matter of who signed."""


def certificate_fault(address: str) -> str:
    """Return the code of what is wrong with the certificate of an address's server."""
    url = server_url(address)
    certificate = url.query.get("sslrootcert", "")
    for host in hosts_of(url):
        name, _, port = with_port(host, url.port or USUAL_PORT).rpartition(":")
        code = _fault(name.strip("[]"), int(port), str(certificate))
        if code:
            return code
    return "certificate_foreign"


def _fault(host: str, port: int, certificate: str) -> str:
    try:
        context = ssl.create_default_context(cafile=certificate)
        # The name was not what the driver complained of; it says that by itself.
        context.check_hostname = False
        with socket.create_connection((host, port), _SECONDS) as plain:
            plain.sendall(_SSL_REQUEST)
            if plain.recv(1) == b"S":
                context.wrap_socket(plain).close()
    except ssl.SSLCertVerificationError as error:
        return _CODES.get(error.verify_code, "certificate_foreign")
    except OSError:
        return ""  # It is away by now; what the driver said before stands.
    return ""
