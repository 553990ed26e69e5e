"""One notice beside the register: where it stands, its papers, and what can be done next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.errors import Conflict, RecordError
from db.rules.notice_papers import FurtherPaper
from db.rules.notice_states import NoticeAction
from db.rules.terms import SupervisionLevel
from desktop import texts
from desktop.dialogs.notice_move import NoticeMoveDialog
from desktop.errors import sentence
from desktop.notice_texts import level_name, outcome_name
from desktop.pages.supervision_further import FurtherPreview
from desktop.pages.supervision_moves import (
    NoticeMove,
    asked_of,
    is_next,
    moves_of,
    question_of,
)
from desktop.pages.supervision_papers import (
    OBJECT,
    NoticeSeen,
    PaperMaker,
    notice_seen,
)
from desktop.pages.supervision_preview import PaperPreview
from desktop.pages.supervision_printing import NoticePrinter
from desktop.pages.supervision_words import (
    CARDS,
    chip_of_notice,
    days_words,
    place_of_notice,
    steps_of_notice,
    story_of_notice,
)
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, Line, ScrollColumn
from desktop.widgets.chips import Chip, card_chip
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel, menu_text
from desktop.widgets.step_line import StepLine

SHOWN_MOVES = 4
MORE_RAISE = "raise"


class NoticePanel(Card):
    """Shows a notice and carries its steps out."""

    told = Signal(str, str)
    moved = Signal(object)
    change_wanted = Signal(object)
    raise_wanted = Signal(object)
    case_wanted = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self._services = services
        self._session = session
        self._maker = PaperMaker()
        self._wanted: int | None = None
        self._seen: NoticeSeen | None = None
        self._moves: list[NoticeMove] = []
        self._dialog: NoticeMoveDialog | None = None
        self._version = 0
        self._begun: NoticeSeen | None = None
        self._pending: NoticeMove | None = None
        # From the sending of a step until the notice is shown as it then is: a second Enter is the
        # same wish once more, and would meet the first one's change.
        self._is_sending = self._is_busy = False
        self._printer = NoticePrinter(services, self._maker, self)
        self._printer.told.connect(self.told)
        self._printer.printed.connect(self._keep_printed)
        self._further = FurtherPreview(services, self._maker, self)
        self._further.told.connect(self.told)
        self._build()
        self.show_nothing()

    # What others call ---------------------------------------------------------------------

    def maker(self) -> PaperMaker:
        """Return the maker of papers, whose fonts are loaded once."""
        return self._maker

    def show_notice(self, notice_id: int | None) -> None:
        """Show a notice, or an invitation to choose one."""
        self._wanted = notice_id
        if notice_id is None:
            self.show_nothing()
            return
        self._services.ask(
            notice_seen,
            notice_id,
            parent=self,
            done=self._show,
            failed=self._show_fault,
            key="notice",
        )

    def show_nothing(self) -> None:
        """Show that no notice is chosen."""
        self._seen = None
        self._is_busy = False
        self._moves = []
        self._whole.hide()
        self._empty.show_state("gavel", self.tr("选一张督办单，在这里看文书和办理进程"))
        self._empty.show()

    def refresh(self) -> None:
        """Read the shown notice again."""
        if self._wanted is not None:
            self.show_notice(self._wanted)

    def seen(self) -> NoticeSeen | None:
        """Return what is shown."""
        return self._seen

    def preview(self) -> PaperPreview:
        """Return the papers on the screen."""
        return self._preview

    def further(self) -> FurtherPreview:
        """Return the preview of the papers that follow from the notice."""
        return self._further

    def further_papers(self) -> tuple[FurtherPaper, ...]:
        """Return the papers that may follow from the shown notice."""
        seen = self._seen
        return seen.further.papers if seen is not None and self._session.is_room else ()

    def moves(self) -> list[NoticeMove]:
        """Return what the person may do with the shown notice, the likeliest first."""
        return list(self._moves)

    @Slot()
    def begin_next(self) -> None:
        """Begin the likeliest step; without one the keyboard goes to the papers."""
        if self._moves and is_next(self._moves[0]):
            self.begin(self._moves[0].action)
        else:
            self._preview.view().setFocus()

    @Slot()
    def begin_printing(self) -> None:
        """Begin to print, if it may be printed."""
        self.begin(NoticeAction.PRINT)

    def begin(self, action: NoticeAction) -> None:
        """Begin a step as its button does; one that is not possible is not begun."""
        move = next((one for one in self._moves if one.action is action), None)
        seen = self._seen
        if move is None or seen is None or self._is_busy:
            return
        if action is NoticeAction.CHANGE:
            self.change_wanted.emit(seen)
        elif action is NoticeAction.PRINT:
            self._printer.ask(seen, self.window())
        else:
            self._ask(move, seen)

    def may_be_raised(self) -> bool:
        """Tell whether a harder notice may be drafted on the same matter."""
        seen = self._seen
        return (
            seen is not None
            and bool(seen.detail.number)
            and seen.detail.struck_off_at is None
            and seen.detail.level < SupervisionLevel.RED
            and self._session.is_room
        )

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyState(parent=self)
        self._whole = QWidget(self)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._whole, 1)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._number = PlainLabel("", self, kind="section", elide=True)
        self._level, self._state = Chip(), Chip()
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self._number, 1)
        head.addWidget(self._level)
        head.addWidget(self._state)
        self._steps = StepLine(parent=self)
        self._story = PlainLabel("", self, kind="small", tone="text2", wrap=True)
        self._story.setContentsMargins(16, 0, 16, 0)
        self._preview = PaperPreview(self._services, self._maker, self)
        self._facts = FactGrid(columns=1, parent=self)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._case = ActionButton("", "link", kind="link")
        self._case.clicked.connect(self._want_case)
        # With large letters in a low window the middle scrolls; number and buttons stay.
        middle = ScrollColumn(self, name=self.tr("督办文书"), spacing=8)
        middle.body.addWidget(self._steps)
        middle.body.addWidget(self._story)
        middle.body.addWidget(self._preview, 1)
        column.addLayout(head)
        column.addWidget(middle, 1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 2, 16, 0)
        below.setSpacing(2)
        below.addWidget(self._facts)
        below.addWidget(self._case, 0, Qt.AlignmentFlag.AlignLeft)
        middle.body.addLayout(below)
        column.addWidget(Line(self))
        self._buttons = QGridLayout()
        self._buttons.setContentsMargins(16, 4, 16, 14)
        self._buttons.setSpacing(8)
        column.addLayout(self._buttons)

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _show_fault(self, error: Exception) -> None:
        self._seen = None
        self._is_busy = self._is_sending
        self._whole.hide()
        self._empty.show_state("triangle-alert", sentence(error))
        self._empty.show()

    @Slot(object)
    def _show(self, seen: NoticeSeen) -> None:
        detail = seen.detail
        if detail.id != self._wanted:
            return
        self._seen = seen
        self._is_busy = self._is_sending
        self._empty.hide()
        self._whole.show()
        self._number.setText(detail.number or self.tr("未编号（签发时取号）"))
        self._level.show_chip(card_chip(level_name(detail.level), CARDS[detail.level]))
        self._state.show_chip(chip_of_notice(detail))
        self._steps.show_steps(steps_of_notice(), place_of_notice(detail))
        self._story.setText(story_of_notice(detail))
        self._facts.set_facts(self._fact_rows(seen))
        self._case.setVisible(detail.case is not None)
        if detail.case is not None:
            self._case.setText(self.tr("关联事件 {number}").format(number=detail.case.number))
        self._preview.show_notice(seen)
        self._moves = moves_of(detail)
        self._show_moves()
        self._tell_moved(seen)

    def _fact_rows(self, seen: NoticeSeen) -> list[tuple[Any, ...]]:
        detail = seen.detail
        limit = f"{detail.finish_by:%m-%d %H:%M}"
        if detail.is_limit_proposed:
            limit = self.tr("{limit}（按现在签发推算）").format(limit=limit)
        elif detail.strike_off_asked_at is None and detail.struck_off_at is None:
            limit = f"{limit}（{days_words(detail.finish_by, seen.now)[0]}）"
        facts: list[tuple[Any, ...]] = [(self.tr("办结时限"), limit)]
        if detail.replied_at is not None:
            facts.append(
                (
                    self.tr("回执"),
                    f"{outcome_name(detail.reply_outcome)} · {detail.reply_signer}"
                    f" · {detail.replied_at:%m-%d}",
                )
            )
        else:
            facts.append((self.tr("反馈时限"), f"{detail.report_by:%m-%d %H:%M}"))
        if detail.received_by:
            facts.append(
                (self.tr("签收"), f"{detail.received_by} · {detail.delivered_at:%m-%d %H:%M}")
            )
        if detail.strike_off_evidence:
            facts.append((self.tr("销号依据"), detail.strike_off_evidence))
        prints = [one for row in seen.papers if row.kind == OBJECT for one in row.prints]
        if prints:
            again = self.tr("，补打 {n} 次").format(n=len(prints) - 1) if len(prints) > 1 else ""
            last = prints[-1]
            facts.append((self.tr("打印"), f"{last.actor_name} {last.at:%m-%d %H:%M}{again}"))
        if detail.agreed is not None:
            facts.append((self.tr("议定事项"), detail.agreed.code))
        return facts

    def _show_moves(self) -> None:
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        places = ((0, 0), (0, 1), (1, 0), (1, 1))
        shown = self._moves[:SHOWN_MOVES]
        for place, move in enumerate(shown):
            kind = "danger" if move.danger else "normal"
            if place == 0 and is_next(move):
                kind = "primary"
            button = ActionButton(move.label(), move.icon, key=move.key, kind=kind)
            button.setObjectName(f"move_{move.action.value}")
            button.setProperty("action", move.action.value)
            button.clicked.connect(self._begin_of_button)
            self._buttons.addWidget(button, *places[place])
        more = self._moves[SHOWN_MOVES:]
        if more or self.may_be_raised() or self.further_papers():
            row, column = divmod(len(shown), 2)
            self._buttons.addWidget(self._more_button(more), row, column)
        elif not shown:
            words = self.tr("您的岗位现在不需要办理这张督办单")
            self._buttons.addWidget(PlainLabel(words, self, kind="second", tone="text2"), 0, 0)

    def _more_button(self, moves: list[NoticeMove]) -> QWidget:
        from PySide6.QtWidgets import QMenu

        button = ActionButton(self.tr("更多"), "ellipsis")
        button.setObjectName("more")
        menu = QMenu(button)
        for move in moves:
            menu.addAction(menu_text(move.label())).setData(move.action.value)
        if self.may_be_raised():
            menu.addAction(menu_text(self.tr("升级督办"))).setData(MORE_RAISE)
        if menu.actions() and self.further_papers():
            menu.addSeparator()
        for paper in self.further_papers():
            menu.addAction(menu_text(texts.label(paper))).setData(paper.value)
        menu.triggered.connect(self._begin_of_menu)
        button.setMenu(menu)
        return button

    # Acting -------------------------------------------------------------------------------

    @Slot()
    def _begin_of_button(self) -> None:
        self.begin(NoticeAction(self.sender().property("action")))

    @Slot(object)
    def _begin_of_menu(self, entry: Any) -> None:
        chosen = entry.data()
        if chosen == MORE_RAISE:
            self.begin_raising()
        elif chosen in {paper.value for paper in FurtherPaper}:
            self.show_further(FurtherPaper(chosen))
        else:
            self.begin(NoticeAction(chosen))

    def show_further(self, paper: FurtherPaper) -> None:
        """Show a paper that follows from the notice, to be printed or saved."""
        if self._seen is not None and paper in self.further_papers():
            self._further.show_paper(paper, self._seen)

    @Slot()
    def begin_raising(self) -> None:
        """Wish for a harder notice on the same matter."""
        if self.may_be_raised() and self._seen is not None:
            self.raise_wanted.emit(self._seen)

    @Slot()
    def _want_case(self) -> None:
        if self._seen is not None and self._seen.detail.case is not None:
            self.case_wanted.emit(self._seen.detail.case.id)

    def _ask(self, move: NoticeMove, seen: NoticeSeen) -> None:
        self._pending, self._version, self._begun = move, seen.detail.version, seen
        dialog = NoticeMoveDialog(
            move.label(),
            question_of(move, seen.detail),
            move.label(),
            asked_of(move, seen.detail),
            icon=move.icon,
            danger=move.danger,
            parent=self.window(),
        )
        dialog.setProperty("notice", seen.detail.id)
        dialog.accepted.connect(self._send)
        dialog.rejected.connect(self._forget)
        dialog.taken_over.connect(self._take_over)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _send(self) -> None:
        move, dialog = self._pending, self._dialog
        if move is None or move.build is None or dialog is None:
            return
        command = move.build(int(dialog.property("notice")), self._version, dialog.given())
        self._is_sending = self._is_busy = True
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot()
    def _take_over(self) -> None:
        if self._seen is not None:
            self._version, self._begun = self._seen.detail.version, self._seen

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        move, self._is_sending = self._pending, False
        self._forget()
        if move is not None:
            number = result.get("number") or self.tr("督办单")
            self.told.emit(
                self.tr("{number} 已{action}").format(number=number, action=move.label()), "ok"
            )
        self.moved.emit(result["notice_id"])
        self.refresh()

    @Slot(object)
    def _keep_printed(self, notice_id: int) -> None:
        self._is_busy = True
        self.moved.emit(notice_id)
        self.refresh()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed: the dialog opens again with the reason."""
        self._is_sending = self._is_busy = False
        dialog = self._dialog
        if dialog is None:
            self.told.emit(sentence(error), "danger")
            return
        dialog.open()
        if isinstance(error, Conflict):
            self._services.ask(
                notice_seen,
                int(dialog.property("notice")),
                parent=self,
                done=self._show,
                failed=self._show_fault,
            )
            return
        field = str(error.facts.get("field", "")) if isinstance(error, RecordError) else ""
        dialog.refuse(sentence(error), field)

    def _tell_moved(self, seen: NoticeSeen) -> None:
        """Show before more is typed what others did since the question was begun."""
        dialog, begun = self._dialog, self._begun
        if dialog is None or begun is None or self._is_sending or not dialog.isVisible():
            return
        if seen.detail.id != begun.detail.id or seen.detail.version <= self._version:
            return
        known = {step.id for step in begun.detail.steps}
        since = [
            f"{step.at:%m-%d %H:%M} {step.actor_name} {texts.label(step.kind)}"
            for step in seen.detail.steps
            if step.id not in known
        ]
        words = self.tr("督办单在您打开后已被改动，您填写的内容还在，没有保存。")
        dialog.show_conflict(words, since)
