"""Printed pages on the screen: pictures are asked for page by page, when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.theme import active_theme
from desktop.theme.tokens import LIGHT
from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget
from desktop.widgets.pdf_layout import FIT_PAGE, FIT_WIDTH, GAP, ZOOMS, Box, PagesLayout
from desktop.widgets.shortcut import KeyLine

Render = Callable[[int, float], QImage]
Hit = tuple[int, Sequence[Box]]
"""The page of a found place, counted from 0, and its boxes in points."""

_POINTS_PER_INCH = 72.0
_KEPT = 12


class _Sheets(PaintedWidget):
    """The pages under each other."""

    def __init__(self, view: PdfView) -> None:
        super().__init__(view)
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def draw(self, canvas: Canvas) -> None:
        canvas.painter.fillRect(self.rect(), self._theme.colour("border"))
        seen = self.visibleRegion().boundingRect()
        for page, rect in enumerate(self._view.page_rects()):
            if not rect.toRect().intersects(seen):
                continue
            canvas.box(rect.adjusted(-1, -1, 2, 3), 2, "control_border")
            canvas.painter.fillRect(rect, Qt.GlobalColor.white)
            image = self._view.picture(page)
            if image is None:
                canvas.text(
                    rect,
                    QCoreApplication.translate("PdfView", "正在绘制…"),
                    13,
                    "#5A677B",
                    align=CENTER,
                )
            else:
                canvas.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                canvas.painter.drawImage(rect, image)
            self._mark(canvas, page, rect)

    def _mark(self, canvas: Canvas, page: int, rect: QRectF) -> None:
        """Lay a marker's ink over what was found; the letters stay readable through it.

        Paper is white in every theme, so the ink is the light theme's.
        """
        painter = canvas.painter
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box, is_current in self._view.marks(page, rect):
            painter.fillRect(box, QColor(LIGHT.hit))
            if is_current:
                painter.setPen(QPen(QColor(LIGHT.warn), 2))
                painter.drawRect(box)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


class PdfView(QScrollArea):
    """Shows a document: `show_pages(sizes in points, render)`; Ctrl + and − zoom, Ctrl 0 fits.

    `render(page, dpi)` returns a QImage. With `render` None the view tells `picture_wanted`
    (page, dpi) instead and takes the answer by `give_picture` (drawn in a worker). What was found
    on the pages is shown by `show_hits`.
    """

    picture_wanted = Signal(object)
    page_changed = Signal(object)
    looked_differently = Signal()
    """The zoom, the turn or the current hit is another one."""
    search_asked = Signal()
    """Ctrl F was pressed."""
    hit_asked = Signal(int)
    """The next found place is wanted (1), or the one before (−1)."""
    page_asked = Signal()
    """Ctrl G was pressed."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._layout = PagesLayout()
        self._render: Render | None = None
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._page = 0
        self._hits: list[Hit] = []
        self._hit = -1
        self.setAccessibleName(name or self.tr("文书预览"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._sheets = _Sheets(self)
        self.setWidget(self._sheets)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._draw_next)
        self._wanted: list[tuple[int, int]] = []
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)

    def show_pages(self, sizes: Sequence[tuple[float, float]], render: Render | None) -> None:
        """Show a document whose pages have these sizes in points."""
        self._layout = PagesLayout(list(sizes), 0, self._layout.zoom)
        self._render = render
        self._forget_pictures()
        self._page = 0
        self._hits, self._hit = [], -1
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit((1 if self._layout.sizes else 0, len(self._layout.sizes)))

    def show_images(self, images: Sequence[QImage], dpi: float = 96.0) -> None:
        """Show ready pictures drawn at `dpi`."""
        sizes = [
            (i.width() / dpi * _POINTS_PER_INCH, i.height() / dpi * _POINTS_PER_INCH)
            for i in images
        ]
        known = list(images)
        self.show_pages(sizes, lambda page, _: known[page])

    def give_picture(self, page: int, dpi: float, image: QImage) -> None:
        """Take the answer to `picture_wanted`."""
        self._keep((page, round(dpi)), image)

    def clear(self) -> None:
        """Show nothing."""
        self.show_pages([], None)

    # Pages --------------------------------------------------------------------------------

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._layout.sizes)

    def current_page(self) -> int:
        """Return the page in view, counted from 0."""
        return self._page

    def go_to_page(self, page: int) -> None:
        """Bring a page, counted from 0, to the top."""
        rects = self.page_rects()
        if 0 <= page < len(rects):
            self.verticalScrollBar().setValue(round(rects[page].top()) - GAP // 2)

    def page_rects(self) -> list[QRectF]:
        """Return where each page lies on the sheet of pages."""
        return self._layout.rects(self._room(), self._sheets.width())

    # Zoom and turn ------------------------------------------------------------------------

    def zoom(self) -> float:
        """Return the zoom, 1.0 is 96 dots an inch; `FIT_WIDTH` or `FIT_PAGE` follow the view."""
        return self._layout.zoom

    def scale(self) -> float:
        """Return how large pages are shown; 1.0 is 96 dots an inch."""
        return self._layout.scale(self._room())

    def fit_width(self) -> None:
        """Make a page as wide as the view, and keep it so."""
        self._look(zoom=FIT_WIDTH)

    def fit_page(self) -> None:
        """Show a whole page at a time, and keep it so."""
        self._look(zoom=FIT_PAGE)

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self._look(zoom=next((z for z in ZOOMS if z > self.scale() + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self._look(zoom=next((z for z in reversed(ZOOMS) if z < self.scale() - 0.01), ZOOMS[0]))

    def turn(self) -> int:
        """Return by how many quarters the pages are turned to the right."""
        return self._layout.turn

    def turn_right(self) -> None:
        """Turn all pages by a quarter, to read a list that lies on its side."""
        self._forget_pictures()
        self._look(turn=(self._layout.turn + 1) % 4)

    # What was found -----------------------------------------------------------------------

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Mark what was found and go to the first place from the page in view on."""
        self._hits = list(hits)
        later = (nth for nth, (page, _) in enumerate(self._hits) if page >= self._page)
        self.go_to_hit(next(later, 0 if self._hits else -1))

    def hit_count(self) -> int:
        """Return how many places are marked."""
        return len(self._hits)

    def current_hit(self) -> int:
        """Return which place is the current one, counted from 0; −1 without one."""
        return self._hit

    def go_to_hit(self, nth: int) -> None:
        """Bring a found place into view; before the first comes the last."""
        self._hit = nth % len(self._hits) if self._hits and nth >= -1 else -1
        if self._hit >= 0:
            page, boxes = self._hits[self._hit]
            box = self._layout.on_page(page, boxes[0], self.page_rects()[page])
            middle = box.center().toPoint()
            room = self.viewport().size()
            self.ensureVisible(middle.x(), middle.y(), room.width() // 4, room.height() // 3)
        self._sheets.update()
        self.looked_differently.emit()

    def marks(self, page: int, rect: QRectF) -> list[tuple[QRectF, bool]]:
        """Return the marked boxes of a page that lies in `rect`, and which are the current ones."""
        return [
            (self._layout.on_page(page, box, rect), nth == self._hit)
            for nth, (on, boxes) in enumerate(self._hits)
            if on == page
            for box in boxes
        ]

    # Pictures -----------------------------------------------------------------------------

    def picture(self, page: int) -> QImage | None:
        """Return the picture of a page at the present zoom, or None and have it drawn."""
        key = (page, self._dpi())
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key not in self._asked:
            self._asked.add(key)
            if self._render is None:
                self.picture_wanted.emit((page, float(key[1])))
            else:
                self._wanted.append(key)
                self._later.start()
        older = [k for k in self._pictures if k[0] == page]
        return self._pictures[older[-1]] if older else None

    # Keys and wheel -----------------------------------------------------------------------

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("Ctrl +", self.tr("放大文书")),
            KeyLine("Ctrl -", self.tr("缩小文书")),
            KeyLine("Ctrl 0", self.tr("文书适合宽度")),
            KeyLine("Ctrl 9", self.tr("文书整页显示")),
            KeyLine("Ctrl R", self.tr("文书向右转")),
            KeyLine("PgDn", self.tr("文书下一页")),
            KeyLine("PgUp", self.tr("文书上一页")),
            KeyLine("Ctrl G", self.tr("转到文书某一页")),
            KeyLine("Ctrl F", self.tr("在文书里查找")),
            KeyLine("F3", self.tr("文书里下一处")),
            KeyLine("Shift F3", self.tr("文书里上一处")),
        )

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something else on the page around, while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if (control and event.key() in (Qt.Key.Key_F, Qt.Key.Key_G, Qt.Key.Key_R)) or (
                event.key() == Qt.Key.Key_F3
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        bar = self.verticalScrollBar()
        if control and self._obey(event.key()):
            return
        if event.key() == Qt.Key.Key_F3:
            self.hit_asked.emit(-1 if shift else 1)
        elif event.key() == Qt.Key.Key_PageDown:
            self.go_to_page(min(self._page + 1, self.page_count() - 1))
        elif event.key() == Qt.Key.Key_PageUp:
            self.go_to_page(max(self._page - 1, 0))
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            Canvas(painter, self._theme).focus_ring(QRectF(self.viewport().rect()), 2)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # Inside -------------------------------------------------------------------------------

    def _obey(self, key: int) -> bool:
        """Do what a key with Ctrl means; tell whether it means anything."""
        wishes: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_9: self.fit_page,
            Qt.Key.Key_R: self.turn_right,
            Qt.Key.Key_F: self.search_asked.emit,
            Qt.Key.Key_G: self.page_asked.emit,
        }
        wish = wishes.get(key)
        if wish is not None:
            wish()
        return wish is not None

    def _room(self) -> QSizeF:
        return QSizeF(self.viewport().size())

    def _dpi(self) -> int:
        return max(24, min(300, round(96 * self.scale() * self.devicePixelRatioF())))

    def _look(self, *, zoom: float | None = None, turn: int | None = None) -> None:
        """Show the page in view at another zoom or turned."""
        page = self._page
        self._layout = PagesLayout(
            self._layout.sizes,
            self._layout.turn if turn is None else turn,
            self._layout.zoom if zoom is None else zoom,
        )
        self._lay_out()
        self.go_to_page(page)
        self.looked_differently.emit()

    def _lay_out(self) -> None:
        extent, room = self._layout.extent(self._room()), self.viewport().size()
        self._sheets.resize(
            QSize(
                max(round(extent.width()), room.width()), max(round(extent.height()), room.height())
            )
        )
        self._sheets.update()

    def _draw_next(self) -> None:
        """Draw one wanted page, the latest first, then let the loop breathe."""
        if not self._wanted or self._render is None:
            return
        key = self._wanted.pop()
        if key[1] == self._dpi():
            self._keep(key, self._render(key[0], float(key[1])))
        else:
            self._asked.discard(key)
        if self._wanted:
            self._later.start()

    def _keep(self, key: tuple[int, int], image: QImage) -> None:
        if self._layout.turn:
            image = image.transformed(QTransform().rotate(90 * self._layout.turn))
        self._pictures[key] = image
        self._asked.discard(key)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self._sheets.update()

    def _forget_pictures(self) -> None:
        self._pictures.clear()
        self._asked.clear()
        self._wanted.clear()

    def _follow_scroll(self, value: int) -> None:
        middle = QPoint(0, value + self.viewport().height() // 2)
        rects = self.page_rects()
        page = next((i for i, r in enumerate(rects) if r.bottom() >= middle.y()), len(rects) - 1)
        if page != self._page and page >= 0:
            self._page = page
            self.page_changed.emit((page + 1, len(rects)))
