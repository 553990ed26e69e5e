"""The office's own certificate authority and the certificate of its server.

Made and read by ``cryptography``: it is installed with the program anyway, says the same on the old
OpenSSL of Kylin and UOS, and lets a private key pass through no shell and no temporary file.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from db.engine import ZONE
from db.server.administration.plan import is_address

AUTHORITY_YEARS = 20
SERVER_YEARS = 5
RENEW_BEFORE = timedelta(days=60)
"""How long before its end a certificate is made anew, and its end told."""

_YEAR = timedelta(days=365)
_BEFORE = timedelta(days=1)
"""A workstation's clock may be behind."""


@dataclass(frozen=True)
class Certificate:
    """A certificate with its private key, both as PEM."""

    key: bytes
    certificate: bytes


def make_authority(office: str, now: datetime) -> Certificate:
    """Make an authority that may sign for servers and for nobody who signs in turn."""
    key = ec.generate_private_key(ec.SECP256R1())
    title = _title(f"Command Room authority of {office}")
    made = (
        x509.CertificateBuilder()
        .subject_name(title)
        .issuer_name(title)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + AUTHORITY_YEARS * _YEAR)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return _as_pem(key, made)


def make_for_server(authority: Certificate, hosts: Sequence[str], now: datetime) -> Certificate:
    """Make the certificate of a server that is found under these names and addresses."""
    signer = x509.load_pem_x509_certificate(authority.certificate)
    signing = serialization.load_pem_private_key(authority.key, password=None)
    assert isinstance(signing, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    made = (
        x509.CertificateBuilder()
        .subject_name(_title(hosts[0]))
        .issuer_name(signer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(min(now + SERVER_YEARS * _YEAR, signer.not_valid_after_utc))
        .add_extension(x509.SubjectAlternativeName([_found_as(host) for host in hosts]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), False
        )
        .sign(signing, hashes.SHA256())
    )
    return _as_pem(key, made)


def names_of(certificate: bytes) -> tuple[str, ...]:
    """Return the names and addresses for which a certificate stands."""
    read = x509.load_pem_x509_certificate(certificate)
    try:
        found = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = found.get_values_for_type(x509.DNSName)
    return (*names, *map(str, found.get_values_for_type(x509.IPAddress)))


def end_of(certificate: bytes) -> datetime:
    """Return until when a certificate holds, in UTC."""
    return x509.load_pem_x509_certificate(certificate).not_valid_after_utc


def is_signed_by(certificate: bytes, authority: bytes) -> bool:
    """Tell whether an authority made a certificate."""
    try:
        x509.load_pem_x509_certificate(certificate).verify_directly_issued_by(
            x509.load_pem_x509_certificate(authority)
        )
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def belongs(found: Certificate) -> bool:
    """Tell whether a private key is that of its certificate."""
    key = serialization.load_pem_private_key(found.key, password=None)
    public = x509.load_pem_x509_certificate(found.certificate).public_key()
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return key.public_key().public_bytes(*form) == public.public_bytes(*form)


def utc(now: datetime) -> datetime:
    """Return the street's wall-clock time as certificates count it."""
    return now.replace(tzinfo=ZONE).astimezone(UTC)


def _title(text: str) -> x509.Name:
    # A common name has 64 characters at most.
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text[:64])])


def _found_as(host: str) -> x509.GeneralName:
    if is_address(host):
        return x509.IPAddress(ipaddress.ip_address(host))
    return x509.DNSName(host)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _as_pem(key: ec.EllipticCurvePrivateKey, made: x509.Certificate) -> Certificate:
    return Certificate(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        made.public_bytes(serialization.Encoding.PEM),
    )
