"""A batch of notices as one task: each is made, kept, written and noted before the next.

A batch that ended early goes on where it ended: every command of a sheet has an id of the batch,
so that what was noted already is not noted again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.commands import execute
from db.commands.papers import FilePaper, RecordPrint
from db.errors import RecordError
from db.queries.door import ask
from desktop.documents.errors import DocumentError
from desktop.errors import sentence
from desktop.exchange.faults import ExchangeError
from desktop.tasks.hands import Hands
from desktop.tasks.limits import SHEET_SECONDS
from desktop.tasks.sheets import Sheet, failed_sheet

if TYPE_CHECKING:
    from desktop.pages.supervision_papers import PaperMaker


def print_notices(hands: Hands, facts: dict[str, Any], _folder: Path) -> dict[str, Any]:
    """Print the sheets that are left; in the process of the task."""
    from desktop.pages.supervision_papers import PaperMaker

    maker = PaperMaker()
    sheets = [Sheet(**one) for one in facts["sheets"]]
    state = {name: facts[name] for name in ("done", "printed", "failed")}
    hands.begin("printing")
    while state["done"] < len(sheets) and not hands.is_stopped():
        sheet = sheets[state["done"]]
        hands.allow(SHEET_SECONDS)
        try:
            _print(hands, maker, sheet, facts)
            state["printed"] += 1
        except (RecordError, ExchangeError, DocumentError) as error:
            state["failed"].append(failed_sheet(sheet, state["done"], sentence(error)))
        state["done"] += 1
        hands.keep(**state)
        hands.tell(state["done"], len(sheets))
    hands.allow(0)
    return {**state, "cancelled": state["done"] < len(sheets)}


def _print(hands: Hands, maker: PaperMaker, sheet: Sheet, facts: dict[str, Any]) -> None:
    """Make the papers of a notice, keep them, write their files and only then note the print."""
    from desktop.pages.supervision_papers import OBJECT, notice_seen, save_papers

    database, by = hands.database, hands.account_id
    seen = ask(database, notice_seen, by, sheet.id)
    made = maker.make_all(seen, facts["copies"])
    number = seen.detail.number
    filed = []
    for paper in made:
        command = FilePaper(
            kind=paper.kind.value,
            number=number,
            object_kind=OBJECT,
            object_id=sheet.id,
            contents=paper.told(),
            data=paper.data,
        )
        filed.append(int(execute(database, command, by=by)["paper_id"]))
    folder = Path(facts["folder"])
    try:
        save_papers(made, number, folder)
    except OSError as fault:
        reason = fault.strerror or ""
        raise ExchangeError("cannot_write", reason=reason, path=str(folder)) from fault
    for paper_id in filed:
        note = RecordPrint(
            command_id=f"{facts['batch']}-{paper_id}",
            paper_id=paper_id,
            printer=facts["printer"],
            copies=facts["copies"],
        )
        execute(database, note, by=by)
