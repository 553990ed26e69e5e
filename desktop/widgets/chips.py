"""Chips and tags: a state, an urgency or a supervision card in words on a coloured ground."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget

_CARD_TONES = {"ordinary": "blue", "yellow": "amber", "red": "red", "listed": "purple"}


@dataclass(frozen=True)
class ChipSpec:
    """One chip: `shape` is pill, tag, solid, outline or card; `mark` is dot, check or empty."""

    text: str
    tone: str = "grey"
    shape: str = "pill"
    mark: str = ""
    card: str = ""


def state_chip(text: str, tone: str, *, done: bool = False) -> ChipSpec:
    """Return the chip of a state; a finished one carries a tick instead of a dot."""
    return ChipSpec(text, tone, "pill", "check" if done else "dot")


def urgency_tag(text: str, level: str) -> ChipSpec:
    """Return the tag before a title: `level` is urgent (filled red) or key (outlined amber)."""
    return ChipSpec(text, "red" if level == "urgent" else "amber",
                    "solid" if level == "urgent" else "outline")  # fmt: skip


def card_chip(text: str, card: str) -> ChipSpec:
    """Return a supervision chip: `card` is ordinary, yellow, red or listed."""
    return ChipSpec(text, _CARD_TONES.get(card, "grey"), "card", "", card)


def chip_size(theme: Theme, spec: ChipSpec) -> QSize:
    """Return how much room a chip needs."""
    words = theme.text_width(spec.text, 12, bold=True)
    if spec.shape in ("solid", "outline"):
        return QSize(round(words) + 12, theme.px(20))
    if spec.shape in ("card", "tag"):
        return QSize(round(words) + (32 if spec.card else 16), theme.px(22))
    mark = theme.px(14) if spec.mark == "check" else 12 if spec.mark == "dot" else 0
    return QSize(round(words) + mark + 20, theme.px(25))


def paint_chip(
    canvas: Canvas,
    x: float,
    middle: float,
    spec: ChipSpec,
    *,
    chosen: bool = False,
    room: float = 1e6,
) -> float:
    """Draw a chip with its left side at `x`; on a chosen row its ground is the surface."""
    theme = canvas.theme
    size = chip_size(theme, spec)
    width = min(float(size.width()), room)
    if width < 24:
        return 0.0
    rect = QRectF(x, middle - size.height() / 2, width, size.height())
    tone = theme.tokens.tone(spec.tone)
    if spec.shape == "solid":
        canvas.box(rect, 4, theme.tokens.danger)
        canvas.text(rect, spec.text, 12, "on_danger", bold=True, align=CENTER)
        return width
    if spec.shape == "outline":
        canvas.box(rect, 4, tone.bg, tone.fg)
        canvas.text(rect, spec.text, 12, tone.fg, bold=True, align=CENTER)
        return width
    ground = theme.tokens.surface if chosen else tone.bg
    canvas.box(rect, 4 if spec.shape in ("card", "tag") else size.height() / 2, ground)
    left = rect.left() + (8 if spec.shape in ("card", "tag") else 10)
    if spec.card:
        colour = theme.tokens.cards.get(spec.card, tone.fg)
        canvas.box(QRectF(left, middle - 6, 9, 12), 2, colour)
        left += 16
    elif spec.mark == "dot":
        canvas.box(QRectF(left, middle - 3, 6, 6), 3, tone.fg)
        left += 12
    elif spec.mark == "check":
        left += canvas.icon("check", tone.fg, left - 2, middle, 12)
    words = QRectF(left, rect.top(), rect.right() - left - 4, rect.height())
    canvas.text(words, spec.text, 12, tone.fg, bold=True)
    return width


class Chip(PaintedWidget):
    """A chip as a widget; it is read, not pressed."""

    def __init__(self, spec: ChipSpec | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._spec = ChipSpec("")
        if spec is not None:
            self.show_chip(spec)

    def show_chip(self, spec: ChipSpec) -> None:
        """Show another chip; one without words hides itself."""
        self._spec = spec
        self.setAccessibleName(spec.text)
        if not spec.text:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the words of the chip."""
        return self._spec.text

    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self._spec)

    def draw(self, canvas: Canvas) -> None:
        paint_chip(canvas, 0, self.height() / 2, self._spec)
