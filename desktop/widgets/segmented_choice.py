"""One of a few: segments side by side, taken by digit, arrow key or mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget
from desktop.widgets.shortcut import KeyLine
from desktop.widgets.wide_letters import narrow

_WHOLE_UP_TO = 2
"""So many options never lose a letter; a longer bar may."""


class SegmentedChoice(PaintedWidget):
    """Options are (id, text) or (id, text, tone); digits count only while it has the focus.

    `tone` colours the segment while it is chosen: brand, warn or danger.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[Any, ...]] = (),
        *,
        name: str = "",
        numbered: bool = True,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options: list[tuple[Any, str, str]] = []
        self._chosen: int | None = None
        self._over: int | None = None
        self._numbered = numbered
        self._compact = compact
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Maximum if compact else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, ...]]) -> None:
        """Offer other options; nothing is chosen afterwards."""
        self._options = [
            (option[0], option[1], option[2] if len(option) > 2 else "brand") for option in options
        ]
        self._chosen = None
        self._describe()
        self.updateGeometry()
        self.update()

    def value(self) -> Any:
        """Return the id of the chosen option, or None."""
        return None if self._chosen is None else self._options[self._chosen][0]

    def text(self) -> str:
        """Return the words of the chosen option."""
        return "" if self._chosen is None else self._options[self._chosen][1]

    def set_value(self, value: Any) -> None:
        """Choose without telling; None or an unknown id chooses nothing."""
        places = (i for i, option in enumerate(self._options) if option[0] == value)
        self._chosen = next(places, None)
        self._describe()
        self.update()

    def clear(self) -> None:
        """Choose nothing, without telling."""
        self.set_value(None)

    def sizeHint(self) -> QSize:
        widths = [self._theme.text_width(self._label(i), 15, bold=True) for i in self._all()]
        pad = 28 if self._compact else 36
        each = max(widths, default=40.0) + pad
        return QSize(round(each * max(1, len(self._options))), self._theme.px(20) + 18)

    def minimumSizeHint(self) -> QSize:
        width = max(1, len(self._options)) * self._theme.px(44)
        if len(self._options) <= _WHOLE_UP_TO:
            words = [self._theme.text_width(self._label(i), 15, bold=True) for i in self._all()]
            width = max(width, round(sum(words)) + 10 * len(words))
        return QSize(width, self.sizeHint().height())

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("1–9", self.tr("选项条：选第几项")),
            KeyLine("←", self.tr("选项条：前一项")),
            KeyLine("→", self.tr("选项条：后一项")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = narrow(event.text())
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if plain and digit.isdecimal() and 1 <= int(digit) <= len(self._options):
            self._choose(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._options:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            start = self._chosen if self._chosen is not None else (-1 if step > 0 else 0)
            self._choose((start + step) % len(self._options))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = self._place(event.position().x())
        self.update()

    def leaveEvent(self, event: Any) -> None:
        self._over = None
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        if not self._options:
            return
        rect = QRectF(self.rect())
        canvas.box(rect, 6, "surface" if self.isEnabled() else "surface2", "control_border")
        for place in self._all():
            self._draw_segment(canvas, place)
        if self.hasFocus():
            canvas.focus_ring(rect, 6)

    def _draw_segment(self, canvas: Canvas, place: int) -> None:
        rect = self._segment(place)
        chosen = place == self._chosen
        tone = self._options[place][2]
        ink = "text2" if self.isEnabled() else "disabled"
        if chosen:
            ink = {"danger": "danger", "warn": "warn"}.get(tone, "brand")
            ground = {"danger": "danger_weak", "warn": "warn_weak"}.get(tone, "brand_weak")
            self._fill(canvas, rect, ground)
            self._draw_frame(canvas, rect, place, ink)
        elif place == self._over and self.isEnabled():
            self._fill(canvas, rect.adjusted(1, 1, -1, -1), "hover")
        if not chosen and place and place - 1 != self._chosen:
            canvas.line(
                rect.left() + 0.5, 1, rect.left() + 0.5, rect.height() - 1, "control_border"
            )
        canvas.text(
            rect.adjusted(4, 0, -4, 0), self._label(place), 15, ink, bold=chosen, align=CENTER
        )

    def _draw_frame(self, canvas: Canvas, rect: QRectF, place: int, ink: str) -> None:
        """Draw a border that is round only at the ends of the whole choice."""
        first, last = place == 0, place == len(self._options) - 1
        wide = rect.adjusted(0 if first else -8, 0, 0 if last else 8, 0)
        canvas.painter.save()
        canvas.painter.setClipRect(rect)
        canvas.box(wide, 6, border=ink)
        canvas.painter.restore()
        for inner, x in ((first, rect.left() + 0.5), (last, rect.right() - 0.5)):
            if not inner:
                canvas.line(x, 0, x, rect.height(), ink)

    def _fill(self, canvas: Canvas, rect: QRectF, ground: str) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 6, 6)
        canvas.painter.save()
        canvas.painter.setClipPath(outline)
        canvas.painter.fillRect(rect, canvas.theme.colour(ground))
        canvas.painter.restore()

    def _choose(self, place: int) -> None:
        if place == self._chosen:
            return
        self._chosen = place
        self._describe()
        self.update()
        self.changed.emit(self.value())

    def _describe(self) -> None:
        self.setAccessibleDescription(self.text())

    def _label(self, place: int) -> str:
        text = self._options[place][1]
        return f"{place + 1} {text}" if self._numbered else text

    def _all(self) -> range:
        return range(len(self._options))

    def _segment(self, place: int) -> QRectF:
        edges = self._edges()
        return QRectF(edges[place], 0, edges[place + 1] - edges[place], self.height())

    def _edges(self) -> list[int]:
        """Return where the segments begin and end: alike, or by their words where room is short."""
        widths = [self._theme.text_width(self._label(i), 15, bold=True) + 8 for i in self._all()]
        each = self.width() / len(widths)
        if max(widths) > each:
            each = self.width() / sum(widths)
        else:
            widths = [1.0] * len(widths)
        return [round(each * sum(widths[:place])) for place in range(len(widths) + 1)]

    def _place(self, x: float) -> int | None:
        if not self._options or not 0 <= x < self.width():
            return None
        return next(i for i in self._all() if self._segment(i).right() > x)
