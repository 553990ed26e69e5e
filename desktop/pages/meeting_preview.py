"""Show the papers of a meeting, file the final ones, write them where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from db.commands.papers import FilePaper
from db.queries.week_material import WeekMaterial, week_material
from db.rules.permissions import Permission
from desktop.dialogs.meeting_paper import MeetingPaperDialog
from desktop.errors import sentence
from desktop.pages.meeting_papers import (
    OBJECT,
    MeetingPaper,
    MeetingPaperMaker,
    MinutesSeen,
    PaperKind,
    minutes_seen,
    save_paper,
)
from desktop.pages.paper_reader import A4, PaperReader
from desktop.paths import private_folder
from desktop.services import Services


class PaperPreview(QObject):
    """From a wish to the pages on the screen: read, build, file, show."""

    told = Signal(str, str)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._maker = MeetingPaperMaker()
        self._meeting_id = 0
        self._paper: MeetingPaper | None = None
        self._dialog: MeetingPaperDialog | None = None

    def show_minutes(self, meeting_id: int) -> None:
        """Show the minutes of a meeting; a closed one's are filed first."""
        self._services.ask(minutes_seen, meeting_id, parent=self, done=self._make_minutes)

    def show_week(self, meeting_id: int, year: int, week: int) -> None:
        """Show the review material of a week."""
        self._meeting_id = meeting_id
        self._services.ask(week_material, year, week, parent=self, done=self._make_week)

    def dialog(self) -> MeetingPaperDialog | None:
        """Return the dialog that is open."""
        return self._dialog

    def paper(self) -> MeetingPaper | None:
        """Return the paper that is shown."""
        return self._paper

    # Making -------------------------------------------------------------------------------

    @Slot(object)
    def _make_minutes(self, seen: MinutesSeen) -> None:
        self._services.work(
            self._maker.make_minutes, seen, parent=self, done=self._keep, key="paper"
        )

    @Slot(object)
    def _make_week(self, seen: WeekMaterial) -> None:
        self._services.work(
            self._maker.make_weekly, seen, self._meeting_id, parent=self, done=self._keep,
            key="paper",
        )  # fmt: skip

    @Slot(object)
    def _keep(self, paper: MeetingPaper) -> None:
        """File a final paper that is not in the archive yet, then show it."""
        self._paper = paper
        session = self._services.session
        may_file = session.may(Permission.MEETING_HOLD) and not session.read_only
        if not paper.is_final or paper.kept or not may_file:
            self._open(paper, self._note_of(paper))
            return
        command = FilePaper(
            kind=paper.kind.value,
            number=paper.number,
            object_kind=OBJECT,
            object_id=paper.meeting_id,
            contents=paper.told(),
            data=paper.data,
        )
        self._services.run(command, parent=self, done=self._show_filed, failed=self._show_unfiled)

    @Slot(object)
    def _show_filed(self, _answer: dict[str, Any]) -> None:
        if self._paper is not None:
            words = self.tr("{number} 已存入文书档案。").format(number=self._paper.number)
            self._open(self._paper, words)

    @Slot(object)
    def _show_unfiled(self, error: Exception) -> None:
        # The minutes exist all the same; the person sees them and why they are not filed.
        if self._paper is not None:
            self._open(self._paper, sentence(error))

    def _note_of(self, paper: MeetingPaper) -> str:
        if paper.kept:
            return self.tr("{number}，文书档案中保存的原件。").format(number=paper.number)
        if paper.kind is PaperKind.MINUTES and not paper.is_final:
            return self.tr("草稿：会议结束后才有期号，才能存档。")
        return ""

    # Showing ------------------------------------------------------------------------------

    def _open(self, paper: MeetingPaper, note: str) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
        dialog = MeetingPaperDialog(
            paper.title,
            note,
            paper.file_name(),
            with_word=True,
            parent=self._window.window(),
        )
        reader = PaperReader(self._services, dialog.board)
        reader.failed.connect(self._show_unsaved)
        dialog.save_wanted.connect(self.save)
        dialog.print_wanted.connect(self._open_outside)
        self._dialog = dialog
        dialog.open()
        reader.show(paper.data, [A4] * paper.pages)

    @Slot(str)
    def save(self, name: str) -> None:
        """Write the shown paper as a file: PDF, or DOCX by its ending."""
        if self._paper is not None:
            self._services.work(
                save_paper,
                self._paper,
                Path(name),
                parent=self,
                done=self._show_saved,
                failed=self._show_unsaved,
            )

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        words = self.tr("已保存到 {path}").format(path=path)
        if self._dialog is not None:
            self._dialog.tell(words)
        self.told.emit(words, "ok")

    @Slot(object)
    def _show_unsaved(self, error: Exception) -> None:
        words = self.tr("没有保存：{reason}").format(reason=_reason(error))
        if self._dialog is not None:
            self._dialog.set_error(words)

    @Slot()
    def _open_outside(self) -> None:
        """Write a private copy and let the system's own viewer print it."""
        if self._paper is not None:
            path = private_folder() / f"{self._paper.file_name()}.pdf"
            self._services.work(
                save_paper, self._paper, path, parent=self, done=self._show_outside,
                failed=self._show_unsaved,
            )  # fmt: skip

    @Slot(object)
    def _show_outside(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return sentence(error)
