"""The dark column on the left: pages in sections, counts, and who is on duty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget
from desktop.widgets.plain_label import plain_tool_tip

WIDTH = 216
RAIL_WIDTH = 68
FULL_FROM = 1600


@dataclass(frozen=True)
class NavItem:
    """One page: `id` comes back in the signal, `icon` is a Lucide name."""

    id: str
    text: str
    icon: str


@dataclass(frozen=True)
class NavSection:
    """A heading and its pages."""

    title: str
    items: tuple[NavItem, ...]


class _NavButton(QAbstractButton):
    """One line of the column."""

    def __init__(self, item: NavItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self.item = item
        self.collapsed = False
        self._count = 0
        self._alert = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(item.text)

    def set_badge(self, count: int, alert: bool) -> None:
        self._count, self._alert = count, alert
        self.setAccessibleName(f"{self.item.text} {count}" if count else self.item.text)
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        self.collapsed = collapsed
        plain_tool_tip(self, self.item.text if collapsed else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH, self._theme.px(20) + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        side = 10 if not self.collapsed else 12
        rect = QRectF(self.rect()).adjusted(side, 2, -side, -2)
        chosen = self.isChecked()
        if chosen:
            canvas.box(rect, 6, "nav_active")
        elif self.underMouse() or self.isDown():
            canvas.box(rect, 6, "nav_item")
        if self.hasFocus():
            canvas.focus_ring(rect, 6, "nav_text")
        ink = "on_nav" if chosen else "nav_text"
        middle = rect.center().y()
        if self.collapsed:
            size = self._theme.px(18)
            canvas.icon(self.item.icon, ink, rect.center().x() - size / 2, middle, 18)
            self._paint_badge(canvas, rect.right() + 9, rect.top() + 5, 16)
        else:
            x = rect.left() + 12
            x += canvas.icon(self.item.icon, ink, x, middle, 18) + 12
            right = self._paint_badge(canvas, rect.right() - 10, middle, 20)
            room = QRectF(x, rect.top(), right - x - 6, rect.height())
            canvas.text(room, self.item.text, 14, ink, bold=chosen)
        painter.end()

    def _paint_badge(self, canvas: Canvas, right: float, middle: float, height: float) -> float:
        """Draw the count with its right end at `right`; return where it begins."""
        if not self._count:
            return right
        words = str(self._count) if self._count < 1000 else "999+"
        size, pad = (11, 8) if self.collapsed else (12, 14)
        height = canvas.theme.px(round(height))
        width = max(height + 2, canvas.theme.text_width(words, size, bold=True) + pad)
        rect = QRectF(right - width, middle - height / 2, width, height)
        ground = "badge" if self._alert else "#2B66B8" if self.isChecked() else "#22406F"
        canvas.box(rect, height / 2, ground)
        canvas.text(rect, words, size, "on_badge", bold=True, align=CENTER)
        return rect.left()


class _Heading(PaintedWidget):
    """The words over a section, a hair line when the column is narrow."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.collapsed = False

    def sizeHint(self) -> QSize:
        return QSize(40, 17 if self.collapsed else self._theme.px(14) + 22)

    def draw(self, canvas: Canvas) -> None:
        if self.collapsed:
            canvas.line(18, 8, self.width() - 18, 8, "#263D66")
            return
        rect = QRectF(24, 8, self.width() - 32, self.height() - 8)
        canvas.text(rect, self._text, 13, "nav_text3")


class _Brand(PaintedWidget):
    """Sign, name and subtitle at the top."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ""
        self.subtitle = ""
        self.collapsed = False

    def sizeHint(self) -> QSize:
        return QSize(40, 64)

    def draw(self, canvas: Canvas) -> None:
        if self.collapsed:
            size = self._theme.px(24)
            canvas.icon("siren", "#8DB8FF", (self.width() - size) / 2, 32, 24)
            return
        x = 18 + canvas.icon("siren", "#8DB8FF", 18, 32, 24) + 12
        room = self.width() - x - 8
        canvas.text(QRectF(x, 12, room, 22), self.title, 15, "on_nav", bold=True)
        canvas.text(QRectF(x, 34, room, 18), self.subtitle, 12, "nav_text3")


class _PersonCard(QAbstractButton):
    """Who is signed on; a click opens the page's person menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self.collapsed = False
        self.name = ""
        self.note = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(40, self._theme.px(40) + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect()).adjusted(6, 0, -6, 0)
        if not self.collapsed:
            canvas.box(rect, 8, "nav_item")
        side = self._theme.px(34)
        left = rect.left() + 12 if not self.collapsed else rect.center().x() - side / 2
        disc = QRectF(left, rect.center().y() - side / 2, side, side)
        canvas.box(disc, side / 2, "#2F6BC4")
        canvas.text(disc, self.name[:1], 15, "on_nav", bold=True, align=CENTER)
        if not self.collapsed:
            x = disc.right() + 8
            half = rect.height() / 2
            words = QRectF(x, rect.top() + 8, rect.right() - x - 6, half - 8)
            canvas.text(words, self.name, 14, "on_nav", bold=True)
            words = QRectF(x, rect.top() + half, words.width(), half - 8)
            canvas.text(words, self.note, 12, "nav_text")
        if self.hasFocus():
            canvas.focus_ring(rect, 8, "nav_text")
        painter.end()


class NavigationRail(PaintedWidget):
    """Pages in sections with counts; 216 wide, or a 68 px rail of icons."""

    page_chosen = Signal(object)
    person_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _NavButton] = {}
        self._headings: list[_Heading] = []
        self._collapsed = False
        self._brand = _Brand(self)
        self._person = _PersonCard(self)
        self._person.clicked.connect(self.person_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self._column.addWidget(self._brand)
        self._column.addStretch(1)
        self._column.addWidget(self._person)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_collapsed(False)
        self.setAccessibleName(QCoreApplication.translate("NavigationRail", "导航"))

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show the name of the room."""
        self._brand.title, self._brand.subtitle = title, subtitle
        self._brand.update()

    def set_sections(self, sections: Sequence[NavSection]) -> None:
        """Build the column anew; the person stays at the bottom."""
        for old in (*self._buttons.values(), *self._headings):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons.clear()
        self._headings.clear()
        place = 1
        for section in sections:
            heading = _Heading(section.title, self)
            self._headings.append(heading)
            self._column.insertWidget(place, heading)
            place += 1
            for item in section.items:
                button = _NavButton(item, self)
                button.clicked.connect(self._tell_page)
                self._buttons[item.id] = button
                self._column.insertWidget(place, button)
                place += 1
        for first, second in pairwise((*self._buttons.values(), self._person)):
            QWidget.setTabOrder(first, second)
        self.set_collapsed(self._collapsed)

    def set_current(self, page: str) -> None:
        """Mark the page that is open."""
        for name, button in self._buttons.items():
            button.setChecked(name == page)

    def current(self) -> str:
        """Return the id of the marked page, or nothing."""
        return next((name for name, b in self._buttons.items() if b.isChecked()), "")

    def set_badge(self, page: str, count: int, *, alert: bool = False) -> None:
        """Show a count beside a page; red when it is an alert, none when zero."""
        self._buttons[page].set_badge(count, alert)

    def set_person(self, name: str, note: str = "", role: str = "") -> None:
        """Show who is signed on, the duty and the shift."""
        self._person.name = f"{name} · {role}" if role else name
        self._person.note = note
        self._person.setAccessibleName(f"{self._person.name} {note}".strip())
        plain_tool_tip(self._person, self._person.accessibleName())
        self._person.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show icons only, or icons and words."""
        self._collapsed = collapsed
        # Half of the font factor is enough: the words are short.
        wide = round(WIDTH * (1 + (self._theme.factor - 1) * 0.6))
        self.setFixedWidth(RAIL_WIDTH if collapsed else wide)
        parts: tuple[_Brand | _PersonCard | _Heading, ...] = (
            self._brand,
            self._person,
            *self._headings,
        )
        for part in parts:
            part.collapsed = collapsed
            part.updateGeometry()
            part.update()
        for button in self._buttons.values():
            button.set_collapsed(collapsed)

    def follow_width(self, window_width: int) -> None:
        """Collapse when the window is too narrow for both column and detail."""
        self.set_collapsed(window_width < FULL_FROM * self._theme.factor)

    def is_collapsed(self) -> bool:
        """Tell whether only icons are shown."""
        return self._collapsed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        buttons = list(self._buttons.values())
        focused = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if not step or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.fillRect(self.rect(), self._theme.colour("nav"))

    def _follow_theme(self) -> None:
        super()._follow_theme()
        self.set_collapsed(self._collapsed)

    def _tell_page(self) -> None:
        button = self.sender()
        if isinstance(button, _NavButton):
            self.set_current(button.item.id)
            self.page_chosen.emit(button.item.id)
