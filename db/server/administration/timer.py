"""The nightly backup: a service and a timer of systemd, or a line for cron where there is none."""

from __future__ import annotations

import pwd
import shlex
import subprocess
import sys
from pathlib import Path

import db
from db.errors import OpeningError
from db.server.administration.plan import Folder, Plan, written

NAME = "command-room-backup"
UNITS = Path("/etc/systemd/system")
PROGRAM = Path(db.__file__).resolve().parents[1]
"""The folder from which this program runs."""

_RUNNING = Path("/run/systemd/system")
_HOUR, _MINUTE = 2, 15


def has_systemd() -> bool:
    """Tell whether systemd runs this machine."""
    return _RUNNING.is_dir()


def service(plan: Plan, folder: Folder) -> str:
    """Return the unit that makes one backup."""
    user = pwd.getpwuid(plan.reach.keeper.st_uid).pw_name
    command = " ".join(f'"{word}"' for word in words(folder))
    return f"""[Unit]
Description=Command Room: one verified backup of the office's record
After=postgresql.service

[Service]
Type=oneshot
User={user}
WorkingDirectory={PROGRAM}
ExecStart={command}
Environment=LC_ALL=C.UTF-8 PYTHONUTF8=1
UMask=0077
NoNewPrivileges=yes
Nice=10
IOSchedulingClass=idle
"""


def clock() -> str:
    """Return the unit that starts the backup every night, or after a night that was missed."""
    return f"""[Unit]
Description=Command Room: a backup every night

[Timer]
OnCalendar=*-*-* {_HOUR:02}:{_MINUTE:02}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def words(folder: Folder) -> list[str]:
    """Return the call that makes one backup."""
    return [sys.executable, "-m", "desktop", "server", "backup", "--folder", str(folder.path)]


def cron_line(folder: Folder) -> str:
    """Return the line for the cron table of the server's user."""
    call = f"cd {shlex.quote(str(PROGRAM))} && {shlex.join(words(folder))}"
    return f"{_MINUTE} {_HOUR} * * * {call}"


def install(plan: Plan, folder: Folder) -> bool:
    """Write both units and start the timer; tell whether something was changed."""
    changed = False
    for ending, text in (("service", service(plan, folder)), ("timer", clock())):
        path = UNITS / f"{NAME}.{ending}"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            written(path, text.encode(), 0o644)
            changed = True
    if changed:
        _systemctl("daemon-reload")
    if not is_enabled():
        _systemctl("enable", "--now", f"{NAME}.timer")
        changed = True
    return changed


def is_enabled() -> bool:
    """Tell whether the timer runs."""
    asked = subprocess.run(
        ["systemctl", "is-active", "--quiet", f"{NAME}.timer"],
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return asked.returncode == 0


def _systemctl(*told: str) -> None:
    done = subprocess.run(
        ["systemctl", *told],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise OpeningError(
            "server_program_failed", program="systemctl", detail=done.stderr.strip()[-500:]
        )
