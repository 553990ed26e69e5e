"""What the rules suggest now: one item a case, with its reasons, taken by Enter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.queries.supervision import SuggestionRow
from db.rules.supervision import Measure
from desktop.pages.supervision_words import (
    chip_of_measure,
    facts_of_suggestion,
    head_of_suggestion,
)
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.card import Card, Line, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec, chip_size, paint_chip
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain_label import PlainLabel

MOST_SHOWN = 100


class SuggestionItem(PaintedWidget):
    """One suggestion: reason and measure, subject, unit, facts."""

    chosen = Signal(object)
    adopted = Signal(object)
    stepped = Signal(int)

    def __init__(self, row: SuggestionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.is_chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("，".join(self.words()))

    def words(self) -> tuple[str, ...]:
        """Return what the item tells, from the top."""
        row = self.row
        return (
            head_of_suggestion(row)[1],
            chip_of_measure(row.measure).text,
            row.title,
            row.unit_name,
            facts_of_suggestion(row),
        )

    def set_chosen(self, chosen: bool) -> None:
        """Show whether this is the one that the buttons act on."""
        self.is_chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        chip = self._theme.px(24) if self._is_narrow() else 0
        return QSize(240, self._theme.px(22) * 2 + self._theme.px(19) * 2 + 24 + chip)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, canvas: Canvas) -> None:
        row, theme = self.row, canvas.theme
        rect = QRectF(self.rect())
        if self.is_chosen:
            canvas.painter.fillRect(rect, theme.colour(theme.tokens.select))
            canvas.painter.fillRect(QRectF(0, 0, 3, rect.height()), theme.colour("brand"))
        icon, head, tone = head_of_suggestion(row)
        left, right, top = 16.0, rect.right() - 14, 10.0
        line, small = theme.px(24), theme.px(19)
        chip = chip_of_measure(row.measure)
        width = chip_size(theme, chip).width()
        middle = top + line / 2
        x = left + canvas.icon(icon, tone, left, middle, 16) + 7
        if self._is_narrow():
            # Both stand in full: the measure has a line of its own.
            room, lower = right - left, middle + line
            paint_chip(canvas, left, lower, chip, chosen=self.is_chosen, room=room)
            width = -8
        else:
            paint_chip(canvas, right - width, middle, chip, chosen=self.is_chosen)
        canvas.text(QRectF(x, top, right - width - x - 8, line), head, 14, tone, bold=True)
        top += (line * 2 if self._is_narrow() else line) + 2
        room = right - left
        canvas.text(QRectF(left, top, room, small + 2), row.title, 14, bold=self.is_chosen)
        top += small + 4
        canvas.text(QRectF(left, top, room, small), row.unit_name, 13, "text2")
        top += small
        canvas.text(QRectF(left, top, room, small), facts_of_suggestion(row), 12, "text2")
        if self.hasFocus():
            canvas.focus_ring(rect.adjusted(2, 2, -2, -2), 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _is_narrow(self) -> bool:
        """Tell whether the reason and the measure do not fit on one line."""
        head = self._theme.text_width(head_of_suggestion(self.row)[1], 14, bold=True)
        chip = chip_size(self._theme, chip_of_measure(self.row.measure)).width()
        return self.width() < 16 + self._theme.px(16) + 7 + head + 8 + chip + 15

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.adopted.emit(self.row)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.chosen.emit(self.row)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)


class ChosenBar(PaintedWidget):
    """The ground of the buttons: they belong to the chosen suggestion above them."""

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.fillRect(self.rect(), canvas.theme.colour(canvas.theme.tokens.select))
        canvas.painter.fillRect(QRectF(0, 0, 3, self.height()), canvas.theme.colour("brand"))


class SuggestionQueue(Card):
    """The suggestions, the hardest first; the chosen one carries the buttons."""

    adopt_wanted = Signal(object)
    level_wanted = Signal(object)
    ignore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self._rows: tuple[SuggestionRow, ...] = ()
        self._items: list[SuggestionItem] = []
        self._current: SuggestionRow | None = None
        self._build()

    # What others call ---------------------------------------------------------------------

    def show_rows(self, rows: tuple[SuggestionRow, ...]) -> None:
        """Show these suggestions; the chosen one stays, or the one in its place."""
        self._count.show_chip(ChipSpec(str(len(rows)), "red" if rows else "grey"))
        self._empty.setVisible(not rows)
        self._column.setVisible(bool(rows))
        if rows == self._rows:
            return
        had_focus = any(item.hasFocus() for item in self._items)
        place = next((i for i, item in enumerate(self._items) if item.is_chosen), 0)
        before = key_of(self._current) if self._current else None
        self._rows = rows
        self._clear()
        for row in rows[:MOST_SHOWN]:
            self._add(row)
        left = len(rows) - len(self._items)
        self._more.setText(self.tr("还有 {n} 条，处理后依次显示").format(n=left) if left else "")
        self._more.setVisible(bool(left))
        same = next((i for i, r in enumerate(rows[:MOST_SHOWN]) if key_of(r) == before), None)
        self._choose_place(min(place, len(self._items) - 1) if same is None else same)
        if had_focus and self._current is not None:
            self._item_of(self._current).setFocus()

    def rows(self) -> tuple[SuggestionRow, ...]:
        """Return what is shown."""
        return self._rows

    def current(self) -> SuggestionRow | None:
        """Return the suggestion that the buttons act on."""
        return self._current

    def take_focus(self) -> None:
        """Put the keyboard on the chosen suggestion."""
        if self._current is not None:
            self._item_of(self._current).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Put the chief button on a line of its own where all three do not fit."""
        if narrow:
            self._lines.addWidget(self._adopt, 0, 0, 1, 2)
            self._lines.addWidget(self._level, 1, 0)
            self._lines.addWidget(self._ignore, 1, 1)
        else:
            self._lines.addWidget(self._adopt, 0, 0)
            self._lines.addWidget(self._level, 0, 1)
            self._lines.addWidget(self._ignore, 0, 2)
        self._lines.setColumnStretch(0, 1)
        self._lines.setColumnStretch(1, 1 if narrow else 0)

    def remove(self, row: SuggestionRow) -> None:
        """Take an answered suggestion away before the record is read again."""
        self.show_rows(tuple(one for one in self._rows if key_of(one) != key_of(row)))

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        head = QWidget(self)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 12, 14, 12)
        title = PlainLabel(self.tr("督办建议"), head, kind="section")
        self._count = Chip(ChipSpec("0", "grey"), head)
        line.addWidget(title)
        line.addWidget(self._count)
        rhythm = self.tr("规则每 10 分钟运行")
        line.addWidget(PlainLabel(rhythm, head, kind="small", tone="text2", elide=True), 1)
        self.body.addWidget(head)
        self.body.addWidget(Line(self))
        self._column = ScrollColumn(self, name=self.tr("督办建议"), spacing=0)
        self._column.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._column.body.addStretch(1)
        self.body.addWidget(self._column, 1)
        sentence = self.tr("现在没有需要督办的事件。规则每 10 分钟看一遍；要自己拟，按 Ctrl N。")
        self._empty = EmptyState("circle-check", sentence, parent=self)
        self.body.addWidget(self._empty, 1)
        self._more = PlainLabel("", self, kind="small", tone="text2")
        self._more.hide()
        self.body.addWidget(Line(self))
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 14, 10)
        foot.addWidget(self._more)
        words = self.tr("只升不降；确认后才生成文书")
        foot.addWidget(PlainLabel(words, self, kind="small", tone="text2", wrap=True))
        self.body.addLayout(foot)
        self._make_buttons()

    def _make_buttons(self) -> None:
        self._bar = ChosenBar(self)
        self._bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lines = QGridLayout(self._bar)
        self._lines.setContentsMargins(16, 4, 10, 12)
        self._lines.setSpacing(6)
        self._adopt = ActionButton("", "check", key="Enter", kind="primary")
        self._level = ActionButton(self.tr("改级"))
        self._ignore = ActionButton(self.tr("忽略"))
        self._adopt.setObjectName("adopt")
        self._level.setObjectName("change_level")
        self._ignore.setObjectName("ignore")
        self.set_narrow(False)
        self._adopt.clicked.connect(self._want_adoption)
        self._level.clicked.connect(self._want_level)
        self._ignore.clicked.connect(self._want_ignoring)
        self._bar.hide()

    def _add(self, row: SuggestionRow) -> None:
        item = SuggestionItem(row, self._column.widget())
        item.chosen.connect(self._choose)
        item.adopted.connect(self.adopt_wanted)
        item.stepped.connect(self._step)
        self._items.append(item)
        place = self._column.body.count() - 1
        self._column.body.insertWidget(place, item)
        self._column.body.insertWidget(place + 1, Line(self._column.widget()))

    def _clear(self) -> None:
        self._bar.setParent(self)
        self._bar.hide()
        self._current = None
        for item in self._items:
            # A hidden item hands the focus to the next one, which would choose itself.
            item.blockSignals(True)
        self._items = []
        while self._column.body.count() > 1:
            taken = self._column.body.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None and widget is not self._bar:
                widget.hide()
                widget.deleteLater()

    # Choosing -----------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, row: SuggestionRow) -> None:
        if row is self._current:
            return
        self._current = row
        for item in self._items:
            item.set_chosen(item.row is row)
        words = {
            Measure.REMIND: self.tr("催办"),
            Measure.PHONE: self.tr("登记电话催办"),
            Measure.LIST_AT_DISTRICT: self.tr("提请挂牌"),
        }
        self._adopt.setText(words.get(row.measure, self.tr("采纳并拟稿")))
        self._level.setVisible(row.measure is not Measure.LIST_AT_DISTRICT)
        self._column.body.removeWidget(self._bar)
        place = self._column.body.indexOf(self._item_of(row))
        self._column.body.insertWidget(place + 1, self._bar)
        self._bar.show()

    def _choose_place(self, place: int) -> None:
        if 0 <= place < len(self._items):
            self._choose(self._items[place].row)

    @Slot(int)
    def _step(self, by: int) -> None:
        place = next((i for i, item in enumerate(self._items) if item.row is self._current), 0)
        place = max(0, min(len(self._items) - 1, place + by))
        item = self._items[place]
        item.setFocus(Qt.FocusReason.TabFocusReason)
        view: QScrollArea = self._column
        view.ensureWidgetVisible(item, 0, 70)

    def _item_of(self, row: SuggestionRow) -> SuggestionItem:
        return next(item for item in self._items if item.row is row)

    @Slot()
    def _want_adoption(self) -> None:
        if self._current is not None:
            self.adopt_wanted.emit(self._current)

    @Slot()
    def _want_level(self) -> None:
        if self._current is not None:
            self.level_wanted.emit(self._current)

    @Slot()
    def _want_ignoring(self) -> None:
        if self._current is not None:
            self.ignore_wanted.emit(self._current)


def key_of(row: SuggestionRow) -> tuple[Any, Any]:
    """Return what a suggestion is about."""
    return row.case_id, row.decision_id
