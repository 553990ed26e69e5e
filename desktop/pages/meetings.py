"""例会研判: the meetings, what they agreed, and the console of the one that is held."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.commands.meetings import PlanMeeting
from db.errors import RecordError
from db.queries.meetings import MeetingRow
from db.rules.permissions import Permission
from desktop.dialogs.meeting_plan import PlanDialog, PlanProposal
from desktop.errors import sentence
from desktop.meeting_figures import week_figures
from desktop.pages.meeting_console import MeetingConsole
from desktop.pages.meeting_facts import (
    ListSeen,
    PlanSeen,
    list_seen,
    plan_seen,
)
from desktop.pages.meeting_list import MeetingList
from desktop.pages.meeting_preview import PaperPreview
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.shortcut import Shortcut

REFRESH_MILLISECONDS = 250
WEEKS_OFFERED = 4
_KINDS = frozenset({"meeting", "decision"})


class MeetingsPage(Page):
    """A list of meetings, from which one opens the console and comes back."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._plan: PlanSeen | None = None
        self._listed: ListSeen | None = None
        self._dialog: PlanDialog | None = None
        self._wants_plan = False
        self._given: dict[str, Any] = {}
        self.preview = PaperPreview(services, self)
        self.preview.told.connect(self.told)
        self.list = MeetingList(services, session, self)
        self.console = MeetingConsole(services, session, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.console)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REFRESH_MILLISECONDS)
        self._late.timeout.connect(self.reload)
        self._connect()

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("例会研判")

    def arrive(self) -> None:
        self.reload()
        if self.is_in_console():
            self.console.reload()
        else:
            self.list.table.setFocus()

    def leave(self) -> bool:
        self.console.keep()
        return True

    def follow(self, changes: tuple[Any, ...]) -> None:
        kinds = {change.kind for change in changes}
        if not kinds & _KINDS:
            if "case" in kinds and self.is_in_console():
                self.console.follow()
            return
        if self.is_in_console():
            self.console.follow()
        elif not self._late.isActive():
            self._late.start()

    def follow_width(self, width: int) -> None:
        self.list.follow_width(width)
        self.console.follow_width(width)

    def hold(self) -> str:
        if self.is_in_console():
            return self.tr("例会还开着：回到例会列表以后再换界面语言。")
        return ""

    # What others call ---------------------------------------------------------------------

    def is_in_console(self) -> bool:
        """Tell whether one meeting is shown, and not the list."""
        return self._stack.currentWidget() is self.console

    def listed(self) -> tuple[MeetingRow, ...]:
        """Return the meetings of the list, the newest first."""
        return self._listed.meetings if self._listed is not None else ()

    def plan_dialog(self) -> PlanDialog | None:
        """Return the dialog that plans a meeting, while it is open."""
        return self._dialog

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        self.services.ask(list_seen, parent=self, done=self._show_list, key="list")
        self.services.ask(plan_seen, parent=self, done=self._keep_plan, key="plan")

    @Slot(object)
    def open_meeting(self, meeting_id: int) -> None:
        """Show the console of a meeting."""
        self._stack.setCurrentWidget(self.console)
        self.console.show_meeting(meeting_id)

    def show_decision(self, decision_id: int) -> None:
        """Show one of the tasks beside the list."""
        if self.is_in_console():
            self.show_list()
        self.list.tasks.choose(decision_id)

    @Slot()
    def show_list(self) -> None:
        """Go back to the list."""
        self.console.keep()
        self._stack.setCurrentWidget(self.list)
        self.title_changed.emit(self.title())
        self.reload()
        self.list.table.setFocus()

    @Slot()
    def plan(self) -> None:
        """Enter the meeting of the week, or ask what a new one needs."""
        if self.is_in_console() or not self._may_hold():
            return
        if self._plan is None:
            self._wants_plan = True
            self.reload()
            return
        if self._plan.pending is not None:
            self.open_meeting(self._plan.pending.id)
            return
        self._open_dialog(self._plan)

    # Building -----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.meeting_wanted.connect(self.open_meeting)
        self.list.plan_wanted.connect(self.plan)
        self.list.tasks.told.connect(self.told)
        self.list.tasks.case_wanted.connect(self.case_wanted)
        self.list.tasks.notice_wanted.connect(self.notice_wanted)
        self.console.told.connect(self.told)
        self.console.left.connect(self.show_list)
        self.console.title_changed.connect(self._follow_title)
        self.console.minutes_wanted.connect(self.preview.show_minutes)
        self.console.week_wanted.connect(self._show_week)
        self.console.notice_wanted.connect(self.notice_wanted)
        Shortcut("Ctrl+N", self, self.tr("准备本周例会"), self.plan)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_list(self, seen: ListSeen) -> None:
        self._listed = seen
        self._show()

    @Slot(object)
    def _keep_plan(self, seen: PlanSeen) -> None:
        self._plan = seen
        self._show()
        if self._wants_plan:
            self._wants_plan = False
            self.plan()

    def _show(self) -> None:
        if self._listed is not None:
            pending = self._plan.pending if self._plan is not None else None
            self.list.show_seen(self._listed, self._may_hold(), pending)

    @Slot(str)
    def _follow_title(self, title: str) -> None:
        if self.is_in_console() and self.isVisible():
            self.title_changed.emit(title)

    @Slot(object)
    def _show_week(self, meeting_id: int) -> None:
        seen = self.console.seen()
        if seen is not None:
            row = seen.detail.row
            self.preview.show_week(meeting_id, row.year, row.week)

    def _open_dialog(self, seen: PlanSeen) -> None:
        last = seen.last
        week = seen.week
        weeks = [week.next]
        for _ in range(WEEKS_OFFERED):
            weeks.append(weeks[-1].previous)
        proposal = PlanProposal(
            week=week,
            starts_at=_next_half_hour(seen.now),
            now=seen.now,
            place=last.place if last else "",
            chair=last.chair_name if last else "",
            recorder=last.recorder_name if last and last.recorder_name else self.session.name,
        )
        self._drop_dialog()
        self._dialog = PlanDialog(proposal, weeks, self.window())
        self._dialog.accepted.connect(self._ask_figures)
        self._dialog.rejected.connect(self._drop_dialog)
        self._dialog.open()

    @Slot()
    def _ask_figures(self) -> None:
        if self._dialog is not None:
            self._given = self._dialog.given()
            self.services.ask(
                week_figures,
                self._given["year"],
                self._given["week"],
                parent=self,
                done=self._send_plan,
                failed=self._refuse,
            )

    @Slot(object)
    def _send_plan(self, figures: dict[str, Any]) -> None:
        command = PlanMeeting(**self._given, figures=figures)
        self.services.run(command, parent=self, done=self._show_planned, failed=self._refuse)

    @Slot(object)
    def _show_planned(self, answer: dict[str, Any]) -> None:
        self._drop_dialog()
        agenda = answer["agenda"]
        words = self.tr("议程已排好：上次议定 {last} 项，超期 {late} 件，疑难 {hard} 件")
        self.console.head.tell(
            words.format(
                last=agenda["last_decisions"], late=agenda["overdue"], hard=agenda["difficult"]
            )
        )
        self.open_meeting(answer["meeting_id"])
        self.reload()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed: the dialog opens again with the reason."""
        if self._dialog is not None:
            field = error.facts.get("field", "") if isinstance(error, RecordError) else ""
            self._dialog.refuse(sentence(error), str(field))
            self._dialog.open()

    @Slot()
    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _may_hold(self) -> bool:
        return self.session.may(Permission.MEETING_HOLD) and not self.session.read_only


def _next_half_hour(now: datetime) -> datetime:
    start = now.replace(minute=0, second=0, microsecond=0)
    return start + timedelta(minutes=30 if now.minute < 30 else 60)
