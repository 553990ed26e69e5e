"""Saved views of the ledger: pick, keep, overwrite, rename, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from db.commands.views import DeleteView, OverwriteView, RenameView, SaveView
from db.queries.list_views import ListView, ViewRow, plain_view, saved_views
from db.rules.permissions import Permission
from desktop.dialogs.view_name import ViewNameDialog
from desktop.errors import sentence
from desktop.services import Services
from desktop.session import Session
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import QuestionDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import add_heading, menu_text


class LedgerViews(QObject):
    """The button with the views; ``chosen`` gives a ``ViewRow``, or None for the usual list."""

    told = Signal(str, str)
    chosen = Signal(object)

    def __init__(
        self,
        services: Services,
        session: Session,
        content: Callable[[], ListView],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._content = content
        self._window = parent
        self._rows: tuple[ViewRow, ...] = ()
        self._current: ViewRow | None = None
        self._wanted: str | None = None
        self._dialog: Any = None
        self._done_words = ""
        self.button = ActionButton(self.tr("视图"), "star", key="Ctrl L", parent=parent)
        self.button.setObjectName("views")
        self.button.clicked.connect(self.open_menu)
        self.reload()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Read the views again, for instance because somebody shared one."""
        self._services.ask(saved_views, parent=self, done=self._show_rows, key="views")

    def current(self) -> ViewRow | None:
        """Return the view that the list was set to, if it was."""
        return self._current

    def follow_width(self, width: int) -> None:
        """Keep a long name from pushing the tabs together."""
        self.button.setMaximumWidth(active_theme().px(260 if width >= 1600 else 132))

    def follow_list(self) -> None:
        """Say on the button whose view the list is, and whether it was changed since."""
        row = self._current
        words = self.tr("视图")
        if row is not None:
            words = self.tr("视图：{name}")
            if plain_view(row.view) != plain_view(self._content()):
                words = self.tr("视图：{name}（已改）")
            words = words.format(name=row.name)
        if words != self.button.words():
            self.button.setText(words)
            self.button.updateGeometry()

    def forget(self) -> None:
        """The list is no longer that of a view."""
        self._take(None)

    def carry(self, current: ViewRow | None) -> None:
        """Go on with the view that the list was set to in the window before."""
        self._current = current

    @Slot()
    def open_menu(self) -> None:
        """Open the menu; the first nine views have a digit as their key."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("视图"))
        menu.aboutToHide.connect(menu.deleteLater)
        own = [row for row in self._rows if not row.is_shared]
        shared = [row for row in self._rows if row.is_shared]
        nth = 0
        for title, rows in ((self.tr("我的视图"), own), (self.tr("共享视图"), shared)):
            if rows:
                add_heading(menu, title)
            for row in rows:
                nth += 1
                self._add_view(menu, row, nth)
        menu.addSeparator()
        self._add(menu, self.tr("默认列表"), "usual", is_on=self._current is None)
        self._add(menu, self.tr("保存为新视图……"), "save")
        current = self._current
        if current is not None and self._may_change(current):
            menu.addSeparator()
            self._add(menu, self.tr("用当前列表更新“{name}”").format(name=current.name), "over")
            words = self.tr("改名“{name}”……")
            if self._may_share():
                words = self.tr("改名或共享“{name}”……")
            self._add(menu, words.format(name=current.name), "rename")
            self._add(menu, self.tr("删除“{name}”……").format(name=current.name), "delete")
        menu.triggered.connect(self._do)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        first = next((one for one in menu.actions() if one.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)

    # Menu ---------------------------------------------------------------------------------

    def _add(self, menu: QMenu, words: str, what: str, *, is_on: bool = False) -> None:
        entry = menu.addAction(menu_text(words))
        entry.setData((what, None))
        if is_on:
            entry.setCheckable(True)
            entry.setChecked(True)

    def _add_view(self, menu: QMenu, row: ViewRow, nth: int) -> None:
        words = row.name
        if row.is_shared and not row.is_own:
            words = self.tr("{name}（{owner}）").format(name=row.name, owner=row.owner)
        words = menu_text(words)
        entry = menu.addAction(f"&{nth}  {words}" if nth < 10 else words)
        entry.setData(("view", row.id))
        entry.setCheckable(True)
        entry.setChecked(self._current is not None and self._current.id == row.id)

    @Slot(QAction)
    def _do(self, entry: QAction) -> None:
        what, view_id = entry.data()
        if what == "view":
            row = next(one for one in self._rows if one.id == view_id)
            self._take(row)
            self.chosen.emit(row)
        elif what == "usual":
            self._take(None)
            self.chosen.emit(None)
        elif what == "save":
            self._ask_name()
        elif what == "rename":
            self._ask_new_name()
        elif what == "delete":
            self._ask_delete()
        else:
            self._overwrite()

    def _take(self, row: ViewRow | None) -> None:
        self._current = row
        self.follow_list()

    def _may_change(self, row: ViewRow) -> bool:
        return row.is_own or self._may_share()

    def _may_share(self) -> bool:
        return self._session.may(Permission.VIEW_SHARE)

    # Asking and sending -------------------------------------------------------------------

    def _ask_name(self) -> None:
        self._open(
            ViewNameDialog(
                self.tr("保存为新视图"),
                self.tr("保存现在的筛选、排序、分组和列，以后一键打开。"),
                self.tr("保存视图"),
                may_share=self._may_share(),
                parent=self._window.window(),
            ),
            self._save,
        )

    def _ask_new_name(self) -> None:
        row = self._current
        assert row is not None
        self._open(
            ViewNameDialog(
                self.tr("改名或共享视图") if self._may_share() else self.tr("给视图改名"),
                "",
                self.tr("保存"),
                name=row.name,
                shared=row.is_shared,
                may_share=self._may_share(),
                parent=self._window.window(),
            ),
            self._rename,
        )

    def _ask_delete(self) -> None:
        row = self._current
        assert row is not None
        words = self.tr("“{name}”将从列表中删除，事件本身不受影响。")
        if row.is_shared:
            words = self.tr("“{name}”是共享视图，删除后别人也看不到。事件本身不受影响。")
        self._open(
            QuestionDialog(
                self.tr("删除视图"),
                words.format(name=row.name),
                self.tr("删除视图"),
                danger=True,
                parent=self._window.window(),
            ),
            self._delete,
        )

    def _open(self, dialog: Any, then: Callable[[], None]) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.accepted.connect(then)
        dialog.rejected.connect(self._drop)
        dialog.open()

    @Slot()
    def _drop(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot()
    def _save(self) -> None:
        command = SaveView(
            name=self._dialog.name(),
            content=plain_view(self._content()),
            is_shared=self._dialog.is_shared(),
        )
        self._run(command, self.tr("已保存视图“{name}”"))

    @Slot()
    def _rename(self) -> None:
        assert self._current is not None
        command = RenameView(
            view_id=self._current.id,
            name=self._dialog.name(),
            is_shared=self._dialog.is_shared(),
        )
        self._run(command, self.tr("已改为“{name}”"))

    def _overwrite(self) -> None:
        assert self._current is not None
        command = OverwriteView(view_id=self._current.id, content=plain_view(self._content()))
        self._run(command, self.tr("已更新视图“{name}”"))

    @Slot()
    def _delete(self) -> None:
        assert self._current is not None
        command = DeleteView(view_id=self._current.id)
        self._take(None)
        self._run(command, self.tr("已删除视图“{name}”"))

    def _run(self, command: Any, words: str) -> None:
        self._done_words = words
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        self._drop()
        self.told.emit(self._done_words.format(name=result["name"]), "ok")
        self._wanted = result["name"]
        self.reload()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if isinstance(self._dialog, ViewNameDialog):
            self._dialog.refuse(sentence(error))
            self._dialog.open()
        else:
            self._drop()
            self.told.emit(sentence(error), "danger")
        self.reload()

    @Slot(object)
    def _show_rows(self, rows: tuple[ViewRow, ...]) -> None:
        """Keep the views; the current one follows its new name or content, or is gone."""
        self._rows = rows
        wanted, self._wanted = self._wanted, None
        named = next((row for row in rows if row.name == wanted), None)
        here = self._current
        same = next((row for row in rows if here is not None and row.id == here.id), None)
        if here is not None and same is None and named is None:
            words = self.tr("视图“{name}”已被删除，列表保持现在的筛选。")
            self.told.emit(words.format(name=here.name), "info")
        self._take(named or same)
