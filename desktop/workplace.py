"""Where this workstation finds the record: its own file, or the office's server.

Remembered for the machine's user in one small file; no password is ever in it.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from db.server.hosts import USUAL_PORT, is_own_machine, with_port, without_port
from desktop import paths

USUAL_DATABASE = "command_room"

_NAME = "workplace.json"
_CERTIFICATE = "office-ca.crt"
_OF_THE_SERVER_ITSELF = Path("/var/lib/command-room/workstations/ca.crt")
"""Where ``server init`` puts the certificate for the workstations."""
_PERSON = "cr_"
"""How the login role of a person begins."""
_BETWEEN = re.compile(r"[\s,，、;；]+")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class ServerPlace:
    """An office's server as a workstation knows it; several hosts where it has standbys."""

    hosts: tuple[str, ...] = ()
    port: int = USUAL_PORT
    database: str = USUAL_DATABASE
    certificate: str = ""
    """The file of the authority that signed the server's certificate; empty: the usual place."""

    def address(self, login: str) -> str:
        """Return the address by which a person signs on.

        Of several hosts the one is taken that accepts changes: the others are its standbys.
        """
        query = [("host", with_port(host, self.port)) for host in self.hosts]
        if len(self.hosts) > 1:
            query.append(("target_session_attrs", "read-write"))
        certificate = self.certificate
        if not certificate and not all(map(is_own_machine, self.hosts)):
            certificate = usual_certificate()
        if certificate:
            query += [("sslmode", "verify-full"), ("sslrootcert", certificate)]
        who = quote(f"{_PERSON}{login}", safe="")
        return f"postgresql://{who}@/{quote(self.database, safe='')}?{urlencode(query)}"

    def label(self) -> str:
        """Return where it is, in one line."""
        return f"{'、'.join(self.hosts)} · {self.database}"

    def identity(self, login: str) -> str:
        """Return the name under which the key store keeps a person's password for it."""
        return f"{login}@{','.join(self.hosts)}/{self.database}"

    def lacks_certificate(self) -> bool:
        """Tell whether the server is elsewhere and nothing is there to prove it by."""
        if self.certificate:
            return not Path(self.certificate).is_file()
        return not all(map(is_own_machine, self.hosts)) and not usual_certificate()


@dataclass(frozen=True)
class Workplace:
    """What is remembered: the server, whether it is used, and who signed on last."""

    server: ServerPlace = ServerPlace()
    on_server: bool = False
    login: str = ""


def hosts_of(words: str) -> tuple[str, ...]:
    """Return the hosts that somebody typed, with commas or blanks of any kind between them."""
    return tuple(host for host in _BETWEEN.split(words.strip()) if host)


def workplace_of(address: str) -> Workplace | None:
    """Return the server of an address at which a person signs on; None for any other address.

    An address with another role's name is opened as it is: the tests' and the demo's.
    """
    parts = urlsplit(address)
    who, _, netloc = parts.netloc.rpartition("@")
    login = unquote(who.split(":")[0])
    if parts.scheme not in ("postgresql", "postgres") or (login and login[:3] != _PERSON):
        return None
    told = parse_qs(parts.query)
    named = [host for host in netloc.split(",") if host]
    hosts = [*named, *(one for host in told.get("host", ()) for one in host.split(","))]
    certificate = told.get("sslrootcert", [""])[0]
    database = unquote(parts.path.lstrip("/")) or USUAL_DATABASE
    ports = {host.removeprefix(without_port(host)).lstrip(":") for host in hosts}
    port = USUAL_PORT
    if len(ports) == 1 and ports != {""}:
        port = int(ports.pop())
        hosts = list(map(without_port, hosts))
    place = ServerPlace(tuple(hosts or ["localhost"]), port, database, certificate)
    return Workplace(place, True, login.removeprefix(_PERSON))


def file_of(address: str) -> str:
    """Return the file of this machine that is worked on where nobody signs on to a server."""
    return address if workplace_of(address) is None else paths.database_of(None)


def address_at_start() -> str:
    """Return where the window begins when no address is given."""
    known = remembered()
    return known.server.address(known.login) if known.on_server else paths.database_of(None)


def remembered() -> Workplace:
    """Return what this workstation knows; the file of its own where nothing was chosen."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
        server = kept["server"]
        place = ServerPlace(
            tuple(map(str, server["hosts"])),
            int(server["port"]),
            str(server["database"]),
            str(server["certificate"]),
        )
        return Workplace(place, bool(kept["on_server"]), str(kept["login"]))
    except FileNotFoundError:
        return Workplace()
    except (OSError, ValueError, KeyError, TypeError) as error:
        # The address is asked for again; nothing else hangs on it.
        _LOG.warning("the workplace could not be read: %s", type(error).__name__)
        return Workplace()


def remember(workplace: Workplace) -> None:
    """Keep it for the next start, with a copy of a certificate that may lie on a stick."""
    place = workplace.server
    if place.certificate:
        workplace = replace(workplace, server=replace(place, certificate=_kept(place.certificate)))
    path = _path()
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = json.dumps(asdict(workplace), ensure_ascii=False, indent=1)
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        _LOG.warning("the workplace could not be kept: %s", error)


def work_on_file() -> None:
    """Begin with the file of this machine from now on; the server's address stays known."""
    known = remembered()
    if known.on_server:
        remember(replace(known, on_server=False))


def usual_certificate() -> str:
    """Return the authority's certificate in its usual places; empty where there is none."""
    for path in (paths.config_folder() / _CERTIFICATE, _OF_THE_SERVER_ITSELF):
        if path.is_file():
            return str(path)
    return ""


def _kept(certificate: str) -> str:
    """Copy a certificate into the person's own folder; return where it lies from now on."""
    source, own = Path(certificate), paths.config_folder() / _CERTIFICATE
    if source in (own, _OF_THE_SERVER_ITSELF):
        return certificate
    try:
        own.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(source, own)
    except OSError as error:
        _LOG.warning("the certificate could not be copied: %s", error)
        return certificate
    return str(own)


def _path() -> Path:
    return paths.config_folder() / _NAME
