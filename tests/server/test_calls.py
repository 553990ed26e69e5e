"""The same calls on a file and on a server: the same rows, verdicts, figures and found cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run
from tests.cli.conftest import REAL_EXPORT
from tests.server.cluster import Cluster

# After today: a practice street's time goes on from its founding, which the clock tells.
STORY = (
    {"do": "RegisterCase", "as": "director", "at": "2036-11-17T09:00", "name": "x",
     "source": "12345转办", "title": "邻居夜间装修", "content": "永上社区中心街29号夜间装修扰民。",
     "item": "MD02", "community": "永上居委会", "reporter_phone": "13805770001"},
    {"do": "AcceptCase", "as": "director", "at": "2036-11-17T09:10", "case": "@x"},
    {"do": "AssignCase", "as": "director", "at": "2036-11-17T09:20", "case": "@x",
     "lead": "司法所"},
    {"do": "SignForCase", "as": "director", "at": "2036-11-17T09:30", "case": "@x"},
)  # fmt: skip
ASKED: tuple[tuple[str, ...], ...] = (
    ("cases", "--limit", "50"),
    *(("cases", "--limit", "50", "--search", words) for words in (
        "噪声", "楼", "消防通道", "白蚁", "36", "138", "lljf", "永上 装修", "YZW202603",
        "1117-0001",
    )),
    *(("indicators", "--from", "2026-01-01", "--to", "2026-11-30", "--by", by) for by in (
        "platform", "station", "community", "item", "month", "week",
    )),
    ("indicators", "--from", "2026-03-01", "--to", "2026-03-31", "--basis", "closed",
     "--by", "grid"),
    ("verify",),
)  # fmt: skip
MADE_HERE = ("id", "key", "file", "database", "report", "seconds")
"""What may differ: ids of this making, places and times."""


@pytest.fixture
def addresses(cluster: Cluster, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return an address of nothing yet, of either engine."""
    cluster.run("CREATE DATABASE calls")
    yield {"file": str(tmp_path / "street.db"), "server": cluster.url("calls")}
    cluster.run("DROP DATABASE calls WITH (FORCE)")


def test_the_same_calls_get_the_same_answers(
    addresses: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    story = tmp_path / "story.jsonl"
    story.write_text("\n".join(map(json.dumps, STORY)), encoding="utf-8")
    said: dict[str, list[Any]] = {}

    def call(engine: str, *words: str) -> Any:
        capsys.readouterr()
        code = run([*words, "--json", "--database", addresses[engine]])
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        return code, [_without(line) for line in lines]

    for engine in addresses:
        made = call(engine, "init", "--street", "永中街道", "--grids", "60", "--practice")
        assert made[0] == 0
        story_told = call(engine, "run", str(story), "--keep-going")
        imported = call(engine, "import", str(REAL_EXPORT))
        said[engine] = [story_told, imported, *(call(engine, *words) for words in ASKED)]
    for words, mine, theirs in zip(
        (("run",), ("import",), *ASKED), said["file"], said["server"], strict=True
    ):
        assert mine == theirs, words
    assert said["server"][-1][0] == 0
    assert sum(len(lines) for _, lines in said["server"]) > 0


def _without(value: Any) -> Any:
    """Leave out what is of this making."""
    if isinstance(value, dict):
        return {
            name: _without(one)
            for name, one in value.items()
            if name not in MADE_HERE and not name.endswith("_id")
        }
    if isinstance(value, list):
        return [_without(one) for one in value]
    return value
