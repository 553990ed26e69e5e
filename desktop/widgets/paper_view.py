"""A paper on the screen with its tools above: zoom, fit, turn, pages, and a line to search it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.buttons import IconButton
from desktop.widgets.line_field import LineField
from desktop.widgets.pdf_view import Hit, PdfView
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.search_box import SearchBox
from desktop.widgets.wide_letters import narrow

_SIDE = 28
_MARGIN = 4


class _FindBox(SearchBox):
    """The words that are looked for; Enter and F3 go on, Esc goes back to the pages."""

    gone_on = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            super().keyPressEvent(event)
            self.gone_on.emit(-1 if back else 1)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperView(QWidget):
    """`pages` shows the paper. ``find_wanted`` tells the words, `show_hits` takes where they are.

    It looks the same wherever a paper is shown, so that nobody has to learn it twice.
    """

    find_wanted = Signal(str)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PdfView(name=name, parent=self)
        self._sought = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._tool_line())
        column.addWidget(self._find_line())
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.pages)
        self.pages.page_changed.connect(self._show_page)
        self.pages.looked_differently.connect(self._show_look)
        self.pages.search_asked.connect(self.open_search)
        self.pages.hit_asked.connect(self.go_on)
        self.pages.page_asked.connect(self._ask_page)
        self._show_page((0, 0))

    # What others call ---------------------------------------------------------------------

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show another paper; what was looked for before is looked for in it, too."""
        self.pages.show_pages(sizes, None)
        if sizes and self._line.isVisibleTo(self) and self.search.words():
            self._sought = self.search.words()
            self.find_wanted.emit(self._sought)

    @Slot()
    def open_search(self) -> None:
        """Put the keyboard into the line to search with."""
        self._line.show()
        self.search.take_focus()

    def show_hits(self, words: str, hits: Sequence[Hit]) -> None:
        """Show where the words stand; the answer to words that nobody wants any more is dropped."""
        if words == self._sought:
            self.pages.show_hits(hits)

    @Slot(int)
    def go_on(self, step: int) -> None:
        """Go to the next found place (1) or to the one before (−1)."""
        if self.pages.hit_count():
            self.pages.go_to_hit((self.pages.current_hit() + step) % self.pages.hit_count())

    def found_words(self) -> str:
        """Return what is said of the search."""
        return self._count.text()

    # What Qt calls ------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths()) + 2 * _MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        # With large letters beside a list the tools and the pages stand below each other.
        has_room = sum(self._widths()) + 3 * _MARGIN <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._tool_groups.setDirection(across if has_room else down)

    def _widths(self) -> tuple[int, int]:
        return self._tools.sizeHint().width(), self._pager.sizeHint().width()

    # Building -----------------------------------------------------------------------------

    def _tool_line(self) -> QBoxLayout:
        self._tools, self._pager = QWidget(self), QWidget(self)
        for group in (self._tools, self._pager):
            line = QHBoxLayout(group)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(2)
        self._fill_tools()
        self._fill_pager()
        self._tool_groups = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tool_groups.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._tool_groups.setSpacing(2)
        self._tool_groups.addWidget(self._tools, 1, Qt.AlignmentFlag.AlignLeft)
        self._tool_groups.addWidget(self._pager, 0, Qt.AlignmentFlag.AlignRight)
        return self._tool_groups

    def _fill_tools(self) -> None:
        pages, line = self.pages, self._tools.layout()
        self._zoom = PlainLabel("", self, kind="small", tone="text2")
        for icon, words, slot in (
            ("zoom-out", self.tr("缩小  Ctrl -"), pages.zoom_out),
            ("zoom-in", self.tr("放大  Ctrl +"), pages.zoom_in),
            ("move-horizontal", self.tr("适合宽度  Ctrl 0"), pages.fit_width),
            ("file-text", self.tr("整页  Ctrl 9"), pages.fit_page),
            ("refresh-cw", self.tr("向右转  Ctrl R"), pages.turn_right),
            ("search", self.tr("查找  Ctrl F"), self.open_search),
        ):
            line.addWidget(self._tool(icon, words, slot))
            if icon == "zoom-out":
                line.addWidget(self._zoom)

    def _fill_pager(self) -> None:
        line = self._pager.layout()
        self.page = LineField(name=self.tr("页码"), digits=True, longest=4)
        self.page.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 22)
        self.page.returnPressed.connect(self._go_to_page)
        self._of = PlainLabel("", self, kind="small", tone="text2")
        line.addWidget(self._tool("chevron-up", self.tr("上一页  PgUp"), self._page_back))
        line.addWidget(self.page)
        line.addWidget(self._of)
        line.addWidget(self._tool("chevron-down", self.tr("下一页  PgDn"), self._page_on))

    def _find_line(self) -> QWidget:
        self._line = QWidget(self)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(4)
        self.search = _FindBox(self.tr("在文书里查找"), key="", parent=self._line)
        self.search.searched.connect(self._search)
        self.search.gone_on.connect(self.go_on)
        self.search.left.connect(self._leave_search)
        self._count = PlainLabel("", self._line, kind="small", tone="text2")
        line.addWidget(self.search, 1)
        line.addWidget(self._count)
        for icon, words, slot in (
            ("chevron-up", self.tr("上一处  Shift F3"), self._hit_back),
            ("chevron-down", self.tr("下一处  F3"), self._hit_on),
            ("x", self.tr("不再查找  Esc"), self._leave_search),
        ):
            line.addWidget(self._tool(icon, words, slot))
        self._line.hide()
        return self._line

    def _tool(self, icon: str, words: str, slot: object) -> IconButton:
        button = IconButton(icon, words, size=_SIDE, parent=self)
        button.clicked.connect(slot)
        return button

    # Pages --------------------------------------------------------------------------------

    @Slot(object)
    def _show_page(self, place: tuple[int, int]) -> None:
        page, count = place
        self.page.set_value(str(page) if count else "")
        self.page.setEnabled(count > 0)
        self._of.setText(self.tr("共 {n} 页").format(n=count) if count else "")
        self._show_look()
        self._arrange()

    @Slot()
    def _show_look(self) -> None:
        self._zoom.setText(f"{self.pages.scale():.0%}" if self.pages.page_count() else "")
        count, nth = self.pages.hit_count(), self.pages.current_hit()
        if count:
            self._count.setText(self.tr("第 {nth}/{n} 处").format(nth=nth + 1, n=count))
        else:
            self._count.setText(self.tr("没有找到") if self._sought else "")

    @Slot()
    def _ask_page(self) -> None:
        self.page.setFocus()
        self.page.selectAll()

    @Slot()
    def _go_to_page(self) -> None:
        typed = narrow(self.page.value())
        count = self.pages.page_count()
        here = self.pages.current_page() + 1
        page = min(max(int(typed), 1), count) if typed.isdecimal() else here
        self.pages.go_to_page(page - 1)
        self.page.set_value(str(page))
        self.pages.setFocus()

    @Slot()
    def _page_back(self) -> None:
        self.pages.go_to_page(max(0, self.pages.current_page() - 1))

    @Slot()
    def _page_on(self) -> None:
        self.pages.go_to_page(min(self.pages.page_count(), self.pages.current_page() + 2) - 1)

    # Searching ----------------------------------------------------------------------------

    @Slot(str)
    def _search(self, words: str) -> None:
        self._sought = words
        self.pages.show_hits(())
        if words and self.pages.page_count():
            self._count.setText("")
            self.find_wanted.emit(words)

    @Slot()
    def _leave_search(self) -> None:
        self._sought = ""
        self.search.show_words("")
        self.pages.show_hits(())
        self._line.hide()
        self.pages.setFocus()

    @Slot()
    def _hit_on(self) -> None:
        self.go_on(1)

    @Slot()
    def _hit_back(self) -> None:
        self.go_on(-1)
