"""Dialogs that open only when something was sent or never on a founded street, posed for a picture.

They are given what the program gives them, of rows that are on the street.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.queries.case_parts import AttachmentRow
    from desktop.shots_scene import Scene

MEETINGS = 4
"""How many meetings are looked through for a case with photos."""


def step(action_id: str, scene: Scene) -> None:
    """Show the form of a step, whatever steps the cases of this street allow now."""
    from db.queries.lookup import handling_units
    from desktop.case_actions import ACTIONS
    from desktop.dialogs.case_action import CaseActionDialog

    ledger = scene.ledger("all")
    detail = ledger.panel().detail()
    if detail is None:
        return
    units = [
        (unit.id, unit.name, unit.code, unit.initials, unit.full_pinyin)
        for unit in scene.ask(handling_units)
    ]
    action = next(one for one in ACTIONS if one.id == action_id)
    about = f"{detail.row.number}  {detail.row.title}"
    _pose(CaseActionDialog(action, about, units=units, parent=scene.window))


def outcomes(scene: Scene) -> None:
    """Show what became of four cases, of which one was refused."""
    from db.errors import RuleError
    from db.queries.lookup import handling_units
    from db.queries.standings import standings
    from desktop.case_actions import ACTIONS
    from desktop.errors import sentence
    from desktop.pages.several_outcomes import OutcomesDialog
    from desktop.several import Outcome

    ledger = scene.ledger("to_assign")
    ids = []
    for place in range(4):
        ledger.table().choose_place(place)
        scene.rest()
        ids += [ledger.table().current_id()]
    rows = scene.ask(standings, tuple(one for one in ids if one is not None))
    unit = scene.ask(handling_units)[0].name
    refusal = sentence(RuleError("lead_assists", unit=unit))
    told = [Outcome(row, "" if nth else refusal) for nth, row in enumerate(rows)]
    action = next(one for one in ACTIONS if one.id == "assign")
    if told:
        _pose(OutcomesDialog(action, told, scene.window))


def photo(scene: Scene) -> None:
    """View the photos of a case that was before a meeting."""
    from desktop.pages.case_files import CaseFiles

    page = scene.page("meetings")
    for held in [row for row in page.listed() if row.opened_at is not None][:MEETINGS]:
        page.open_meeting(held.id)
        scene.rest()
        for row in page.console.seen().detail.agenda:
            if row.case is not None and row.case.attachment_count:
                ledger = scene.page("ledger")
                ledger.show_case(row.case.case_id)
                scene.rest()
                files = ledger.panel().findChild(CaseFiles)
                pictures = [one for one in ledger.panel().detail().attachments if _is_seen(one)]
                if pictures:
                    files.view(pictures[0].id)
                    return


def _is_seen(one: AttachmentRow) -> bool:
    return one.media_type.startswith("image/")


def purpose(scene: Scene) -> None:
    """Ask what a photo shows, before it is added."""
    from desktop.dialogs.photo_purpose import PhotoPurposeDialog

    scene.ledger("in_progress")
    _pose(PhotoPurposeDialog("IMG_20261120_093015.jpg", parent=scene.window))


def plan(scene: Scene) -> None:
    """Plan the meeting of a week, also where this week's is planned already."""
    from db.rules.numbering import IsoWeek
    from desktop.dialogs.meeting_plan import PlanDialog, PlanProposal

    page = scene.page("meetings")
    last = next(iter(page.listed()), None)
    if last is None:
        return
    week = IsoWeek(last.year, last.week)
    starts = last.starts_at + timedelta(days=7)
    proposal = PlanProposal(
        week=week.next,
        starts_at=starts,
        now=starts - timedelta(days=1),
        place=last.place,
        chair=last.chair_name,
        recorder=last.recorder_name or "",
    )
    _pose(PlanDialog(proposal, [week.next, week, week.previous], scene.window))


def first_step(scene: Scene) -> None:
    """Show the first step of a new street."""
    from db.rules.first_steps import FirstStep
    from desktop.dialogs.first_step import FirstStepDialog

    scene.page("ledger")
    _pose(FirstStepDialog(next(iter(FirstStep)), False, scene.window))


def preparing(scene: Scene) -> None:
    """Show how far the street of the practice is."""
    from desktop.dialogs.practice_preparing import PracticePreparing

    scene.page("ledger")
    dialog = PracticePreparing(scene.window)
    dialog.move_to(7, 21)
    _pose(dialog)


def practice(scene: Scene) -> None:
    """Show the tasks of the busy day before the first of them is done."""
    from db.queries.practice import Practised
    from desktop.dialogs.practice_tasks import PracticeTasks
    from desktop.practice.script import BusyDay
    from desktop.practice.street import Day

    scene.page("ledger")
    dialog = PracticeTasks(scene.window)
    day = BusyDay(Practised((), {}, {}), Day(0, 0, 0), 0)
    dialog.show_tasks(day.tasks(), {})
    _pose(dialog)


def password(scene: Scene) -> None:
    """Ask for a password of one's own."""
    from desktop.dialogs.new_password import NewPasswordDialog

    ledger: Any = scene.page("ledger")
    _pose(NewPasswordDialog(ledger.services, scene.window))


def unlock(scene: Scene) -> None:
    """Ask for the password of a locked screen."""
    from desktop.dialogs.unlock import UnlockDialog

    services: Any = scene.page("ledger").services
    dialog = UnlockDialog(services, services.session, scene.window)
    dialog.leaving.connect(dialog.accept)
    _pose(dialog)


def waiting(scene: Scene) -> None:
    """Show registrations of an hour without a server: one sent, one refused, one that waits."""
    from db.commands.intake import CaseFacts
    from db.errors import RuleError
    from desktop.dialogs.waiting import WaitingDialog
    from desktop.errors import sentence
    from desktop.outbox import Waiting
    from desktop.practice.script_words import CALLS
    from desktop.registration import Registration
    from desktop.waiting_words import count_words, state_words

    said = [one["words"] for one in tuple(CALLS.values())[:3]]
    reasons = ("", sentence(RuleError("item_retired", name="—")), "")
    rows = [
        Waiting(
            str(n), n, f"2026-11-16T09:1{n}:00", Registration(CaseFacts(content=words)), {}, {}, why
        )
        for n, (words, why) in enumerate(zip(said, reasons, strict=True), start=1)
    ]
    numbers = {"1": "YZW202611160007"}
    dialog = WaitingDialog(scene.window)
    dialog.show_rows(
        rows,
        lambda one: state_words(one, numbers.get(one.key, ""), is_sending=False),
        count_words(1, 1, 1),
    )
    _pose(dialog)


def _pose(dialog: Any) -> None:
    """Open a dialog that nobody owns: it is gone when it is closed."""
    from PySide6.QtCore import Qt

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
