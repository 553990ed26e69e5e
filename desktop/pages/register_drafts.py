"""Keeps what stands in the registration form, and brings back what was left earlier."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.case_words import moment_words
from desktop.drafts import Draft, Drafts
from desktop.pages.register_form import RegisterForm
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel

EVERY_MILLISECONDS = 2000
SHOWN_LETTERS = 60


class DraftKeeper(QObject):
    """Writes the form every two seconds while somebody types; earlier drafts wait beside it."""

    kept = Signal()
    offered = Signal()
    """The earlier drafts are others now."""

    def __init__(self, form: RegisterForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._drafts: Drafts | None = None
        self._earlier: list[Draft] = []
        self._has_own = False
        self._goes_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    @Slot(object)
    def take(self, drafts: Drafts) -> None:
        """Begin with the drafts of this person."""
        self._drafts = drafts
        if not self._goes_on:
            self._earlier = drafts.load()
        self.offered.emit()

    def earlier(self) -> list[Draft] | None:
        """Return the drafts beside the form; None before they were read."""
        return None if self._drafts is None else list(self._earlier)

    def carry(self, earlier: list[Draft] | None) -> None:
        """Go on with the drafts of the window before, instead of what lies on the disk.

        There the form that was carried over lies too, which is not one that waits.
        """
        if earlier is not None:
            self._earlier, self._goes_on = earlier, True

    def waiting(self) -> Draft | None:
        """Return the earlier draft that is offered now."""
        return self._earlier[0] if self._earlier else None

    def follow_edit(self) -> None:
        """Something was typed: it will be on the disk within two seconds."""
        if not self._form.is_empty() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> bool:
        """Write what is in the form; tell whether it lies on the disk."""
        self._timer.stop()
        if self._form.is_empty():
            if self._has_own:
                self.forget()
            return False
        self._has_own = True
        if not self._write([self._now()]):
            return False
        self.kept.emit()
        return True

    def forget(self) -> None:
        """The form is in the record or empty: its draft goes, the earlier ones stay."""
        self._timer.stop()
        self._has_own = False
        self._write([])

    def set_aside(self) -> None:
        """Make what is in the form an earlier draft."""
        if not self._form.is_empty():
            self._earlier.insert(0, self._now())
        self.offered.emit()

    def restore(self) -> bool:
        """Fill the form with the earlier draft; what was in the form waits in its place."""
        if not self._earlier:
            return False
        draft = self._earlier.pop(0)
        if not self._form.is_empty():
            self._earlier.append(self._now())
        self._form.fill(draft.fields)
        self.keep()
        self.offered.emit()
        return True

    @Slot()
    def drop_earlier(self) -> None:
        """Throw the offered draft away."""
        self._earlier = self._earlier[1:]
        self._write([self._now()] if self._has_own else [])
        self.offered.emit()

    def _now(self) -> Draft:
        return Draft(datetime.now().isoformat(timespec="seconds"), self._form.fields())

    def _write(self, own: list[Draft]) -> bool:
        return self._drafts is not None and self._drafts.save([*own, *self._earlier])


class DraftOffer(QWidget):
    """One line that offers an earlier draft."""

    restored = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._words = PlainLabel("", kind="body", tone="warn", elide=True)
        restore = ActionButton(self.tr("恢复草稿"), "undo-2", key="Ctrl R")
        drop = ActionButton(self.tr("丢弃"), "trash-2", kind="quiet")
        restore.clicked.connect(self.restored)
        drop.clicked.connect(self.dropped)
        row.addWidget(self._words, 1)
        row.addWidget(drop)
        row.addWidget(restore)
        self.hide()

    def show_draft(self, draft: Draft | None) -> None:
        """Offer a draft; None hides the line."""
        self.setVisible(draft is not None)
        if draft is None:
            return
        told = str(draft.fields.get("content") or draft.fields.get("phone") or "")
        at = datetime.fromisoformat(draft.saved_at)
        self._words.setText(
            self.tr("有一份没有保存的登记（{time}）：{told}").format(
                time=moment_words(at, datetime.now()), told=told.replace("\n", " ")[:SHOWN_LETTERS]
            )
        )

    def words(self) -> str:
        """Return what is offered."""
        return self._words.text()
