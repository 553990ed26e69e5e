"""Making papers, beside drawing the same finished lines bare, and beside what others would use.

The rivals are no part of the product: they run in an interpreter of their own, named by
``COMMAND_ROOM_RIVALS``, and LibreOffice where ``soffice`` is on the path. Each round makes one
notice with every engine in turn, so that all of them meet the same load.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest import mock

from desktop.documents import case_list, merged, notice, word
from desktop.documents.contents import CaseListContents, Column, NoticeContents
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_texts
from tests.bench.measuring import Measured, times_floor_in_turn
from tests.bench.rivals import rivals_here
from tests.bench.street import CASES, BenchStreet

MOST_FLOORS = 1.3
NOTICES, NOTICES_MS = 1000, 3000.0
ROWS, ROWS_MS = 5000, 4000.0
TIMES_BATCH, TIMES_ONE = 20.0, 100.0
BATCH = 10
DUE = datetime(2026, 12, 4, 17, 30)


@dataclass(frozen=True)
class Drawn:
    """What was drawn on a page: a piece of text with its place, or None for the next page."""

    font: str
    size: float
    x: float
    y: float
    text: str


def run(street: BenchStreet) -> Iterator[Measured]:
    """Measure one notice, a batch in one file and a long list, then the rivals."""
    share = min(1.0, street.size / CASES)
    with tempfile.TemporaryDirectory() as folder:
        fonts = Fonts(force_bundled=True, cache=Path(folder))
        contents = _notice(0)
        yield _one(contents, fonts, rounds=15 if share == 1 else 3)
        yield _batch(fonts, max(20, round(NOTICES * share)))
        yield _list(fonts, max(50, round(ROWS * share)))
        yield from _against_rivals(contents, fonts, Path(folder), rounds=8 if share == 1 else 1)


def _one(contents: NoticeContents, fonts: Fonts, rounds: int) -> Measured:
    def make() -> bytes:
        return notice.build(contents, fonts)

    pages = recorded(make)
    return times_floor_in_turn(
        "one notice as its own file",
        make,
        ("drawString of the same lines", lambda: drawn(pages, fonts)),
        most=MOST_FLOORS,
        rounds=rounds,
    )


def _batch(fonts: Fonts, count: int) -> Measured:
    many = [_notice(nth) for nth in range(count)]
    pages = recorded(lambda: merged.build(many[:1], fonts, "督办通知单"))
    return _timed_once(
        f"{count} notices merged in one file",
        lambda: merged.build(many, fonts, "督办通知单"),
        lambda: drawn(pages * count, fonts),
        NOTICES_MS * count / NOTICES,
    )


def _list(fonts: Fonts, count: int) -> Measured:
    names = ("序号", "事件编号", "事件名称", "所属村社", "当前单位", "当前状态", "登记时间")
    row = ("YZ20261116{:04}", "云峰路农贸市场周边占道经营", "永上社区", "司法所", "处置中")
    contents = CaseListContents(
        title="事件清单",
        columns=tuple(Column(name, 1.0 if name != "事件名称" else 2.4) for name in names),
        rows=tuple(
            (str(nth), row[0].format(nth), *row[1:], "2026-11-16 08:30")
            for nth in range(1, count + 1)
        ),
        organ="永中街道综合信息指挥室",
    )

    def make() -> bytes:
        return case_list.build(contents, fonts)

    pages = recorded(make)
    return _timed_once(
        f"landscape list of {count} rows",
        make,
        lambda: drawn(pages, fonts),
        ROWS_MS * count / ROWS,
    )


def _timed_once(
    name: str, work: Callable[[], Any], floor: Callable[[], Any], most: float
) -> Measured:
    """Measure what takes seconds three times, beside its floor."""
    taken, floors = [], []
    for _ in range(3):
        for function, times in ((floor, floors), (work, taken)):
            begun = time.perf_counter()
            function()
            times.append((time.perf_counter() - begun) * 1000)
    median, base = statistics.median(taken), statistics.median(floors)
    bare = "drawString of the same lines"
    return Measured(name, median, max(taken), base, bare, f"≤ {most:g} ms", median <= most)


# The floor --------------------------------------------------------------------------------


def recorded(make: Callable[[], Any]) -> list[list[Drawn]]:
    """Return the pieces of text that a paper is drawn with, page by page."""
    from reportlab.pdfgen.canvas import Canvas

    from desktop.documents.draw import Paper

    pages: list[list[Drawn]] = [[]]
    show_page, draw_line = Canvas.showPage, Paper.line

    def next_page(self: Any) -> None:
        pages.append([])
        show_page(self)

    def keep(
        self: Any, line: Any, x: float, baseline: float, size: float, *colour: Any, **named: Any
    ) -> None:
        for piece in self._cut(line, size):
            y = self._height - baseline + piece.face.rise * size
            left = x + line.indent + piece.x
            pages[-1].append(Drawn(piece.face.name, size, left, y, piece.text))
        draw_line(self, line, x, baseline, size, *colour, **named)

    with (
        mock.patch.object(Canvas, "showPage", next_page),
        mock.patch.object(Paper, "line", keep),
    ):
        make()
    return [page for page in pages if page]


def drawn(pages: list[list[Drawn]], fonts: Fonts) -> bytes:
    """Draw finished pieces of text with nothing but ReportLab's canvas."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1, initialFontName=fonts.first_face().name)
    with fonts.building():
        for page in pages:
            for one in page:
                canvas.setFont(one.font, one.size)
                canvas.drawString(one.x, one.y, one.text)
            canvas.showPage()
        canvas.save()
    return buffer.getvalue()


# The rivals -------------------------------------------------------------------------------


def _against_rivals(
    contents: NoticeContents, fonts: Fonts, folder: Path, rounds: int
) -> Iterator[Measured]:
    """Make the same words with every engine that is here, round by round."""
    (text,) = page_texts(notice.build(contents, fonts))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    rivals = rivals_here(lines, _song(folder))
    own: list[float] = []
    theirs: dict[str, list[float]] = {rival.name: [] for rival in rivals}
    try:
        for _ in range(rounds):
            own.append(_milliseconds(lambda: notice.build(contents, fonts)))
            for rival in rivals:
                theirs[rival.name].append(rival.milliseconds())
    finally:
        for rival in rivals:
            rival.end()
    yield from (_beside(rival.name, theirs[rival.name], own) for rival in rivals)
    yield from _against_libreoffice(contents, fonts, folder, 3 if rounds > 1 else 1)


def _against_libreoffice(
    contents: NoticeContents, fonts: Fonts, folder: Path, rounds: int
) -> Iterator[Measured]:
    program = shutil.which("soffice")
    if program is None:
        return
    papers = [folder / f"notice-{nth}.docx" for nth in range(BATCH)]
    for nth, path in enumerate(papers):
        path.write_bytes(word.build_notice(replace(contents, number=f"龙永督〔2026〕{nth}号")))
    one, batch, own = [], [], []
    for _ in range(rounds):
        own += [_milliseconds(lambda: notice.build(contents, fonts)) for _ in range(BATCH)]
        one.append(_converted(program, papers[:1], folder))
        batch.append(_converted(program, papers, folder) / BATCH)
    yield _beside("LibreOffice, a file at a time", one, own, TIMES_ONE)
    yield _beside(f"LibreOffice, a batch of {BATCH}", batch, own, TIMES_BATCH)


def _converted(program: str, papers: list[Path], folder: Path) -> float:
    command = [program, f"-env:UserInstallation=file://{folder}/office", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder / "out"), *map(str, papers)]
    return _milliseconds(lambda: subprocess.run(command, check=True, capture_output=True))


def _beside(name: str, theirs: list[float], own: list[float], least: float = 0.0) -> Measured:
    """Return a line that tells how many times ours a rival took."""
    median, base = statistics.median(theirs), statistics.median(own)
    target = f"≥ {least:g} × ours" if least else "none"
    met = median >= least * base
    return Measured(f"rival: {name}", median, max(theirs), base, "our notice", target, met)


def _milliseconds(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _song(folder: Path) -> Path:
    """Return the bundled 宋体 as a plain file; it holds every character of the notice."""
    return next(folder.glob("song-*.ttf"))


def _notice(nth: int) -> NoticeContents:
    return NoticeContents(
        organ="永中街道综合信息指挥室",
        number=f"龙永督〔2026〕{nth + 1}号",
        issue_date=date(2026, 11, 20),
        addressee="永中街道综合行政执法队",
        subject="限期整治云峰路农贸市场周边占道经营问题",
        demands=(
            "立即清理云峰路农贸市场北门至38号院段占道摊点23处，恢复人行道通行；",
            "安排专人定点值守，每日7:00—9:00、16:00—18:30开展巡查，防止反弹；",
            "于反馈时限前书面报送整改情况，附整改前后对比照片。",
        ),
        finish_by=DUE,
        report_by=DUE,
        level="yellow",
        head="示例负责人",
        background="11月2日以来，12345热线收到群众反映7件，均指向该路段占道经营、堵塞通行。",
        previous_note="已催办2次，仍未办结。",
        problem="未在规定期限内办结，也未说明原因。",
        basis="街道事件处置时限和督办规定（黄牌督办）。",
        contact="督办员",
        contact_phone="0577-86000000",
    )
