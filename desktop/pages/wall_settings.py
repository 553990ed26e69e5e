"""The right side of the wall page: which screen, from how far, and the switch."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.stage_words import looked_at, number, screen_name, verdict
from desktop.screen.screen_settings import DISTANCES
from desktop.screen.stage import Stage
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, Line, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel

SMALLEST_INCHES, LARGEST_INCHES = 10.0, 600.0


class WallSettings(Card):
    """Tells whether the wall display runs and lets the person set how it is looked at."""

    switch_wanted = Signal()

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=16, spacing=12)
        self._stage = stage
        self._runs = False
        self._build()
        stage.changed.connect(self.follow_stage)
        self.follow_stage()

    def show_running(self, runs: bool) -> None:
        """Say whether the wall display itself is on the second screen."""
        self._runs = runs
        self.follow_stage()

    @Slot()
    def follow_stage(self) -> None:
        """Show the screens that are there now and what is set."""
        stage = self._stage
        settings, others, target = stage.settings(), stage.others(), stage.target()
        self.screens.set_options([(one.name(), screen_name(one)) for one in others])
        self.screens.set_value(target.name() if target else None)
        self._screen_row.setVisible(bool(others))
        self._no_screen.setVisible(not others)
        self.distance.set_value(settings.distance_m)
        self.calm.set_value(settings.still)
        if not self.inches.hasFocus():
            self.inches.set_value(number(settings.inches) if settings.inches else "")
        optics = stage.optics()
        self._looked_at.setText(looked_at(optics))
        words, tone = verdict(optics)
        self._verdict.setText(words)
        self._verdict.set_tone(tone)
        self._show_state()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("投放"), self, kind="section"))
        head.addStretch(1)
        self._state = Chip(parent=self)
        head.addWidget(self._state)
        self.body.addLayout(head)
        self.switch = ActionButton("", "monitor", key="F11", kind="primary", parent=self)
        self.switch.clicked.connect(self.switch_wanted)
        self.body.addWidget(self.switch)
        self.body.addWidget(Line())
        # With large letters in a low window the choices scroll; the button stays.
        self._column = ScrollColumn(self, name=self.tr("投放"), spacing=self.body.spacing())
        self.body.addWidget(self._column, 1)
        self._build_screen()
        self._build_distance()
        self.calm = CheckField(self.tr("减少动画：名单翻页，不滚动"), parent=self)
        self.calm.changed.connect(self._change_calm)
        self._column.body.addWidget(self.calm)
        self._column.body.addWidget(Line())
        told = QVBoxLayout()
        told.setSpacing(4)
        self._looked_at = PlainLabel("", self, kind="strong", wrap=True)
        self._verdict = PlainLabel("", self, wrap=True)
        told.addWidget(self._looked_at)
        told.addWidget(self._verdict)
        self._column.body.addLayout(told)
        self._column.body.addStretch(1)
        keys = self.tr("F11 投放或收回；在大屏上按 Esc 也收回。大屏上没有姓名、电话和门牌。")
        self.body.addWidget(PlainLabel(keys, self, kind="small", tone="text2", wrap=True))

    def _build_screen(self) -> None:
        self.screens = ChoiceBox(name=self.tr("投到哪块屏幕"), parent=self)
        self.screens.changed.connect(self._change_screen)
        self._screen_row = FieldRow(self.tr("投到哪块屏幕"), self.screens)
        self._column.body.addWidget(self._screen_row)
        words = self.tr("没有第二块屏幕：将在一个可以移动的窗口里显示。")
        self._no_screen = PlainLabel(words, self, kind="second", tone="text2", wrap=True)
        self._column.body.addWidget(self._no_screen)

    def _build_distance(self) -> None:
        distances = [(one, self.tr("{n} 米").format(n=number(one))) for one in DISTANCES]
        self.distance = ChoiceBox(distances, name=self.tr("观看距离"), parent=self)
        self.distance.changed.connect(self._change_distance)
        name = self.tr("对角线（英寸）")
        self.inches = LineField(self.tr("由屏幕报告"), name=name, narrowing=True, longest=6)
        self.inches.editingFinished.connect(self._change_inches)
        self._inches_row = FieldRow(name, self.inches)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(FieldRow(self.tr("观看距离"), self.distance))
        pair.addWidget(self._inches_row)
        self._column.body.addLayout(pair)

    def _show_state(self) -> None:
        stage = self._stage
        if stage.is_waiting():
            spec = ChipSpec(self.tr("屏幕断开，已收起"), "amber", "pill", "dot")
        elif not self._runs:
            words = self.tr("正在投例会") if stage.is_shown() else self.tr("没有投放")
            spec = ChipSpec(words, "grey")
        elif stage.is_full():
            spec = ChipSpec(self.tr("第二块屏幕投放中"), "green", "pill", "dot")
        else:
            spec = ChipSpec(self.tr("窗口投放中"), "green", "pill", "dot")
        self._state.show_chip(spec)
        runs = self._runs and not stage.is_waiting()
        self.switch.setText(self.tr("收回大屏") if runs else self.tr("投放大屏"))
        self.switch.set_icon("x" if runs else "monitor")
        self.switch.set_kind("normal" if runs else "primary")

    @Slot()
    def _change_screen(self) -> None:
        self._change(screen=self.screens.value() or "")

    @Slot()
    def _change_distance(self) -> None:
        self._change(distance_m=self.distance.value())

    @Slot()
    def _change_inches(self) -> None:
        words = self.inches.value()
        try:
            inches = float(words or 0)
        except ValueError:
            inches = -1.0
        if inches and not SMALLEST_INCHES <= inches <= LARGEST_INCHES:
            self._inches_row.set_error(self.tr("请填 10 到 600 之间的数"))
            return
        self._inches_row.clear_error()
        self._change(inches=inches)

    @Slot()
    def _change_calm(self) -> None:
        self._change(still=self.calm.value())

    def _change(self, **changes: Any) -> None:
        settings = replace(self._stage.settings(), **changes)
        if settings != self._stage.settings():
            self._stage.change_settings(settings)
