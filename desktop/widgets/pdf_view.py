"""Printed pages on the screen: pictures are asked for page by page, when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget
from desktop.widgets.shortcut import KeyLine

Render = Callable[[int, float], QImage]
_POINTS_PER_INCH = 72.0
_GAP = 16
_KEPT = 12
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


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


class PdfView(QScrollArea):
    """Shows a document: `show_pages(sizes in points, render)`; Ctrl + and − zoom, Ctrl 0 fits.

    `render(page, dpi)` returns a QImage. With `render` None the view tells `picture_wanted`
    (page, dpi) instead and takes the answer by `give_picture` (drawn in a worker).
    """

    picture_wanted = Signal(object)
    page_changed = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._sizes: list[tuple[float, float]] = []
        self._render: Render | None = None
        self._zoom = 0.0
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        self._page = 0
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
        self._sizes = list(sizes)
        self._render = render
        self._pictures.clear()
        self._asked.clear()
        self._wanted.clear()
        self._page = 0
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit((1 if self._sizes else 0, len(self._sizes)))

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

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def current_page(self) -> int:
        """Return the page in view, counted from 0."""
        return self._page

    def zoom(self) -> float:
        """Return the zoom, 1.0 is 96 dots an inch; 0.0 is the width of the view."""
        return self._zoom

    def fit_width(self) -> None:
        """Make a page as wide as the view, and keep it so."""
        self._set_zoom(0.0)

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self._set_zoom(next((z for z in _ZOOMS if z > self._scale() + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self._set_zoom(next((z for z in reversed(_ZOOMS) if z < self._scale() - 0.01), _ZOOMS[0]))

    def go_to_page(self, page: int) -> None:
        """Bring a page, counted from 0, to the top."""
        rects = self.page_rects()
        if 0 <= page < len(rects):
            self.verticalScrollBar().setValue(round(rects[page].top()) - _GAP // 2)

    def page_rects(self) -> list[QRectF]:
        """Return where each page lies on the sheet of pages."""
        scale = self._scale() * 96 / _POINTS_PER_INCH
        rects, top = [], float(_GAP)
        for width, height in self._sizes:
            left = max(_GAP, (self._sheets.width() - width * scale) / 2)
            rects.append(QRectF(round(left), top, round(width * scale), round(height * scale)))
            top += round(height * scale) + _GAP
        return rects

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("Ctrl +", self.tr("放大文书")),
            KeyLine("Ctrl -", self.tr("缩小文书")),
            KeyLine("Ctrl 0", self.tr("文书适合宽度")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        bar = self.verticalScrollBar()
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and event.key() == Qt.Key.Key_0:
            self.fit_width()
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

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom
        widest = max((width for width, _ in self._sizes), default=595.0)
        room = max(80, self.viewport().width() - 2 * _GAP)
        return room / (widest * 96 / _POINTS_PER_INCH)

    def _dpi(self) -> int:
        return max(24, min(300, round(96 * self._scale() * self.devicePixelRatioF())))

    def _set_zoom(self, zoom: float) -> None:
        page = self._page
        self._zoom = zoom
        self._lay_out()
        self.go_to_page(page)

    def _lay_out(self) -> None:
        scale = self._scale() * 96 / _POINTS_PER_INCH
        wide = max((round(w * scale) for w, _ in self._sizes), default=0) + 2 * _GAP
        high = sum(round(h * scale) + _GAP for _, h in self._sizes) + _GAP
        room = self.viewport().size()
        self._sheets.resize(QSize(max(wide, room.width()), max(high, room.height())))
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
        self._pictures[key] = image
        self._asked.discard(key)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self._sheets.update()

    def _follow_scroll(self, value: int) -> None:
        middle = QPoint(0, value + self.viewport().height() // 2)
        rects = self.page_rects()
        page = next((i for i, r in enumerate(rects) if r.bottom() >= middle.y()), len(rects) - 1)
        if page != self._page and page >= 0:
            self._page = page
            self.page_changed.emit((page + 1, len(rects)))
