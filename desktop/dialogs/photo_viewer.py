"""Look at the photos of a case one by one, or what was before beside what came after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.picture_view import PictureView, Shown
from desktop.widgets.plain_label import PlainLabel

BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class ViewedPhoto:
    """A photo to be looked at: what it is called, what is told of it, and when it was taken."""

    id: int
    name: str
    told: str
    purpose: str = ""


class PhotoViewer(BasicDialog):
    """Pictures are asked for by ``wanted`` and given by ``give_picture``; it holds at most two."""

    wanted = Signal(object)
    """The ids of the pictures that are looked at, and then those of the neighbours."""
    save_wanted = Signal(object)

    def __init__(
        self,
        title: str,
        photos: Sequence[ViewedPhoto],
        first: int,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._photos = tuple(photos)
        self._place = next((n for n, one in enumerate(photos) if one.id == first), 0)
        self._compares = False
        self._given: dict[int, tuple[QImage | None, str]] = {}
        self.view = PictureView(name=self.tr("照片"), parent=self)
        self._told = PlainLabel("", self, kind="second", tone="text2", elide=True)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._foot())
        self._add_buttons()
        window = parent.window() if parent is not None else None
        if window is not None:
            self.resize(round(window.width() * 0.86), round(window.height() * 0.9))
        self.view.setFocus()

    def start(self) -> None:
        """Open, and ask for the first picture."""
        self.open()
        self._show()

    def photo(self) -> ViewedPhoto:
        """Return the photo that is looked at."""
        return self._photos[self._place]

    def compares(self) -> bool:
        """Tell whether before and after stand beside each other."""
        return self._compares

    def told(self) -> str:
        """Return the line under the picture."""
        return self._told.text()

    def give_picture(self, photo_id: int, image: QImage | None, words: str) -> None:
        """Take a picture, or the words that tell why there is none; others are let go."""
        seen = [one.id for one in self._looked_at()]
        self._given = {key: one for key, one in self._given.items() if key in seen}
        if photo_id in seen:
            self._given[photo_id] = (image, words)
            self._paint(keeps_look=True)

    def go(self, by: int) -> None:
        """Go to another photo; the ends are joined."""
        self._place = (self._place + by) % len(self._photos)
        self._show()

    @Slot()
    def compare(self) -> None:
        """Put before and after beside each other, or look at one again."""
        pair = self._pair()
        if pair:
            self._compares = not self._compares
            if self.photo() not in pair:
                self._place = self._photos.index(pair[0])
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self.go(-1)
        elif plain and key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self.go(1)
        elif plain and key == Qt.Key.Key_B:
            self.compare()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_S:
            self._ask_save()
        else:
            super().keyPressEvent(event)

    # Building -----------------------------------------------------------------------------

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._told, 1)
        hints = KeyHints(
            (
                ("← →", self.tr("上一张、下一张")),
                ("+ −", self.tr("放大、缩小")),
                ("0", self.tr("适合窗口")),
            )
        )
        line.addWidget(hints)
        return line

    def _add_buttons(self) -> None:
        self.add_button(False, self.tr("关闭"), key="Esc")
        compare = self.add_button(
            "compare", self.tr("前后对比"), icon="move-horizontal", key="B", closes=False
        )
        compare.setCheckable(True)
        compare.setVisible(bool(self._pair()))
        turn = self.add_button("turn", self.tr("旋转"), icon="redo-2", key="R", closes=False)
        save = self.add_button(
            "save", self.tr("另存为…"), icon="download", key="Ctrl S", closes=False
        )
        compare.clicked.connect(self.compare)
        turn.clicked.connect(self.view.turn)
        save.clicked.connect(self._ask_save)
        for answer in (False, "compare", "turn", "save"):
            # A click leaves the keys with the picture.
            self.button(answer).setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # Showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        photo = self.photo()
        place = self.tr("第 {n} 张，共 {all} 张").format(n=self._place + 1, all=len(self._photos))
        self._told.setText(" · ".join(part for part in (place, photo.name, photo.told) if part))
        self.button("compare").setChecked(self._compares)
        self._paint(keeps_look=False)
        seen = [one.id for one in self._looked_at()]
        beside = [self._photos[(self._place + by) % len(self._photos)].id for by in (1, -1)]
        self.wanted.emit(tuple(dict.fromkeys([*seen, *beside])))

    def _paint(self, *, keeps_look: bool) -> None:
        waiting = (None, self.tr("正在打开照片…"))
        shown = []
        for photo in self._looked_at():
            image, words = self._given.get(photo.id, waiting)
            shown.append(Shown(" · ".join(p for p in (photo.told, photo.name) if p), image, words))
        self.view.show_pictures(shown, keeps_look=keeps_look)

    def _looked_at(self) -> tuple[ViewedPhoto, ...]:
        pair = self._pair() if self._compares else ()
        return pair if self.photo() in pair else (self.photo(),)

    def _pair(self) -> tuple[ViewedPhoto, ...]:
        """Return the photo before and the one after that belong to the one looked at."""
        before = [one for one in self._photos if one.purpose == BEFORE]
        after = [one for one in self._photos if one.purpose == AFTER]
        if not before or not after:
            return ()
        own = before if self.photo() in before else after if self.photo() in after else before
        nth = own.index(self.photo()) if self.photo() in own else 0
        return before[min(nth, len(before) - 1)], after[min(nth, len(after) - 1)]

    @Slot()
    def _ask_save(self) -> None:
        self.save_wanted.emit(self.photo().id)
