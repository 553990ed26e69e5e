"""Find what does not fit on a window: cut words, widgets over each other, loose Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

CHINESE = re.compile(r"[\u3400-\u9fff]+")
SLACK = 2
"""Pixels by which a text may be wider than its room: the side bearing of its last letter."""


def named(widget: QWidget) -> str:
    """Return where a widget is, for whoever reads the failed test."""
    parts = []
    place: Any = widget
    while place is not None and len(parts) < 4:
        parts.append(place.objectName() or type(place).__name__)
        place = place.parentWidget()
    return " < ".join(parts)


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window that a person sees now, whole or in part."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def words_of(widget: QWidget) -> str:
    """Return the words that a widget shows by itself."""
    if isinstance(widget, QLabel | QAbstractButton):
        return str(widget.text()).replace("&&", "&")
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    return ""


def cut_words(window: QWidget) -> list[str]:
    """Return the labels whose words do not fit and that do not say so by an ellipsis.

    A label that elides shows the rest in its tip; our buttons and tables always elide.
    """
    wrong = []
    for widget in shown(window):
        if isinstance(widget, QLabel):
            room = widget.contentsRect().size()
            text = getattr(widget, "shown_text", widget.text)()
            if not text:
                continue
            metrics = widget.fontMetrics()
            flags = int(widget.alignment()) | (Qt.TextFlag.TextWordWrap if widget.wordWrap() else 0)
            bound = QRect(0, 0, room.width() if widget.wordWrap() else 10_000, 10_000)
            needed = metrics.boundingRect(bound, flags, text).size()
            # Qt rounds the height of each line up when it measures, and not when it draws.
            lines = max(1, round(needed.height() / metrics.lineSpacing()))
            too_high = needed.height() > room.height() + SLACK + lines
            if needed.width() > room.width() + SLACK or too_high:
                wrong.append(
                    f"{named(widget)}: {text[:40]!r} needs {needed.width()}x{needed.height()},"
                    f" has {room.width()}x{room.height()}"
                )
    return wrong


def overlaps(window: QWidget) -> list[str]:
    """Return the pairs of brothers with words that lie over each other in one layout."""
    wrong = []
    told = [w for w in shown(window) if words_of(w).strip() or isinstance(w, QAbstractItemView)]
    for parent in {id(w.parentWidget()): w.parentWidget() for w in told}.values():
        mine = [w for w in told if w.parentWidget() is parent]
        for nth, one in enumerate(mine):
            for other in mine[nth + 1 :]:
                both = one.geometry().intersected(other.geometry())
                if both.width() > SLACK and both.height() > SLACK:
                    wrong.append(
                        f"{named(one)} {words_of(one)[:20]!r} over {words_of(other)[:20]!r}: {both}"
                    )
    return wrong


def outside(window: QWidget) -> list[str]:
    """Return the widgets that stick out of their parent without a scrolling area."""
    wrong = []
    for widget in shown(window):
        parent = widget.parentWidget()
        told = words_of(widget).strip() or isinstance(widget, QAbstractScrollArea)
        if not told or parent is None or widget.isWindow() or _scrolls(widget):
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()):
            wrong.append(
                f"{named(widget)}: {words_of(widget)[:30]!r} {widget.geometry()} in {room}"
            )
    return wrong


def sideways(window: QWidget) -> list[str]:
    """Return what is wider than it has room for: it is cut at the right, or has to be moved."""
    wrong = []
    for area in shown(window):
        wide = 0
        if isinstance(area, QTableView):
            wide = area.horizontalHeader().length()
        elif isinstance(area, QScrollArea) and area.widget() is not None:
            wide = area.widget().width()
        if isinstance(area, QAbstractScrollArea) and wide > area.viewport().width() + SLACK:
            wrong.append(f"{named(area)}: {wide} px wide in {area.viewport().width()}")
    return wrong


def too_large(dialog: QWidget, window: QWidget) -> list[str]:
    """Return the size of a dialog that is larger than the window it lies over."""
    is_larger = dialog.width() > window.width() or dialog.height() > window.height()
    return [f"{dialog.size()} over {window.size()}"] if is_larger else []


def nameless(window: QWidget) -> list[str]:
    """Return the widgets that Tab reaches and of which a screen reader could say nothing."""
    wrong = []
    for widget in shown(window):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not told and not widget.objectName().startswith("qt_"):
                wrong.append(f"{named(widget)}: no name")
    return wrong


def _scrolls(widget: QWidget) -> bool:
    place: Any = widget.parentWidget()
    while place is not None:
        if isinstance(place, QAbstractScrollArea):
            return True
        place = place.parentWidget()
    return False


def loose_chinese(window: QWidget, data: str) -> list[str]:
    """Return the Chinese words on a window that are not in the data."""
    wrong = []
    for widget in shown(window):
        for run in CHINESE.findall(words_of(widget)):
            if run not in data:
                wrong.append(f"{named(widget)}: {words_of(widget)[:40]!r}")
                break
        if isinstance(widget, QHeaderView):
            model = widget.model()
            for section in range(model.columnCount() if model else 0):
                title = str(model.headerData(section, widget.orientation()) or "")
                if CHINESE.search(title) and not widget.isSectionHidden(section):
                    wrong.append(f"{named(widget)}: heading {title!r}")
    return wrong
