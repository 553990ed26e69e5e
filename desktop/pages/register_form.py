"""The fields of a registration: what they hold, what is missing, how they fill each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.intake import CaseFacts
from db.queries.lookup import ItemRow, PlaceRow, UnitRow
from db.rules.call_backs import TOLD_BY_A_PERSON
from db.rules.place_names import place_in
from db.rules.suggestions import Suggestion, SuggestionRule, suggested
from db.rules.terms import Source, Urgency
from desktop.pages.register_fields import CALLED, OTHER, RegisterFields
from desktop.registration import Registration
from desktop.widgets.form_flow import FormFlow


class RegisterForm(RegisterFields):
    """All fields in the order in which a call is told (interface.md §4)."""

    edited = Signal()
    """Something was typed or chosen by the person."""
    facts_changed = Signal()
    """What the deadline and the duplicates depend on has changed."""
    phone_left = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[int, ItemRow] = {}
        self._grid_choices: list[tuple[Any, ...]] = []
        self._units: dict[str, UnitRow] = {}
        self._unit_names: dict[int, str] = {}
        self._communities: dict[int, int] = {}
        self._place_names: tuple[tuple[int, str], ...] = ()
        self._rules: tuple[SuggestionRule, ...] = ()
        self._suggestion: Suggestion | None = None
        self._suggested_place: int | None = None
        self._touched: set[str] = set()
        self._self_handled = False
        self._connect()
        self.set_self_handled(False)

    # Choices ------------------------------------------------------------------------------

    def offer_items(self, items: tuple[ItemRow, ...]) -> None:
        """Offer the items of the admission list."""
        self._items = {row.id: row for row in items}
        self.item.set_choices(
            [
                (row.id, row.name, f"{row.class_name} {row.code}", row.initials, row.full_pinyin)
                for row in items
            ]
        )

    def offer_rules(self, rules: tuple[SuggestionRule, ...]) -> None:
        """Take the words by which a text suggests an item, and look at the text by them."""
        self._rules = rules
        self.suggest()

    def offer_places(self, places: tuple[PlaceRow, ...]) -> None:
        """Offer villages and communities with their grids."""
        choices: list[tuple[Any, ...]] = []
        grids: list[tuple[Any, ...]] = []
        for place in places:
            unit = place.unit
            choices.append((unit.id, unit.name, "", unit.initials, unit.full_pinyin))
            self._communities[unit.id] = unit.id
            for grid in place.grids:
                self._communities[grid.id] = unit.id
                grids.append((grid.id, grid.name, unit.name, grid.initials, grid.full_pinyin))
        self._place_names = tuple((row[0], row[1]) for row in (*grids, *choices))
        self._grid_choices = grids
        self.place.set_choices([*choices, *grids])
        self.grid.set_choices(grids)

    def offer_units(self, units: tuple[UnitRow, ...]) -> None:
        """Offer the units that take cases."""
        self._units = {unit.code: unit for unit in units}
        self._unit_names = {unit.id: unit.name for unit in units}
        self.lead.set_choices([(u.id, u.name, u.code, u.initials, u.full_pinyin) for u in units])

    # What the form holds --------------------------------------------------------------------

    def facts(self) -> CaseFacts:
        """Return what is told to the record."""
        place = self.grid.value() or self.place.value()
        community = self._communities.get(place) if place is not None else None
        return CaseFacts(
            source=self.source(),
            content=self.content.value(),
            item_id=self.item.value(),
            urgency=self.urgency.value(),
            community_id=community,
            grid_id=place if place is not None and place != community else None,
            address=self.address.value(),
            reporter_name=self._reporter(),
            reporter_phone=self.phone.value(),
            wants_call_back=self.call_back.value() if self.phone.value() else None,
        )

    def registration(self, *, assigns: bool, main_id: int | None) -> Registration:
        """Return what is asked of the record."""
        lead, assists = self.lead_and_assists()
        return Registration(
            facts=self.facts(),
            result=self.result.value(),
            self_handled=self.self_handled(),
            lead_id=lead if assigns else None,
            assist_ids=assists if assigns else (),
            main_id=main_id,
            files=self.files.files(),
        )

    def self_handled(self) -> bool:
        """Tell whether the grid has settled the matter on the spot."""
        return self._self_handled

    def lead_and_assists(self) -> tuple[int | None, tuple[int, ...]]:
        """Return the unit to assign to, and those that the list names beside it."""
        lead = self.lead.value()
        row = self._items.get(self.item.value())
        codes = row.assist_codes.replace(",", " ").split() if row else []
        found = (self._units[code].id for code in codes if code in self._units)
        return lead, tuple(id_ for id_ in found if id_ != lead)

    def limit_hours(self) -> int | None:
        """Return the limit of the chosen item."""
        row = self._items.get(self.item.value())
        return row.limit_hours if row else None

    def fields(self) -> dict[str, Any]:
        """Return everything typed as plain values, for a draft."""
        return {
            "source": self.source().value,
            "urgency": None if self.urgency.value() is None else int(self.urgency.value()),
            "phone": self.phone.value(),
            "reporter": self.reporter.value(),
            "salutation": self.salutation.value(),
            "content": self.content.toPlainText(),
            "place": self.place.value(),
            "address": self.address.value(),
            "item": self.item.value(),
            "grid": self.grid.value(),
            "lead": self.lead.value(),
            "result": self.result.value(),
            "self_handled": self._self_handled,
            "call_back": self.call_back.value(),
            "touched": sorted(self._touched),
        }

    def is_empty(self) -> bool:
        """Tell whether nothing is in the form that would be missed."""
        typed = (self.phone, self.reporter, self.content, self.address, self.result)
        chosen = (self.item, self.place)
        return (
            not any(field.value() for field in typed)
            and not any(field.value() is not None for field in chosen)
            and not self.files.files()
        )

    def fill(self, fields: dict[str, Any]) -> None:
        """Put the values of a draft back."""
        self.show_source(Source(fields.get("source") or Source.MANUAL))
        urgency = fields.get("urgency")
        self.urgency.set_value(None if urgency is None else Urgency(urgency))
        for name in ("phone", "reporter", "content", "address", "result"):
            getattr(self, name).set_value(str(fields.get(name) or ""))
        # What is no longer on the list must not look empty and count as chosen.
        for name, known in (
            ("place", self._communities),
            ("grid", self._communities),
            ("item", self._items),
            ("lead", self._unit_names),
        ):
            value = fields.get(name)
            getattr(self, name).set_value(value if value in known else None)
        self.salutation.set_value(fields.get("salutation"))
        self.call_back.set_value(bool(fields.get("call_back")))
        self._touched = set(fields.get("touched") or ())
        self.set_self_handled(bool(fields.get("self_handled")))
        self.suggest()
        self.clear_errors()
        self.facts_changed.emit()

    def empty(self) -> None:
        """Begin a new registration; the source stays, calls often come in a row."""
        for field in (self.phone, self.reporter, self.content, self.address, self.result):
            field.set_value("")
        for picker in (self.place, self.grid, self.item, self.lead):
            picker.clear()
        self.salutation.clear()
        self.urgency.set_value(Urgency.NORMAL)
        self.files.clear()
        self._touched.clear()
        self._suggestion = self._suggested_place = None
        self.call_back.set_value(self.source() in TOLD_BY_A_PERSON)
        for row in self.rows.values():
            row.set_note("")
        self._note_files()
        self.show_due("", "")
        self.clear_errors()
        self.facts_changed.emit()

    # What is wrong ------------------------------------------------------------------------

    def missing(self) -> dict[str, str]:
        """Return the fields without which nothing can be saved, with what to do."""
        found: dict[str, str] = {}
        if not self.content.value():
            found["content"] = self.tr("请写明发生了什么事。")
        if self.place.value() is None and self.grid.value() is None:
            found["place"] = self.tr("请选择村社或网格，可输入拼音首字母。")
        if self.item.value() is None:
            found["item"] = self.tr("请选择事项，可输入拼音首字母，如 lljf。")
        if self._self_handled and not self.result.value():
            found["result"] = self.tr("请写明当场是怎么处置的。")
        return found

    def show_errors(self, errors: dict[str, str]) -> None:
        """Tell each error under its field and go to the first."""
        self.clear_errors()
        for name, words in errors.items():
            self.rows[name].set_error(words)
        first = next((name for name in self.rows if name in errors), None)
        if first is not None:
            self._flow.go_to(self.rows[first].field)

    def start(self) -> None:
        """Put the cursor where the telling begins."""
        begins = self.phone if self.source() in CALLED else self.content
        self._flow.go_to(begins)

    def has_cursor(self) -> bool:
        """Tell whether somebody is typing in one of the fields."""
        focused = self.window().focusWidget()
        return focused is not None and focused.isVisible() and self.isAncestorOf(focused)

    # Helpful words ------------------------------------------------------------------------

    def suggest(self) -> None:
        """Look for item and place in what was told, and say what was found and why."""
        text = self.content.value()
        found = suggested(self._rules, text)
        self._suggestion = next((one for one in found if one.item_id in self._items), None)
        place = place_in(f"{text} {self.address.value()}", self._place_names)
        self._suggested_place = place
        parts = []
        if place is not None and self.place.value() is None:
            name = next(name for id_, name in self._place_names if id_ == place)
            parts.append(self.tr("地点「{place}」").format(place=name))
        if self._suggestion is not None and self._suggestion.item_id != self.item.value():
            parts.append(self._suggested_words(self._suggestion))
        note = self.tr("已识别：{found}，按 F4 采纳").format(found=" · ".join(parts))
        self.rows["content"].set_note(note if parts else "")

    def likely_item(self) -> int | None:
        """Return the chosen item, or else the one that the text speaks for."""
        chosen: int | None = self.item.value()
        if chosen is None and self._suggestion is not None:
            return self._suggestion.item_id
        return chosen

    def _suggested_words(self, found: Suggestion) -> str:
        row = self._items[found.item_id]
        lead = self._units.get(row.lead_code)
        words = self.tr("建议类别「{item}」（提到“{words}”）")
        if lead is not None:
            words = self.tr("建议类别「{item}」、承办「{unit}」（提到“{words}”）")
        return words.format(
            item=row.name,
            unit="" if lead is None else lead.short_name or lead.name,
            words="、".join(found.words),
        )

    @Slot()
    def take_suggestion(self) -> None:
        """Take what was recognised in the text."""
        self.suggest()
        if self._suggested_place is not None and self.place.value() is None:
            self.place.set_value(self._suggested_place)
            self._follow_place(self._suggested_place)
        if self._suggestion is not None:
            self.item.set_value(self._suggestion.item_id)
            self._follow_item(self.item.value())
        self.suggest()

    @Slot(bool)
    def set_self_handled(self, on: bool) -> None:
        """Switch between handing a case on and telling what the grid settled itself."""
        self._self_handled = on
        # Row and field: Enter passes over a field only if it is hidden itself.
        for name, shown in (("result", on), ("lead", not on)):
            self.rows[name].setVisible(shown)
            self.rows[name].field.setVisible(shown)
        self.edited.emit()

    def choose_source(self, source: Source) -> None:
        """Begin with a source."""
        self.show_source(source)
        self.call_back.set_value(source in TOLD_BY_A_PERSON)

    def choose_home(self, unit_id: int) -> None:
        """Take the person's own village or grid as the place, if it is one."""
        if unit_id in self._communities and self.place.value() is None:
            self.place.set_value(unit_id)
            self._follow_place(unit_id)

    def _connect(self) -> None:
        self._flow = FormFlow(
            [
                *(self.sources, self.other_source, self.urgency, self.phone, self.reporter),
                *(self.salutation, self.content, self.place, self.address, self.item),
                *(self.grid, self.lead, self.result, self.files),
            ],
            self,
        )
        self._flow.finished.connect(self.finished)
        self.sources.changed.connect(self._follow_source)
        self.other_source.changed.connect(self._follow_edit)
        self.urgency.changed.connect(self._keep_urgency)
        self.place.chosen.connect(self._follow_place)
        self.grid.chosen.connect(self._follow_grid)
        self.item.chosen.connect(self._follow_item)
        self.lead.chosen.connect(self._keep_lead)
        self.phone.editingFinished.connect(self._leave_phone)
        self.salutation.changed.connect(self._follow_edit)
        self.content.textChanged.connect(self._follow_content)
        for line in (self.phone, self.reporter, self.address):
            line.textEdited.connect(self._follow_edit)
        for line in (self.phone, self.address):
            line.textEdited.connect(self._follow_facts)
        self.result.textChanged.connect(self._follow_edit)
        self.files.changed.connect(self._note_files)

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _follow_edit(self) -> None:
        field = self.sender()
        for row in self.rows.values():
            if row.field is field:
                row.clear_error()
        self.edited.emit()

    @Slot()
    def _follow_facts(self) -> None:
        self.facts_changed.emit()

    @Slot()
    def _follow_content(self) -> None:
        self.rows["content"].clear_error()
        self.suggest()
        self.edited.emit()
        self.facts_changed.emit()

    @Slot()
    def _leave_phone(self) -> None:
        self.phone_left.emit(self.phone.value())
        self.facts_changed.emit()

    @Slot(object)
    def _follow_source(self, chosen: object) -> None:
        self.other_source.setVisible(chosen == OTHER)
        if chosen == OTHER and self.other_source.value() is None:
            self.other_source.set_value(Source.MANUAL)
        self.call_back.set_value(self.source() in TOLD_BY_A_PERSON)
        self.edited.emit()

    @Slot(object)
    def _keep_urgency(self, _urgency: object) -> None:
        self._touched.add("urgency")
        self.edited.emit()
        self.facts_changed.emit()

    @Slot(object)
    def _keep_lead(self, _unit: object) -> None:
        self._touched.add("lead")
        self.rows["lead"].clear_error()
        self.edited.emit()

    @Slot(object)
    def _follow_place(self, place: int | None) -> None:
        """A grid fills its own field; a village narrows the grids to its own."""
        self.rows["place"].clear_error()
        community = self._communities.get(place) if place is not None else None
        if place is not None and place != community:
            self.grid.set_value(place)
        elif self._communities.get(self.grid.value()) != community:
            self.grid.clear()
        own = [row for row in self._grid_choices if self._communities[row[0]] == community]
        self.grid.set_choices(own or self._grid_choices)
        self.suggest()
        self.edited.emit()
        self.facts_changed.emit()

    @Slot(object)
    def _follow_grid(self, grid: int | None) -> None:
        if grid is not None and self.place.value() is None:
            self.place.set_value(self._communities[grid])
            self.rows["place"].clear_error()
        self.edited.emit()
        self.facts_changed.emit()

    @Slot(object)
    def _follow_item(self, item: int | None) -> None:
        """The item tells urgency, unit and limit, as long as the person has not chosen them."""
        self.rows["item"].clear_error()
        row = self._items.get(item) if item is not None else None
        if row is not None:
            if "urgency" not in self._touched:
                self.urgency.set_value(row.urgency)
            lead = self._units.get(row.lead_code)
            if "lead" not in self._touched and lead is not None:
                self.lead.set_value(lead.id)
                self.rows["lead"].clear_error()
            self._explain_lead(row)
        self.suggest()
        self.edited.emit()
        self.facts_changed.emit()

    def _explain_lead(self, row: ItemRow) -> None:
        _, assists = self.lead_and_assists()
        names = "、".join(self._unit_names[unit] for unit in assists)
        note = self.tr("按事项清单建议，协办：{units}") if names else self.tr("按事项清单建议")
        self.rows["lead"].set_note(note.format(units=names))

    @Slot()
    def _note_files(self) -> None:
        self.rows["files"].set_note(
            self.tr("附件在保存时一并存入，不进草稿") if self.files.files() else ""
        )
        self.edited.emit()

    def _reporter(self) -> str:
        """Return the name with the salutation, which the record keeps in one field."""
        name = self.reporter.value()
        title = self.salutation.text()
        return f"{name}{title}" if title and not name.endswith(title) else name
