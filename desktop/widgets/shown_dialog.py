"""The one dialog that its owner has open; a closed one is gone and not kept under the window."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)


class ShownDialog(Generic[D]):
    """Open a dialog with `open`; ask for it with `here`, which is None once it is closed.

    For what is answered while it is open. A question whose answer may be refused after it was
    closed must outlive its closing; its owner keeps it and lets it go itself.
    """

    def __init__(self) -> None:
        self._dialog: D | None = None

    def here(self) -> D | None:
        """Return the dialog while it is open."""
        return self._dialog

    def open(self, dialog: D) -> None:
        """Open a dialog in the place of the one before."""
        self.close()
        self._dialog = dialog
        # The owner's own slots were connected before and still find the dialog.
        dialog.finished.connect(self._let_go)
        dialog.open()

    def accept(self) -> None:
        """Close the open dialog: what it asked for is done."""
        if self._dialog is not None:
            self._dialog.accept()

    def close(self) -> None:
        """Close the open dialog without an answer."""
        if self._dialog is not None:
            self._dialog.reject()

    def _let_go(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
