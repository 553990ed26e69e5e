"""The tasks in the status bar: how many run and how far, and the way to their list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.dialogs.tasks import TasksDialog
from desktop.errors import sentence
from desktop.pages.file_field import SaveDialog, usual_folder
from desktop.paths import file_title
from desktop.services import Services
from desktop.task_words import result_words, share, task_title, tone
from desktop.tasks.failures import failures, save_failures
from desktop.tasks.sheets import rest_wish
from desktop.tasks.task import Task
from desktop.widgets.shown_dialog import ShownDialog
from desktop.widgets.status_bar import StatusItem

KEY = "F12"
ITEM = "tasks"
"""What the note in the status bar is called."""


class TaskItem(QObject):
    """Follows the task centre; ``told`` is for the window's short notices."""

    told = Signal(str, str)
    item_changed = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._dialog: TasksDialog | None = None
        self._asked: ShownDialog[SaveDialog] = ShownDialog()
        self._saved: Task | None = None
        services.tasks.changed.connect(self._show)
        services.tasks.ended.connect(self._tell_end)

    # What others call ---------------------------------------------------------------------

    @Slot(object)
    def open_from(self, key: str) -> None:
        """Open the list when it was this note of the status bar that was chosen."""
        if key == ITEM:
            self.open_list()

    @Slot()
    def open_list(self) -> None:
        """Open the list of tasks."""
        if self._dialog is not None:
            return
        self._dialog = TasksDialog(self._window)
        self._dialog.stop_wanted.connect(self._stop)
        self._dialog.save_wanted.connect(self._ask_where)
        self._dialog.folder_wanted.connect(self._open_folder)
        self._dialog.rest_wanted.connect(self._go_on)
        self._dialog.finished.connect(self._drop)
        self._dialog.show_tasks(self._services.tasks.tasks())
        self._dialog.open()
        self._dialog.take_focus()

    def dialog(self) -> TasksDialog | None:
        """Return the open list, if there is one."""
        return self._dialog

    def save_dialog(self) -> SaveDialog | None:
        """Return the open question where the list of failures goes."""
        return self._asked.here()

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        """Tell the status bar and the open list."""
        tasks = self._services.tasks.tasks()
        running = self._services.tasks.running()
        if running:
            first = running[-1]
            words = self.tr("任务 {n} · {share} {key}").format(
                n=len(running), share=f"{share(first):.0%}", key=KEY
            )
            item = StatusItem(words, "clipboard-list", "brand")
        else:
            words = self.tr("任务已结束 {key}").format(key=KEY)
            shown = tone(tasks[0]) if tasks else "text2"
            item = StatusItem(words, "clipboard-list", "text2" if shown == "ok" else shown)
        self.item_changed.emit(item)
        if self._dialog is not None:
            self._dialog.show_tasks(tasks)

    @Slot(object)
    def _tell_end(self, task: Task) -> None:
        """Tell of an end in a short notice, wherever the person is by now."""
        words = self.tr("{task}：{result}").format(task=task_title(task), result=result_words(task))
        self.told.emit(words, tone(task))

    @Slot(object)
    def _stop(self, task: Task) -> None:
        task.stop()

    @Slot(object)
    def _go_on(self, task: Task) -> None:
        """Go on with a batch that ended early."""
        self._services.begin(rest_wish(task), parent=self)

    @Slot(object)
    def _open_folder(self, task: Task) -> None:
        folder = task.folder()
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot(object)
    def _ask_where(self, task: Task) -> None:
        """Ask where the list of failures goes."""
        self._saved = task
        name = self.tr("{name}_失败清单.xlsx").format(name=file_title(Path(task.wish.title).stem))
        dialog = SaveDialog(
            self.tr("下载失败清单"),
            self.tr("每行写着行号、原因和原来的内容；导入的清单改好以后可以直接再导入。"),
            usual_folder() / name,
            self.tr("表格 (*.xlsx)"),
            parent=self._dialog or self._window,
        )
        dialog.wanted.connect(self._save)
        self._asked.open(dialog)

    @Slot(object)
    def _save(self, path: Path) -> None:
        if self._saved is not None:
            self._services.work(
                save_failures,
                self._saved.wish.kind,
                failures(self._saved),
                path,
                parent=self,
                done=self._tell_saved,
                failed=self._tell_unsaved,
            )

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        self._asked.accept()
        self.told.emit(self.tr("失败清单已存到 {path}").format(path=path), "ok")

    @Slot(object)
    def _tell_unsaved(self, error: Exception) -> None:
        dialog = self._asked.here()
        if dialog is not None:
            dialog.set_error(sentence(error))

    @Slot()
    def _drop(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
