"""The fields of a registration as widgets, in their rows (interface.md §4)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from db.rules.terms import Source, Urgency
from desktop import texts
from desktop.pages.register_files import FileField
from desktop.theme import active_theme
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

OTHER = "other"
CALLED = (Source.HOTLINE_12345, Source.VISIT_OR_CALL, Source.POLICE_110)
"""Sources that begin with a caller: the first field is the number."""
IN_SIGHT = (*CALLED[:2], Source.GRID_REPORT, CALLED[2])


NO_LIMIT = 16_777_215
"""Qt's own greatest size."""


class RegisterFields(QWidget):
    """Every field with its row; what they do to each other is told by the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_fields()
        self._make_rows()
        self._lay_out()

    def source(self) -> Source:
        """Return how the case came in."""
        chosen = self.sources.value()
        if chosen == OTHER:
            return self.other_source.value() or Source.MANUAL
        return chosen or Source.MANUAL

    def show_due(self, words: str, note: str) -> None:
        """Show by when the case will have to be done, and how that was reckoned."""
        self.due.setText(words or self.tr("选定类别后自动计算"))
        self.due.set_tone("text" if words else "text3")
        self.rows["due"].set_note(note)

    def set_low(self, low: bool) -> None:
        """Give the text two lines instead of three."""
        self.content.setMaximumHeight(active_theme().px(40) + 24 if low else NO_LIMIT)

    def clear_errors(self) -> None:
        """Take every error back."""
        for row in self.rows.values():
            row.clear_error()

    def show_source(self, source: Source) -> None:
        """Show how the case came in; the rarer ways are in the second box."""
        in_sight = source in IN_SIGHT
        self.sources.set_value(source if in_sight else OTHER)
        self.other_source.setVisible(not in_sight)
        if not in_sight:
            self.other_source.set_value(source)

    # Building -----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.sources = SegmentedChoice(
            [
                (Source.HOTLINE_12345, self.tr("热线")),
                (Source.VISIT_OR_CALL, self.tr("来访来电")),
                (Source.GRID_REPORT, self.tr("网格上报")),
                (Source.POLICE_110, self.tr("110 联动")),
                (OTHER, self.tr("其他")),
            ],
            name=self.tr("来源"),
        )
        others = [source for source in Source if source not in IN_SIGHT]
        self.other_source = ChoiceBox(
            [(source, texts.label(source)) for source in others], name=self.tr("其他来源")
        )
        self.urgency = SegmentedChoice(
            [
                (Urgency.NORMAL, texts.label(Urgency.NORMAL)),
                (Urgency.URGENT, texts.label(Urgency.URGENT), "warn"),
                (Urgency.MAJOR, texts.label(Urgency.MAJOR), "danger"),
            ],
            name=self.tr("紧急程度"),
        )
        self.phone = LineField(self.tr("手机或座机"), digits=True, longest=40)
        self.reporter = LineField(self.tr("姓名，匿名可不填"), longest=40)
        self.salutation = SegmentedChoice(
            [("f", self.tr("女士")), ("m", self.tr("先生"))], name=self.tr("称谓")
        )
        self.content = TextArea(
            self.tr("什么时间、什么地方、发生什么事、有没有人受伤、要求是什么"), longest=2000
        )
        self.place = Picker(self.tr("村社或网格，如 ysjwh"), icon="map-pin")
        self.address = LineField(self.tr("门牌、楼栋或路口"), longest=200)
        self.item = Picker(self.tr("输入拼音首字母，如 lljf"), icon="tag")
        self.grid = Picker(self.tr("不确定可不填"), icon="map")
        self.lead = Picker(self.tr("选定类别后自动建议"), icon="users")
        self.due = PlainLabel("", kind="row", tone="text3", wrap=True)
        self.result = TextArea(self.tr("当场怎么处置的，结果如何"), lines=2, longest=2000)
        self.files = FileField()
        self.call_back = CheckField(self.tr("办结后回访来电人"))

    def _make_rows(self) -> None:
        source = QWidget()
        across = QHBoxLayout(source)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.sources, 3)
        across.addWidget(self.other_source, 2)
        self.other_source.hide()
        keys = self.tr("拼音首字母")
        self.rows: dict[str, FieldRow] = {
            "source": FieldRow(self.tr("来源"), source),
            "urgency": FieldRow(self.tr("紧急程度"), self.urgency),
            "phone": FieldRow(self.tr("来电号码"), self.phone),
            "reporter": FieldRow(self.tr("上报人"), self.reporter),
            "salutation": FieldRow(self.tr("称谓"), self.salutation),
            "content": FieldRow(self.tr("事项描述"), self.content, required=True),
            "place": FieldRow(self.tr("地点"), self.place, required=True, key=keys),
            "address": FieldRow(self.tr("详细地址"), self.address),
            "item": FieldRow(self.tr("类别"), self.item, required=True, key=keys),
            "grid": FieldRow(self.tr("网格"), self.grid),
            "lead": FieldRow(self.tr("承办单位"), self.lead),
            "due": FieldRow(self.tr("处置时限"), self.due),
            "result": FieldRow(self.tr("处置结果"), self.result, required=True),
            "files": FieldRow(self.tr("附件"), self.files),
        }
        self.show_due("", "")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        places = (
            (("source", 7), ("urgency", 5)),
            (("phone", 5), ("reporter", 4), ("salutation", 3)),
            (("content", 12),),
            (("place", 4), ("address", 4), ("item", 4)),
            (("grid", 4), ("lead", 4), ("due", 4)),
            (("result", 12),),
            (("files", 9),),
        )
        for line, fields in enumerate(places):
            column = 0
            for name, width in fields:
                self.rows[name].setSizePolicy(
                    QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
                )
                grid.addWidget(self.rows[name], line, column, 1, width)
                column += width
        grid.addWidget(self.call_back, len(places) - 1, 9, 1, 3)
        grid.setRowStretch(len(places), 1)
