"""The line over the console: state and clock of the meeting, who holds it, what can be done."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.meetings import MeetingRow
from db.rules.agenda import MeetingState
from desktop.pages.meeting_words import meeting_chip, span_words
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.plain_label import PlainLabel

NARROW = 1500
SAID_MILLISECONDS = 8000
SPEECH_SECONDS = 180
"""How long a unit has to explain a case."""


class MeetingHead(QWidget):
    """Chips and buttons; the seconds are counted here and nowhere else."""

    back_wanted = Signal()
    start_wanted = Signal()
    renew_wanted = Signal()
    add_wanted = Signal()
    close_wanted = Signal()
    minutes_wanted = Signal()
    week_wanted = Signal()
    projection_wanted = Signal()
    spoken = Signal(int, int)
    """The seconds that are left to speak, and how many there were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: MeetingRow | None = None
        self._opened_before = 0.0
        self._matter_since = time.monotonic()
        self._paused_at: float | None = None
        self._narrow = False
        self._build()
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._show_clock)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(SAID_MILLISECONDS)
        self._hush.timeout.connect(self._fall_silent)

    def show_meeting(self, row: MeetingRow, now: datetime, may_hold: bool) -> None:
        """Show a meeting; ``now`` is the record's own time."""
        first = self._row is None or self._row.id != row.id or self._row.state is not row.state
        self._row = row
        is_planned = may_hold and row.state is MeetingState.PLANNED
        is_open = may_hold and row.state is MeetingState.OPEN
        if first and row.opened_at is not None:
            self._opened_before = time.monotonic() - (now - row.opened_at).total_seconds()
        self._state.show_chip(meeting_chip(row))
        frozen = ""
        if row.frozen_at is not None:
            frozen = self.tr("数据截至 {time}").format(time=f"{row.frozen_at:%m-%d %H:%M}")
        self._frozen.show_chip(ChipSpec(frozen, "grey"))
        if self._narrow and self._said.isVisible():
            self._frozen.hide()
        self._people.setText(self._people_words(row))
        for button, shown in (
            (self._start, is_planned),
            (self._renew, is_planned),
            (self._add, is_planned or is_open),
            (self._close, is_open),
            (self._pause, is_open),
            (self._minutes, row.state is not MeetingState.PLANNED),
        ):
            button.setVisible(shown)
        self._minutes.set_kind("primary" if row.state is MeetingState.CLOSED else "normal")
        self._speech.setVisible(is_open)
        if row.state is MeetingState.OPEN:
            self._clock.start()
            self._show_clock()
        else:
            self._clock.stop()

    def begin_matter(self) -> None:
        """Another matter is called: its time to speak begins."""
        self._matter_since = time.monotonic()
        if self._paused_at is not None:
            self._paused_at = self._matter_since
        self._show_clock()

    @Slot()
    def pause(self) -> None:
        """Stop the time to speak, or let it go on."""
        if not self._pause.isVisible():
            return
        now = time.monotonic()
        if self._paused_at is None:
            self._paused_at = now
        else:
            self._matter_since += now - self._paused_at
            self._paused_at = None
        self._pause.setText(self.tr("继续计时") if self._paused_at else self.tr("暂停计时"))
        self._pause.set_icon("play" if self._paused_at else "timer")
        self._show_clock()

    @Slot(str, str)
    def tell(self, words: str, tone: str = "ok") -> None:
        """Say for a while what was done; a notice at the bottom would cover the buttons."""
        self._said.set_tone(tone)
        self._said.setText(words)
        self._said.show()
        self._frozen.setVisible(not self._narrow)
        self._hush.start()

    def show_screen(self, spec: ChipSpec, action: str) -> None:
        """Tell what the second screen does and what its button would do."""
        self._screen.show_chip(spec)
        self._project.setText(action)

    def said(self) -> str:
        """Return what is being said."""
        return self._said.text() if self._said.isVisible() else ""

    def follow_width(self, width: int) -> None:
        """Give up what is told elsewhere too when the window is narrow."""
        self._narrow = width < NARROW
        self._people.setVisible(not self._narrow)

    @Slot()
    def _fall_silent(self) -> None:
        self._said.hide()
        self._frozen.setVisible(bool(self._frozen.text()))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        back = IconButton("chevron-left", self.tr("回到会议列表（Alt ←）"))
        back.clicked.connect(self.back_wanted)
        self._state = Chip(parent=self)
        self._frozen = Chip(parent=self)
        self._people = PlainLabel("", kind="second", tone="text2", elide=True)
        self._speech = Chip(parent=self)
        self._screen = Chip(parent=self)
        for widget in (back, self._state, self._screen, self._frozen):
            row.addWidget(widget)
        row.addWidget(self._people, 1)
        self._said = PlainLabel("", kind="strong", tone="ok", elide=True)
        self._said.hide()
        row.addWidget(self._said, 1)
        row.addStretch(0)
        row.addWidget(self._speech)
        self._pause = ActionButton(self.tr("暂停计时"), "timer", key="Ctrl T")
        self._pause.clicked.connect(self.pause)
        self._renew = ActionButton(self.tr("重排议程"), "refresh-cw")
        self._renew.clicked.connect(self.renew_wanted)
        self._add = ActionButton(self.tr("加一件上会"), "plus")
        self._add.clicked.connect(self.add_wanted)
        self._project = ActionButton(self.tr("投屏"), "monitor", key="F11")
        self._project.clicked.connect(self.projection_wanted)
        self._week = ActionButton(self.tr("例会材料"), "file-text")
        self._week.clicked.connect(self.week_wanted)
        self._minutes = ActionButton(self.tr("会议纪要"), "file-check")
        self._minutes.clicked.connect(self.minutes_wanted)
        self._start = ActionButton(self.tr("宣布开会"), "play", key="Ctrl O", kind="primary")
        self._start.clicked.connect(self.start_wanted)
        self._close = ActionButton(
            self.tr("宣读确认并生成纪要"), "book-open", key="Ctrl M", kind="primary"
        )
        self._close.clicked.connect(self.close_wanted)
        for button in (
            self._pause,
            self._project,
            self._renew,
            self._add,
            self._week,
            self._minutes,
            self._start,
            self._close,
        ):
            row.addWidget(button)
        # What can be done is known with the meeting; a button before it would act on nothing.
        for button in (
            self._pause,
            self._renew,
            self._add,
            self._minutes,
            self._start,
            self._close,
        ):
            button.hide()

    def _people_words(self, row: MeetingRow) -> str:
        parts = [self.tr("主持 {name}").format(name=row.chair_name)]
        if row.recorder_name:
            parts.append(self.tr("记录 {name}").format(name=row.recorder_name))
        if row.place:
            parts.append(row.place)
        if row.state is MeetingState.PLANNED:
            parts.insert(0, self.tr("{time} 开会").format(time=f"{row.starts_at:%m-%d %H:%M}"))
        return " · ".join(parts)

    @Slot()
    def _show_clock(self) -> None:
        if self._row is None or self._row.state is not MeetingState.OPEN:
            return
        now = time.monotonic()
        spent = span_words(int(now - self._opened_before))
        words = self.tr("会议进行中 {time}").format(time=spent)
        self._state.show_chip(ChipSpec(words, "green", "pill", "dot"))
        until = self._paused_at if self._paused_at is not None else now
        left = SPEECH_SECONDS - int(until - self._matter_since)
        words = self.tr("发言剩余 {time}") if left >= 0 else self.tr("发言超时 {time}")
        tone = "red" if left < 0 else "amber" if left < 60 else "grey"
        self._speech.show_chip(ChipSpec(words.format(time=span_words(abs(left))), tone))
        self.spoken.emit(left, SPEECH_SECONDS)
