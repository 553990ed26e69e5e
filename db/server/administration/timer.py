"""What the server does by itself: a backup every night, and counting wrong passwords every minute.

A service and a timer of systemd for each, or a line for cron where there is none.
"""

from __future__ import annotations

import pwd
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import db
from db.errors import OpeningError
from db.server.administration.plan import Folder, Plan, written

UNITS = Path("/etc/systemd/system")
PROGRAM = Path(db.__file__).resolve().parents[1]
"""The folder from which this program runs."""

_RUNNING = Path("/run/systemd/system")


@dataclass(frozen=True)
class Job:
    """A call that is made again and again."""

    call: str
    """The word behind ``server``; the units are named by it."""
    what: str
    calendar: str
    """When, as systemd is told it."""
    cron: str
    is_made_up: bool
    """Whether one that was missed is made up for."""
    manner: str = ""
    """More lines of the service."""

    @property
    def name(self) -> str:
        """The name of both units."""
        return f"command-room-{self.call}"


BACKUP = Job(
    "backup",
    "one verified backup of the office's record",
    "*-*-* 02:15:00",
    "15 2 * * *",
    is_made_up=True,
    manner="Nice=10\nIOSchedulingClass=idle\n",
)
WATCH = Job(
    "watch",
    "count wrong passwords, whoever has a window open",
    "*-*-* *:*:00",
    "* * * * *",
    is_made_up=False,
    # That it ran is no news sixty times an hour; that it failed is.
    manner="LogLevelMax=notice\n",
)
JOBS = (BACKUP, WATCH)


def has_systemd() -> bool:
    """Tell whether systemd runs this machine."""
    return _RUNNING.is_dir()


def service(job: Job, plan: Plan, folder: Folder) -> str:
    """Return the unit that does a job once."""
    user = pwd.getpwuid(plan.reach.keeper.st_uid).pw_name
    command = " ".join(f'"{word}"' for word in words(job, folder))
    return f"""[Unit]
Description=Command Room: {job.what}
After=postgresql.service

[Service]
Type=oneshot
User={user}
WorkingDirectory={PROGRAM}
ExecStart={command}
Environment=LC_ALL=C.UTF-8 PYTHONUTF8=1
UMask=0077
NoNewPrivileges=yes
{job.manner}"""


def clock(job: Job) -> str:
    """Return the unit that starts a job whenever it is time."""
    persistent = "Persistent=true\n" if job.is_made_up else "AccuracySec=5s\n"
    return f"""[Unit]
Description=Command Room: {job.what}

[Timer]
OnCalendar={job.calendar}
{persistent}
[Install]
WantedBy=timers.target
"""


def words(job: Job, folder: Folder) -> list[str]:
    """Return the call that does a job once."""
    return [sys.executable, "-m", "desktop", "server", job.call, "--folder", str(folder.path)]


def cron_line(job: Job, folder: Folder) -> str:
    """Return the line for the cron table of the server's user."""
    call = f"cd {shlex.quote(str(PROGRAM))} && {shlex.join(words(job, folder))}"
    # What a job that ran well says is mailed to nobody.
    return f"{job.cron} {call} >/dev/null"


def install(plan: Plan, folder: Folder) -> bool:
    """Write all units and start the timers; tell whether something was changed."""
    changed = False
    for job in JOBS:
        for ending, text in (("service", service(job, plan, folder)), ("timer", clock(job))):
            path = UNITS / f"{job.name}.{ending}"
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                written(path, text.encode(), 0o644)
                changed = True
    if changed:
        _systemctl("daemon-reload")
    for job in JOBS:
        if not is_enabled(job):
            _systemctl("enable", "--now", f"{job.name}.timer")
            changed = True
    return changed


def is_enabled(job: Job) -> bool:
    """Tell whether the timer of a job runs."""
    asked = subprocess.run(
        ["systemctl", "is-active", "--quiet", f"{job.name}.timer"],
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
