"""The alarms of a person: which case, what runs out, since when; seen, put off or opened by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.alarms import Alarm, AlarmView
from db.rules.alarms import AlarmKind
from desktop import texts
from desktop.case_words import deadline_look, moment_words, short_number
from desktop.models.columns import Column
from desktop.models.rows import RowsModel
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.chips import ChipSpec
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.virtual_table import VirtualTable

SNOOZE_MINUTES = 10
TONES = {
    AlarmKind.URGENT_WAITING: "red",
    AlarmKind.OVERDUE: "red",
    AlarmKind.NEARLY_DUE: "amber",
}
_INKS = {"bad": "danger", "warn": "warn", "ok": "text"}


class AlarmsDialog(BasicDialog):
    """The list; it stays open while alarms are acknowledged and follows every change."""

    acknowledged = Signal(object, object)
    case_wanted = Signal(object)
    volume_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("到期报警"), parent=parent)
        self._view: AlarmView | None = None
        self._build()
        theme = active_theme()
        room = (parent.width(), parent.height()) if parent is not None else (1200, 800)
        self.resize(min(theme.px(1060), room[0] - 60), min(theme.px(620), room[1] - 60))
        self._table.setFocus()

    # What others call ---------------------------------------------------------------------

    def show_view(self, view: AlarmView) -> None:
        """Show these alarms; the chosen row keeps its place."""
        self._view = view
        self._rows.show_ids([one.key.case_id for one in view.alarms])
        if self._table.current_id() is None:
            self._table.choose_place(0)
        self._empty.setVisible(not view.alarms)
        self._table.setVisible(bool(view.alarms))
        self.set_text(
            self.tr("{loud} 件等待确认，共 {n} 件临期或超期").format(
                loud=len(view.loud), n=view.count
            )
        )
        self._volume.set_value(min((0, 30, 60, 100), key=lambda step: abs(step - view.volume)))
        for answer in ("seen", "later", "all"):
            self.button(answer).setEnabled(bool(view.loud))

    def show_sound(self, words: str) -> None:
        """Say beside the volume whether this computer can play the alarm."""
        self._sound.setText(words)

    def table(self) -> VirtualTable:
        """Return the list."""
        return self._table

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._rows = RowsModel(self._columns())
        self._rows.rows_wanted.connect(self._give)
        self._table = VirtualTable(self._rows, name=self.tr("到期报警"), several=True, parent=self)
        self._rows.setParent(self._table)
        self._table.opened.connect(self._open)
        self._empty = EmptyState(
            "circle-check", self.tr("没有临期和超期的事件。可到「我的待办」继续办理。"), parent=self
        )
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._empty, 1)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(PlainLabel(self.tr("报警音量"), self, kind="second"))
        self._volume = SegmentedChoice(
            (
                (0, self.tr("静音")),
                (30, self.tr("轻")),
                (60, self.tr("中")),
                (100, self.tr("响")),
            ),
            name=self.tr("报警音量"),
            compact=True,
            parent=self,
        )
        self._volume.changed.connect(self.volume_chosen)
        line.addWidget(self._volume)
        self._sound = PlainLabel("", self, kind="second", tone="text2", elide=True)
        line.addWidget(self._sound, 1)
        line.addWidget(KeyHints((("Enter", self.tr("打开")), ("↑ ↓", self.tr("选行")))))
        self.body.addLayout(line)
        self._add_answers()

    def _add_answers(self) -> None:
        self.add_button(False, self.tr("关闭"), key="Esc")
        later = self.tr("{n} 分钟后再提醒").format(n=SNOOZE_MINUTES)
        buttons: tuple[tuple[str, str, str, str], ...] = (
            ("later", later, "F4", "normal"),
            ("seen", self.tr("确认收到"), "Space", "normal"),
            ("all", self.tr("全部确认"), "Ctrl Enter", "primary"),
        )
        for answer, words, key, kind in buttons:
            button: ActionButton = self.add_button(answer, words, key=key, kind=kind, closes=False)
            button.clicked.connect(getattr(self, f"_answer_{answer}"))
        # Enter opens the chosen case; it must not acknowledge all of them by the way.
        self.button("all").setDefault(False)
        Shortcut("F4", self, self.button("later").words(), self._answer_later)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("kind", self.tr("报警"), 104, _nothing, chip=_kind_chip),
            Column(
                "case",
                self.tr("事件"),
                320,
                _title,
                detail=_number_and_unit,
                strong=_is_loud,
                stretch=True,
            ),
            Column("clock", self.tr("到期的时限"), 104, _clock),
            Column("since", self.tr("报警自"), 118, self._since),
            Column("left", self.tr("时限"), 150, self._left, tone=self._left_tone),
            Column("state", self.tr("状态"), 150, self._state, tone=_state_tone),
        )

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _give(self, wish: tuple[int, tuple[int, ...]]) -> None:
        generation, ids = wish
        known = {one.key.case_id: one for one in self._alarms()}
        self._rows.give_rows(generation, {id_: known[id_] for id_ in ids if id_ in known})

    @Slot(object)
    def _open(self, case_id: int) -> None:
        self.case_wanted.emit(case_id)
        self.accept()

    @Slot()
    def _answer_seen(self) -> None:
        self._answer(self._chosen(), None)

    @Slot()
    def _answer_later(self) -> None:
        self._answer(self._chosen(), SNOOZE_MINUTES)

    @Slot()
    def _answer_all(self) -> None:
        self._answer(self._alarms(), None)

    # Qt -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space acknowledges the chosen rows, as it does the next step on the desk."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._answer_seen()
        else:
            super().keyPressEvent(event)

    # Helpers ------------------------------------------------------------------------------

    def _alarms(self) -> tuple[Alarm, ...]:
        return self._view.alarms if self._view is not None else ()

    def _chosen(self) -> list[Alarm]:
        ids = {*self._table.chosen_ids(), self._table.current_id()}
        return [one for one in self._alarms() if one.key.case_id in ids]

    def _answer(self, alarms: Sequence[Alarm], minutes: int | None) -> None:
        keys = [one.key for one in alarms if not one.is_quiet]
        if keys:
            self.acknowledged.emit(keys, minutes)

    def _since(self, alarm: Alarm) -> str:
        return moment_words(alarm.since, self._view.now) if self._view is not None else ""

    def _left(self, alarm: Alarm) -> str:
        return deadline_look(alarm.row, self._view.now).words if self._view is not None else ""

    def _left_tone(self, alarm: Alarm) -> str:
        if self._view is None:
            return "text"
        return _INKS.get(deadline_look(alarm.row, self._view.now).tone, "text")

    def _state(self, alarm: Alarm) -> str:
        if not alarm.is_quiet:
            return self.tr("等待确认")
        if alarm.quiet_until is None:
            return self.tr("已确认")
        return self.tr("{time} 再提醒").format(time=f"{alarm.quiet_until:%H:%M}")


def _nothing(_alarm: Alarm) -> str:
    return ""


def _kind_chip(alarm: Alarm) -> ChipSpec:
    return ChipSpec(
        texts.label(alarm.key.kind), "grey" if alarm.is_quiet else TONES[alarm.key.kind]
    )


def _title(alarm: Alarm) -> str:
    return alarm.row.title


def _number_and_unit(alarm: Alarm) -> str:
    row = alarm.row
    parts = (short_number(row.number), row.lead or row.holder, row.address or row.community)
    return " · ".join(part for part in parts if part)


def _is_loud(alarm: Alarm) -> bool:
    return not alarm.is_quiet


def _clock(alarm: Alarm) -> str:
    return texts.label(alarm.clock)


def _state_tone(alarm: Alarm) -> str:
    return "text2" if alarm.is_quiet else "danger"
