"""What others do with a case while somebody answers a question about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from desktop.actions import Action
from desktop.case_actions import actions_for
from desktop.case_conflict_words import differences, step_lines, steps_since
from desktop.dialogs.case_action import CaseActionDialog
from desktop.pages.case_others import CaseOthers
from desktop.services import Services

if TYPE_CHECKING:
    from db.queries.case_detail import CaseDetail
    from db.queries.door import Reader


class CaseMeanwhile(QObject):
    """Knows which look at the case the answers in the open dialog are about."""

    def __init__(self, services: Services, others: CaseOthers, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._others = others
        self._about: CaseDetail | None = None
        self._newest: CaseDetail | None = None
        self._action: Action | None = None
        self._dialog: CaseActionDialog | None = None
        services.changed.connect(self._follow)
        others.told.connect(self._show_others)

    # What others call ---------------------------------------------------------------------

    def begin(self, detail: CaseDetail, action: Action, dialog: CaseActionDialog) -> None:
        """Watch the case while the question is open."""
        self._about, self._newest = detail, None
        self._action, self._dialog = action, dialog
        dialog.taken_over.connect(self._take_over)
        dialog.show_others(self._others.words())

    def end(self) -> None:
        """Watch no more."""
        self._about = self._newest = self._action = self._dialog = None

    def about(self) -> CaseDetail | None:
        """Return the look at the case that the person answers about."""
        return self._about

    def look(self) -> None:
        """Read how the case stands now, after a refusal for instance."""
        if self._about is not None:
            self._services.ask(
                _detail, self._about.id, parent=self, done=self._take, key="meanwhile"
            )

    def show_newest(self) -> None:
        """Show what is known of what others did, if it is anything."""
        about, newest, dialog, action = self._about, self._newest, self._dialog, self._action
        if about is None or newest is None or dialog is None or action is None:
            return
        may_go_on = action.id in {one.id for one in actions_for(newest)}
        if may_go_on:
            words = self.tr("这件事在您打开后有了变化。您填写的内容都在，还没有保存。")
        else:
            words = self.tr(
                "这件事在您打开后有了变化，现在不能再{action}。"
                "您填写的内容都在，需要的可以复制，然后按 Esc 关闭。"
            ).format(action=action.label())
        dialog.show_conflict(
            words,
            step_lines(steps_since(about, newest)),
            [(one.field, one.before, one.now, one.who) for one in differences(about, newest)],
            may_go_on=may_go_on,
        )

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, changes: tuple[Any, ...]) -> None:
        about = self._about
        if about is not None and any(
            change.kind == "case" and change.object_id == about.id for change in changes
        ):
            self.look()

    @Slot(object)
    def _take(self, detail: CaseDetail) -> None:
        about = self._about
        if about is None or detail.id != about.id or detail.version <= about.version:
            return
        mine = self._services.session.account_id
        if all(step.actor_id == mine for step in steps_since(about, detail)):
            # One's own doing, such as a photo that arrived meanwhile, is no surprise.
            self._about = detail
            return
        self._newest = detail
        # What is under way is answered by the record itself.
        if self._dialog is not None and self._dialog.isVisible():
            self.show_newest()

    @Slot()
    def _take_over(self) -> None:
        """Go on from how the case stands now with what was typed."""
        if self._newest is not None:
            self._about, self._newest = self._newest, None

    @Slot(str)
    def _show_others(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.show_others(words)


def _detail(reader: Reader, case_id: int) -> CaseDetail:
    from db.queries.case_detail import case_detail

    return case_detail(reader, case_id)
