"""Bring in a list: choose a file, look into it, import it, keep what was refused."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.errors import sentence
from desktop.exchange.report import FIELD_NAMES
from desktop.importing import Imported
from desktop.looking import FIELDS, FIRST_ROWS, Looked, PreviewRow, save_report
from desktop.models.columns import Column
from desktop.pages.file_field import FileField, SaveDialog
from desktop.pages.task_line import TaskLine
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.tasks.importing import import_wish, imported, look_wish, looked
from desktop.tasks.order import CANCELLED, TaskError
from desktop.tasks.task import Task
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shown_dialog import ShownDialog
from desktop.widgets.status_tabs import StatusTabs

_WIDTHS = {"registered_at": 156, "item": 150, "source_number": 152, "title": 140}
_NARROW = frozenset({"title", "community_name", "address", "transferred", "state"})
_USUAL = frozenset({"community_name", "address"})
_USUAL_FROM, _WIDE_FROM = 1700, 2200
_COMING, _REFUSED = "coming", "refused"


class ImportCard(Card):
    """The import on one card, from the file to the sentence that tells what came in."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=18, spacing=10)
        self._services = services
        self._session = session
        self._looked: Looked | None = None
        self._asked: ShownDialog[SaveDialog] = ShownDialog()
        self._build()

    # What others call ---------------------------------------------------------------------

    def looked(self) -> Looked | None:
        """Return what the dry run found."""
        return self._looked

    def result(self) -> str:
        """Return the sentence that tells what happened."""
        return self._result.text()

    def follow_width(self, width: int) -> None:
        """Leave out the lesser columns in a narrow window."""
        plain = width / active_theme().factor
        self._coming.hide_columns(
            _NARROW if plain < _USUAL_FROM else _USUAL if plain < _WIDE_FROM else frozenset()
        )
        self._refused.hide_columns(
            frozenset({"registered_at", "item"}) if plain < _USUAL_FROM else frozenset()
        )

    @Slot()
    def look(self) -> None:
        """Look into the file."""
        path = self.file.value()
        if path is None:
            self._fail(self.tr("请先选择平台导出的文件。"))
            self.file.setFocus()
            return
        self._begin(self._services.begin(look_wish(path), parent=self, done=self._show_looked))

    @Slot()
    def bring_in(self) -> None:
        """Import the file that was looked into."""
        if self._looked is None:
            return
        database = self._services.database
        file = None if database.is_shared else database.path
        wish = import_wish(self._looked.path, file)
        self._begin(self._services.begin(wish, parent=self, done=self._show_imported))

    @Slot()
    def open_save(self) -> None:
        """Ask where the refused lines go."""
        if self._looked is None:
            return
        source = self._looked.path
        dialog = SaveDialog(
            self.tr("另存未导入的行"),
            self.tr("原来的列保持不变，末尾加上行号和原因；改好以后可以直接再导入。"),
            source.with_name(self.tr("{name}_未导入.xlsx").format(name=source.stem)),
            self.tr("表格 (*.xlsx)"),
            parent=self.window(),
        )
        dialog.wanted.connect(self._save)
        self._asked.open(dialog)

    def save_dialog(self) -> SaveDialog | None:
        """Return the open question."""
        return self._asked.here()

    def carried(self) -> tuple[str, Looked | None]:
        """Return the file that was chosen, and what was found in it."""
        return self.file.line.text(), self._looked

    def carry(self, kept: tuple[str, Looked | None]) -> None:
        """Go on with a file of the window before."""
        path, seen = kept
        self.file.line.setText(path)
        if seen is not None:
            self._show_found(seen)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.file = FileField(
            self.tr("表格 (*.xlsx *.xls *.ods *.csv *.txt)"), name=self.tr("要导入的文件")
        )
        self.file.changed.connect(self._forget)
        self.file.line.returnPressed.connect(self.look)
        self.look_button = ActionButton(self.tr("试算"), "eye", kind="primary")
        self.look_button.clicked.connect(self.look)
        self.import_button = ActionButton(self.tr("导入"), "upload", kind="primary")
        self.import_button.clicked.connect(self.bring_in)
        self.save_button = ActionButton(self.tr("另存未导入的行"), "save")
        self.save_button.clicked.connect(self.open_save)
        self.progress = TaskLine(self)
        self._result = PlainLabel("", kind="strong", wrap=True)
        self._notes = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._tabs = StatusTabs(name=self.tr("预览"))
        self._tabs.changed.connect(self._take_tab)
        self._coming = WholeTable(self._columns(), name=self.tr("文件的前几行"), density="compact")
        self._refused = WholeTable(
            self._columns(with_reason=True), name=self.tr("不能导入的行"), density="compact"
        )
        self._hint = EmptyState(
            "upload",
            self.tr("选择平台导出的 Excel 或 CSV，先试算：只读取、不写入，告诉您哪些行会导入。"),
        )
        self._lay_out()
        self._forget()

    def _lay_out(self) -> None:
        note = self.tr("Excel、WPS、CSV · 同一文件再次导入不会重复")
        self.body.addWidget(CardTitle(self.tr("导入事件"), note))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file, 1)
        row.addWidget(self.look_button)
        self.body.addLayout(row)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._result)
        self.body.addWidget(self._notes)
        self._preview = QWidget(self)
        head = QHBoxLayout(self._preview)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._tabs, 1)
        head.addWidget(self.save_button)
        head.addWidget(self.import_button)
        self.body.addWidget(self._preview)
        self._stack = QStackedWidget(self)
        for widget in (self._hint, self._coming, self._refused):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)

    def _columns(self, *, with_reason: bool = False) -> tuple[Column, ...]:
        reason = (
            Column("reason", self.tr("原因和怎么改"), 300, _reason_of, tone=_warn, stretch=True),
        )
        return (
            Column("line", self.tr("行号"), 64, _line, align="right"),
            *(reason if with_reason else ()),
            *(
                Column(
                    field,
                    FIELD_NAMES[field],
                    _WIDTHS.get(field, 100),
                    partial(_cell, field=field),
                    stretch=field == "content",
                )
                for field in FIELDS
                if not with_reason or field in ("source_number", "registered_at", "item", "content")
            ),
        )

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _show_looked(self, task: Task) -> None:
        self._end()
        try:
            seen = looked(task)
        except TaskError as error:
            self._show_fault(error)
            return
        if seen.found.cancelled:
            self._result.setText(self.tr("已停止，什么都没有写入。"))
            return
        self._show_found(seen)

    def _show_found(self, seen: Looked) -> None:
        found = seen.found
        self._looked = seen
        self._result.set_tone("text")
        self._result.setText(self._looked_words(found))
        self._notes.setText(self._remarks(found))
        self._show_preview(seen)
        self.import_button.setText(self.tr("导入 {n} 件").format(n=f"{found.imported:,}"))
        self.import_button.setVisible(found.imported > 0)

    @Slot(object)
    def _show_imported(self, task: Task) -> None:
        self._end()
        try:
            self._tell_imported(imported(task))
        except TaskError as error:
            self._show_fault(error)
            self._tell_kept(task)

    def _tell_imported(self, done: Imported) -> None:
        self._result.set_tone("ok")
        words = self.tr(
            "已导入 {n} 件：办结 {closed} 件（{rate}%），流转 {moved} 件；新建网格 {grids} 个。"
        ).format(
            n=f"{done.imported:,}",
            closed=f"{done.closed:,}",
            rate=done.figures()["close_rate"],
            moved=f"{done.transferred:,}",
            grids=done.grids,
        )
        if not done.imported:
            words = self.tr("没有新的事件：文件里能导入的都已经在台账里了。")
        if done.cancelled:
            self._result.set_tone("warn")
            words = self.tr(
                "已停止：停止前导入的 {n} 件保留在台账里；再导入同一文件会接着做。"
            ).format(n=f"{done.imported:,}")
        self._result.setText(words)
        self._notes.setText("")
        if done.report is not None:
            left = self.tr("未导入 {n} 行，已自动存到 {path}").format(
                n=f"{sum(done.refused.values()):,}", path=done.report
            )
            self._notes.setText(left)
        self.import_button.setText(self.tr("接着导入"))
        self.import_button.setVisible(done.cancelled)
        self.told.emit(words, "warn" if done.cancelled else "ok")

    def _tell_kept(self, task: Task) -> None:
        """Tell what had come in before the process of an import was ended by others."""
        kept = task.kept.get("imported", 0)
        if kept:
            words = self.tr("停止前导入的 {n} 件保留在台账里；再导入同一文件会接着做。")
            self._notes.setText(words.format(n=f"{kept:,}"))
            self.import_button.setText(self.tr("接着导入"))

    def _show_fault(self, error: TaskError) -> None:
        if error.code == CANCELLED:
            # The file is read before the first batch: nothing has come in yet.
            self._result.set_tone("warn")
            self._result.setText(self.tr("已停止，什么都没有写入。"))
        else:
            self._fail(sentence(error))

    @Slot(object)
    def _save(self, path: Path) -> None:
        if self._looked is not None:
            self._services.work(
                save_report,
                self._looked.report,
                path,
                parent=self,
                done=self._tell_saved,
                failed=self._tell_unsaved,
            )

    @Slot(object)
    def _tell_saved(self, path: Path) -> None:
        self._asked.accept()
        self.told.emit(self.tr("未导入的行已存到 {path}").format(path=path), "ok")

    @Slot(object)
    def _tell_unsaved(self, error: Exception) -> None:
        dialog = self._asked.here()
        if dialog is not None:
            dialog.set_error(sentence(error))

    # Inside -------------------------------------------------------------------------------

    def _looked_words(self, found: Imported) -> str:
        if not found.imported:
            return self.tr("文件有 {rows} 行，没有可以导入的新事件。").format(
                rows=f"{found.data_rows:,}"
            )
        words = self.tr(
            "文件有 {rows} 行：可以导入 {n} 件，其中办结 {closed} 件、流转 {moved} 件；"
            "不能导入 {left} 行。"
        )
        return words.format(
            rows=f"{found.data_rows:,}",
            n=f"{found.imported:,}",
            closed=f"{found.closed:,}",
            moved=f"{found.transferred:,}",
            left=f"{sum(found.refused.values()):,}",
        )

    def _remarks(self, found: Imported) -> str:
        parts = [
            self.tr("{reason} {n} 行").format(reason=self._reason_name(code), n=count)
            for code, count in sorted(found.refused.items(), key=lambda pair: -pair[1])
        ]
        lines = ["；".join(parts)] if parts else []
        if found.unknown_columns:
            columns = "、".join(found.unknown_columns)
            lines.append(self.tr("这些列没有用上：{columns}").format(columns=columns))
        if found.other_sheets:
            sheets = "、".join(found.other_sheets)
            lines.append(self.tr("这些工作表不是事件，已跳过：{sheets}").format(sheets=sheets))
        return "\n".join(lines)

    def _reason_name(self, code: str) -> str:
        names = {
            "not_on_list": self.tr("事项不在清单"),
            "duplicate": self.tr("重复"),
            "bad_time": self.tr("时间无效"),
            "no_content": self.tr("内容为空"),
            "bad_value": self.tr("选项无法识别"),
            "too_long": self.tr("内容太长"),
            "bad_text": self.tr("有无法保存的字符"),
            "place_unknown": self.tr("村社不认识"),
            "item_not_valid": self.tr("事项当时未启用"),
        }
        return names.get(code, self.tr("其他"))

    def _show_preview(self, looked: Looked) -> None:
        self._preview.show()
        first = self.tr("文件前 {n} 行").format(n=min(FIRST_ROWS, len(looked.first)))
        self._tabs.set_tabs(((_COMING, first), (_REFUSED, self.tr("不能导入"), "danger")))
        self._tabs.set_counts({_REFUSED: sum(looked.found.refused.values())})
        self._tabs.set_value(_COMING)
        self._coming.show_rows(looked.first)
        self._refused.show_rows(looked.refused)
        self.save_button.setVisible(bool(looked.refused))
        self._take_tab(_COMING)

    @Slot(object)
    def _take_tab(self, tab: str) -> None:
        self._stack.setCurrentWidget(self._refused if tab == _REFUSED else self._coming)

    @Slot()
    def _forget(self) -> None:
        """Another file: what was found in the old one is not true of it."""
        self._looked = None
        self._result.setText("")
        self._notes.setText("")
        self._preview.hide()
        self._stack.setCurrentWidget(self._hint)

    def _begin(self, task: Task) -> None:
        self.progress.follow(task)
        self._result.setText("")
        for widget in (self.file, self.look_button, self.import_button):
            widget.setEnabled(False)

    def _end(self) -> None:
        self.progress.end()
        for widget in (self.file, self.look_button, self.import_button):
            widget.setEnabled(True)

    def _fail(self, words: str) -> None:
        self._result.set_tone("danger")
        self._result.setText(words)


def _line(row: PreviewRow) -> str:
    return str(row.line)


def _reason_of(row: PreviewRow) -> str:
    return row.reason


def _warn(_row: PreviewRow) -> str:
    return "warn"


def _cell(row: PreviewRow, field: str) -> str:
    return row.cells.get(field, "")
