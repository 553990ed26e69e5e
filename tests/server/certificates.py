"""An office's certificates for the tests: the right ones, and every wrong one."""

from __future__ import annotations

import ipaddress
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


class OfficeKeys:
    """A folder with an authority and its server's certificate; others are made on demand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())

    @property
    def authority(self) -> Path:
        """The certificate that the workstations have."""
        return self.folder / "ca.crt"

    def make(self) -> None:
        """Make the authority and the certificate of the server on this machine."""
        self.folder.mkdir()
        _write(self.authority, _signed("office", self._key, "office", self._key, is_ca=True))
        self.certificate("server")

    def certificate(self, name: str, host: str = "127.0.0.1", begins: int = -1) -> None:
        """Make a certificate for a host that holds for thirty days from a day on."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _signed(host, key, "office", self._key, host=host, begins=begins)
        _write(self.folder / f"{name}.crt", made)
        path = self.folder / f"{name}.key"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        path.chmod(0o600)
        # The user of the server reads it, as the folder's owner.
        owner = self.folder.stat()
        _give(path, owner.st_uid, owner.st_gid)

    def foreign_authority(self, path: Path) -> Path:
        """Write the certificate of an authority that signed nothing of this office."""
        key = ec.generate_private_key(ec.SECP256R1())
        _write(path, _signed("other", key, "other", key, is_ca=True))
        return path

    def settings(self, name: str = "server") -> dict[str, str]:
        """Return the settings by which a server shows a certificate."""
        return {
            "ssl": "on",
            "ssl_cert_file": str(self.folder / f"{name}.crt"),
            "ssl_key_file": str(self.folder / f"{name}.key"),
        }


def _signed(
    subject: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    by: ec.EllipticCurvePrivateKey,
    *,
    host: str = "",
    begins: int = -1,
    is_ca: bool = False,
) -> x509.Certificate:
    start = datetime.now(UTC) + begins * DAY
    made = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + 30 * DAY)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
    )
    if host:
        made = made.add_extension(x509.SubjectAlternativeName([_found_as(host)]), critical=False)
    return made.sign(by, hashes.SHA256())


def _found_as(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _write(path: Path, certificate: x509.Certificate) -> None:
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    path.chmod(0o644)


def _give(path: Path, user: int, group: int) -> None:
    if os.geteuid() == 0:
        os.chown(path, user, group)
