"""A batch of notices as one task: each is made, kept, written, printed and noted before the next.

A batch that ended early goes on where it ended: every command of a sheet has an id of the batch,
so that what was noted already is not noted again. Merged, the sheets become one file and one job.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.commands import execute
from db.commands.papers import FilePaper, RecordPrint
from db.errors import RecordError
from db.queries.door import ask
from desktop.documents.errors import DocumentError
from desktop.errors import sentence
from desktop.exchange.faults import ExchangeError
from desktop.print_wish import PrintWish, Sides
from desktop.printing import PrintingError, print_paper
from desktop.tasks.hands import Hands
from desktop.tasks.limits import SHEET_SECONDS
from desktop.tasks.sheets import Sheet, failed_sheet

if TYPE_CHECKING:
    from desktop.pages.supervision_papers import Paper, PaperMaker

_REFUSALS = (RecordError, ExchangeError, DocumentError, PrintingError)


@dataclass(frozen=True)
class _Filed:
    """A sheet whose papers are made and kept; ``place`` counts from 0."""

    sheet: Sheet
    place: int
    number: str
    made: tuple[Paper, ...]
    paper_ids: tuple[int, ...]


def print_notices(hands: Hands, facts: dict[str, Any], _folder: Path) -> dict[str, Any]:
    """Print the sheets that are left; in the process of the task."""
    from desktop.pages.supervision_papers import PaperMaker

    maker = PaperMaker()
    sheets = [Sheet(**one) for one in facts["sheets"]]
    state = {name: facts[name] for name in ("done", "printed", "failed")}
    hands.begin("printing")
    (_print_merged if facts["merged"] else _print_each)(hands, maker, sheets, state, facts)
    hands.allow(0)
    return {**state, "cancelled": state["done"] < len(sheets)}


def _print_each(
    hands: Hands,
    maker: PaperMaker,
    sheets: Sequence[Sheet],
    state: dict[str, Any],
    facts: dict[str, Any],
) -> None:
    """Bring sheet after sheet to its end; what is kept tells from where another goes on."""
    from desktop.pages.supervision_papers import save_papers

    while state["done"] < len(sheets) and not hands.is_stopped():
        sheet = sheets[state["done"]]
        hands.allow(SHEET_SECONDS)
        try:
            filed = _file(hands, maker, sheet, state["done"], facts)
            with _writing(facts) as folder:
                save_papers(filed.made, filed.number, folder, facts["archives"])
            for paper in filed.made:
                _send(paper.data, filed.number, facts)
            _note(hands, filed, facts)
            state["printed"] += 1
        except _REFUSALS as error:
            state["failed"].append(failed_sheet(sheet, state["done"], sentence(error)))
        state["done"] += 1
        hands.keep(**state)
        hands.tell(state["done"], len(sheets))


def _print_merged(
    hands: Hands,
    maker: PaperMaker,
    sheets: Sequence[Sheet],
    state: dict[str, Any],
    facts: dict[str, Any],
) -> None:
    """Keep the papers of sheet after sheet, then write, print and note them as one.

    Nothing counts as done before the file is there. Stopped, it makes the file of what it has.
    """
    filed: list[_Filed] = []
    failed: list[dict[str, Any]] = []
    place = state["done"]
    while place < len(sheets) and not hands.is_stopped():
        hands.allow(SHEET_SECONDS)
        try:
            filed.append(_file(hands, maker, sheets[place], place, facts))
        except _REFUSALS as error:
            failed.append(failed_sheet(sheets[place], place, sentence(error)))
        place += 1
        hands.tell(place, len(sheets))
    hands.allow(SHEET_SECONDS * max(1, len(filed)))
    try:
        if filed:
            _finish_merged(hands, maker, filed, facts)
            state["printed"] += len(filed)
    except _REFUSALS as error:
        failed += [failed_sheet(one.sheet, one.place, sentence(error)) for one in filed]
    state["failed"] += sorted(failed, key=lambda one: one["line"])
    state["done"] = place
    hands.keep(**state)


def _finish_merged(
    hands: Hands, maker: PaperMaker, filed: Sequence[_Filed], facts: dict[str, Any]
) -> None:
    from desktop.pages.supervision_papers import save_merged

    title = f"{filed[0].number}-{filed[-1].number}" if len(filed) > 1 else filed[0].number
    data = _merged(maker, filed, title, two_sided=facts["sides"] not in ("", Sides.ONE.value))
    with _writing(facts) as folder:
        save_merged(data, title, folder, facts["archives"])
    _send(data, title, facts)
    for one in filed:
        _note(hands, one, facts)


def _merged(maker: PaperMaker, filed: Sequence[_Filed], title: str, *, two_sided: bool) -> bytes:
    """Return all papers in one file; one that was kept before goes in as it was kept."""
    from desktop.documents import merged
    from desktop.documents.preview import joined

    parts: list[bytes] = []
    papers = (paper for one in filed for paper in one.made)
    for kept, group in groupby(papers, key=lambda paper: paper.kept):
        if kept:
            parts += [paper.data for paper in group]
        else:
            contents = [paper.contents for paper in group]
            parts.append(merged.build(contents, maker.fonts(), title, two_sided=two_sided))
    return parts[0] if len(parts) == 1 else joined(parts, two_sided=two_sided)


def _file(
    hands: Hands, maker: PaperMaker, sheet: Sheet, place: int, facts: dict[str, Any]
) -> _Filed:
    """Make the papers of a notice and keep them."""
    from desktop.pages.supervision_papers import OBJECT, notice_seen

    database, by = hands.database, hands.account_id
    seen = ask(database, notice_seen, by, sheet.id)
    made = maker.make_all(seen, facts["copies"])
    number = seen.detail.number
    ids = []
    for paper in made:
        command = FilePaper(
            kind=paper.kind.value,
            number=number,
            object_kind=OBJECT,
            object_id=sheet.id,
            contents=paper.told(),
            data=paper.data,
        )
        ids.append(int(execute(database, command, by=by)["paper_id"]))
    return _Filed(sheet, place, number, made, tuple(ids))


@contextmanager
def _writing(facts: dict[str, Any]) -> Iterator[Path]:
    """Give the folder of the batch; what cannot be written there is told in words."""
    try:
        yield Path(facts["folder"])
    except OSError as fault:
        reason = fault.strerror or ""
        raise ExchangeError("cannot_write", reason=reason, path=facts["folder"]) from fault


def _send(data: bytes, title: str, facts: dict[str, Any]) -> None:
    """Send a file to the printer, if the batch goes to one."""
    if facts["sides"]:
        wish = PrintWish(facts["printer"], facts["copies"], Sides(facts["sides"]))
        print_paper(data, title, wish)


def _note(hands: Hands, filed: _Filed, facts: dict[str, Any]) -> None:
    """Note the print of each paper; only now, when all of it has come out."""
    for paper_id in filed.paper_ids:
        note = RecordPrint(
            command_id=f"{facts['batch']}-{paper_id}",
            paper_id=paper_id,
            printer=facts["printer"],
            copies=facts["copies"],
        )
        execute(hands.database, note, by=hands.account_id)
