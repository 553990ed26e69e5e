"""通报 of a period: asks for its days, counts the register book and shows the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import RuleError
from db.queries.door import Reader
from db.queries.lookup import StreetRow, street
from db.queries.notices import BookRow, notice_book
from db.rules.numbering import Numbered
from db.rules.permissions import Permission
from desktop.dialogs.notice_move import Asked, NoticeMoveDialog
from desktop.errors import sentence
from desktop.official_words import bulletin
from desktop.pages.loose_paper import LoosePaper
from desktop.pages.supervision_further import FurtherPreview, Place, made_paper
from desktop.pages.supervision_papers import PaperMaker
from desktop.services import Services

STREET = "street"
"""What a bulletin is about: the whole street in its period."""


@dataclass(frozen=True)
class BulletinSeen:
    """The notices of a period, both days included."""

    rows: tuple[BookRow, ...]
    street: StreetRow
    first: date
    last: date
    now: datetime


def bulletin_seen(reader: Reader, first: date, last: date) -> BulletinSeen:
    """Return what 通报 of a period tells.

    :raises RuleError: the period ends before it begins.
    :raises NotAllowed: the right to draft papers of supervision is missing.
    """
    reader.demand(Permission.SUPERVISION_DRAFT)
    if last < first:
        raise RuleError("period_turned", first=first, last=last)
    start, end = (datetime.combine(day, time()) for day in (first, last + timedelta(days=1)))
    rows = notice_book(reader, start, end)
    return BulletinSeen(rows, street(reader), first, last, reader.now)


def today(reader: Reader) -> datetime:
    """Return the beginning of the record's own day."""
    return datetime.combine(reader.now.date(), time())


class BulletinWriter(QObject):
    """From the wish for a bulletin to its pages on the screen."""

    told = Signal(str, str)

    def __init__(self, services: Services, maker: PaperMaker, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._maker = maker
        self._window = window
        self._dialog: NoticeMoveDialog | None = None
        self._preview = FurtherPreview(services, maker, window)
        self._preview.told.connect(self.told)

    def preview(self) -> FurtherPreview:
        """Return the preview of the bulletin."""
        return self._preview

    @Slot()
    def begin(self) -> None:
        """Ask for the days; the present month is proposed."""
        self._services.ask(today, parent=self, done=self._open, key="bulletin")

    @Slot(object)
    def _open(self, day: datetime) -> None:
        dialog = NoticeMoveDialog(
            self.tr("督办通报"),
            self.tr("按签发日期统计各单位督办、销号和逾期情况。"),
            self.tr("生成"),
            (
                Asked("first", self.tr("签发日起"), "day", needed=True, value=day.replace(day=1)),
                Asked("last", self.tr("签发日止"), "day", needed=True, value=day),
            ),
            icon="file-text",
            parent=self._window.window(),
        )
        dialog.accepted.connect(self._read)
        dialog.rejected.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _read(self) -> None:
        if self._dialog is not None:
            given = self._dialog.given()
            self._services.ask(
                bulletin_seen,
                given["first"].date(),
                given["last"].date(),
                parent=self,
                done=self._make,
                failed=self._refuse,
            )

    @Slot(object)
    def _make(self, seen: BulletinSeen) -> None:
        self._forget()
        self._preview.make(_made, self._maker, seen, self.tr("督办通报"))

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.open()
            self._dialog.refuse(sentence(error), "last")

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _made(maker: PaperMaker, seen: BulletinSeen, title: str) -> LoosePaper:
    contents = bulletin(seen.rows, seen.street, seen.first, seen.last, seen.now)
    period = f"{seen.first:%Y-%m-%d}—{seen.last:%Y-%m-%d}"
    place = Place(Numbered.BULLETIN.value, STREET, seen.street.id, period)
    return made_paper(maker, contents, title, period, place)
