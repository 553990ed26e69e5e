"""Who may reach the record over the network: a marked block at the top of ``pg_hba.conf``.

PostgreSQL takes the first line that fits, so what stands above the block could open what it closes.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.errors import OpeningError
from db.server.administration.plan import Plan, written
from db.server.administration.reach import Raw, rows, told
from db.server.people import GROUP

BEGIN = '# >>> command-room: made by "command-room server init", which writes these lines anew'
END = "# <<< command-room"
WIDEST = {4: 8, 6: 16}
"""Bits that a network must have at least; with fewer it is no office's."""

_SUPERUSERS = "SELECT rolname FROM pg_roles WHERE rolsuper ORDER BY rolname"
_ALL_RULES = (
    "SELECT line_number, type, database, user_name, address, netmask, auth_method, error"
    " FROM pg_hba_file_rules ORDER BY line_number"
)


def block(plan: Plan, superusers: list[str]) -> str:
    """Return the lines: people by TLS and password from the office's networks, nobody else."""
    names = ",".join(f'"{one}"' for one in superusers)
    group = f"+{GROUP}"
    lines = [
        BEGIN,
        # The superuser is reached on the machine itself only.
        _line("host", "all", names, "all", "reject"),
        *(
            _line("hostssl", plan.database, group, network, "scram-sha-256")
            for network in plan.networks
        ),
        # People reach no other database, and nobody else reaches theirs.
        _line("host", "all", group, "all", "reject"),
        _line("local", "all", group, "", "reject"),
        _line("host", plan.database, "all", "all", "reject"),
        END,
    ]
    return "".join(f"{line}\n" for line in lines)


def write_lines(connection: Raw, plan: Plan) -> bool:
    """Put the block at the top of the file; tell whether it was changed.

    The file as it was is kept beside it. A file that PostgreSQL cannot read is put back.

    :raises OpeningError: ``server_lines_refused``.
    """
    path = Path(told(connection, "SHOW hba_file"))
    wanted = block(plan, [name for (name,) in rows(connection, _SUPERUSERS)])
    with plan.reach.as_keeper():
        before = path.read_text(encoding="utf-8")
        after = wanted + "".join(_others(before))
        if after == before:
            return False
        mode = path.stat().st_mode & 0o777
        kept = path.with_name(f"{path.name}.before-command-room")
        if not kept.exists():
            shutil.copy2(path, kept)
        written(path, after.encode(), mode)
        faults = [row for row in rows(connection, _ALL_RULES) if row[7]]
        if faults:
            written(path, before.encode(), mode)
            raise OpeningError("server_lines_refused", path=str(path), detail=faults[0][7])
    connection.execute("SELECT pg_reload_conf()")
    return True


@dataclass(frozen=True)
class Opening:
    """What is wrong with who may reach the record: a code and the facts of its sentence."""

    code: str
    line: int = 0
    detail: str = ""


def openings(connection: Raw, plan: Plan) -> Iterator[Opening]:
    """Yield what lets in more or fewer than it should."""
    path = Path(told(connection, "SHOW hba_file"))
    with plan.reach.as_keeper():
        text = path.read_text(encoding="utf-8") if os.path.exists(path) else ""
    wanted = block(plan, [name for (name,) in rows(connection, _SUPERUSERS)])
    begin, end = text.find(BEGIN), text.find(END)
    if begin < 0 or text[begin : end + len(END) + 1] != wanted:
        yield Opening("server_lines_differ", detail=str(path))
    first = text[:begin].count("\n") + 1 if begin >= 0 else 0
    last = text[:end].count("\n") + 1 if begin >= 0 else 0
    for line, kind, databases, users, address, mask, method, error in rows(connection, _ALL_RULES):
        if error:
            yield Opening("server_line_unreadable", line, str(error))
        elif kind != "local" and method in ("trust", "password", "md5"):
            yield Opening("server_line_weak", line, method)
        elif method != "reject" and (line or 0) < first and _touches(plan, databases, users):
            yield Opening("server_line_before", line, method)
        elif first <= (line or 0) <= last and kind == "hostssl" and _is_wide(address, mask):
            yield Opening("server_network_wide", line, f"{address}/{_bits(mask)}")


def _touches(plan: Plan, databases: list[str] | None, users: list[str] | None) -> bool:
    """Tell whether a line of others lets somebody into the record, or people anywhere."""
    into_record = {plan.database, "all", "sameuser", "samerole", "samegroup"} & set(databases or ())
    of_people = any(user == f"+{GROUP}" or user.startswith("cr_") for user in users or ())
    return of_people or (bool(into_record) and users != ["postgres"])


def _is_wide(address: str | None, mask: str | None) -> bool:
    if address == "all" or not address or not mask:
        return address == "all"
    return _bits(mask) < WIDEST[ipaddress.ip_address(address).version]


def _bits(mask: str | None) -> int:
    """Return how many bits a mask sets."""
    return bin(int(ipaddress.ip_address(mask))).count("1") if mask else 0


def _others(text: str) -> Iterator[str]:
    """Yield the lines that are not ours."""
    inside = False
    for line in text.splitlines(keepends=True):
        if line.startswith("# >>> command-room"):
            inside = True
        if not inside:
            yield line
        if line.startswith(END):
            inside = False


def _line(kind: str, database: str, users: str, address: str, method: str) -> str:
    return f"{kind:<9} {database:<14} {users:<14} {address:<18} {method}"
