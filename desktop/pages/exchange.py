"""The page of import and export."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.rules.permissions import Permission
from desktop.pages.exchange_export import ExportCard
from desktop.pages.exchange_import import ImportCard
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.empty_state import EmptyState


class ExchangePage(Page):
    """Lists come in from the platform and go out to whoever asks; each half needs its right."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self.coming: ImportCard | None = None
        self.going: ExportCard | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        if session.may(Permission.CASE_IMPORT) and not session.read_only:
            self.coming = ImportCard(services, session, self)
            self.coming.told.connect(self.told)
            row.addWidget(self.coming, 64)
        if session.may(Permission.EXPORT):
            self.going = ExportCard(services, session, self)
            self.going.told.connect(self.told)
            row.addWidget(self.going, 36)
        if self.coming is None and self.going is None:
            row.addWidget(EmptyState("lock", self.tr("您的岗位不能导入或导出事件。"), parent=self))
        elif self.coming is None:
            words = self.tr("您的岗位不能导入事件。")
            if session.read_only:
                words = self.tr("数据文件是只读的，现在不能导入。")
            row.addWidget(EmptyState("lock", words, parent=self), 64)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("导入导出")

    def arrive(self) -> None:
        if self.going is not None:
            self.going.count()
        if self.coming is not None:
            self.coming.file.setFocus()

    def carried(self) -> Any:
        return [None if card is None else card.carried() for card in (self.coming, self.going)]

    def carry(self, kept: Any) -> None:
        coming, going = kept
        if self.coming is not None:
            self.coming.carry(coming)
        if self.going is not None:
            self.going.carry(going)

    def hold(self) -> str:
        cards = [card for card in (self.coming, self.going) if card is not None]
        if any(card.progress.is_following() for card in cards):
            return self.tr("导入或导出正在进行：结束以后再换界面语言。")
        return ""

    def follow_width(self, width: int) -> None:
        if self.coming is not None:
            self.coming.follow_width(width)

    def follow(self, changes: tuple[Any, ...]) -> None:
        if self.going is not None and self.isVisible():
            self.going.count()
