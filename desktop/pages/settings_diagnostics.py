"""How the program is doing on this machine, and a package for support without private data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.health import FileHealth, Integrity, file_health, integrity
from desktop import texts
from desktop.diagnostics import Diagnosis, diagnose
from desktop.dialogs.support_package import SupportDialog
from desktop.errors import sentence
from desktop.log_file import log_path
from desktop.pages.supervision_papers import PaperMaker
from desktop.services import Services
from desktop.support_package import entries, write_package
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shown_dialog import ShownDialog
from desktop.widgets.text_area import TextArea

Fact = tuple[str, str] | tuple[str, str, bool]


class DiagnosticsView(QWidget):
    """Facts on the left, the end of the log on the right; nothing here changes anything."""

    told = Signal(str, str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._maker = PaperMaker()
        self._diagnosis: Diagnosis | None = None
        self._integrity: Integrity | None = None
        self._asked: ShownDialog[SupportDialog] = ShownDialog()
        self._build()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Look at everything again."""
        self._services.ask(
            file_health, parent=self, done=self._look_further, failed=self._fail, key="health"
        )

    def take_focus(self) -> None:
        """Put the keyboard onto the first button and look."""
        self.again.setFocus()
        self.reload()

    def dialog(self) -> SupportDialog | None:
        """Return the open question where the package goes."""
        return self._asked.here()

    def facts(self) -> dict[str, str]:
        """Return every fact that is shown, by its label."""
        return {fact[0]: fact[1] for grid in self._grids.values() for fact in grid.facts()}

    @Slot()
    def check(self) -> None:
        """Check pages and rules of the whole file."""
        self.check_button.setEnabled(False)
        self._say("text2", self.tr("正在核查数据完整性……"))
        self._services.work(
            integrity,
            self._services.database,
            parent=self,
            done=self._show_integrity,
            failed=self._fail,
            key="integrity",
        )

    @Slot()
    def offer_package(self) -> None:
        """Show what a package would hold and ask where it goes."""
        if self._diagnosis is None:
            return
        found = entries(self._diagnosis, self._integrity)
        dialog = SupportDialog(found, self.window())
        dialog.wanted.connect(self._write)
        self._asked.open(dialog)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.again = ActionButton(self.tr("重新检查"), "refresh-cw")
        self.check_button = ActionButton(self.tr("核查数据完整性"), "clipboard-check")
        self.package = ActionButton(self.tr("生成支持包…"), "save", kind="primary")
        self.again.clicked.connect(self.reload)
        self.check_button.clicked.connect(self.check)
        self.package.clicked.connect(self.offer_package)
        self.package.setEnabled(False)
        head = CardTitle(self.tr("诊断"), self.tr("只看不改；支持包里没有任何个人信息"))
        for button in (self.again, self.check_button, self.package):
            head.add(button)
        self._state = PlainLabel("", tone="text2", wrap=True)
        self._state.hide()
        top = Card(self, margins=14, spacing=6)
        top.body.addWidget(head)
        top.body.addWidget(self._state)
        self._grids = {name: FactGrid(columns=2) for name in ("file", "versions", "speed", "look")}
        left = ScrollColumn(self, name=self.tr("诊断"))
        for name, title in (
            ("file", self.tr("数据文件")),
            ("speed", self.tr("速度和数量")),
            ("versions", self.tr("版本")),
            ("look", self.tr("屏幕和字体")),
        ):
            card = Card(self, margins=14, spacing=8)
            card.body.addWidget(CardTitle(title))
            card.body.addWidget(self._grids[name])
            left.body.addWidget(card)
        left.body.addStretch(1)
        right = Card(self, margins=14, spacing=8)
        self._log_title = CardTitle(self.tr("最近的日志"))
        self.log = TextArea(name=self.tr("最近的日志"))
        self.log.setReadOnly(True)
        self.log.setLineWrapMode(TextArea.LineWrapMode.NoWrap)
        right.body.addWidget(self._log_title)
        right.body.addWidget(self.log, 1)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(left, 1)
        line.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(top)
        column.addLayout(line, 1)

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _look_further(self, health: FileHealth) -> None:
        self._services.work(
            partial(_diagnosed, self._maker),
            health,
            _screens(),
            parent=self,
            done=self._show,
            failed=self._fail,
            key="diagnosis",
        )

    @Slot(object)
    def _show(self, found: Diagnosis) -> None:
        self._diagnosis = found
        self.package.setEnabled(True)
        self._grids["file"].set_facts(self._file_facts(found))
        self._grids["speed"].set_facts(self._speed_facts(found.health))
        names = {"command-room": self.tr("指挥室程序"), "system": self.tr("系统")}
        self._grids["versions"].set_facts(
            [
                *((names.get(name, name), value) for name, value in found.versions),
                ("Qt", QLibraryInfo.version().toString()),
                ("SQLite", f"{found.health.engine} / {found.health.cipher}"),
            ]
        )
        self._grids["look"].set_facts(self._look_facts(found))
        self._log_title.set_note(str(log_path()))
        self.log.set_value("\n".join(found.log) or self.tr("还没有日志。"))
        self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())

    @Slot(object)
    def _show_integrity(self, found: Integrity) -> None:
        self._integrity = found
        self.check_button.setEnabled(True)
        if found.is_sound:
            self._say("ok", self.tr("数据完整：全部记录、编号、审计链和附件核对无误。"))
            return
        count = found.damaged + sum(number for _, number in found.findings)
        words = self.tr("发现 {n} 处问题，请先备份，再把支持包交给技术支持。").format(n=count)
        self._say("danger", words)

    @Slot(object)
    def _write(self, path: Path) -> None:
        assert self._diagnosis is not None  # the button is off before there is one
        self._services.work(
            write_package,
            path,
            entries(self._diagnosis, self._integrity),
            parent=self,
            done=self._written,
            failed=self._refuse,
        )

    @Slot(object)
    def _written(self, path: Path) -> None:
        self._asked.accept()
        self.told.emit(self.tr("支持包已写到 {path}").format(path=path), "ok")

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        dialog = self._asked.here()
        if dialog is not None:
            dialog.set_error(sentence(error))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.check_button.setEnabled(True)
        self._say("danger", sentence(error))

    def _say(self, tone: str, words: str) -> None:
        self._state.set_tone(tone)
        self._state.setText(words)
        self._state.show()

    # Words --------------------------------------------------------------------------------

    def _file_facts(self, found: Diagnosis) -> Sequence[Fact]:
        health = found.health
        kinds = [
            self.tr("已加密") if health.is_encrypted else self.tr("未加密"),
            self.tr("只读") if health.is_read_only else self.tr("可读写"),
        ]
        if health.is_practice:
            kinds.append(self.tr("演练数据"))
        none = self.tr("还没有自动备份")
        backup = self.tr("{at}，共 {n} 份").format(
            at=texts.moment(found.last_backup), n=found.backups
        )
        return [
            (self.tr("位置"), str(health.path), True),
            (
                self.tr("大小"),
                self.tr("{size}，另有日志 {log}").format(
                    size=texts.size(health.bytes), log=texts.size(health.log_bytes)
                ),
                True,
            ),
            (self.tr("磁盘剩余"), texts.size(found.free_bytes)),
            (self.tr("方式"), " · ".join(kinds), True),
            (self.tr("结构版本"), health.revision),
            (self.tr("最近备份"), backup if found.last_backup else none),
        ]

    def _speed_facts(self, health: FileHealth) -> Sequence[Fact]:
        names = {
            "count": self.tr("数台账"),
            "first_page": self.tr("取台账次序"),
            "overdue": self.tr("找超期件"),
        }
        rows = dict(health.rows)
        return [
            *(
                (names[name], self.tr("{ms} 毫秒").format(ms=f"{ms:.1f}"))
                for name, ms in health.speeds
            ),
            (self.tr("事件"), f"{rows['cases']:,}"),
            (self.tr("办理步骤"), f"{rows['case_step']:,}"),
            (self.tr("审计记录"), f"{rows['audit']:,}"),
            (self.tr("附件"), f"{rows['attachment']:,}"),
        ]

    def _look_facts(self, found: Diagnosis) -> Sequence[Fact]:
        origins = {
            "office": self.tr("单位自备"),
            "system": self.tr("系统字体"),
            "bundled": self.tr("内置字体"),
        }
        screens = [
            (self.tr("屏幕 {n}").format(n=nth), words)
            for nth, words in enumerate(found.screens, start=1)
        ]
        fonts = [
            (self.tr("打印 {role}").format(role=one.role), f"{one.name}（{origins[one.origin]}）")
            for one in found.fonts
        ]
        return [*screens, *fonts]


def _diagnosed(maker: PaperMaker, health: FileHealth, screens: tuple[str, ...]) -> Diagnosis:
    return diagnose(health, screens, maker.fonts())


def _screens() -> tuple[str, ...]:
    """Return size, scale and density of each screen; not what it is called."""
    found = []
    for screen in QGuiApplication.screens():
        size, ratio = screen.size(), screen.devicePixelRatio()
        dots = screen.logicalDotsPerInch()
        found.append(f"{size.width()} x {size.height()}  {ratio * 100:.0f}%  {dots:.0f} dpi")
    return tuple(found)
