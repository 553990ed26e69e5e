"""The agreement on one row of the agenda: who does what with whom until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from db.queries.agenda import AgendaFacts
from db.queries.decisions import DecisionRow
from db.queries.lookup import UnitRow
from db.rules.agenda import DecisionKind
from db.rules.terms import SupervisionLevel
from desktop import texts
from desktop.minutes_texts import Agreement, proposed_text
from desktop.pages.meeting_form_moved import MovedDecision
from desktop.pages.meeting_units import UnitsField
from desktop.pages.meeting_words import KINDS
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import CardTitle
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

CLOSE = time(17, 30)
FRIDAY = 4
LONGEST = 500
_TONES = {DecisionKind.SUPERVISE: "danger", DecisionKind.EXTEND: "warn"}


@dataclass(frozen=True)
class FormContext:
    """What the form starts from: the case, or nothing for an agreement in general."""

    row_id: int
    case: AgendaFacts | None
    agreed: DecisionRow | None
    now: datetime
    soon: date
    next_meeting: datetime


class DecisionForm(QWidget):
    """Proposes the words from what is chosen, until the person writes their own."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: dict[int, UnitRow] = {}
        self._context: FormContext | None = None
        self._own_words = False
        self._own_person = False
        self._is_touched = self._is_sent = False
        self._begun: DecisionRow | None = None
        self._level = SupervisionLevel.NONE
        self._quick: dict[str, ActionButton] = {}
        self._build()

    # What others call ---------------------------------------------------------------------

    def set_units(self, units: Sequence[UnitRow]) -> None:
        """Offer these units."""
        self._units = {unit.id: unit for unit in units}
        choices = [
            (unit.id, unit.name, unit.head_name or unit.code, unit.initials, unit.full_pinyin)
            for unit in units
        ]
        self.lead.set_choices(choices)
        self.assist.set_choices(choices)

    def show_context(self, context: FormContext) -> None:
        """Show the form of a row; what was typed on the same row stays.

        What somebody else agreed on meanwhile is shown beside it and not written over unseen.
        """
        before = self._context
        self._context = context
        same = before is not None and before.row_id == context.row_id
        if same and before is not None and (self._is_touched or before.agreed == context.agreed):
            if self._is_touched and not self._is_sent and self._has_moved():
                self.moved.show_moved(self._begun, context.agreed)
            return
        self._fill(context)

    def agreement_sent(self) -> None:
        """Wait for the answer: what changes until then is what is agreed here."""
        self._is_sent = True

    def agreement_refused(self) -> None:
        """Go on with what was typed; what others agreed on is told when the record is read."""
        self._is_sent = False

    def choose_kind(self, place: int) -> None:
        """Take the kind at a place, as Alt+1 to Alt+5 do."""
        if self.isVisible() and self.isEnabled():
            self.kind.set_value(KINDS[place])
            self._follow_kind()
            case = self._context.case if self._context else None
            is_same = case is not None and self.lead.value() == case.lead_id
            if KINDS[place] is DecisionKind.REASSIGN and is_same:
                # Another unit is to be named: the next letters typed say which.
                self.lead.setFocus()
                self.lead.selectAll()

    def given(self) -> dict[str, Any]:
        """Return what is to be agreed, by the names of the command."""
        return {
            "kind": self.kind.value() or DecisionKind.OTHER,
            "text": self.words.value(),
            "lead_id": self.lead.value(),
            "assist_ids": self.assist.value(),
            "responsible": self.person.value(),
            "due_at": self.due.value(),
            "outcome_form": self.outcome.value(),
        }

    def gaps(self) -> list[str]:
        """Return the names of the fields that are still needed."""
        needed = (
            ("kind", self.kind.value() is not None or self._is_general()),
            ("lead_id", self.lead.value() is not None),
            ("responsible", bool(self.person.value())),
            ("due_at", self.due.value() is not None),
            ("text", bool(self.words.value())),
        )
        return [name for name, is_there in needed if not is_there]

    def is_complete(self) -> bool:
        """Tell whether all is there; the first gap gets the keyboard and says so.

        Nothing is complete before it is said whose words stand.
        """
        if self.moved.isVisible():
            self.moved.mine.setFocus()
            return False
        gaps = self.gaps()
        for name, row in self._rows.items():
            row.set_error(self.tr("请填写") if name in gaps else "")
        if "due_at" in gaps and self.due.is_unclear():
            self._rows["due_at"].set_error(self.tr("看不懂这个时间，请写成 11-27 17:30"))
        self._missing.setVisible("kind" in gaps)
        if gaps:
            field = self.kind if gaps[0] == "kind" else self._rows[gaps[0]].field
            field.setFocus()
        return not gaps

    def refuse(self, words: str, field: str) -> bool:
        """Show a refusal beside its field; tell whether there is one to blame."""
        row = self._rows.get(field)
        if row is None:
            return False
        row.set_error(words)
        row.field.setFocus()
        return True

    def agreement_made(self) -> None:
        """Forget that something was typed: it is in the record now."""
        self._is_touched = self._is_sent = False

    def show_outlook(self, words: str, tone: str, level: SupervisionLevel) -> None:
        """Say what will happen to the case; the proposed words name the level of a supervision."""
        self._outlook.set_tone(tone or "text2")
        self._outlook.setText(words)
        self._outlook.setVisible(bool(words))
        if level is not self._level:
            self._level = level
            self._propose()

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._make_fields()
        self._title = CardTitle(self.tr("议定"))
        self._title.add(KeyHint("Alt 1–5"))
        self._missing = PlainLabel(self.tr("请选一种处理意见"), kind="small", tone="danger")
        self._missing.hide()
        self._outlook = PlainLabel("", kind="second", wrap=True)
        self._outlook.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for place, share in enumerate((4, 3, 5)):
            grid.setColumnStretch(place, share)
        grid.addWidget(self._rows["lead_id"], 0, 0)
        grid.addWidget(self._rows["responsible"], 0, 1)
        grid.addWidget(self._rows["due_at"], 0, 2)
        grid.addLayout(self._pills(), 1, 0, 1, 3)
        grid.addWidget(self._rows["text"], 2, 0, 2, 2)
        grid.addWidget(self._rows["assist_ids"], 2, 2)
        grid.addWidget(self._rows["outcome_form"], 3, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.moved = MovedDecision(self)
        self.moved.mine_wanted.connect(self._keep_mine)
        self.moved.theirs_wanted.connect(self._take_theirs)
        for widget in (self._title, self.moved, self.kind, self._missing, self._outlook):
            column.addWidget(widget)
        column.addLayout(grid)

    def _make_fields(self) -> None:
        self.kind = SegmentedChoice(
            [(kind, texts.label(kind), _TONES.get(kind, "brand")) for kind in KINDS],
            name=self.tr("处理意见"),
        )
        self.kind.changed.connect(self._follow_kind)
        self.lead = Picker(
            self.tr("单位名或拼音首字母"), name=self.tr("牵头单位"), icon="building-2"
        )
        self.lead.chosen.connect(self._follow_lead)
        self.person = LineField(name=self.tr("责任人"), longest=50)
        self.person.textEdited.connect(self._keep_person)
        self.due = DateTimeField(name=self.tr("完成时限"), usual=CLOSE, now=self._now)
        self.due.changed.connect(self._follow_due)
        self.assist = UnitsField(self.tr("协办单位"))
        self.assist.changed.connect(self._touch)
        self.words = TextArea(name=self.tr("议定事项文字"), lines=3, longest=LONGEST)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.words.textChanged.connect(self._keep_words)
        self.words.next_wanted.connect(self.focusNextChild)
        self.outcome = LineField(
            self.tr("如：前后对比照片、书面反馈"), name=self.tr("成果形式"), longest=100
        )
        self.outcome.textEdited.connect(self._touch_quietly)
        self._rows = {
            "lead_id": FieldRow(self.tr("牵头单位"), self.lead, required=True),
            "responsible": FieldRow(self.tr("责任人"), self.person, required=True),
            "due_at": FieldRow(self.tr("完成时限"), self.due, required=True),
            "assist_ids": FieldRow(self.tr("协办单位"), self.assist, key=self.tr("拼音首字母")),
            "text": FieldRow(self.tr("议定事项文字"), self.words, required=True),
            "outcome_form": FieldRow(self.tr("成果形式"), self.outcome),
        }

    def _pills(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._lead_note = PlainLabel("", kind="small", tone="text2", elide=True)
        row.addWidget(self._lead_note, 1)
        for name, words in (
            ("soon", self.tr("3 工作日")),
            ("friday", self.tr("本周五")),
            ("next", self.tr("下次例会")),
        ):
            pill = ActionButton(words)
            pill.setProperty("due", name)
            pill.setCheckable(True)
            pill.setObjectName(f"due_{name}")
            pill.clicked.connect(self._take_quick_date)
            self._quick[name] = pill
            row.addWidget(pill)
        return row

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _take_quick_date(self) -> None:
        self.due.set_value(self._quick_dates()[self.sender().property("due")])
        self._follow_due()

    @Slot()
    def _follow_kind(self) -> None:
        self._missing.hide()
        self._touch()

    @Slot()
    def _follow_lead(self) -> None:
        unit = self._units.get(self.lead.value())
        self.assist.exclude(self.lead.value())
        if unit is not None and not self._own_person:
            self.person.set_value(unit.head_name)
        self._touch()

    @Slot()
    def _follow_due(self) -> None:
        self._show_pills()
        self._touch()

    @Slot()
    def _keep_person(self) -> None:
        self._own_person = bool(self.person.value())
        self._touch_quietly()

    @Slot()
    def _keep_words(self) -> None:
        self._own_words = bool(self.words.value())
        self._count_words()
        self._touch_quietly()

    @Slot()
    def _touch(self) -> None:
        """Something was chosen: the proposed words follow."""
        self._propose()
        self._touch_quietly()

    @Slot()
    def _touch_quietly(self) -> None:
        self._is_touched = True
        for row in self._rows.values():
            row.clear_error()
        self.changed.emit()

    @Slot()
    def _keep_mine(self) -> None:
        assert self._context is not None  # something was shown before it moved
        self._begun = self._context.agreed
        self.moved.hide()
        self.words.setFocus()

    @Slot()
    def _take_theirs(self) -> None:
        assert self._context is not None
        self._fill(self._context)
        self.words.setFocus()

    # Inside -------------------------------------------------------------------------------

    def _has_moved(self) -> bool:
        """Tell whether the record says another agreement than the one that the form began with."""
        now = self._context.agreed if self._context else None
        if now is None or self._begun is None:
            return now is not self._begun
        return (now.id, now.version) != (self._begun.id, self._begun.version)

    def _fill(self, context: FormContext) -> None:
        case, agreed = context.case, context.agreed
        self._begun, self._is_sent = agreed, False
        self.moved.hide()
        self._own_words = self._own_person = agreed is not None
        self._title.set_note(agreed.code if agreed else "")
        self.kind.set_value(agreed.kind if agreed else None)
        self.kind.setVisible(not self._is_general())
        self._missing.hide()
        lead_id = agreed.lead_id if agreed else case.lead_id if case else None
        unit = self._units.get(lead_id) if lead_id is not None else None
        if unit is None and agreed is None:
            # A case that lies with somebody who cannot be asked: the meeting names the unit.
            lead_id = None
        self.lead.set_value(lead_id, agreed.lead_name if agreed else None)
        self.person.set_value(agreed.responsible if agreed else unit.head_name if unit else "")
        self.assist.exclude(lead_id)
        self.assist.set_value(agreed.assist_ids if agreed else self._assisting(case))
        self.due.set_value(agreed.due_at if agreed else self._quick_dates()["friday"])
        self.outcome.set_value(agreed.outcome_form if agreed else "")
        self._set_words(agreed.text if agreed else "")
        if agreed is None:
            self._propose()
        for row in self._rows.values():
            row.clear_error()
        self._show_pills()
        self._is_touched = False
        self.changed.emit()

    def _assisting(self, case: AgendaFacts | None) -> tuple[int, ...]:
        names = case.assist_names if case else ()
        return tuple(unit.id for unit in self._units.values() if unit.name in names)

    def _propose(self) -> None:
        context = self._context
        if context is None or self._own_words or self._is_general():
            return
        kind = self.kind.value()
        unit = self._units.get(self.lead.value())
        if kind is None or unit is None or context.case is None:
            self._set_words("")
            return
        agreement = Agreement(
            kind=kind,
            title=context.case.title,
            lead=unit.name,
            assist=self.assist.names(),
            old_lead=context.case.lead_name,
            due_at=self.due.value(),
            level=self._level,
        )
        self._set_words(proposed_text(agreement))

    def _set_words(self, words: str) -> None:
        self.words.blockSignals(True)
        self.words.set_value(words)
        self.words.blockSignals(False)
        self._count_words()

    def _count_words(self) -> None:
        count = len(self.words.value())
        if not count:
            note = ""
        elif self._own_words:
            note = self.tr("{n} 字").format(n=count)
        else:
            note = self.tr("自动起草，可修改 · {n} 字").format(n=count)
        self._rows["text"].set_note(note)

    def _show_pills(self) -> None:
        due = self.due.value()
        for name, moment in self._quick_dates().items():
            self._quick[name].setChecked(moment == due)
        unit = self._units.get(self.lead.value())
        self._lead_note.setText(unit.department if unit else "")

    def _quick_dates(self) -> dict[str, datetime]:
        context = self._context
        if context is None:
            return {}
        today = context.now.date()
        friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
        if datetime.combine(friday, CLOSE) <= context.now:
            friday += timedelta(days=7)
        return {
            "soon": datetime.combine(context.soon, CLOSE),
            "friday": datetime.combine(friday, CLOSE),
            "next": context.next_meeting,
        }

    def _now(self) -> datetime:
        return self._context.now if self._context else datetime.now()

    def _is_general(self) -> bool:
        return self._context is not None and self._context.case is None
