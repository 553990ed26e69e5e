"""One case beside the ledger: deadline, facts, photos, what happened, and what can be done."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from db.commands.attachments import AttachFile
from db.errors import Conflict, RecordError
from db.queries.case_detail import CaseDetail, attachment_bytes, case_detail
from db.queries.cases import case_id_of
from db.queries.door import Reader
from db.queries.lookup import SuggestedUnits, UnitRow, handling_units, suggested_units
from db.rules.terms import ExtensionState
from desktop.actions import Action, Ask, possible_actions
from desktop.case_actions import ACTIONS
from desktop.case_words import (
    chip_of,
    deadline_look,
    explanation,
    tag_of,
    timeline_step,
)
from desktop.dialogs.case_action import CaseActionDialog
from desktop.errors import changes_since, sentence
from desktop.pages.case_fact_words import fact_rows
from desktop.pages.hit_marks import mark_hits
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, Line, ScrollColumn
from desktop.widgets.chips import Chip
from desktop.widgets.deadline import DeadlineCard
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.photo_strip import Photo, PhotoStrip
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.timeline import Timeline

SHOWN_ACTIONS = 4


class CasePanel(Card):
    """Shows a case and carries out actions on it."""

    told = Signal(str, str)
    supervision_wanted = Signal(object)
    moved = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=20, spacing=10)
        self._services = services
        self._session = session
        self._detail: CaseDetail | None = None
        self._wanted: int | None = None
        self._units: tuple[UnitRow, ...] = ()
        self._suggested = SuggestedUnits(None, ())
        self._dialog: CaseActionDialog | None = None
        self._pictures: dict[int, QImage] = {}
        self._actions: list[Action] = []
        self._search = ""
        self._build()
        self.show_nothing()
        services.ask(handling_units, parent=self, done=self._keep_units)

    # What others call ---------------------------------------------------------------------

    def show_case(self, case_id: int | None) -> None:
        """Show a case, or an invitation to choose one."""
        self._wanted = case_id
        if case_id is None:
            self.show_nothing()
            return
        self._services.ask(
            _seen,
            case_id,
            parent=self,
            done=self._show,
            failed=self._show_fault,
            key="detail",
        )

    def show_nothing(self) -> None:
        """Show that no case is chosen."""
        self._detail = None
        self._empty.show_state("list-checks", self.tr("选一件事件，在这里看详情和流转记录"))
        self._empty.show()
        self._whole.hide()

    def mark(self, search: str) -> None:
        """Mark what was searched for in what is told of the case."""
        self._search = search
        mark_hits(self._column, search)

    def refresh(self) -> None:
        """Read the shown case again."""
        if self._wanted is not None:
            self.show_case(self._wanted)

    def detail(self) -> CaseDetail | None:
        """Return what is shown."""
        return self._detail

    def actions(self) -> list[Action]:
        """Return what the person may do with the shown case, the most likely first."""
        return list(self._actions)

    @Slot(str)
    def start(self, action_id: str) -> None:
        """Begin an action by its id, as its button does."""
        for action in self._actions:
            if action.id == action_id:
                self._begin(action)
                return

    @Slot(str)
    def start_by_key(self, key: str) -> None:
        """Begin the first possible action that has this key."""
        for action in self._actions:
            if action.key == key:
                self._begin(action)
                return

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyState(parent=self)
        self._whole = QWidget(self)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._whole, 1)
        self._column = ScrollColumn(self._whole, name=self.tr("事件详情"))
        self._number = PlainLabel("", kind="second", tone="text2")
        self._urgency, self._state = Chip(), Chip()
        self._title = PlainLabel("", kind="title", wrap=True)
        self._deadline = DeadlineCard()
        self._facts = FactGrid(columns=2)
        self._content = PlainLabel("", kind="body", wrap=True)
        self._photos = PhotoStrip(name=self.tr("照片和附件"))
        self._photos.opened.connect(self._open_attachment)
        self._steps_title = CardTitle(self.tr("流转记录"))
        self._timeline = Timeline()
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._urgency)
        head.addWidget(self._state)
        self._column.body.addLayout(head)
        for widget in (
            self._title,
            self._deadline,
            self._facts,
            self._content,
            self._photos,
            Line(),
            self._steps_title,
            self._timeline,
        ):
            self._column.body.addWidget(widget)
        self._column.body.addStretch(1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._lay_out()

    def _lay_out(self) -> None:
        from PySide6.QtWidgets import QVBoxLayout

        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column, 1)
        whole.addWidget(Line())
        whole.addLayout(self._buttons)

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _keep_units(self, units: tuple[UnitRow, ...]) -> None:
        self._units = units

    @Slot(object)
    def _show_fault(self, error: Exception) -> None:
        self._detail = None
        self._whole.hide()
        self._empty.show_state("triangle-alert", sentence(error))
        self._empty.show()

    @Slot(object)
    def _show(self, seen: tuple[CaseDetail, datetime]) -> None:
        detail, now = seen
        if detail.id != self._wanted:
            return
        self._detail = detail
        row = detail.row
        self._empty.hide()
        self._whole.show()
        self._number.setText(row.number)
        tag = tag_of(row)
        self._urgency.setVisible(tag is not None)
        if tag is not None:
            self._urgency.show_chip(tag)
        self._state.show_chip(chip_of(row.state))
        self._title.setText(row.title)
        why = explanation(detail.deadline_facts, detail.deadline_stage)
        self._deadline.show_deadline(deadline_look(row, now), why)
        self._facts.set_facts(fact_rows(detail))
        self._content.setText(detail.content)
        self.mark(self._search)
        self._show_attachments(detail)
        self._steps_title.set_note(self.tr("共 {n} 步").format(n=len(detail.steps)))
        self._timeline.set_steps([timeline_step(step, now) for step in reversed(detail.steps)])
        self._show_actions(detail)

    def _show_attachments(self, detail: CaseDetail) -> None:
        self._photos.setVisible(bool(detail.attachments))
        self._photos.set_photos(
            [
                Photo(item.id, item.name, self._pictures.get(item.id), "file-text")
                for item in detail.attachments
            ]
        )
        for item in detail.attachments:
            if item.media_type.startswith("image/") and item.id not in self._pictures:
                self._services.ask(
                    partial(_picture, attachment_id=item.id),
                    parent=self,
                    done=self._keep_picture,
                    key=("picture", item.id),
                )

    @Slot(object)
    def _keep_picture(self, found: tuple[int, QImage]) -> None:
        attachment_id, image = found
        self._pictures[attachment_id] = image
        if self._detail is not None:
            self._photos.set_photos(
                [
                    Photo(item.id, item.name, self._pictures.get(item.id), "file-text")
                    for item in self._detail.attachments
                ]
            )

    def _show_actions(self, detail: CaseDetail) -> None:
        waiting = [
            request for request in detail.extensions if request.state is ExtensionState.APPLIED
        ]
        self._actions = possible_actions(
            ACTIONS,
            detail.possible,
            {"is_urged": detail.row.is_urged, "has_request": bool(waiting)},
        )
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, action in enumerate(self._actions[:SHOWN_ACTIONS]):
            kind = action.kind if place == 0 or action.kind != "primary" else "normal"
            button = ActionButton(action.label(), action.icon, key=action.key, kind=kind)
            button.setObjectName(f"action_{action.id}")
            button.setProperty("action", action.id)
            button.clicked.connect(self._begin_of_button)
            self._buttons.addWidget(button)
        if len(self._actions) > SHOWN_ACTIONS:
            self._buttons.addWidget(self._more_button())

    def _more_button(self) -> QWidget:
        from PySide6.QtWidgets import QMenu

        from desktop.widgets.plain_label import menu_text

        button = ActionButton(self.tr("更多"), "ellipsis")
        menu = QMenu(button)
        for action in self._actions[SHOWN_ACTIONS:]:
            entry = menu.addAction(menu_text(action.label()))
            entry.setData(action.id)
        menu.triggered.connect(self._begin_of_menu)
        button.setMenu(menu)
        return button

    # Acting -------------------------------------------------------------------------------

    @Slot()
    def _begin_of_button(self) -> None:
        self.start(self.sender().property("action"))

    @Slot(object)
    def _begin_of_menu(self, entry: Any) -> None:
        self.start(entry.data())

    def _begin(self, action: Action) -> None:
        detail = self._detail
        if detail is None:
            return
        if action.extra.get("page") == "supervision":
            self.supervision_wanted.emit(detail.id)
        elif action.asks is Ask.FILE:
            self._ask_file()
        elif action.asks is Ask.NOTHING:
            self._send(action, {})
        elif action.asks is Ask.ASSIGNMENT and detail.row.item_id is not None:
            self._pending = action
            self._services.ask(
                suggested_units, detail.row.item_id, parent=self, done=self._open_assignment
            )
        else:
            self._open(action)

    @Slot(object)
    def _open_assignment(self, suggested: SuggestedUnits) -> None:
        self._suggested = suggested
        self._open(self._pending)

    def _open(self, action: Action) -> None:
        detail = self._detail
        if detail is None:
            return
        units = [
            (unit.id, unit.name, unit.code, unit.initials, unit.full_pinyin) for unit in self._units
        ]
        longest = max(1, round((detail.limit_hours or 24) / 24))
        self._dialog = CaseActionDialog(
            action,
            f"{detail.row.number}  {detail.row.title}",
            units=units,
            suggested=(self._suggested.lead_id, tuple(self._suggested.assist_ids)),
            longest_days=min(longest, 15 - detail.extended_days),
            parent=self.window(),
        )
        self._dialog.setProperty("action", action.id)
        self._dialog.accepted.connect(self._send_asked)
        self._dialog.open()

    @Slot()
    def _send_asked(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        action_id = dialog.property("action")
        action = next(item for item in self._actions if item.id == action_id)
        given = dialog.given()
        if action.asks is Ask.MAIN_CASE:
            self._pending = action
            self._services.ask(
                case_id_of,
                str(given["number"]).strip(),
                parent=self,
                done=self._link,
                failed=self._refuse,
            )
            return
        self._send(action, given)

    @Slot(object)
    def _link(self, main_id: int) -> None:
        self._send(self._pending, {"main_id": main_id})

    def _send(self, action: Action, given: dict[str, Any]) -> None:
        detail = self._detail
        if detail is None:
            return
        waiting = [
            request for request in detail.extensions if request.state is ExtensionState.APPLIED
        ]
        if waiting:
            given.setdefault("request_id", waiting[0].id)
        command = action.build(detail.id, detail.version, given)
        self._done_words = self.tr("{number} 已{action}").format(
            number=detail.row.number, action=action.label()
        )
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self.told.emit(self._done_words, "ok")
        self.moved.emit(result.get("case_id", self._wanted))
        self.refresh()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed: the dialog opens again with the reason."""
        # A conflict also tells, line by line, who did what in between.
        words = "\n".join((sentence(error), *changes_since(error)))
        if self._dialog is not None:
            field = error.facts.get("field", "") if isinstance(error, RecordError) else ""
            self._dialog.refuse(words, str(field))
            self._dialog.open()
        else:
            self.told.emit(words, "danger")
        if isinstance(error, Conflict):
            self.refresh()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("添加附件"),
            "",
            self.tr("照片和文件 (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)"),
        )
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Add a file to the shown case."""
        if self._detail is None:
            return
        self._services.work(_read, path, parent=self, done=self._attach_read, failed=self._refuse)

    @Slot(object)
    def _attach_read(self, found: tuple[str, bytes]) -> None:
        detail = self._detail
        if detail is None:
            return
        name, data = found
        self._done_words = self.tr("已添加 {name}").format(name=name)
        self._services.run(
            AttachFile(case_id=detail.id, version=detail.version, name=name, data=data),
            parent=self,
            done=self._done,
            failed=self._refuse,
        )

    @Slot(object)
    def _open_attachment(self, attachment_id: int) -> None:
        self._services.ask(
            partial(_saved, attachment_id=attachment_id), parent=self, done=self._show_file
        )

    @Slot(object)
    def _show_file(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _seen(reader: Reader, case_id: int) -> tuple[CaseDetail, datetime]:
    """Return a case and the record's own time, which a practice street keeps for itself."""
    return case_detail(reader, case_id), reader.now


def _picture(reader: Any, attachment_id: int) -> tuple[int, QImage]:
    image = QImage.fromData(attachment_bytes(reader, attachment_id))
    return attachment_id, image.scaledToHeight(240) if image.height() > 240 else image


def _saved(reader: Any, attachment_id: int) -> Path:
    """Write an attachment as a read-only copy into the private folder and return its path."""
    from desktop.paths import private_folder

    data = attachment_bytes(reader, attachment_id)
    suffix = {b"\xff\xd8": ".jpg", b"\x89P": ".png", b"%P": ".pdf"}.get(data[:2], ".bin")
    path = private_folder() / f"attachment-{attachment_id}{suffix}"
    if not path.exists():
        path.write_bytes(data)
        path.chmod(0o400)
    return path


def _read(path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()
