"""Make the demo street's file once; a half-made one is made again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop import paths
from desktop.demo import street_file

NAME = "demo.db"

Tell = Callable[[str], None]


def demo_file(address: str | None) -> Path:
    """Return the file of the street; without an address it lies in the folder of our data."""
    from db.engine import database_path

    path = database_path(address) if address else paths.data_folder() / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def ensure_street(
    path: Path,
    tell: Tell,
    progress: Callable[[int, int], None],
    first_day: datetime | None = None,
) -> bool:
    """Make the street's file unless it is there; tell whether it was made now.

    The file of the demo's own place that another version made is kept beside the new one.

    :raises OpeningError: a record lies in that place which is no invented street.
    """
    if path.is_file() and path.stat().st_size:
        if path != demo_file(None) or street_file.opens(path):
            tell(f"打开已有的演示街道：{path}")
            return False
        kept = street_file.set_aside(path)
        tell(f"已有的演示街道由另一版程序建立，这一版不能用。它已改名保存为 {kept}，现在重新建立。")
    from desktop.demo.street import FIRST_DAY, STREET, make_street

    part = path.with_name(path.name + ".part")
    street_file.remove(part)
    tell(f"正在建立演示街道{STREET}：半年的事件、督办和例会，全部由业务命令写入……")
    begun = time.perf_counter()
    made = make_street(part, _Months(tell, progress), first_day or FIRST_DAY)
    os.replace(part, path)
    seconds = time.perf_counter() - begun
    tell(f"已建立：{made.cases}件事件，{made.commands}条命令，用时{seconds:.0f}秒。")
    return True


class _Months:
    """Passes progress on, and tells it once a month."""

    def __init__(self, tell: Tell, progress: Callable[[int, int], None]) -> None:
        self._tell, self._progress = tell, progress
        self._month = ""

    def __call__(self, share: float, day: str) -> None:
        self._progress(round(share * 100), 100)
        if day[:7] != self._month:
            self._month = day[:7]
            self._tell(f"  {share:4.0%}  {self._month}")
