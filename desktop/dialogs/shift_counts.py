"""How the street stands when a shift ends: one line of figures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from db.rules.shifts import ShiftCount
from desktop import texts
from desktop.widgets.plain_label import PlainLabel

_GRAVE = {ShiftCount.OVERDUE: "danger", ShiftCount.URGENT_OPEN: "danger"}
_NEAR = {ShiftCount.NEARLY_DUE: "warn"}


class CountsLine(QWidget):
    """Each count with its name; what presses is coloured while there is any."""

    def __init__(self, counts: Mapping[ShiftCount, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, count in counts.items():
            tone = (_GRAVE | _NEAR).get(name, "text") if count else "text3"
            row.addWidget(PlainLabel(texts.label(name), self, kind="second", tone="text2"))
            row.addWidget(PlainLabel(str(count), self, kind="section", tone=tone))
            row.addSpacing(10)
        row.addStretch(1)


def counts_words(counts: Mapping[ShiftCount, int]) -> str:
    """Return the counts in one sentence, without those that are nothing."""
    return " · ".join(f"{texts.label(name)} {count}" for name, count in counts.items() if count)
