"""The cases related to the shown one, as a short list; each opens its case."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.queries.door import Reader
from db.queries.related import RelatedCase, RelatedCases, related_cases
from desktop import texts
from desktop.case_words import short_number
from desktop.services import Services
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import CardTitle, Line
from desktop.widgets.plain_label import PlainLabel

SHOWN = 6


class CaseRelated(QWidget):
    """Asks after the case is shown, so that the case itself never waits for it."""

    chosen = Signal(object)
    """The id of a related case."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._case_id: int | None = None
        self._shown: RelatedCases | None = None
        self._lines: list[QWidget] = []
        self._title = CardTitle(self.tr("相关事件"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(Line())
        self._column.addWidget(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_case(self, case_id: int) -> None:
        """Show what is related to this case; the list of another case goes away at once."""
        if case_id != self._case_id:
            self._show(None)
        self._case_id = case_id
        self._services.ask(
            _with_id, case_id, parent=self, done=self._take, failed=self._leave, key="related"
        )

    @Slot(object)
    def _take(self, found: tuple[int, RelatedCases]) -> None:
        case_id, related = found
        # The same list is left alone: a refresh must not take the focus from a line.
        if case_id == self._case_id and related != self._shown:
            self._show(related)

    @Slot(object)
    def _leave(self, _error: Exception) -> None:
        """Show none: the case itself, asked for just before, tells what is wrong."""
        self._show(None)

    def _show(self, related: RelatedCases | None) -> None:
        self._shown = related
        for line in self._lines:
            line.deleteLater()
        found = related.cases if related is not None else ()
        self._lines = [self._line(one) for one in found[:SHOWN]]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(found))
        if related is not None and (related.has_more or len(found) > SHOWN):
            self._title.set_note(self.tr("最近 {n} 件").format(n=min(SHOWN, len(found))))
        else:
            self._title.set_note(self.tr("共 {n} 件").format(n=len(found)))

    def _line(self, one: RelatedCase) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        number = ActionButton(short_number(one.number), kind="link", parent=line)
        number.setProperty("case", one.id)
        number.setAccessibleName(self.tr("打开 {number}").format(number=one.number))
        number.clicked.connect(self._choose)
        row.addWidget(number)
        ways = tr("、").join(texts.label(way) for way in one.relations)
        told = self.tr("{ways} · {state} · {title}")
        words = told.format(ways=ways, state=texts.label(one.state), title=one.title)
        row.addWidget(PlainLabel(words, line, kind="second", tone="text2", elide=True), 1)
        return line

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("case"))


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def _with_id(reader: Reader, case_id: int) -> tuple[int, RelatedCases]:
    return case_id, related_cases(reader, case_id)
