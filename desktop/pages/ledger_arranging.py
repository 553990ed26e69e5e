"""The columns of the ledger as the person arranges them: by the mouse, or in a dialog by keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.queries.list_views import ListView
from desktop.dialogs.columns import ColumnsDialog
from desktop.pages.case_place import FLOATS_BELOW, NARROW_BELOW
from desktop.pages.ledger_columns import USUAL, column_of
from desktop.widgets.ledger_delegate import LedgerDelegate
from desktop.widgets.shown_dialog import ShownDialog
from desktop.widgets.virtual_table import VirtualTable


class LedgerArranging(QObject):
    """Shows the columns of a view, and tells by ``arranged`` (columns, widths) what was changed.

    No columns stand for the usual ones, of which a narrow window shows fewer.
    """

    arranged = Signal(object, object)

    def __init__(self, table: VirtualTable, delegate: LedgerDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._delegate = delegate
        self._window = parent
        self._view = ListView()
        self._width = 1600
        self._asked: ShownDialog[ColumnsDialog] = ShownDialog()
        table.columns().arranged.connect(self._tell_arranged)

    def follow_width(self, width: int) -> None:
        """The window has another width."""
        self._width = width
        self.show_view(self._view)

    def show_view(self, view: ListView) -> None:
        """Show the columns that were chosen, else those that the window has room for."""
        self._view = view
        columns = list(view.columns or USUAL)
        if not view.columns:
            for key in _too_many(self._width):
                columns.remove(key)
        self._delegate.unit_in_place = "unit" not in columns
        arranging = self._table.columns()
        arranging.arrange(columns, view.widths)
        arranging.show_order(*column_of(view.order, view.descending))

    @Slot()
    def ask(self) -> None:
        """Ask which columns are to be shown."""
        rows = self._table.rows()
        dialog = ColumnsDialog(
            [(one.key, one.title, one.width) for one in rows.columns],
            self._view.columns or USUAL,
            self._view.widths,
            USUAL,
            fixed="title",
            parent=self._window.window(),
        )
        dialog.accepted.connect(self._take_answer)
        self._asked.open(dialog)

    @Slot()
    def _take_answer(self) -> None:
        dialog = self._asked.here()
        assert dialog is not None
        columns = dialog.columns()
        self.arranged.emit(() if columns == USUAL else columns, dialog.widths())

    @Slot()
    def _tell_arranged(self) -> None:
        arranging = self._table.columns()
        shown = arranging.shown()
        is_usual = not self._view.columns and shown == tuple(k for k in USUAL if k in shown)
        self.arranged.emit(() if is_usual else shown, arranging.widths())


def _too_many(width: int) -> tuple[str, ...]:
    """Return the usual columns for which a window has no room."""
    if width < FLOATS_BELOW:
        # The case lies over the list, which has the whole page for itself.
        return () if width >= 1280 else ("item",) if width >= 1100 else ("item", "unit")
    return ("item",) if width < NARROW_BELOW else ()
