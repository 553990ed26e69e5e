"""Every dialog is opened and closed again and again, and nothing of it is left under the window."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QPushButton

import desktop
from db.commands.handovers import TakeOver
from db.rules.first_steps import FirstStep
from desktop.dialogs.alarms import AlarmsDialog
from desktop.dialogs.case_action import CaseActionDialog
from desktop.dialogs.columns import ColumnsDialog
from desktop.dialogs.command_palette import CommandPalette
from desktop.dialogs.first_step import FirstStepDialog
from desktop.dialogs.hand_over import HandOverDialog
from desktop.dialogs.handover_record import HandoverRecordDialog
from desktop.dialogs.key_sheet import KeySheet
from desktop.dialogs.meeting_closing import ClosingDialog, ReadItem
from desktop.dialogs.meeting_paper import MeetingPaperDialog
from desktop.dialogs.meeting_plan import PlanDialog
from desktop.dialogs.new_password import NewPasswordDialog
from desktop.dialogs.notice_draft import NoticeDraftDialog
from desktop.dialogs.notice_listed import ListedDialog
from desktop.dialogs.notice_move import NoticeDialog, NoticeMoveDialog
from desktop.dialogs.notice_print import PrintDialog
from desktop.dialogs.paper_preview import PaperPreviewDialog
from desktop.dialogs.photo_purpose import PhotoPurposeDialog
from desktop.dialogs.photo_viewer import PhotoViewer, ViewedPhoto
from desktop.dialogs.practice_preparing import PracticePreparing
from desktop.dialogs.practice_tasks import PracticeTasks
from desktop.dialogs.promise import PromiseDialog
from desktop.dialogs.support_package import SupportDialog
from desktop.dialogs.tasks import TasksDialog
from desktop.dialogs.unlock import UnlockDialog
from desktop.dialogs.view_name import ViewNameDialog
from desktop.dialogs.waiting import WaitingDialog
from desktop.pages.alarm_bell import AlarmBell
from desktop.pages.figures_export import FiguresExportDialog
from desktop.pages.file_field import SaveDialog
from desktop.pages.map_import import MapImportDialog
from desktop.pages.office_account_dialogs import AccountDialog, PasswordDialog
from desktop.pages.office_calendar_day import DayDialog
from desktop.pages.office_calendar_history import CalendarHistoryDialog
from desktop.pages.office_history import HistoryDialog
from desktop.pages.office_item_dialogs import AddItemDialog, RetireItemDialog
from desktop.pages.office_item_limit import ItemLimitDialog
from desktop.pages.office_numbering import NumberingDialog
from desktop.pages.office_setting_dialog import SettingDialog
from desktop.pages.office_suggestion_dialog import SuggestionDialog
from desktop.pages.office_wordings import WordingsDialog
from desktop.pages.several_outcomes import OutcomesDialog
from desktop.widgets.basic_dialog import BasicDialog, QuestionDialog, ReasonDialog
from desktop.widgets.shown_dialog import ShownDialog
from tests.meeting_story import agree, meet
from tests.screens.conftest import PLAIN, Desk
from tests.screens.test_case_files import picture
from tests.screens.test_handover import given, view
from tests.screens.test_ledger_views import give_the_focus_back, take
from tests.story import MONDAY

CONTROL = Qt.KeyboardModifier.ControlModifier
TIMES = 3
STARTED_FROM = (BasicDialog, NoticeDialog)
"""What other dialogs are built on, and nobody opens."""
Opening = Callable[[], Any]

LEDGER = (
    CaseActionDialog, ColumnsDialog, ViewNameDialog, PaperPreviewDialog, PhotoPurposeDialog,
    OutcomesDialog, CommandPalette, KeySheet, TasksDialog, AlarmsDialog,
)  # fmt: skip
OFFICE = (
    AddItemDialog, RetireItemDialog, ItemLimitDialog, SuggestionDialog, DayDialog,
    AccountDialog, PasswordDialog,
    CalendarHistoryDialog, SettingDialog, HistoryDialog, NumberingDialog, QuestionDialog,
    SupportDialog, WordingsDialog,
)  # fmt: skip
FIGURES = (FiguresExportDialog, MeetingPaperDialog, MapImportDialog)
SUPERVISION = (NoticeDraftDialog, ListedDialog, NoticeMoveDialog, PlanDialog)
DESK = (HandOverDialog, HandoverRecordDialog, PromiseDialog, ReasonDialog)
ALONE = (
    ClosingDialog, FirstStepDialog, NewPasswordDialog, PhotoViewer, PracticePreparing,
    PracticeTasks, PrintDialog, SaveDialog, UnlockDialog, WaitingDialog,
)  # fmt: skip
"""Built by what they are given; the flows that open them are walked by the tests of their pages."""


def test_each_dialog_of_the_program_is_opened_here() -> None:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    known = {*LEDGER, *OFFICE, *FIGURES, *SUPERVISION, *DESK, *ALONE, *STARTED_FROM}
    assert {one.__name__ for one in _dialogs(QDialog)} == {one.__name__ for one in known}


def test_dialogs_of_the_ledger_and_the_window_are_gone(desk: Desk, tmp_path: Path) -> None:
    photo = tmp_path / "路口.jpg"
    photo.write_bytes(picture())
    for n in range(2):
        desk.story.registered(title=f"占道经营{n}")
    page = desk.page("ledger")
    page.table().choose_place(0)
    desk.settled()
    panel = page.panel()
    opened = [
        _comes_and_goes(desk, lambda: panel.start("note")),
        _comes_and_goes(desk, lambda: take(desk, page, "显示方式", "显示哪些列")),
        _comes_and_goes(desk, lambda: take(desk, page, "视图", "保存为新视图")),
        _comes_and_goes(desk, page.print_shown),
        _comes_and_goes(desk, lambda: panel.attach(photo)),
        _comes_and_goes(desk, lambda: _key(desk, Qt.Key.Key_F12)),
        _comes_and_goes(desk, desk.window.findChild(AlarmBell).open_list),
        _comes_again(desk, lambda: _key(desk, Qt.Key.Key_K, CONTROL)),
        _comes_again(desk, lambda: _key(desk, Qt.Key.Key_F1)),
    ]
    assert {*opened, OutcomesDialog} == {*LEDGER}


def test_the_table_of_results_is_gone(desk: Desk) -> None:
    page = desk.page("ledger")

    def accept_two() -> None:
        for n in range(2):
            desk.story.registered(title=f"占道经营{n}")
        page.reload()
        desk.settled()
        desk.press(page.table(), Qt.Key.Key_A, CONTROL)
        desk.settled()
        desk.press(page.findChild(QPushButton, "several_accept"), Qt.Key.Key_Space)
        desk.settled()
        desk.press(desk.find(CaseActionDialog), Qt.Key.Key_Return, CONTROL)

    assert _comes_and_goes(desk, accept_two, times=TIMES + 1) is OutcomesDialog


def test_dialogs_of_the_office_are_gone(desk: Desk) -> None:
    desk.sign_on_as("director")
    office = desk.page("office")
    opened = []
    for name, part, openings in (
        ("accounts", office.accounts, ("ask", "ask_new", "ask_password")),
        ("items", office.items, ("ask_new", "ask_limit", "ask_retire")),
        ("words", office.suggestions, ("ask_new",)),
        ("limits", office.limits, ("ask_change",)),
        ("papers", office.papers, ("show_history", "show_older")),
        ("numbering", office.numbering, ("ask_number",)),
    ):
        office.show_view(name)
        desk.settled()
        part.table.choose_place(0)
        desk.settled()
        opened += [_comes_and_goes(desk, getattr(part, one)) for one in openings]
    office.show_view("calendar")
    desk.settled()
    opened.append(_comes_and_goes(desk, lambda: office.calendar.ask(MONDAY.date())))
    opened.append(_comes_and_goes(desk, office.calendar.ask_history))
    diagnostics = desk.page("settings").diagnostics
    diagnostics.reload()
    desk.settled()
    opened.append(_comes_and_goes(desk, diagnostics.offer_package))
    assert {*opened} == {*OFFICE}


def test_dialogs_of_the_figures_and_the_map_are_gone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMAND_ROOM_FONTS", "bundled")
    desk.sign_on_as("director")
    figures = desk.page("figures")
    opened = [
        _comes_and_goes(desk, figures.open_export),
        _comes_and_goes(desk, figures.open_paper),
        _comes_and_goes(desk, desk.page("map").open_import),
    ]
    assert {*opened} == {*FIGURES}


def test_dialogs_of_supervision_and_meetings_are_gone(desk: Desk) -> None:
    case = desk.story.signed("SFS")
    page = desk.page("supervision")
    opened = [
        _comes_and_goes(desk, page.begin),
        _comes_and_goes(desk, lambda: page.draft_for(case)),
        _comes_and_goes(desk, page.listing().begin),
        _comes_and_goes(desk, desk.page("meetings").plan),
    ]
    assert {*opened} == {*SUPERVISION}


def test_dialogs_of_the_desk_are_gone(desk: Desk) -> None:
    agree(desk.story, meet(desk.story))
    case = desk.story.registered(title="燃气泄漏")
    page = desk.page("desk")
    opened = [_comes_and_goes(desk, page.handover().start)]
    record = given(desk, case)
    page.reload()
    desk.settled()
    opened.append(_comes_and_goes(desk, page.handover().start))
    desk.story.do(TakeOver(handover_id=record, version=None))
    page.reload()
    desk.settled()
    (matter,) = view(desk, "operator").matters
    opened.append(_comes_and_goes(desk, lambda: page.handover().settle(matter.id)))
    desk.sign_on_as("sfs")
    desk.page("desk")

    def report() -> None:
        _key(desk, Qt.Key.Key_7)
        desk.press(None, Qt.Key.Key_Space)

    opened.append(_comes_and_goes(desk, report))
    assert {*opened} == {*DESK}


def test_a_dialog_that_is_shown_alone_is_gone(desk: Desk, tmp_path: Path) -> None:
    window, shown = desk.window, ShownDialog[Any]()
    made: tuple[Callable[[], QDialog], ...] = (
        lambda: ClosingDialog([ReadItem("A1", "清运", "城管")], waiting=0, parent=window),
        lambda: FirstStepDialog(FirstStep.BACKUP, False, window),
        lambda: PhotoViewer("照片", [ViewedPhoto(1, "a.jpg", "")], 1, parent=window),
        lambda: PracticePreparing(window),
        lambda: PracticeTasks(window),
        lambda: WaitingDialog(window),
        lambda: PrintDialog("龙永督〔2026〕1号", 0, parent=window),
        lambda: UnlockDialog(desk.services, desk.services.session, window),
        lambda: SaveDialog("导出", "", tmp_path / "a.pdf", "PDF (*.pdf)", parent=window),
    )
    opened = [_comes_and_goes(desk, lambda build=build: shown.open(build())) for build in made]
    opened.append(_comes_and_goes(desk, lambda: NewPasswordDialog(desk.services, window).open()))
    assert {*opened} == {*ALONE}


def _comes_and_goes(desk: Desk, opening: Opening, *, times: int = TIMES) -> type[QDialog]:
    """Open and close a dialog; what is made lazily stands at the end, a leak grows on."""
    kept, counts = [], []
    kind: type[QDialog] = QDialog
    for _ in range(times):
        opening()
        desk.settled()
        (dialog,) = _open_dialogs(desk)
        kind = type(dialog)
        kept.append(weakref.ref(dialog))
        _close(dialog)
        del dialog
        desk.settled()
        counts.append(_objects_under(desk))
    gc.collect()
    assert [ref() for ref in kept if ref() is not None] == []
    assert counts[-1] == counts[-2], f"{kind.__name__} leaves something: {counts}"
    return kind


def _comes_again(desk: Desk, opening: Opening) -> type[QDialog]:
    """Open and close what is made once for a window: the same one comes, and does not grow."""
    found, counts = set(), []
    for _ in range(TIMES):
        opening()
        desk.settled()
        (dialog,) = _open_dialogs(desk)
        found.add(dialog)
        _close(dialog)
        desk.settled()
        counts.append(_objects_under(desk))
    (only,) = found
    assert counts[-1] == counts[-2], f"{only} leaves something: {counts}"
    return type(only)


def _key(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    give_the_focus_back(desk)
    desk.press(None, key, modifiers)


def _open_dialogs(desk: Desk) -> list[QDialog]:
    return [one for one in desk.window.findChildren(QDialog) if one.isVisible()]


def _close(dialog: QDialog) -> None:
    """Close as Esc does; three that Esc does not close end with what they wait for."""
    if isinstance(dialog, NewPasswordDialog | PracticePreparing | UnlockDialog):
        dialog.accept()
    else:
        dialog.reject()


def _objects_under(desk: Desk) -> int:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return len(desk.window.findChildren(QObject))


def _dialogs(kind: type[QDialog]) -> list[type[QDialog]]:
    below = [deeper for one in kind.__subclasses__() for deeper in (one, *_dialogs(one))]
    return [one for one in below if one.__module__.startswith("desktop.")]
