"""The case under discussion: its facts, its deadline, last week's promise beside today's state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.queries.agenda import AgendaFacts
from db.queries.decisions import DecisionRow
from desktop import texts
from desktop.case_words import chip_of
from desktop.pages.meeting_effects import effect_words
from desktop.pages.meeting_words import (
    case_chips,
    case_explanation,
    case_look,
    day_and_time,
    kept_chip,
    task_chip,
)
from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.deadline import DeadlineCard
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.photo_strip import Photo, PhotoStrip
from desktop.widgets.plain_label import PlainLabel

MOST_CHIPS = 5


class TintedBox(QFrame):
    """A coloured ground with a bold heading, words, a note below and a chip at its corner."""

    def __init__(self, ground: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self.update)
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._heading = PlainLabel("", self, kind="strong", tone=ink)
        self._chip = Chip(parent=self)
        self._words = PlainLabel("", self, kind="row", wrap=True)
        self._note = PlainLabel("", self, kind="small", tone="text2", elide=True)
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addStretch(1)
        column.addWidget(self._note)

    def show_words(self, heading: str, words: str, note: str, chip: ChipSpec | None) -> None:
        """Show these words."""
        self._heading.setText(heading)
        self._words.setText(words)
        self._note.setText(note)
        self._chip.show_chip(chip or ChipSpec(""))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        Canvas(painter, self._theme).box(QRectF(self.rect()), 6, self._ground)
        painter.end()


class _NumberLine(QWidget):
    """The number of what is discussed at the left, its marks at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._number = PlainLabel("", self, kind="second", tone="text2", elide=True)
        row.addWidget(self._number, 1)
        self._chips = [Chip(parent=self) for _ in range(MOST_CHIPS)]
        for chip in self._chips:
            row.addWidget(chip)

    def show_line(self, number: str, chips: Sequence[ChipSpec]) -> None:
        """Show a number and marks."""
        self._number.setText(number)
        for place, chip in enumerate(self._chips):
            chip.show_chip(chips[place] if place < len(chips) else ChipSpec(""))


class CaseHead(QWidget):
    """A case as the meeting needs to see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: int | None = None
        self._line = _NumberLine(self)
        self._title = PlainLabel("", self, kind="title", wrap=True)
        self._deadline = DeadlineCard(self)
        self._facts = FactGrid(columns=3, parent=self)
        self._promise = TintedBox("brand_weak", "brand", self)
        self._today = TintedBox("warn_weak", "warn", self)
        self._photos = PhotoStrip(name=self.tr("照片"), tallest=96, parent=self)
        self._photos.set_photos(())
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self._promise, 1)
        pair.addWidget(self._today, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._line, self._title, self._deadline, self._facts):
            column.addWidget(widget)
        column.addLayout(pair)
        column.addWidget(self._photos)

    def show_case(self, case: AgendaFacts, place: str) -> None:
        """Show a case; ``place`` tells which of how many it is."""
        if case.case_id != self._shown:
            self._photos.set_photos(())
        self._shown = case.case_id
        where = case.grid_name or case.community_name
        parts = (case.number, place, where)
        self._line.show_line(
            " · ".join(part for part in parts if part), [*case_chips(case), chip_of(case.state_now)]
        )
        self._title.setText(case.title)
        self._deadline.show_deadline(case_look(case), case_explanation(case))
        self._facts.set_facts(self._fact_rows(case))
        self._show_promise(case.promise)
        self._show_today(case)

    @Slot(object)
    def show_pictures(self, found: tuple[int, Sequence[Photo]]) -> None:
        """Show the pictures of the case, if it is still the one that is shown."""
        case_id, photos = found
        if case_id == self._shown:
            self._photos.set_photos(photos)

    def _fact_rows(self, case: AgendaFacts) -> list[tuple[str, str]]:
        who = " ".join(part for part in (case.reporter_name, case.reporter_phone) if part)
        source = self.tr("{source} {time}").format(
            source=texts.label(case.source), time=f"{case.registered_at:%m-%d %H:%M}"
        )
        return [
            (self.tr("牵头"), case.lead_name or "—"),
            (self.tr("协办"), "、".join(case.assist_names) or "—"),
            (self.tr("来源"), source),
            (self.tr("地点"), case.address or "—"),
            (self.tr("反映人"), who or "—"),
            (self.tr("事项"), case.item_name or "—"),
        ]

    def _show_promise(self, promise: DecisionRow | None) -> None:
        self._promise.setVisible(promise is not None)
        if promise is None:
            return
        note = self.tr("第 {week} 周例会 · {unit}{person}承诺 {date} 前").format(
            week=promise.week,
            unit=promise.lead_name,
            person=promise.responsible,
            date=day_and_time(promise.due_at),
        )
        words = "\n".join((promise.text, *map(effect_words, promise.effects)))
        self._promise.show_words(self.tr("上周承诺"), words, note, None)

    def _show_today(self, case: AgendaFacts) -> None:
        promise = case.promise
        at, words = case.last_step_at, case.last_step_text
        told_at = promise.last_progress_at if promise is not None else None
        if promise is not None and told_at is not None and (at is None or told_at > at):
            at, words = told_at, promise.last_progress
        note = f"{at:%m-%d %H:%M}" if at is not None else ""
        chip = kept_chip(promise) if promise is not None else None
        self._today.show_words(self.tr("今日状态"), words or self.tr("还没有办理反馈"), note, chip)


class PromiseHead(QWidget):
    """An earlier decision: what was promised, whether it was kept, what the unit told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _NumberLine(self)
        self._title = PlainLabel("", self, kind="title", wrap=True)
        self._facts = FactGrid(columns=3, parent=self)
        self._promise = TintedBox("brand_weak", "brand", self)
        self._today = TintedBox("warn_weak", "warn", self)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self._promise, 1)
        pair.addWidget(self._today, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._line, self._title, self._facts):
            column.addWidget(widget)
        column.addLayout(pair)

    def show_decision(self, row: DecisionRow, kept: bool | None, place: str) -> None:
        """Show an earlier decision; ``kept`` is how it stood when the meeting opened."""
        chips = [kept_chip(row, kept), task_chip(row)]
        if row.missed_meetings:
            words = self.tr("连续 {n} 次例会逾期").format(n=row.missed_meetings)
            chips.insert(0, ChipSpec(words, "red", "pill", "dot"))
        number = self.tr("{number} · {place}").format(number=row.code, place=place)
        self._line.show_line(number, chips)
        self._title.setText(row.case_title or row.text)
        self._facts.set_facts(
            [
                (self.tr("牵头"), row.lead_name),
                (self.tr("协办"), "、".join(row.assist_names) or "—"),
                (self.tr("责任人"), row.responsible),
                (self.tr("时限"), day_and_time(row.due_at)),
                (self.tr("成果"), row.outcome_form or "—"),
                (self.tr("事件"), row.case_number or "—"),
            ]
        )
        week = self.tr("第 {week} 周例会议定").format(week=row.week)
        words = "\n".join((row.text, *map(effect_words, row.effects)))
        self._promise.show_words(self.tr("上周承诺"), words, week, None)
        note = f"{row.last_progress_at:%m-%d %H:%M}" if row.last_progress_at else ""
        told = row.last_progress or self.tr("责任单位还没有反馈")
        self._today.show_words(self.tr("今日状态"), told, note, kept_chip(row, kept))
