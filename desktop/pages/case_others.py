"""Who else has a case open: asked when it is shown, when somebody is heard, and now and then."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.services import Services

if TYPE_CHECKING:
    from db.queries.door import Reader
    from db.queries.openings import OpenElsewhere

AGAIN_MILLISECONDS = 5_000
"""A desk that died says no word, it is only missing."""
SETTLE_MILLISECONDS = 300
"""Who runs through a list has none of its cases open."""


class CaseOthers(QObject):
    """Lets the others know what is open here, and tells who has it open too."""

    told = Signal(str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._case_id: int | None = None
        self._words = ""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MILLISECONDS)
        self._settled.timeout.connect(self._show_open)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MILLISECONDS)
        self._again.timeout.connect(self._ask)
        services.opening_changed.connect(self._hear)

    def words(self) -> str:
        """Return who else has the case open, in a sentence; empty when nobody has."""
        return self._words

    def watch(self, case_id: int | None) -> None:
        """Watch a case from now on, or none."""
        if case_id == self._case_id:
            return
        self._case_id = case_id
        self._tell("")
        self._again.stop()
        if self._services.is_alone():
            return
        self._settled.start()
        if case_id is not None:
            self._again.start()
            self._ask()

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _show_open(self) -> None:
        self._services.show_open(self._case_id)

    @Slot(object)
    def _hear(self, case_id: int) -> None:
        if case_id == self._case_id:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._case_id is not None:
            self._services.ask(
                _others,
                self._case_id,
                parent=self,
                done=self._take,
                failed=self._miss,
                key="others",
            )

    @Slot(object)
    def _take(self, answer: tuple[int, datetime, tuple[OpenElsewhere, ...]]) -> None:
        case_id, now, others = answer
        if case_id == self._case_id:
            self._tell("\n".join(self._sentence(one, now) for one in others))

    def _miss(self, _error: Exception) -> None:
        """Say nothing of what is not known."""
        self._tell("")

    def _sentence(self, one: OpenElsewhere, now: datetime) -> str:
        since = (
            f"{one.since:%H:%M}" if one.since.date() == now.date() else f"{one.since:%m-%d %H:%M}"
        )
        if one.is_self:
            words = self.tr("您在另一台电脑（{desk}）上也打开着这件事，{since} 起")
        else:
            words = self.tr("{name}（{unit}）也打开着这件事：{desk}，{since} 起")
        return words.format(name=one.name, unit=one.unit, desk=one.desk, since=since)

    def _tell(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.told.emit(words)


def _others(reader: Reader, case_id: int) -> tuple[int, datetime, tuple[OpenElsewhere, ...]]:
    """Return who else has a case open, and the present time of the record."""
    from db.queries.openings import open_elsewhere

    return case_id, reader.now, open_elsewhere(reader, case_id)
