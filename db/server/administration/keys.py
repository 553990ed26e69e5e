"""Keep the authority and the server's certificate, and make anew what has run its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from db.errors import OpeningError
from db.server.administration.certificates import (
    RENEW_BEFORE,
    Certificate,
    belongs,
    end_of,
    is_signed_by,
    make_authority,
    make_for_server,
    names_of,
    utc,
)
from db.server.administration.plan import Folder, Plan, written

AUTHORITY = "authority"
SERVER = "server"


@dataclass(frozen=True)
class Fault:
    """What is wrong with the certificates: a code and what its sentence tells."""

    code: str
    detail: str = ""
    until: datetime | None = None


def keep_keys(folder: Folder, plan: Plan, now: datetime) -> tuple[str, ...]:
    """Make what is missing or running out; return what was made: ``authority``, ``server``."""
    made = []
    with plan.reach.as_keeper():
        authority = _read(folder, AUTHORITY)
        if authority is None:
            authority = make_authority(plan.hosts[0], utc(now))
            _write(folder, AUTHORITY, authority)
            made.append(AUTHORITY)
        if _is_worn(_read(folder, SERVER), authority, plan, now):
            _write(folder, SERVER, make_for_server(authority, plan.hosts, utc(now)))
            made.append(SERVER)
        carried = folder.for_workstations
        if not carried.is_file() or carried.read_bytes() != authority.certificate:
            written(carried, authority.certificate, 0o644)
    return tuple(made)


def faults(folder: Folder, plan: Plan, now: datetime) -> Iterator[Fault]:
    """Yield what is wrong with the certificates."""
    with plan.reach.as_keeper():
        authority, server = _read(folder, AUTHORITY), _read(folder, SERVER)
        carried = folder.for_workstations
        is_carried = (
            authority is not None
            and carried.is_file()
            and carried.read_bytes() == authority.certificate
        )
    if authority is None or server is None:
        yield Fault("server_certificate_missing", str(folder.keys))
        return
    if not is_carried:
        yield Fault("server_certificate_carried", str(carried))
    if not belongs(server) or not is_signed_by(server.certificate, authority.certificate):
        yield Fault("server_certificate_foreign", str(folder.keys))
    missing = sorted(set(plan.hosts) - set(names_of(server.certificate)))
    if missing:
        yield Fault("server_certificate_name", ", ".join(missing))
    for kept in (server, authority):
        until = end_of(kept.certificate)
        if until - utc(now) < RENEW_BEFORE:
            yield Fault("server_certificate_ends", until=until.replace(tzinfo=None))


def _is_worn(server: Certificate | None, authority: Certificate, plan: Plan, now: datetime) -> bool:
    return (
        server is None
        or set(names_of(server.certificate)) != set(plan.hosts)
        or end_of(server.certificate) - utc(now) < RENEW_BEFORE
        or not belongs(server)
        or not is_signed_by(server.certificate, authority.certificate)
    )


def _read(folder: Folder, what: str) -> Certificate | None:
    key, certificate = folder.keys / f"{what}.key", folder.keys / f"{what}.crt"
    if not key.exists() and not certificate.exists():
        return None
    try:
        return Certificate(key.read_bytes(), certificate.read_bytes())
    except OSError as error:
        raise OpeningError("server_folder", path=str(folder.keys), detail=str(error)) from error


def _write(folder: Folder, what: str, made: Certificate) -> None:
    written(folder.keys / f"{what}.key", made.key, 0o600)
    written(folder.keys / f"{what}.crt", made.certificate, 0o644)
