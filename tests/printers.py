"""The outside edge of printing: an ``lp`` that keeps what it is given instead of a printer."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

_LP = """#!{python}
import json, pathlib, sys
here = pathlib.Path({folder!r})
if (here / "refuse").exists():
    sys.exit((here / "refuse").read_text())
nth = len(list(here.glob("*.json"))) + 1
(here / f"{{nth}}.pdf").write_bytes(sys.stdin.buffer.read())
(here / f"{{nth}}.json").write_text(json.dumps(sys.argv[1:]))
print(f"request id is queue-{{nth}} (1 file(s))")
"""
_LPSTAT = """#!/bin/sh
case "$1" in
-e) printf '%b' '{names}' ;;
-d) echo 'system default destination: {usual}' ;;
esac
"""


@dataclass(frozen=True)
class Job:
    """One job: the words of the command and the file."""

    words: list[str]
    data: bytes

    def after(self, option: str) -> str:
        """Return the value of an option, nothing when it was not given."""
        return self.words[self.words.index(option) + 1] if option in self.words else ""


@dataclass(frozen=True)
class Queue:
    """The folder in which the jobs lie."""

    folder: Path

    def jobs(self) -> list[Job]:
        """Return the jobs in their order."""
        count = len(list(self.folder.glob("*.json")))
        return [
            Job(
                json.loads((self.folder / f"{nth}.json").read_text()),
                (self.folder / f"{nth}.pdf").read_bytes(),
            )
            for nth in range(1, count + 1)
        ]

    def refuse(self, words: str) -> None:
        """Take no job from now on."""
        (self.folder / "refuse").write_text(words)

    def take_again(self) -> None:
        """Take jobs again."""
        (self.folder / "refuse").unlink()


def queue_on(monkeypatch: pytest.MonkeyPatch, folder: Path, *names: str) -> Queue:
    """Put a queue on the path, the first name the usual one."""
    kept, programs = folder / "queue", folder / "programs"
    kept.mkdir(parents=True)
    programs.mkdir(exist_ok=True)
    written = {
        "lp": _LP.format(python=sys.executable, folder=str(kept)),
        "lpstat": _LPSTAT.format(
            names="".join(f"{name}\\n" for name in names), usual=names[0] if names else ""
        ),
    }
    for name, words in written.items():
        (programs / name).write_text(words, encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return Queue(kept)


def no_queue(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Put a CUPS without any queue on the path."""
    queue_on(monkeypatch, folder / "none")
