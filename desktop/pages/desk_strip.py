"""The strips over the desk: the first alarm that waits for a word, and a shift for a signature."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.queries.alarms import Alarm, AlarmView
from db.queries.handovers import ShiftView
from db.rules.alarms import AlarmKind
from desktop import texts
from desktop.case_words import deadline_look, moment_words, short_number
from desktop.dialogs.shift_counts import counts_words
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.chips import Chip, urgency_tag
from desktop.widgets.plain_label import PlainLabel

_TONES = {
    AlarmKind.URGENT_WAITING: ("danger_weak", "danger", "urgent"),
    AlarmKind.OVERDUE: ("danger_weak", "danger", "urgent"),
    AlarmKind.NEARLY_DUE: ("warn_weak", "warn", "key"),
}
"""Ground, ink and the level of the tag."""


class AlarmStrip(PaintedWidget):
    """The first alarm that nobody acknowledged; it hides where nothing calls."""

    acknowledged = Signal(object, object)
    """The keys of alarms and for how many minutes (None: while their deadline stands)."""
    case_wanted = Signal(object)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alarm: Alarm | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._theme.px(52), 8, 12, 8)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._kind = Chip()
        self._title = PlainLabel("", kind="strong", elide=True)
        head.addWidget(self._kind)
        head.addWidget(self._title, 1)
        self._detail = PlainLabel("", kind="second", tone="text2", elide=True)
        words.addLayout(head)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        self._left = PlainLabel("", kind="section")
        row.addWidget(self._left)
        self._case = ActionButton(self.tr("看事件"))
        self._case.clicked.connect(self._want_case)
        self._all = ActionButton("", key="Ctrl B")
        self._all.clicked.connect(self.list_wanted)
        self._seen = ActionButton(
            self.tr("确认收到"), "check", key="Ctrl Enter", kind="primary", parent=self
        )
        self._seen.clicked.connect(self.acknowledge)
        for button in (self._case, self._all, self._seen):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_alarms(self, view: AlarmView) -> None:
        """Show the first alarm that waits for a word."""
        loud = [one for one in view.alarms if not one.is_quiet]
        self._alarm = loud[0] if loud else None
        self.setVisible(bool(loud))
        if not loud:
            return
        alarm = loud[0]
        row, tone = alarm.row, _TONES[alarm.key.kind]
        kind = self.tr("{kind} · 等待确认").format(kind=texts.label(alarm.key.kind))
        self._kind.show_chip(urgency_tag(kind, tone[2]))
        self._title.setText(row.title)
        since = self.tr("{time} 起报警").format(time=moment_words(alarm.since, view.now))
        place = row.address or row.grid or row.community
        parts = (short_number(row.number), row.lead or row.holder, place, since)
        self._detail.setText(" · ".join(part for part in parts if part))
        self._left.setText(deadline_look(row, view.now).words)
        self._left.set_tone(tone[1])
        self._all.setText(self.tr("共 {n} 件").format(n=len(view.loud)))
        self._all.setVisible(len(view.loud) > 1)
        self.setAccessibleName(f"{kind} {row.title}")
        self.update()

    def alarm(self) -> Alarm | None:
        """Return the alarm that is shown."""
        return self._alarm

    def draw(self, canvas: Canvas) -> None:
        if self._alarm is None:
            return
        ground, ink, _chip = _TONES[self._alarm.key.kind]
        rect = self.rect().toRectF()
        canvas.box(rect, 8, ground, ink)
        canvas.icon("siren", ink, 16, rect.center().y(), 24)

    @Slot()
    def acknowledge(self) -> None:
        """Say that the shown alarm was seen; the next one comes into sight."""
        if self._alarm is not None:
            self.acknowledged.emit([self._alarm.key], None)

    @Slot()
    def _want_case(self) -> None:
        if self._alarm is not None:
            self.case_wanted.emit(self._alarm.key.case_id)


class ShiftStrip(PaintedWidget):
    """A handover that waits for a signature, mine or that of a colleague."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._theme.px(52), 6, 12, 6)
        row.setSpacing(10)
        self._title = PlainLabel("", kind="strong")
        self._detail = PlainLabel("", kind="second", tone="text2", elide=True)
        self._button = ActionButton("", "pencil", key="Ctrl J", parent=self)
        self._button.clicked.connect(self.wanted)
        row.addWidget(self._title)
        row.addWidget(self._detail, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_view(self, view: ShiftView) -> None:
        """Show what waits for my signature, else what I gave and nobody signed for yet."""
        record = view.to_take or view.given
        self.setVisible(record is not None)
        if record is None:
            return
        facts = {"shift": texts.label(record.shift), "giver": record.giver, "taker": record.taker}
        if view.to_take is not None:
            self._title.setText(self.tr("{giver}交{shift}给您，等您签字接班").format(**facts))
            self._button.setText(self.tr("看记录并签字"))
            self._button.set_kind("primary")
        else:
            self._title.setText(self.tr("您交的{shift}，等{taker}签字接班").format(**facts))
            self._button.setText(self.tr("看记录或撤回"))
            self._button.set_kind("normal")
        named = self.tr("点名 {n} 件").format(n=len(record.matters))
        counts = counts_words(record.counts)
        self._detail.setText(" · ".join(part for part in (counts, named) if part))
        self.setAccessibleName(self._title.text())

    def draw(self, canvas: Canvas) -> None:
        rect = self.rect().toRectF()
        canvas.box(rect, 8, "brand_weak", "brand")
        canvas.icon("handshake", "brand", 16, rect.center().y(), 24)
