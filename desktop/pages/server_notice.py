"""Tells on every page that the server is away and what is kept, and what became of it later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.rules.permissions import Permission
from desktop.dialogs.waiting import WaitingDialog
from desktop.errors import sentence
from desktop.outbox import Waiting
from desktop.pages.outgoing import Outgoing, Sent
from desktop.pages.register_saving import Result
from desktop.services import Services
from desktop.waiting_words import count_words, number_words, state_words
from desktop.widgets.notices import Banner
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.shown_dialog import ShownDialog

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

KEYS = "Ctrl+Shift+D"
TOLD_ONE_BY_ONE = 3
"""So many final numbers go into one notice; the others are in the list."""


class ServerNotice(Banner):
    """Stands over the page while the server is away or something waits to be sent."""

    def __init__(
        self, services: Services, window: MainWindow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert services.outgoing is not None  # made only on a server
        self._services = services
        self._window = window
        self._outgoing: Outgoing = services.outgoing
        self._fresh: list[Sent] = []
        self._dialog: ShownDialog[WaitingDialog] = ShownDialog()
        services.connection.lost.connect(self._follow)
        services.connection.found.connect(self._tell_found)
        self._outgoing.changed.connect(self._follow)
        self._outgoing.sent.connect(self._tell_sent)
        self._outgoing.halted.connect(self._tell_halted)
        self._outgoing.refused.connect(self._tell_refused)
        self.action_chosen.connect(self.open_list)
        Shortcut(KEYS, window, self.tr("待发登记"), self.open_list)
        self._follow()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def open_list(self) -> None:
        """Open the list of what waits."""
        dialog = WaitingDialog(self._window)
        dialog.back_wanted.connect(self._put_back)
        self._fill(dialog)
        self._dialog.open(dialog)
        dialog.take_focus()

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        """Say how it stands now; nothing where all is well."""
        since = self._services.connection.since
        waiting = [one for one in self._outgoing.waiting() if self._outgoing.was_told(one)]
        refused = sum(bool(one.reason) for one in waiting)
        list_words = self.tr("查看待发 Ctrl Shift D") if waiting else ""
        if since is not None:
            self.show_banner(
                "warn", self._away_words(f"{since:%H:%M}", len(waiting) - refused), list_words
            )
        elif len(waiting) > refused:
            words = self.tr("服务器已连上，正在发送 {n} 件待发登记……")
            self.show_banner("info", words.format(n=len(waiting) - refused), list_words)
        elif refused:
            words = self.tr("{n} 件待发登记服务器没有收下，内容都还在，请改好后重新保存。")
            self.show_banner("danger", words.format(n=refused), list_words)
        else:
            self.hide()
        self._show_rows()

    @Slot()
    def _tell_found(self) -> None:
        self._fresh.clear()
        self._follow()
        self._window.tell(self.tr("服务器已重新连上"), "ok")
        # What could not be read meanwhile is read now.
        self._window.refresh()

    @Slot(object, object)
    def _tell_sent(self, waiting: Waiting, result: Result) -> None:
        if not self._outgoing.was_told(waiting):
            return
        self._fresh.append(Sent(waiting, str(result["number"])))
        if len(self._fresh) > TOLD_ONE_BY_ONE:
            words = self.tr("{n} 件待发登记已发送，正式编号见待发登记 Ctrl Shift D")
            self._window.tell(words.format(n=len(self._fresh)), "ok")
            return
        one = self.tr("{provisional} 已登记，正式编号 {number}")
        self._window.tell(
            "；".join(
                one.format(provisional=number_words(sent.waiting), number=sent.number)
                for sent in self._fresh
            ),
            "ok",
        )

    @Slot(object, object, object)
    def _tell_halted(self, waiting: Waiting, error: Exception, result: Result) -> None:
        if self._outgoing.was_told(waiting):
            words = self.tr("{provisional} 已登记 {number}，但后面的步骤没有完成：{why}")
            self._window.tell(
                words.format(
                    provisional=number_words(waiting),
                    number=result["number"],
                    why=sentence(error),
                ),
                "warn",
            )

    @Slot(object, object)
    def _tell_refused(self, waiting: Waiting, error: Exception) -> None:
        if self._outgoing.was_told(waiting):
            words = self.tr("{provisional} 服务器没有收下：{why}")
            self._window.tell(
                words.format(provisional=number_words(waiting), why=sentence(error)), "danger"
            )

    @Slot(object)
    def _put_back(self, waiting: Waiting) -> None:
        """Let what was refused stand in the form again; from there it is kept as a draft."""
        self._dialog.close()
        self._window.show_page("register")
        self._window.page("register").put_back(waiting)  # type: ignore[attr-defined]
        self._outgoing.drop(waiting)

    # Inside -------------------------------------------------------------------------------

    def _away_words(self, since: str, count: int) -> str:
        if count:
            words = self.tr(
                "{time} 起连不上服务器，正在自动重连。{n} 件登记已存在本机，连上后自动发送；"
                "可以继续登记。"
            )
            if self._outgoing.is_locked():
                words = self.tr(
                    "{time} 起连不上服务器，正在自动重连。{n} 件登记已加密存在本机，"
                    "连上后自动发送；可以继续登记。"
                )
            return words.format(time=since, n=count)
        if self._outgoing.is_open() and self._services.session.may(Permission.CASE_REGISTER):
            words = self.tr(
                "{time} 起连不上服务器，正在自动重连。可以继续登记：先存在本机，连上后自动发送；"
                "其他操作请等连上再做。"
            )
            return words.format(time=since)
        words = self.tr("{time} 起连不上服务器，正在自动重连。已填的内容都在，连上后再提交。")
        return words.format(time=since)

    def _show_rows(self) -> None:
        dialog = self._dialog.here()
        if dialog is not None:
            self._fill(dialog)

    def _fill(self, dialog: WaitingDialog) -> None:
        sent = self._outgoing.sent_ones()
        numbers = {one.waiting.key: one.number for one in sent}
        here = [one for one in self._outgoing.waiting() if self._outgoing.was_told(one)]
        refused = sum(bool(one.reason) for one in here)
        words = count_words(len(here) - refused, refused, len(sent))
        shown = [*(one.waiting for one in sent), *here]
        dialog.show_rows(
            shown, lambda one: self._state(one, numbers.get(one.key, "")), words if shown else ""
        )

    def _state(self, waiting: Waiting, number: str) -> tuple[str, str]:
        return state_words(waiting, number, is_sending=self._outgoing.is_sending(waiting))
