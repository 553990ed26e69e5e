"""How the screens look and sound for the person who signed on, on this machine."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.personal import Personal
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.field_row import FieldRow
from desktop.widgets.segmented_choice import SegmentedChoice

WIDEST = 860


class PersonalView(QWidget):
    """Each choice holds at once; ``changed`` tells all of them."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Personal()
        self._first = "theme"
        self._choices: dict[str, SegmentedChoice] = {}
        self._card = Card(self, margins=20, spacing=16)
        self._card.setMaximumWidth(WIDEST)
        self._build()

    def show_personal(self, personal: Personal) -> None:
        """Show what holds."""
        self._shown = personal
        for name, choice in self._choices.items():
            choice.set_value(getattr(personal, name))
        self.back.setEnabled(personal != Personal())

    def choice(self, name: str) -> SegmentedChoice:
        """Return the choice of one setting."""
        return self._choices[name]

    def take_focus(self) -> None:
        """Put the keyboard onto the first choice."""
        self._choices[self._first].setFocus()

    def start_at(self, name: str) -> None:
        """Let the keyboard come to this choice first."""
        self._first = name

    # Inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        title = CardTitle(
            self.tr("个人设置"), self.tr("只管您在这台电脑上的显示和声音，换一台电脑要另设")
        )
        self.back = ActionButton(self.tr("全部恢复默认"), "undo-2")
        self.back.clicked.connect(self._go_back)
        title.add(self.back)
        self._card.body.addWidget(title)
        self._pair(
            self._row(
                "theme",
                self.tr("深浅色"),
                (("light", self.tr("浅色")), ("dark", self.tr("深色"))),
            ),
            self._row(
                "factor",
                self.tr("字号"),
                (
                    (1.0, self.tr("标准 100%")),
                    (1.25, self.tr("大 125%")),
                    (1.5, self.tr("特大 150%")),
                ),
            ),
        )
        self._pair(
            self._row(
                "density",
                self.tr("台账密度"),
                (
                    ("standard", self.tr("标准")),
                    ("single", self.tr("单行")),
                    ("compact", self.tr("紧凑")),
                ),
            ),
            self._row(
                "language",
                self.tr("界面语言"),
                (("zh_CN", "中文"), ("en_US", "English")),  # data
                self.tr("立即生效，已填写的内容保留；文书和打印件总是中文"),
            ),
        )
        self._pair(
            self._row(
                "sound",
                self.tr("报警声"),
                ((True, self.tr("响")), (False, self.tr("不响"))),
                self.tr("不响时报警照样显示；音量在报警窗口里调"),
            ),
            self._row(
                "calm",
                self.tr("减少动画"),
                ((False, self.tr("否")), (True, self.tr("是"))),
                self.tr("列表按整行滚动，不再滑动"),
            ),
        )
        column = ScrollColumn(self, name=self.tr("个人设置"))
        column.body.addWidget(self._card)
        column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column)

    def _pair(self, left: FieldRow, right: FieldRow) -> None:
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(left, 1)
        line.addWidget(right, 1)
        self._card.body.addLayout(line)

    def _row(
        self, name: str, label: str, options: tuple[tuple[object, str], ...], note: str = ""
    ) -> FieldRow:
        choice = SegmentedChoice(options, name=label)
        choice.changed.connect(self._tell)
        self._choices[name] = choice
        return FieldRow(label, choice, note=note)

    @Slot(object)
    def _tell(self, _value: object) -> None:
        chosen = {name: choice.value() for name, choice in self._choices.items()}
        self.show_personal(replace(self._shown, **chosen))
        self.changed.emit(self._shown)

    @Slot()
    def _go_back(self) -> None:
        self.show_personal(Personal())
        self.changed.emit(self._shown)
