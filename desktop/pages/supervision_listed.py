"""A matter that the district listed, beside the register: facts, reports, steps to delisting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.commands import Command
from db.commands.listed import (
    DelistSupervision,
    ListSupervision,
    RectifyListed,
    RejectRectification,
    ReportListed,
)
from db.errors import RecordError
from db.queries.cases import case_id_of
from db.queries.door import Reader
from db.queries.listed import ListedRow, ListedState, listed_detail
from db.queries.lookup import StreetRow, UnitRow, handling_units, street, street_on_paper
from db.rules.notice_papers import ListedPaper
from db.rules.permissions import Permission
from desktop import texts
from desktop.dialogs.notice_listed import ListedDialog
from desktop.dialogs.notice_move import Asked, NoticeMoveDialog
from desktop.errors import sentence
from desktop.pages.supervision_further import FurtherPreview
from desktop.pages.supervision_papers import PaperMaker
from desktop.pages.supervision_words import LISTED, days_words
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, Line, ScrollColumn
from desktop.widgets.chips import Chip, card_chip, state_chip
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel, menu_text
from desktop.widgets.step_line import StepLine
from desktop.widgets.timeline import Timeline, TimelineStep

_PLACES = {ListedState.LISTED: 1, ListedState.RECTIFIED: 2, ListedState.DELISTED: 4}
_TONES = {ListedState.LISTED: "amber", ListedState.RECTIFIED: "purple"}


@dataclass(frozen=True)
class ListedMove:
    """One step of a listed matter and what it needs to be told."""

    id: str
    label: str
    icon: str
    asked: tuple[Asked, ...]
    build: Callable[[int, dict[str, Any]], Command]


@dataclass(frozen=True)
class ListingSeen:
    """What the form E needs: the units to choose from and the street."""

    units: tuple[UnitRow, ...]
    street: StreetRow


@dataclass(frozen=True)
class ListedSeen:
    """A listed matter, whose street it is, and the record's own time."""

    row: ListedRow
    street: StreetRow
    now: datetime


def listed_seen(reader: Reader, listed_id: int) -> ListedSeen:
    """Return a listed matter as the panel needs it."""
    return ListedSeen(listed_detail(reader, listed_id), street_on_paper(reader), reader.now)


def listing_seen(reader: Reader) -> ListingSeen:
    """Return what the form needs."""
    return ListingSeen(handling_units(reader), street(reader))


class ListedPanel(Card):
    """Shows a listed matter and carries its steps out."""

    told = Signal(str, str)
    moved = Signal(object)

    def __init__(
        self,
        services: Services,
        session: Session,
        maker: PaperMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self._services = services
        self._session = session
        self._further = FurtherPreview(services, maker, self)
        self._further.told.connect(self.told)
        self._wanted: int | None = None
        self._row: ListedRow | None = None
        self._seen: ListedSeen | None = None
        self._moves: list[ListedMove] = []
        self._pending: ListedMove | None = None
        self._dialog: NoticeMoveDialog | None = None
        self._build()

    # What others call ---------------------------------------------------------------------

    def show_listed(self, listed_id: int | None) -> None:
        """Show a listed matter."""
        self._wanted = listed_id
        if listed_id is not None:
            self._services.ask(
                listed_seen,
                listed_id,
                parent=self,
                done=self._show,
                failed=self._show_fault,
                key="listed",
            )

    def refresh(self) -> None:
        """Read the shown matter again."""
        self.show_listed(self._wanted)

    def row(self) -> ListedRow | None:
        """Return what is shown."""
        return self._row

    def further(self) -> FurtherPreview:
        """Return the preview of the papers of the matter."""
        return self._further

    def show_paper(self, paper: ListedPaper) -> None:
        """Show a paper of the matter, to be printed or saved."""
        if self._seen is not None:
            self._further.show_listed(paper, self._seen.row, self._seen.street, self._seen.now)

    @Slot()
    def begin_next(self) -> None:
        """Begin the likeliest step."""
        if self._moves:
            self.begin(self._moves[0].id)

    def begin(self, move_id: str) -> None:
        """Begin a step as its button does."""
        move = next((one for one in self._moves if one.id == move_id), None)
        row = self._row
        if move is None or row is None:
            return
        self._pending = move
        dialog = NoticeMoveDialog(
            move.label,
            f"{row.number}  {row.subject}",
            move.label,
            move.asked,
            icon=move.icon,
            parent=self.window(),
        )
        dialog.accepted.connect(self._send)
        dialog.rejected.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyState(parent=self)
        self._empty.hide()
        self.body.addWidget(self._empty, 1)
        self._whole = QWidget(self)
        self.body.addWidget(self._whole, 1)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._number = PlainLabel("", self, kind="section", elide=True)
        self._state = Chip()
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self._number, 1)
        head.addWidget(Chip(card_chip(self.tr("挂牌"), LISTED), self))
        head.addWidget(self._state)
        self._steps = StepLine(parent=self)
        self._facts = FactGrid(columns=1, parent=self)
        self._reports_title = CardTitle(self.tr("阶段报告"), parent=self)
        self._reports = Timeline(self)
        inner = ScrollColumn(self, name=self.tr("挂牌督办详情"))
        inner.body.setContentsMargins(16, 4, 16, 8)
        for widget in (self._facts, Line(self), self._reports_title, self._reports):
            inner.body.addWidget(widget)
        inner.body.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._steps)
        column.addWidget(inner, 1)
        column.addWidget(Line(self))
        self._buttons = QGridLayout()
        self._buttons.setContentsMargins(16, 4, 16, 14)
        self._buttons.setSpacing(8)
        column.addLayout(self._buttons)

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _show_fault(self, error: Exception) -> None:
        self._row = None
        self._whole.hide()
        self._empty.show_state("triangle-alert", sentence(error))
        self._empty.show()

    @Slot(object)
    def _show(self, seen: ListedSeen) -> None:
        row, now = seen.row, seen.now
        if row.id != self._wanted:
            return
        self._row = row
        self._seen = seen
        self._empty.hide()
        self._whole.show()
        self._number.setText(row.number)
        done = row.state is ListedState.DELISTED
        self._state.show_chip(
            state_chip(texts.label(row.state), _TONES.get(row.state, "green"), done=done)
        )
        steps = (self.tr("挂牌"), self.tr("整改"), self.tr("区核查"), self.tr("摘牌"))
        self._steps.show_steps(steps, _PLACES[row.state])
        self._facts.set_facts(self._fact_rows(row, now))
        self._reports_title.set_note(self.tr("{n} 次").format(n=len(row.reports)))
        self._reports.set_steps(
            [
                TimelineStep(f"{one.at:%m-%d %H:%M}", self.tr("报告"), one.actor_name, one.text)
                for one in reversed(row.reports)
            ]
        )
        self._moves = self._possible(row)
        self._show_moves()

    def _fact_rows(self, row: ListedRow, now: datetime) -> list[tuple[Any, ...]]:
        limit = f"{row.finish_by:%Y-%m-%d %H:%M}"
        if row.rectified_at is None:
            limit = f"{limit}（{days_words(row.finish_by, now)[0]}）"
        facts = [
            (self.tr("督办事项"), row.subject),
            (self.tr("挂牌机关"), row.authority),
            (self.tr("挂牌日期"), f"{row.listed_on:%Y-%m-%d}"),
            (self.tr("挂牌原因"), row.reason),
            (self.tr("整改目标"), row.goal),
            (self.tr("责任单位"), row.unit_name),
            (self.tr("责任领导"), row.leader_name),
            (self.tr("整改时限"), limit),
            (self.tr("阶段报告日"), row.report_days),
            (self.tr("整改措施"), row.measures),
            (self.tr("关联事件"), row.case_number),
            (self.tr("区核查情况"), row.check_result),
            (self.tr("摘牌"), _delisting(row)),
        ]
        return [(label, value, True) for label, value in facts if value]

    def _possible(self, row: ListedRow) -> list[ListedMove]:
        lists = self._session.may(Permission.SUPERVISION_LIST)
        own = row.unit_id == self._session.unit_id and self._session.may(
            Permission.SUPERVISION_REPLY
        )
        check = Asked("check_result", self.tr("区核查情况"), needed=True)
        moves: list[ListedMove] = []
        if row.state is ListedState.RECTIFIED and lists:
            moves.append(
                ListedMove(
                    "delist",
                    self.tr("登记摘牌"),
                    "check",
                    (
                        Asked("delisting_number", self.tr("摘牌文号"), "line", needed=True),
                        Asked("delisted_on", self.tr("摘牌日期"), "day", needed=True),
                        check,
                    ),
                    _delist,
                )
            )
            moves.append(ListedMove("reject", self.tr("区核查退回"), "undo-2", (check,), _reject))
        if row.state is ListedState.LISTED and lists:
            measures = Asked(
                "measures",
                self.tr("整改报告：措施和结果"),
                needed=True,
                value=row.measures or None,
                lines=5,
            )
            moves.append(
                ListedMove("rectify", self.tr("报送整改报告"), "send", (measures,), _rectify)
            )
        if row.state is not ListedState.DELISTED and (lists or own):
            progress = Asked("text", self.tr("阶段进展"), needed=True, lines=4)
            moves.append(
                ListedMove("report", self.tr("阶段报告"), "file-plus", (progress,), _report)
            )
        return moves

    def _show_moves(self) -> None:
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, move in enumerate(self._moves):
            button = ActionButton(move.label, move.icon, kind="primary" if place == 0 else "normal")
            button.setObjectName(f"listed_{move.id}")
            button.setProperty("move", move.id)
            button.clicked.connect(self._begin_of_button)
            self._buttons.addWidget(button, *divmod(place, 2))
        if self._session.is_room:
            self._buttons.addWidget(self._papers_button(), *divmod(len(self._moves), 2))

    def _papers_button(self) -> QWidget:
        from PySide6.QtWidgets import QMenu

        button = ActionButton(self.tr("文书"), "file-text")
        button.setObjectName("listed_papers")
        menu = QMenu(button)
        for paper in ListedPaper:
            menu.addAction(menu_text(texts.label(paper))).setData(paper.value)
        menu.triggered.connect(self._show_paper_of_menu)
        button.setMenu(menu)
        return button

    @Slot(object)
    def _show_paper_of_menu(self, entry: Any) -> None:
        self.show_paper(ListedPaper(entry.data()))

    # Acting -------------------------------------------------------------------------------

    @Slot()
    def _begin_of_button(self) -> None:
        self.begin(self.sender().property("move"))

    @Slot()
    def _send(self) -> None:
        if self._pending is None or self._dialog is None or self._row is None:
            return
        command = self._pending.build(self._row.id, self._dialog.given())
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        self._forget()
        if self._pending is not None and self._row is not None:
            self.told.emit(
                self.tr("{number} 已{action}").format(
                    number=self._row.number, action=self._pending.label
                ),
                "ok",
            )
        self.moved.emit(result["listed_id"])
        self.refresh()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if self._dialog is None:
            self.told.emit(sentence(error), "danger")
            return
        self._dialog.open()
        field = str(error.facts.get("field", "")) if isinstance(error, RecordError) else ""
        self._dialog.refuse(sentence(error), field)


class Listing(QObject):
    """Opens form E and registers what was written; ``listed`` tells the new id."""

    told = Signal(str, str)
    listed = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._host = window
        self._dialog: ListedDialog | None = None
        self._given: dict[str, Any] = {}

    def dialog(self) -> ListedDialog | None:
        """Return the open form."""
        return self._dialog

    @Slot()
    def begin(self) -> None:
        """Open the form."""
        self._services.ask(listing_seen, parent=self, done=self._open, key="listing")

    @Slot(object)
    def _open(self, seen: ListingSeen) -> None:
        units = tuple(
            (unit.id, unit.name, unit.code, unit.initials, unit.full_pinyin) for unit in seen.units
        )
        district = seen.street.district_name
        self._dialog = ListedDialog(
            units,
            authority=self.tr("{district}综合指挥中心").format(district=district),
            parent=self._host.window(),
        )
        self._dialog.accepted.connect(self._send)
        self._dialog.rejected.connect(self._forget)
        self._dialog.open()

    @Slot()
    def _send(self) -> None:
        if self._dialog is None:
            return
        self._given = self._dialog.given()
        number = str(self._given.pop("case_number")).strip()
        if number:
            self._services.ask(
                case_id_of, number, parent=self, done=self._list_case, failed=self._refuse_case
            )
        else:
            self._list_case(None)

    @Slot(object)
    def _list_case(self, case_id: int | None) -> None:
        command = ListSupervision(case_id=case_id, **self._given)
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        self._forget()
        self.told.emit(self.tr("{number} 已登记挂牌").format(number=result["number"]), "ok")
        self.listed.emit(result["listed_id"])

    @Slot(object)
    def _refuse_case(self, error: Exception) -> None:
        self._refuse(error, "case_number")

    @Slot(object)
    def _refuse(self, error: Exception, field: str = "") -> None:
        if self._dialog is None:
            self.told.emit(sentence(error), "danger")
            return
        self._dialog.open()
        facts = error.facts if isinstance(error, RecordError) else {}
        self._dialog.refuse(sentence(error), field or str(facts.get("field", "")))


def _delisting(row: ListedRow) -> str:
    if row.delisted_on is None:
        return ""
    return f"{row.delisting_number} {row.delisted_on:%Y-%m-%d}"


def _report(listed_id: int, given: dict[str, Any]) -> Command:
    return ReportListed(listed_id=listed_id, **given)


def _rectify(listed_id: int, given: dict[str, Any]) -> Command:
    return RectifyListed(listed_id=listed_id, **given)


def _reject(listed_id: int, given: dict[str, Any]) -> Command:
    return RejectRectification(listed_id=listed_id, **given)


def _delist(listed_id: int, given: dict[str, Any]) -> Command:
    return DelistSupervision(listed_id=listed_id, **given)
