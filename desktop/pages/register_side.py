"""Beside the registration: cases that may be the same, and what came in today."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.queries.cases import CaseRow
from db.queries.duplicates import Likeness, SimilarCase
from desktop import texts
from desktop.case_words import chip_of, moment_words, short_number
from desktop.pages.register_queries import RECENT
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.card import Card, CardTitle, Line
from desktop.widgets.chips import Chip
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.plain_label import PlainLabel

SHOWN_LIKE = 3


class SimilarBox(PaintedWidget):
    """One case that may be the same; a press marks it as the main case."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: SimilarCase | None = None
        self._lines = ("", "", "")
        self._marked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, case: SimilarCase, likeness: str, now: datetime, marked: bool) -> None:
        """Show a case, why it looks the same, and whether it is the main case."""
        self._case = case
        self._marked = marked
        when = moment_words(case.registered_at, now)
        parts = (when, texts.label(case.state), case.holder)
        self._lines = (
            short_number(case.number),
            case.title,
            " · ".join(part for part in parts if part),
        )
        self._like = self.tr("相似 {score}%").format(score=case.score)
        self._why = self.tr("将并入此件") if marked else likeness
        self.setAccessibleName(" ".join((*self._lines, self._like, self._why)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(20) * 4 + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return) and self._case is not None:
            self.pressed.emit(self._case.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._case is not None:
            self.pressed.emit(self._case.id)

    def draw(self, canvas: Canvas) -> None:
        if self._case is None:
            return
        rect = QRectF(self.rect())
        if self._marked:
            canvas.box(rect, 6, "warn_weak", "warn", 2)
        else:
            canvas.box(rect, 6, "warn_weak")
        height = self._theme.px(20)
        line = QRectF(12, 10, rect.width() - 24, height)
        score = self._theme.text_width(self._like, 13, bold=True) + 2
        right = QRectF(line.right() - score, line.top(), score, height)
        canvas.text(right, self._like, 13, "warn", bold=True)
        first = QRectF(line.left(), line.top(), line.width() - score - 8, height)
        canvas.text(first, self._lines[0], 13, "text2")
        line.translate(0, height)
        canvas.text(line, self._lines[1], 14, "text", bold=True)
        line.translate(0, height)
        canvas.text(line, self._lines[2], 13, "text2")
        line.translate(0, height)
        canvas.text(line, self._why, 13, "warn", bold=self._marked)
        if self.hasFocus():
            canvas.focus_ring(rect, 6)


class DuplicateRadar(Card):
    """What looks like the case being typed; it warns and never stops anybody."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=18, spacing=8)
        self._cases: tuple[SimilarCase, ...] = ()
        self._main: int | None = None
        self._now = datetime.now()
        head = QHBoxLayout()
        self._icon = PlainLabel("", self)
        self._title = PlainLabel("", self, kind="section", tone="warn")
        head.addWidget(self._title, 1)
        head.addWidget(KeyHint("F8", self.tr("按重复登记"), self))
        self.body.addLayout(head)
        self._note = PlainLabel("", self, kind="small", wrap=True)
        self.body.addWidget(self._note)
        self._boxes = [SimilarBox(self) for _ in range(SHOWN_LIKE)]
        for box in self._boxes:
            box.pressed.connect(self._mark)
            self.body.addWidget(box)
        self.show_cases((), self._now)

    def show_cases(self, cases: tuple[SimilarCase, ...], now: datetime) -> None:
        """Show the most alike; a mark stays as long as its case is among them."""
        self._cases, self._now = cases[:SHOWN_LIKE], now
        if self._main not in [case.id for case in self._cases]:
            self._main = None
        self._show()

    def cases(self) -> tuple[SimilarCase, ...]:
        """Return what is shown."""
        return self._cases

    def main_id(self) -> int | None:
        """Return the case with which the new one will be linked."""
        return self._main

    @Slot()
    def step(self) -> None:
        """Mark the first case, then the next, then none again."""
        ids: list[int | None] = [*(case.id for case in self._cases), None]
        place = ids.index(self._main)
        self._main = ids[(place + 1) % len(ids)]
        self._show()
        self.changed.emit()

    @Slot(object)
    def _mark(self, case_id: int) -> None:
        self._main = None if self._main == case_id else case_id
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.setVisible(bool(self._cases))
        self._title.setText(self.tr("疑似重复 {n} 件").format(n=len(self._cases)))
        self._note.setText(
            self.tr("保存后并入选中的主件，随主件一起办结，不重复统计。")
            if self._main is not None
            else self.tr("近 30 天内相似的事件，仅作提醒，不影响保存。")
        )
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(self._cases))
            if place < len(self._cases):
                case = self._cases[place]
                box.show_case(case, self._likeness(case), self._now, case.id == self._main)

    def _likeness(self, case: SimilarCase) -> str:
        words = {
            Likeness.PHONE: self.tr("同一号码"),
            Likeness.PLACE: self.tr("同一地点"),
            Likeness.TEXT: self.tr("描述相近"),
            Likeness.ITEM: self.tr("同一类别"),
            Likeness.GRID: self.tr("同一网格"),
            Likeness.TIME: self.tr("24 小时内"),
        }
        return "、".join(words[reason] for reason in case.reasons)


class RecentCases(Card):
    """The newest registrations of the day, and how fast they were taken down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=18, spacing=10)
        self.body.addWidget(CardTitle(self.tr("今日登记")))
        self._lines: list[tuple[QWidget, PlainLabel, PlainLabel, Chip]] = []
        for _ in range(RECENT):
            self._add_line()
        # Until the first answer nobody knows; a server may be away from the start.
        self._empty = PlainLabel(
            self.tr("今天还没有登记，保存后会显示在这里。"), kind="second", wrap=True
        )
        self._empty.hide()
        self._foot = PlainLabel("", kind="second", tone="text2")
        self.body.addWidget(self._empty)
        self.body.addWidget(Line())
        self.body.addWidget(self._foot)

    def show_cases(self, rows: tuple[CaseRow, ...], count: int, seconds: list[float]) -> None:
        """Show the newest cases, how many there are and the mean time of this person's forms."""
        self._empty.setVisible(not rows)
        for place, (line, time, title, chip) in enumerate(self._lines):
            line.setVisible(place < len(rows))
            if place < len(rows):
                row = rows[place]
                time.setText(f"{row.registered_at:%H:%M}")
                title.setText(row.title)
                chip.show_chip(chip_of(row.state))
        words = self.tr("今日录入 {n} 件").format(n=count)
        if seconds:
            mean = round(sum(seconds) / len(seconds))
            words = self.tr("{counted} · 本次平均 {seconds} 秒 / 件").format(
                counted=words, seconds=mean
            )
        self._foot.setText(words)

    def _add_line(self) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        time = PlainLabel("", line, kind="second")
        title = PlainLabel("", line, elide=True)
        chip = Chip(parent=line)
        row.addWidget(time)
        row.addWidget(title, 1)
        row.addWidget(chip)
        line.hide()
        self._lines.append((line, time, title, chip))
        self.body.addWidget(line)


def side_column(*widgets: QWidget) -> QVBoxLayout:
    """Return a column of cards, pushed to the top."""
    column = QVBoxLayout()
    column.setSpacing(14)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
