"""The texts of notices and of what follows from them: a list, an editor, the paper as it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from db.commands.meanwhile import MovedField
from db.commands.settings import ChangeSetting
from db.errors import Conflict
from db.queries.door import Reader
from db.queries.lookup import street
from db.queries.notice_draft import room_of
from db.queries.settings import SettingChange, SettingRow, setting_changes, setting_rows
from db.queries.wordings import WordingVersion, wording_versions
from db.rules.notice_templates import PLACES, TEMPLATE_MOST, TemplateFault, template_fault
from db.rules.permissions import Permission
from db.rules.setting_fields import BY_KEY, SettingTopic, SettingUnit
from desktop import texts
from desktop.documents import kinds
from desktop.documents.notice import build
from desktop.errors import sentence, sentence_of
from desktop.further_sample import further_sample, is_further
from desktop.models.columns import Column
from desktop.notice_sample import Sample, sample_contents
from desktop.notice_templates import BUILT_IN
from desktop.pages.office_history import HistoryDialog
from desktop.pages.office_wordings import WordingsDialog
from desktop.pages.paper_reader import A4, PaperReader
from desktop.pages.supervision_papers import PaperMaker
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.chips import ChipSpec
from desktop.widgets.paper_view import PaperView
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shown_dialog import ShownDialog
from desktop.widgets.text_area import TextArea

PAUSE_MS = 250
"""So long after the last key the paper is drawn anew."""
ACROSS = 3

Seen = tuple[tuple[SettingRow, ...], tuple[SettingChange, ...], Sample, tuple[WordingVersion, ...]]


class NoticeTextsView(QWidget):
    """What is typed for one text stays while another is looked at; only saving sends it."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._keeps = session.may(Permission.SETTINGS) and not session.read_only
        self._maker = PaperMaker()
        self._found: tuple[SettingRow, ...] = ()
        self._changes: tuple[SettingChange, ...] = ()
        self._sample: Sample | None = None
        self._typed: dict[str, str] = {}
        self._begun: dict[str, Any] = {}
        self._row: SettingRow | None = None
        self._paper: bytes | None = None
        self._token = 0
        self._words = ""
        self._history: ShownDialog[HistoryDialog] = ShownDialog()
        self._versions: tuple[WordingVersion, ...] = ()
        self._older: ShownDialog[WordingsDialog] = ShownDialog()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self._make)
        self._build()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the texts."""
        self._services.ask(_seen, parent=self, done=self._show, key="notice texts")

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    def search(self, words: str) -> None:
        """Narrow the texts to words."""
        self._words = words.strip()
        self._narrow()

    def typed(self) -> dict[str, str]:
        """Return what was typed and not saved, by the key of its text."""
        return dict(self._typed)

    def take_typed(self, typed: dict[str, str]) -> None:
        """Go on with what was typed; called before anything is shown."""
        self._typed = dict(typed)

    def fault(self) -> str:
        """Return what is wrong with the typed text."""
        return self._fault.text()

    def paper(self) -> bytes | None:
        """Return the paper that is shown."""
        return self._paper

    def history(self) -> HistoryDialog | None:
        """Return the open history."""
        return self._history.here()

    @Slot()
    def show_history(self) -> None:
        """Show who changed which text when."""
        self._history.open(HistoryDialog(self._changes, self.window()))

    def older(self) -> WordingsDialog | None:
        """Return the open list of older wordings."""
        return self._older.here()

    @Slot()
    def show_older(self) -> None:
        """Show how the chosen text read before; an older wording can be taken back."""
        if self._row is not None:
            key, built_in = self._row.field.key, _built_in(self._row)
            dialog = WordingsDialog(
                key, built_in, self._versions, may_take=self._keeps, parent=self.window()
            )
            dialog.taken.connect(self._take_older)
            self._older.open(dialog)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._make_list(), 5)
        line.addWidget(self._make_editor(), 7)
        line.addWidget(self._make_preview(), 9)

    def _make_list(self) -> QWidget:
        card = Card(self, margins=14, spacing=8)
        title = CardTitle(self.tr("文书用语"))
        button = ActionButton(self.tr("改动记录"), "history", kind="quiet")
        button.clicked.connect(self.show_history)
        self._version = PlainLabel("", kind="second", tone="text2")
        title.add(self._version)
        title.add(button)
        self.table = WholeTable(
            (
                Column("name", self.tr("用在"), 160, _name, stretch=True),
                Column("state", self.tr("状态"), 84, _nothing, chip=self._chip),
            ),
            name=self.tr("文书用语"),
            density="compact",
        )
        self.table.row_changed.connect(self._choose)
        card.body.addWidget(title)
        card.body.addWidget(self.table, 1)
        return card

    def _make_editor(self) -> QWidget:
        card = Card(self, margins=14, spacing=8)
        self._title = CardTitle("")
        self._effect = PlainLabel("", kind="second", tone="text2", wrap=True)
        self.text = TextArea(
            name=self.tr("用语"), lines=9, enter_breaks=True, longest=TEMPLATE_MOST
        )
        self.text.setReadOnly(not self._keeps)
        self.text.textChanged.connect(self._follow_text)
        self._fault = PlainLabel("", tone="danger", wrap=True)
        self._hint = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._places = QWidget(card)
        self._grid = QGridLayout(self._places)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        buttons = QHBoxLayout()
        self.back = ActionButton(self.tr("恢复内置"), "undo-2")
        self.save = ActionButton(self.tr("保存"), "save", kind="primary")
        self.versions = ActionButton(self.tr("旧版…"), "history")
        self.versions.clicked.connect(self.show_older)
        buttons.addWidget(self.versions)
        self.back.clicked.connect(self._take_built_in)
        self.save.clicked.connect(self._send)
        buttons.addStretch(1)
        for button in (self.back, self.save):
            button.setVisible(self._keeps)
            buttons.addWidget(button)
        card.body.addWidget(self._title)
        card.body.addWidget(self._effect)
        card.body.addWidget(self.text)
        card.body.addWidget(self._fault)
        card.body.addWidget(self._hint)
        card.body.addWidget(self._places)
        card.body.addStretch(1)
        card.body.addLayout(buttons)
        self._fault.hide()
        return card

    def _make_preview(self) -> QWidget:
        card = Card(self, margins=14, spacing=8)
        card.body.addWidget(CardTitle(self.tr("预览"), self.tr("用虚构的示例事件，按正式版式绘制")))
        board = PaperView(name=self.tr("通知单预览"), parent=card)
        self.view = board.pages
        self._reader = PaperReader(self._services, board)
        self._reader.failed.connect(self._refuse)
        card.body.addWidget(board, 1)
        return card

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, seen: Seen) -> None:
        self._found, self._changes, self._sample, self._versions = seen
        self._version.setText(self.tr("现行第 {n} 版").format(n=self._versions[0].number))
        self._narrow()

    @Slot(object)
    def _choose(self, row: SettingRow | None) -> None:
        if row is None or (self._row is not None and row.field == self._row.field):
            self._row = row or self._row
            self._follow_text()
            return
        self._row = row
        self._title.set_title(texts.setting_name(row.field.key))
        self._effect.setText(texts.setting_effect(row.field.key))
        shown = self._typed.get(row.field.key, _in_force(row))
        self.text.blockSignals(True)
        self.text.set_value(shown)
        self.text.blockSignals(False)
        self._offer_places(row)
        self._follow_text()

    @Slot()
    def _follow_text(self) -> None:
        """Keep what is typed, say what is wrong with it, and have the paper drawn soon."""
        row = self._row
        if row is None:
            return
        typed = self.text.value()
        if typed == _in_force(row):
            self._typed.pop(row.field.key, None)
            self._begun.pop(row.field.key, None)
        else:
            self._typed[row.field.key] = typed
            self._begun.setdefault(row.field.key, row.value)
        fault = _fault_of(row, typed)
        self._fault.setText("" if fault is None else _fault_words(fault))
        self._fault.setVisible(fault is not None)
        self.save.setEnabled(row.field.key in self._typed)
        self.back.setEnabled(not row.is_default or row.field.key in self._typed)
        self.table.viewport().update()
        self._later.start()

    @Slot()
    def _insert(self) -> None:
        self.text.insertPlainText(f"〔{self.sender().property('place')}〕")
        self.text.setFocus()

    @Slot()
    def _take_built_in(self) -> None:
        if self._row is None:
            return
        if self._row.is_default:
            self.text.set_value(_built_in(self._row))
        else:
            self._run(None)

    @Slot(str)
    def _take_older(self, words: str) -> None:
        """Put an older wording into the editor; the paper shows it, saving makes it the newest."""
        self.text.set_value(words)
        self.text.setFocus()

    @Slot()
    def _send(self) -> None:
        row = self._row
        if row is not None:
            typed = self.text.value()
            self._run(None if typed == _built_in(row) else typed)

    def _run(self, value: str | None) -> None:
        assert self._row is not None  # the buttons are off without one
        one = self._row.field
        self._services.run(
            ChangeSetting(
                name=one.name,
                value={one.field: value} if one.field else value,
                seen={one.key: self._begun.get(one.key, self._row.value)},
            ),
            parent=self,
            done=self._done,
            failed=self._refuse,
        )

    @Slot(object)
    def _done(self, _result: object) -> None:
        assert self._row is not None  # what was saved is still chosen or kept
        self._typed.pop(self._row.field.key, None)
        self._begun.pop(self._row.field.key, None)
        name = texts.setting_name(self._row.field.key)
        self._row = None
        self.told.emit(self.tr("已保存：{name}").format(name=name), "ok")
        self.reload()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        words = sentence(error)
        if isinstance(error, Conflict):
            words += "".join(map(self._take_note, error.facts.get("moved", ())))
        self._fault.setText(words)
        self._fault.show()
        self.text.setFocus()

    def _take_note(self, moved: MovedField) -> str:
        """Say what another wrote meanwhile; who saves again has seen it."""
        self._begun[moved.name] = moved.now
        at = "" if moved.at is None else f"{moved.at:%m-%d %H:%M}"
        words = self.tr("\n{at} {who} 改为：{text}")
        text = str(moved.now or BUILT_IN.get(BY_KEY[moved.name].field, ""))
        return words.format(at=at, who=moved.who, text=text)

    # The paper ----------------------------------------------------------------------------

    @Slot()
    def _make(self) -> None:
        row = self._row
        if row is None or self._sample is None or _fault_of(row, self.text.value()) is not None:
            return
        self._token += 1
        own = {one.field.field: one.value for one in self._found if one.field.field and one.value}
        typed = {k.partition(".")[2]: text for k, text in self._typed.items() if "." in k}
        phone = self._typed.get("contact_phone", self._sample.contact_phone)
        self._services.work(
            _made,
            self._maker,
            replace(self._sample, contact_phone=phone),
            row.field.field or "demands_ordinary",
            own | typed,
            self._token,
            parent=self,
            done=self._show_paper,
            failed=self._refuse,
            key="sample",
        )

    @Slot(object)
    def _show_paper(self, made: tuple[int, bytes, int]) -> None:
        token, data, pages = made
        if token == self._token:
            self._paper = data
            self._reader.show(data, [A4] * pages)

    # Inside -------------------------------------------------------------------------------

    def _narrow(self) -> None:
        kept = None if self._row is None else self._row.field.key
        here = self.table.row_here()
        kept = kept or (None if here is None else here.field.key)
        shown = [row for row in self._found if self._words in _name(row) + _in_force(row)]
        self.table.show_rows(shown)
        keys = [row.field.key for row in shown]
        if keys:
            self.table.choose_place(keys.index(kept) if kept in keys else 0)
            self._choose(self.table.row_here())

    def _offer_places(self, row: SettingRow) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        places = PLACES.get(row.field.field, ())
        self._hint.setText(
            self.tr("点一下插入。［］里的话，里面的位置没有内容时整段不写。") if places else ""
        )
        self._hint.setVisible(bool(places))
        for nth, place in enumerate(places):
            button = ActionButton(f"〔{place}〕", kind="link", parent=self._places)
            button.setProperty("place", place)
            button.setEnabled(self._keeps)
            button.clicked.connect(self._insert)
            spot = Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(button, nth // ACROSS, nth % ACROSS, spot)

    def _chip(self, row: SettingRow) -> ChipSpec:
        if row.field.key in self._typed:
            return ChipSpec(self.tr("未保存"), "amber")
        if row.is_default:
            is_text = row.field.unit is SettingUnit.TEMPLATE
            return ChipSpec(self.tr("内置") if is_text else self.tr("未填"), "grey")
        return ChipSpec(self.tr("自订"), "green")


def _seen(reader: Reader) -> Seen:
    """Return the texts, their changes, and what the sample paper needs of the street."""
    topic = SettingTopic.PAPERS
    phone = reader.office.settings.get("contact_phone") or room_of(reader).phone
    sample = Sample(street(reader), reader.now, phone)
    changes = setting_changes(reader, topic)
    return setting_rows(reader, topic), changes, sample, wording_versions(reader)


def _made(
    maker: PaperMaker, sample: Sample, code: str, own: Mapping[str, str], token: int
) -> tuple[int, bytes, int]:
    from desktop.documents.preview import page_count

    if is_further(code):
        data = kinds.build(further_sample(sample, code, own), maker.fonts(), draft=True)
    else:
        data = build(sample_contents(sample, code, own), maker.fonts(), draft=True)
    return token, data, page_count(data)


def _built_in(row: SettingRow) -> str:
    return BUILT_IN.get(row.field.field, "")


def _in_force(row: SettingRow) -> str:
    return str(row.value or _built_in(row))


def _fault_of(row: SettingRow, typed: str) -> TemplateFault | None:
    if row.field.unit is not SettingUnit.TEMPLATE:
        return None
    return template_fault(row.field.field, typed)


def _fault_words(fault: TemplateFault) -> str:
    if fault.why == "unknown":
        nearest = [f"〔{one}〕" for one in fault.nearest]
        return sentence_of("place_unknown", {"place": fault.place, "nearest": nearest})
    return sentence_of("place_brackets", {})


def _name(row: SettingRow) -> str:
    return texts.setting_name(row.field.key)


def _nothing(_row: Any) -> str:
    return ""
