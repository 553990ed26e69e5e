"""What stands at the place of a server and says no: with a wrong certificate, or without any."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOOP = "127.0.0.1"
_SSL_REQUEST_BYTES = 8


@contextmanager
def answering(certificate: Path | None, key: Path | None = None) -> Iterator[int]:
    """Answer the first words of every client, and shake hands with a certificate; yield the port.

    Without a certificate it says, as PostgreSQL does, that it knows no encryption.
    """
    with socket.create_server((LOOP, 0)) as listening:
        thread = threading.Thread(target=_serve, args=(listening, certificate, key), daemon=True)
        thread.start()
        yield int(listening.getsockname()[1])
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve(listening: socket.socket, certificate: Path | None, key: Path | None) -> None:
    while True:
        try:
            client, _ = listening.accept()
        except OSError:
            return  # the test is over
        with client:
            client.settimeout(5)
            _answer(client, certificate, key)


def _answer(client: socket.socket, certificate: Path | None, key: Path | None) -> None:
    client.recv(_SSL_REQUEST_BYTES)
    if certificate is None:
        client.sendall(b"N")
        return
    client.sendall(b"S")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    try:
        context.wrap_socket(client, server_side=True).close()
    except OSError:
        return  # the client did not like it, which is the point
