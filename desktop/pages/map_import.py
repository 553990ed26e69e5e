"""Bring in the outlines of a map file: look at every feature before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.commands.outlines import SOURCE_MOST, ImportOutlines
from db.errors import RecordError
from db.queries.outlines import judged_outlines
from db.rules.coordinates import CoordinateSystem
from db.rules.outlines import Judged, RefusedOutline, TakenOutline
from desktop import texts
from desktop.errors import sentence
from desktop.exchange.faults import ExchangeError
from desktop.exchange.geojson import MapFile, read_geojson
from desktop.models.columns import Column
from desktop.pages.file_field import FileField
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.chips import ChipSpec
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel

WIDTH, HEIGHT = 820, 640


@dataclass(frozen=True)
class Verdict:
    """A line of the check."""

    nth: int
    unit: str
    taken: bool
    words: str


class MapImportDialog(BasicDialog):
    """``imported`` tells the answer of the command; the dialog closes by itself then."""

    imported = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", icon="upload", parent=parent)
        title = self.tr("导入边界")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._services = services
        self._file: MapFile | None = None
        self._judged: Judged | None = None
        self.widen(WIDTH)
        self.resize(WIDTH, HEIGHT)
        self.set_text(
            self.tr(
                "选 GeoJSON 文件（WGS-84 或 GCJ-02 经纬度）。每个面按编码或名称对应网格、村社；"
                "先检查，不点“导入”不会保存。"
            )
        )
        self._build()
        self._tell_ready()

    # Building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.path = FileField(self.tr("地图文件 (*.geojson *.json)"), name=self.tr("地图文件"))
        self.path.changed.connect(self._read)
        self.system = ChoiceBox(
            tuple((one, texts.label(one)) for one in CoordinateSystem), name=self.tr("坐标系")
        )
        self.system.set_value(CoordinateSystem.WGS84)
        self.system.changed.connect(self._judge)
        self.source = LineField(
            self.tr("例如：2026 年 3 月网格调整图"), name=self.tr("来源说明"), longest=SOURCE_MOST
        )
        self.invented = CheckField(self.tr("只是示意边界，不是真实位置"))
        self.replaces = CheckField(self.tr("先清空全街道原有边界"))
        self.summary = PlainLabel("", wrap=True)
        self.table = WholeTable(
            (
                Column("nth", self.tr("序号"), 64, lambda row: str(row.nth), align="right"),
                Column("unit", self.tr("网格或村社"), 220, lambda row: row.unit),
                Column("verdict", self.tr("检查"), 96, lambda row: "", chip=self._chip),
                Column("words", self.tr("说明"), 240, lambda row: row.words, stretch=True),
            ),
            name=self.tr("检查结果"),
            density="compact",
        )
        self.table.setMinimumHeight(220)
        self.body.addWidget(FieldRow(self.tr("地图文件"), self.path, required=True))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(FieldRow(self.tr("坐标系"), self.system), 1)
        across.addWidget(FieldRow(self.tr("来源说明"), self.source, required=True), 1)
        self.body.addLayout(across)
        checks = QHBoxLayout()
        checks.setSpacing(20)
        checks.addWidget(self.invented)
        checks.addWidget(self.replaces)
        checks.addStretch(1)
        self.body.addLayout(checks)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table, 1)
        self.add_button(False, self.tr("取消"), key="Esc")
        self._yes = self.add_button(
            "yes", self.tr("导入"), kind="primary", key="Ctrl Enter", icon="upload", closes=False
        )
        self._yes.clicked.connect(self._import)

    # Slots ----------------------------------------------------------------------------------

    @Slot()
    def _read(self) -> None:
        self._file = self._judged = None
        self.set_error("")
        self._tell_ready()
        path = self.path.value()
        if path is None or not path.is_file():
            return
        self.summary.setText(self.tr("正在读文件…"))
        self._services.work(
            read_geojson, path, parent=self, done=self._take_file, failed=self._refuse, key="read"
        )

    @Slot(object)
    def _take_file(self, file: MapFile) -> None:
        if file.path != self.path.value():
            return
        self._file = file
        if not self.source.value():
            self.source.set_value(Path(file.path).stem[:SOURCE_MOST])
        if file.looks_shifted:
            self.system.set_value(CoordinateSystem.GCJ02)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        if self._file is None:
            return
        self._services.ask(
            judged_outlines,
            self._file.features,
            self.system.value(),
            parent=self,
            done=self._take_verdicts,
            failed=self._refuse,
            key="judge",
        )

    @Slot(object)
    def _take_verdicts(self, judged: Judged) -> None:
        self._judged = judged
        self._tell_ready()

    @Slot()
    def _import(self) -> None:
        if self._file is None or self._judged is None or not self._judged.taken:
            self.set_error(self.tr("请先选一个能用的地图文件。"))
            self.path.setFocus()
            return
        if not self.source.value().strip():
            self.set_error(self.tr("请写明边界的来源，日后才知道图从哪里来。"))
            self.source.setFocus()
            return
        self._yes.setEnabled(False)
        command = ImportOutlines(
            features=self._file.features,
            source=self.source.value(),
            system=self.system.value(),
            is_invented=self.invented.isChecked(),
            replaces_all=self.replaces.isChecked(),
        )
        self._services.run(command, parent=self, done=self._tell_done, failed=self._refuse)

    @Slot(object)
    def _tell_done(self, result: dict[str, object]) -> None:
        self.imported.emit(result)
        self.accept()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._yes.setEnabled(self._judged is not None)
        if isinstance(error, RecordError | ExchangeError):
            self.summary.setText("")
            self.set_error(sentence(error))
        else:
            self._services.failed.emit(error)

    # Inside ---------------------------------------------------------------------------------

    def _tell_ready(self) -> None:
        judged = self._judged
        self._yes.setEnabled(judged is not None and bool(judged.taken))
        if judged is None:
            self.summary.setText("")
            self.table.show_rows(())
            return
        self.summary.setText(
            self.tr("共 {all} 个面：能导入 {taken} 个，不能导入 {refused} 个。").format(
                all=len(judged.taken) + len(judged.refused),
                taken=len(judged.taken),
                refused=len(judged.refused),
            )
        )
        self.table.show_rows([*map(self._refused, judged.refused), *map(self._taken, judged.taken)])

    def _refused(self, one: RefusedOutline) -> Verdict:
        return Verdict(one.nth, one.said or "—", False, texts.label(one.fault))

    def _taken(self, one: TakenOutline) -> Verdict:
        notes = [self.tr("{n} 个点").format(n=one.points), *map(texts.label, one.notes)]
        return Verdict(one.nth, one.unit.name, True, " · ".join(notes))

    def _chip(self, row: Verdict) -> ChipSpec:
        if row.taken:
            return ChipSpec(self.tr("可导入"), "green", "pill", "check")
        return ChipSpec(self.tr("不能用"), "red", "pill", "dot")
