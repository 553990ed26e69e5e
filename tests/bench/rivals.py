"""The rivals in the making of papers: each a process that makes one paper when it is told to."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

ENGINES = ("typst", "weasyprint", "fpdf2", "reportlab-paragraph")
_MAKER = Path(__file__).with_name("rival_maker.py")


class Rival:
    """One engine that is here; its process is warm when this is made."""

    def __init__(self, name: str, process: subprocess.Popen[str], version: str) -> None:
        self.name = f"{name} {version}"
        self._process = process

    def milliseconds(self) -> float:
        """Make one paper and return how long it took, as its own process says."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write("make\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        """End its process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def rivals_here(lines: Sequence[str], font: Path) -> list[Rival]:
    """Return the rivals that are installed; the others are told to be not here."""
    python = os.environ.get("COMMAND_ROOM_RIVALS", "")
    found: list[Rival] = []
    for engine in ENGINES if python else ():
        process = subprocess.Popen(
            [python, str(_MAKER), engine, str(font)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(list(lines)) + "\n")
        process.stdin.flush()
        version = process.stdout.readline().strip()
        if version:
            found.append(Rival(engine, process, version))
        else:
            process.wait()
            print(f"| rival: {engine} | not here |", flush=True)
    if not python:
        print("| rivals | not here: COMMAND_ROOM_RIVALS names no interpreter |", flush=True)
    return found
