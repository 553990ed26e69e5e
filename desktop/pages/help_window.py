"""The window of the help: its pages on the left, one of them on the right, a search over all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.help.library import FIRST, HelpPage, Library, library
from desktop.help.markdown import html_of
from desktop.languages import current
from desktop.theme import active_theme
from desktop.widgets.buttons import IconButton
from desktop.widgets.card import Card
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.search_box import SearchBox
from desktop.widgets.shortcut import Shortcut

_PAGE = Qt.ItemDataRole.UserRole
_MARGIN = 28


class HelpWindow(QWidget):
    """Stays beside the work: it blocks nothing, Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._library: Library = library(current())
        self._shown: HelpPage = self._library.page(FIRST)
        self._before: list[str] = []
        self._after: list[str] = []
        self._theme = active_theme()
        self._theme.changed.connect(self._draw)
        self.setWindowTitle(self.tr("帮助"))
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(min(self._theme.px(1080), parent.width()), min(780, parent.height()))
        self._build()
        self._list_pages()
        self._draw()

    # What others call ---------------------------------------------------------------------

    def show_page(self, page_id: str) -> None:
        """Show a page, on top of the window."""
        self._go(page_id)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def page(self) -> HelpPage:
        """Return the page that is shown."""
        return self._shown

    def listed(self) -> list[str]:
        """Return the lines of the list: pages, or what was found."""
        return [self.list.item(place).text() for place in range(self.list.count())]

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.search = SearchBox(self.tr("在全部帮助里搜索"), parent=self)
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("帮助目录"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet("QListWidget::item { padding: 7px 6px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open_item)
        self.list.itemClicked.connect(self._open_item)
        self._none = PlainLabel(
            self.tr("没有找到。换一个词，或按 Ctrl K 直接找页面和操作。"), tone="text2", wrap=True
        )
        self._back = IconButton("chevron-left", self.tr("后退"), parent=self)
        self._forward = IconButton("chevron-right", self.tr("前进"), parent=self)
        self._back.clicked.connect(self._go_back)
        self._forward.clicked.connect(self._go_forward)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("帮助内容"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setStyleSheet("QTextBrowser { border: 0; padding: 0; }")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self._lay_out()
        for keys, words, slot in (
            ("Escape", self.tr("关闭帮助"), self.close),
            ("Ctrl+F", self.tr("在全部帮助里搜索"), self.search.take_focus),
            ("Alt+Left", self.tr("后退"), self._go_back),
            ("Alt+Right", self.tr("前进"), self._go_forward),
        ):
            Shortcut(keys, self, words, slot)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._back)
        buttons.addWidget(self._forward)
        buttons.addWidget(PlainLabel(self.tr("帮助"), kind="section"), 1)
        side = Card(self, margins=14, spacing=10)
        side.setFixedWidth(self._theme.px(320))
        side.body.addLayout(buttons)
        side.body.addWidget(self.search)
        side.body.addWidget(self._none)
        side.body.addWidget(self.list, 1)
        page = Card(self, margins=2, spacing=0)
        page.body.addWidget(self.text)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(side)
        across.addWidget(page, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addLayout(across)

    # Slots --------------------------------------------------------------------------------

    @Slot(str)
    def _search(self, words: str) -> None:
        if not words:
            self._list_pages()
            return
        hits = self._library.find(words)
        self._fill([(hit.page.id, f"{hit.page.title}\n{hit.line}") for hit in hits])
        self._draw()

    @Slot()
    def _open_first(self) -> None:
        if self.list.count():
            self._open_item(self.list.item(0))

    @Slot(QListWidgetItem)
    def _open_item(self, item: QListWidgetItem) -> None:
        self._go(item.data(_PAGE))

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self._go(link.toString())

    @Slot()
    def _go_back(self) -> None:
        if self._before:
            self._after.append(self._shown.id)
            self._show(self._before.pop())

    @Slot()
    def _go_forward(self) -> None:
        if self._after:
            self._before.append(self._shown.id)
            self._show(self._after.pop())

    @Slot()
    def _draw(self) -> None:
        """Show the page in the colours of the theme, with the found words marked."""
        self.text.setHtml(html_of(self._shown.text, self._theme))
        document = self.text.document()
        document.setDocumentMargin(_MARGIN)
        self._mark(self.search.words())

    # Helpers ------------------------------------------------------------------------------

    def _go(self, page_id: str) -> None:
        if self.isVisible() and page_id != self._shown.id:
            self._before.append(self._shown.id)
            self._after.clear()
        self._show(page_id)

    def _show(self, page_id: str) -> None:
        self._shown = self._library.page(page_id)
        self._back.setEnabled(bool(self._before))
        self._forward.setEnabled(bool(self._after))
        self._choose()
        self._draw()

    def _list_pages(self) -> None:
        self._fill([(page.id, page.title) for page in self._library.pages()])
        self._draw()

    def _fill(self, lines: Sequence[tuple[str, str]]) -> None:
        self.list.clear()
        for page_id, words in lines:
            item = QListWidgetItem(words, self.list)
            item.setData(_PAGE, page_id)
        self._none.setVisible(not lines)
        self._choose()

    def _choose(self) -> None:
        """Mark the shown page in the list."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_PAGE) == self._shown.id:
                self.list.setCurrentRow(place)
                return
        self.list.clearSelection()

    def _mark(self, words: str) -> None:
        """Mark every place of the words and go to the first one."""
        marked = []
        cursor = self.text.document().find(words) if words else None
        first = cursor
        while cursor is not None and not cursor.isNull():
            one = QTextBrowser.ExtraSelection()
            # Qt's stubs know no members of it.
            one.cursor = cursor  # type: ignore[attr-defined]
            one.format.setBackground(self._theme.colour("warn_weak"))  # type: ignore[attr-defined]
            marked.append(one)
            cursor = self.text.document().find(words, cursor)
        self.text.setExtraSelections(marked)
        if first is not None and not first.isNull():
            place = self.text.textCursor()
            place.setPosition(first.selectionStart())
            self.text.setTextCursor(place)
            self.text.ensureCursorVisible()
