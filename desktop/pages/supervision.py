"""Supervision: what the rules suggest, the register, and the notice in hand with its papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QWidget

from db.queries.cases import case_id_of
from db.queries.lookup import UnitRow, handling_units
from db.queries.supervision import SuggestionRow, suggestions
from db.rules.notice_states import LEVELS, NoticeTab
from db.rules.permissions import Permission
from db.rules.terms import SupervisionLevel
from desktop.dialogs.notice_move import Asked, NoticeMoveDialog
from desktop.errors import sentence
from desktop.pages.page import Page
from desktop.pages.supervision_answers import SuggestionAnswers
from desktop.pages.supervision_batch import BatchPrinter
from desktop.pages.supervision_book import BookSeen, book_seen, write_book
from desktop.pages.supervision_bulletin import BulletinWriter
from desktop.pages.supervision_drafting import NoticeDrafting, Wish
from desktop.pages.supervision_listed import ListedPanel, Listing
from desktop.pages.supervision_notice import NoticePanel
from desktop.pages.supervision_papers import NoticeSeen
from desktop.pages.supervision_queue import SuggestionQueue
from desktop.pages.supervision_register import Register, RegisterSeen, register_seen
from desktop.pages.supervision_words import RegisterLine
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.shortcut import Shortcut

REFRESH_MILLISECONDS = 400
RULES_MILLISECONDS = 600_000
"""The rules run again every ten minutes, because deadlines pass without any change."""

WATCHED = frozenset({"notice", "suggestion", "listed", "paper", "case", "decision"})


class SupervisionPage(Page):
    """Everything from a suggestion to a struck-off notice."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._words = ""
        self._drafts = session.may(Permission.SUPERVISION_DRAFT)
        self._number_dialog: NoticeMoveDialog | None = None
        self._book_path: Path | None = None
        self._build()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REFRESH_MILLISECONDS)
        self._late.timeout.connect(self.reload)
        self._rules = QTimer(self)
        self._rules.setInterval(RULES_MILLISECONDS)
        self._rules.timeout.connect(self.reload)
        self._rules.start()
        services.ask(handling_units, parent=self, done=self._show_units)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("督办")

    def search_hint(self) -> str:
        return self.tr("搜索文号、单位、事项、事件编号，支持拼音首字母")

    def actions_for_bar(self) -> list[QWidget]:
        buttons: list[QWidget] = []
        for allowed, words, icon, key, slot in (
            (
                Permission.SUPERVISION_PRINT,
                self.tr("成批打印"),
                "printer",
                "Ctrl Shift P",
                self.print_all,
            ),
            (Permission.EXPORT, self.tr("台账和通报"), "download", "", None),
            (
                Permission.SUPERVISION_LIST,
                self.tr("登记区级挂牌"),
                "flag",
                "",
                self._listing.begin,
            ),
            (Permission.SUPERVISION_DRAFT, self.tr("新建督办"), "gavel", "Ctrl N", self.begin),
        ):
            if self.session.may(allowed):
                button = ActionButton(words, icon, key=key)
                if slot is None:
                    self._add_reports(button)
                else:
                    button.clicked.connect(slot)
                buttons.append(button)
        return buttons

    def _add_reports(self, button: ActionButton) -> None:
        """Put what is written about many notices behind one button."""
        menu = QMenu(button)
        menu.addAction(self.tr("导出台账（Ctrl E）"), self.export)
        if self._drafts:
            menu.addAction(self.tr("督办通报"), self._bulletin.begin)
        button.setMenu(menu)

    def arrive(self) -> None:
        self.reload()
        if self._drafts and self._queue.rows():
            self._queue.take_focus()
        else:
            self._register.table().setFocus()

    def search(self, words: str) -> None:
        self._words = words
        self._read_register()

    def follow(self, changes: tuple[Any, ...]) -> None:
        found = [change for change in changes if change.kind in WATCHED]
        if found and self.isVisible() and not self._late.isActive():
            self._late.start()
        seen = self._panel.seen()
        if seen is not None and any(
            change.kind in ("notice", "paper") and change.object_id == seen.detail.id
            for change in found
        ):
            self._panel.refresh()
        row = self._listed.row()
        if row is not None and any(
            change.kind == "listed" and change.object_id == row.id for change in found
        ):
            self._listed.refresh()

    def follow_width(self, width: int) -> None:
        roomy = width >= 1600
        self._queue.setFixedWidth(332 if roomy else 252)
        self._queue.set_narrow(not roomy)
        self._side.setFixedWidth(450 if roomy else 380)
        # Without the suggestions their room belongs to the register.
        self._register.follow_width(width if self._drafts else width + self._queue.width())

    # What others call ---------------------------------------------------------------------

    def draft_for(self, case_id: int) -> None:
        """Open the form of a notice about a case."""
        self._drafting.draft(Wish(case_id=case_id))

    def draft_for_decision(self, decision_id: int) -> None:
        """Open the form of a notice about an agreed item."""
        self._drafting.draft(Wish(decision_id=decision_id, trigger="agreed_item_missed"))

    def show_notice(self, notice_id: int) -> None:
        """Choose a notice in the register."""
        self._register.choose(notice_id)
        self._read_register()

    def register(self) -> Register:
        """Return the register."""
        return self._register

    def queue(self) -> SuggestionQueue:
        """Return the suggestions."""
        return self._queue

    def panel(self) -> NoticePanel:
        """Return the notice beside the register."""
        return self._panel

    def listed_panel(self) -> ListedPanel:
        """Return the listed matter beside the register."""
        return self._listed

    def drafting(self) -> NoticeDrafting:
        """Return what opens the form of a notice."""
        return self._drafting

    def listing(self) -> Listing:
        """Return what opens the form of a listed matter."""
        return self._listing

    def bulletin(self) -> BulletinWriter:
        """Return what writes the bulletin of a period."""
        return self._bulletin

    def answers(self) -> SuggestionAnswers:
        """Return what carries out the answers to suggestions."""
        return self._answers

    @Slot()
    def reload(self) -> None:
        """Read suggestions and register again."""
        if self._drafts:
            self.services.ask(
                suggestions, parent=self, done=self._show_suggestions, key="suggestions"
            )
        self._read_register()

    @Slot()
    def begin(self) -> None:
        """Ask for which case a notice is drafted."""
        self._number_dialog = NoticeMoveDialog(
            self.tr("新建督办"),
            self.tr("对一件事件拟督办通知单；议定事项的督办从左边的建议采纳。"),
            self.tr("拟稿"),
            (
                Asked(
                    "number",
                    self.tr("事件编号"),
                    "line",
                    needed=True,
                    hint=self.tr("完整的事件编号，可从台账复制"),
                ),
            ),
            icon="gavel",
            parent=self.window(),
        )
        self._number_dialog.accepted.connect(self._find_case)
        self._number_dialog.rejected.connect(self._forget_number)
        self._number_dialog.open()

    @Slot()
    def print_all(self) -> None:
        """Print every notice that waits for it."""
        if self.session.may(Permission.SUPERVISION_PRINT):
            self._batch.ask(self._register.lines(), self.window())

    @Slot()
    def export(self) -> None:
        """Ask where the register book goes."""
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("导出督办台账"),
            self.tr("督办台账.pdf"),
            self.tr("PDF 文件 (*.pdf);;Excel 工作簿 (*.xlsx)"),
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the register book of the chosen year."""
        self._book_path = path
        self.services.ask(
            book_seen,
            self._register.year(),
            parent=self,
            done=self._write_book,
            failed=self._tell_fault,
        )

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._queue = SuggestionQueue(self)
        self._queue.setVisible(self._drafts)
        self._register = Register(self)
        self._panel = NoticePanel(self.services, self.session, self)
        self._listed = ListedPanel(self.services, self.session, self._panel.maker(), self)
        self._side = QStackedWidget(self)
        self._side.addWidget(self._panel)
        self._side.addWidget(self._listed)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(14)
        across.addWidget(self._queue)
        across.addWidget(self._register, 1)
        across.addWidget(self._side)
        self._drafting = NoticeDrafting(self.services, self)
        self._listing = Listing(self.services, self)
        self._answers = SuggestionAnswers(self.services, self)
        self._bulletin = BulletinWriter(self.services, self._panel.maker(), self)
        self._bulletin.told.connect(self.told)
        self._batch = BatchPrinter(self.services, self)
        self._batch.told.connect(self.told)
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        for part in (self._panel, self._listed, self._drafting, self._listing, self._answers):
            part.told.connect(self.told)
        self._queue.adopt_wanted.connect(self._answers.adopt)
        self._queue.level_wanted.connect(self._answers.change_level)
        self._queue.ignore_wanted.connect(self._answers.ignore)
        self._answers.draft_wanted.connect(self._draft)
        self._answers.answered.connect(self._keep_answered)
        self._drafting.drafted.connect(self._keep_drafted)
        self._drafting.known.connect(self.show_notice)
        self._listing.listed.connect(self.show_notice)
        self._register.chosen.connect(self._show_line)
        self._register.opened.connect(self._open_line)
        self._register.read_wanted.connect(self._read_register)
        self._panel.moved.connect(self._keep_moved)
        self._panel.change_wanted.connect(self._change)
        self._panel.raise_wanted.connect(self._raise)
        self._panel.case_wanted.connect(self.case_wanted)
        self._listed.moved.connect(self._keep_moved)

    def _make_keys(self) -> None:
        for keys, words, slot in (
            ("Ctrl+P", self.tr("打印督办文书"), self._panel.begin_printing),
            ("Ctrl+Shift+P", self.tr("批量打印待印文书"), self.print_all),
            ("Ctrl+E", self.tr("导出台账"), self._export_by_key),
            ("Ctrl+N", self.tr("新建督办"), self._begin_by_key),
            ("Ctrl+U", self.tr("升级督办"), self._panel.begin_raising),
            ("F7", self.tr("催办"), self._remind),
            ("F6", self.tr("换到下一栏"), self._focus_next_part),
        ):
            Shortcut(keys, self, words, slot)

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _read_register(self) -> None:
        self.services.ask(
            register_seen,
            self._words,
            self._register.year(),
            parent=self,
            done=self._show_register,
            key="register",
        )

    @Slot(object)
    def _show_units(self, units: tuple[UnitRow, ...]) -> None:
        self._register.show_units(
            unit for unit in units if unit.kind.value in ("station", "office", "community")
        )

    @Slot(object)
    def _show_suggestions(self, rows: tuple[SuggestionRow, ...]) -> None:
        self._queue.show_rows(rows)

    @Slot(object)
    def _show_register(self, seen: RegisterSeen) -> None:
        self._register.show_register(seen)
        to_issue = seen.counts.tabs.get(NoticeTab.TO_ISSUE, 0)
        to_print = sum(line.to_print for line in seen.lines)
        self.badge_changed.emit("supervision", to_issue + to_print)

    @Slot(object)
    def _show_line(self, line: RegisterLine | None) -> None:
        if line is None:
            self._side.setCurrentWidget(self._panel)
            self._panel.show_notice(None)
        elif line.is_listed:
            self._side.setCurrentWidget(self._listed)
            self._panel.show_notice(None)
            self._listed.show_listed(line.id)
        else:
            self._side.setCurrentWidget(self._panel)
            seen = self._panel.seen()
            if seen is None or (seen.detail.id, seen.detail.version) != (line.id, line.version):
                self._panel.show_notice(line.id)

    @Slot(object)
    def _open_line(self, line_id: int) -> None:
        line = self._register.line(line_id)
        if line is not None and line.is_listed:
            self._listed.begin_next()
        elif line is not None:
            self._panel.begin_next()

    @Slot(object)
    def _draft(self, wish: Wish) -> None:
        self._drafting.draft(wish)

    @Slot(object)
    def _change(self, seen: NoticeSeen) -> None:
        self._drafting.change(seen.detail)

    @Slot(object)
    def _raise(self, seen: NoticeSeen) -> None:
        detail = seen.detail
        harder = [level for level in LEVELS if level > detail.level]
        self._drafting.draft(
            Wish(
                case_id=detail.case.id if detail.case else None,
                decision_id=detail.agreed.id if detail.agreed else None,
                level=harder[0] if harder else SupervisionLevel.RED,
                trigger="notice_past_limit" if seen.now > detail.finish_by else "manual",
            )
        )

    @Slot()
    def _remind(self) -> None:
        """Remind the unit of the chosen notice; before that, of the chosen suggestion."""
        seen, row = self._panel.seen(), self._queue.current()
        if not self._drafts:
            return
        in_queue = self._queue.isAncestorOf(self.focusWidget() or self)
        if in_queue and row is not None and row.case_id is not None:
            self._answers.remind(row.case_id, f"{row.number}  {row.title}")
        elif seen is not None and seen.detail.case is not None:
            case = seen.detail.case
            self._answers.remind(case.id, f"{case.number}  {case.title}")

    @Slot()
    def _focus_next_part(self) -> None:
        """Go from the suggestions to the register, to the papers, and round again."""
        focused = self.focusWidget() or self
        if self._queue.isAncestorOf(focused):
            self._register.table().setFocus()
        elif self._register.isAncestorOf(focused):
            self._panel.preview().view().setFocus()
        elif self._drafts and self._queue.rows():
            self._queue.take_focus()
        else:
            self._register.table().setFocus()

    @Slot()
    def _export_by_key(self) -> None:
        if self.session.may(Permission.EXPORT):
            self.export()

    @Slot()
    def _begin_by_key(self) -> None:
        if self._drafts:
            self.begin()

    @Slot(object)
    def _keep_answered(self, row: SuggestionRow) -> None:
        self._queue.remove(row)
        self.reload()

    @Slot(object)
    def _keep_drafted(self, notice_id: int) -> None:
        self._register.choose(notice_id)
        self.reload()

    @Slot(object)
    def _keep_moved(self, line_id: int) -> None:
        self._register.choose(line_id)
        self.reload()

    @Slot()
    def _find_case(self) -> None:
        if self._number_dialog is not None:
            number = str(self._number_dialog.given()["number"]).strip()
            self.services.ask(
                case_id_of, number, parent=self, done=self._draft_found, failed=self._not_found
            )

    @Slot(object)
    def _draft_found(self, case_id: int) -> None:
        self._forget_number()
        self.draft_for(case_id)

    @Slot(object)
    def _not_found(self, error: Exception) -> None:
        if self._number_dialog is not None:
            self._number_dialog.open()
            self._number_dialog.refuse(sentence(error), "number")

    @Slot()
    def _forget_number(self) -> None:
        if self._number_dialog is not None:
            self._number_dialog.deleteLater()
            self._number_dialog = None

    @Slot(object)
    def _write_book(self, seen: BookSeen) -> None:
        if self._book_path is not None:
            self.services.work(
                write_book,
                self._panel.maker(),
                seen,
                self._book_path,
                parent=self,
                done=self._tell_book,
                failed=self._tell_fault,
            )

    @Slot(object)
    def _tell_book(self, written: tuple[Path, int]) -> None:
        path, rows = written
        words = self.tr("督办台账 {n} 件，写入 {path}").format(n=rows, path=path)
        self.told.emit(words, "ok")

    @Slot(object)
    def _tell_fault(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")
