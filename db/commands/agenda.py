"""Build the agenda of a meeting: what is overdue, difficult, deferred and still unfinished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from db.audit import plain
from db.model.case import cases
from db.model.meeting import agenda_case, decision, decision_progress, meeting
from db.queries.agenda import FROZEN, case_facts
from db.rules.agenda import (
    LISTED,
    RETURNS_OF_A_DIFFICULT_CASE,
    UNFINISHED,
    AgendaReason,
    AgendaState,
    CaseTraits,
    DecisionMove,
    DecisionState,
    MeetingKind,
    MeetingState,
    Section,
    counts_missed,
    kept,
    missed_after,
    reasons,
    reviews,
    section_of,
)
from db.rules.terms import OPEN_STATES, CaseState, SupervisionLevel, Urgency
from db.work import Work

_ROOM_OF_A_SECTION = 10_000
"""Positions that a section has before the next one begins."""


@dataclass(frozen=True)
class Caps:
    """How many cases the two sections of cases take."""

    overdue: int
    difficult: int


@dataclass
class _Wanted:
    """A row that belongs on the agenda now."""

    section: Section
    case_id: int | None = None
    decision_id: int | None = None
    why: tuple[AgendaReason, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int | str]:
        """What makes two rows the same."""
        return _key(self.section.value, self.case_id, self.decision_id)


def _key(section: str, case_id: int | None, decision_id: int | None) -> tuple[str, int | str]:
    if decision_id is not None:
        return ("decision", decision_id)
    return ("topic", section) if case_id is None else ("case", case_id)


def build_agenda(work: Work, held: Mapping[str, Any], caps: Caps) -> dict[str, int]:
    """Bring the agenda of a planned meeting up to date and tell how long its lists are.

    What was put on by hand stays; what was taken off by hand stays away.
    """
    earlier = _earlier_decisions(work, held)
    count_missed(work, held, earlier)
    wanted, left_out = _wanted_cases(work, held, caps)
    rows = [*_topics(), *_wanted_decisions(work, earlier), *wanted]
    _store(work, held["id"], rows)
    listed = {section.value: 0 for section in LISTED}
    for row in rows:
        if row.section in LISTED:
            listed[row.section.value] += 1
    return {**listed, "left_out": left_out}


def freeze_agenda(work: Work, held: Mapping[str, Any]) -> None:
    """Keep of every case what it was when the meeting opened; drop what was settled before."""
    earlier = _earlier_decisions(work, held)
    count_missed(work, held, earlier)
    promises = {row["id"]: row for row in earlier}
    rows = [row for row in agenda_rows_of(work, held["id"]) if row["case_id"] or row["decision_id"]]
    facts = case_facts(
        work.connection, cases.c.id.in_({row["case_id"] for row in rows if row["case_id"]})
    )
    for row in rows:
        kept_facts: dict[str, Any] = {}
        if row["case_id"]:
            kept_facts = {name: facts[row["case_id"]][name] for name in FROZEN}
        if row["decision_id"] in promises:
            kept_facts |= _promise_facts(work, promises[row["decision_id"]])
        state = row["state"]
        settled = row["case_id"] and CaseState(facts[row["case_id"]]["state"]) not in OPEN_STATES
        if settled and not row["decision_id"] and state == AgendaState.WAITING:
            state = AgendaState.REMOVED.value
        work.update(agenda_case, row, facts=plain(kept_facts), state=state)


def count_missed(work: Work, held: Mapping[str, Any], earlier: Iterable[dict[str, Any]]) -> None:
    """Count for every decision, once a meeting, whether it has missed another one."""
    if not counts_missed(MeetingKind(held["kind"])):
        return
    counted = set(
        work.connection.execute(
            select(decision_progress.c.decision_id).where(
                decision_progress.c.meeting_id == held["id"],
                decision_progress.c.kind == DecisionMove.MISSED.value,
            )
        ).scalars()
    )
    for row in earlier:
        before = row["missed_meetings"]
        state = DecisionState(row["state"])
        after = missed_after(state, row["due_at"], before, work.now)
        if after == before or row["id"] in counted:
            continue
        work.update(decision, row, missed_meetings=after)
        row.update(missed_meetings=after, version=row["version"] + 1)
        work.changed("decision", row["id"], row["lead_id"])
        if after > before:
            work.insert(
                decision_progress,
                decision_id=row["id"],
                at=work.now,
                actor_id=work.actor.account_id,
                kind=DecisionMove.MISSED.value,
                meeting_id=held["id"],
            )


def agenda_rows_of(work: Work, meeting_id: int) -> list[dict[str, Any]]:
    """Return the rows of an agenda as they are stored, without what was taken off."""
    return [row for row in _all_rows(work, meeting_id) if row["state"] != AgendaState.REMOVED]


def next_position(work: Work, meeting_id: int, section: Section) -> int:
    """Return the position behind the last row of a section."""
    last = work.connection.execute(
        select(func.max(agenda_case.c.position)).where(
            agenda_case.c.meeting_id == meeting_id, agenda_case.c.section == section.value
        )
    ).scalar()
    return _first_position(section) if last is None else int(last) + 1


def _first_position(section: Section) -> int:
    return list(Section).index(section) * _ROOM_OF_A_SECTION


def _all_rows(work: Work, meeting_id: int) -> list[dict[str, Any]]:
    found = work.connection.execute(
        select(agenda_case)
        .where(agenda_case.c.meeting_id == meeting_id)
        .order_by(agenda_case.c.position)
    )
    return [dict(row) for row in found.mappings()]


def _topics() -> list[_Wanted]:
    return [_Wanted(section) for section in Section if section not in LISTED]


# Decisions of earlier meetings ---------------------------------------------------------


def _earlier_decisions(work: Work, held: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what earlier meetings left unfinished, and what was confirmed since the last one."""
    kinds = [kind for kind in MeetingKind if reviews(MeetingKind(held["kind"]), kind)]
    last = work.connection.execute(
        select(func.max(meeting.c.opened_at)).where(
            meeting.c.street_id == work.actor.street_id,
            meeting.c.kind == held["kind"],
            meeting.c.id != held["id"],
        )
    ).scalar()
    carried: ColumnElement[bool] = decision.c.state.in_([state.value for state in UNFINISHED])
    if last is not None:
        done = decision.c.state == DecisionState.DONE.value
        carried = or_(carried, and_(done, decision.c.confirmed_at >= last))
    found = work.connection.execute(
        select(decision)
        .join(meeting, meeting.c.id == decision.c.meeting_id)
        .where(
            decision.c.street_id == work.actor.street_id,
            decision.c.meeting_id != held["id"],
            meeting.c.kind.in_([kind.value for kind in kinds]),
            carried,
        )
        .order_by(decision.c.due_at, decision.c.id)
    )
    return [dict(row) for row in found.mappings()]


def _wanted_decisions(work: Work, earlier: Iterable[dict[str, Any]]) -> list[_Wanted]:
    return [
        _Wanted(
            Section.SUPERVISION
            if row["state"] == DecisionState.SUPERVISED
            else Section.LAST_DECISIONS,
            row["case_id"],
            row["id"],
            facts=_promise_facts(work, row),
        )
        for row in earlier
    ]


def _promise_facts(work: Work, row: Mapping[str, Any]) -> dict[str, Any]:
    state = DecisionState(row["state"])
    return {
        "decision_state": state.value,
        "kept": kept(state, row["due_at"], row["done_at"], work.now),
        "missed_meetings": row["missed_meetings"],
    }


# Cases -----------------------------------------------------------------------------------


def _wanted_cases(work: Work, held: Mapping[str, Any], caps: Caps) -> tuple[list[_Wanted], int]:
    """Return the cases of both sections, the longest overdue first, and how many found no room."""
    deferred = _deferred_ids(work, held)
    by_section: dict[Section, list[_Wanted]] = {Section.OVERDUE: [], Section.DIFFICULT: []}
    for row in _candidates(work, deferred):
        traits = CaseTraits(
            state=CaseState(row["state"]),
            urgency=Urgency(row["urgency"]),
            due_at=row["due_at"],
            reported_at=row["reported_at"],
            return_count=row["return_count"],
            rework_count=row["rework_count"],
            supervision_level=row["supervision_level"],
        )
        why = reasons(traits, work.now)
        if row["id"] in deferred:
            why = (AgendaReason.DEFERRED, *why)
        if why:
            by_section[section_of(why)].append(_Wanted(section_of(why), row["id"], why=why))
    wanted: list[_Wanted] = []
    left_out = 0
    for section, cap in ((Section.OVERDUE, caps.overdue), (Section.DIFFICULT, caps.difficult)):
        # The order of the query stays inside each half: what was deferred is called first.
        found = sorted(by_section[section], key=lambda row: AgendaReason.DEFERRED not in row.why)
        wanted += found[:cap]
        left_out += max(0, len(found) - cap)
    return wanted, left_out


def _candidates(work: Work, deferred: set[int]) -> list[dict[str, Any]]:
    columns = "id state urgency due_at reported_at return_count rework_count supervision_level"
    due = cases.c.due_at
    found = work.connection.execute(
        select(*(cases.c[name] for name in columns.split()))
        .where(
            cases.c.street_id == work.actor.street_id,
            cases.c.state.in_([int(state) for state in OPEN_STATES]),
            cases.c.duplicate_of.is_(None),
            or_(
                due < work.now,
                cases.c.state.in_([int(CaseState.SUSPENDED), int(CaseState.ESCALATED)]),
                cases.c.return_count >= RETURNS_OF_A_DIFFICULT_CASE,
                cases.c.rework_count > 0,
                cases.c.urgency == int(Urgency.MAJOR),
                cases.c.supervision_level > int(SupervisionLevel.NONE),
                cases.c.id.in_(deferred),
            ),
        )
        .order_by(due.is_(None), due, cases.c.id)
    )
    return [dict(row) for row in found.mappings()]


def _deferred_ids(work: Work, held: Mapping[str, Any]) -> set[int]:
    """Return the cases that the last meeting of this kind left for this one."""
    last = work.connection.execute(
        select(meeting.c.id)
        .where(
            meeting.c.street_id == work.actor.street_id,
            meeting.c.kind == held["kind"],
            meeting.c.id != held["id"],
            meeting.c.state != MeetingState.PLANNED.value,
        )
        .order_by(meeting.c.opened_at.desc())
        .limit(1)
    ).scalar()
    found = work.connection.execute(
        select(agenda_case.c.case_id).where(
            agenda_case.c.meeting_id == last, agenda_case.c.state == AgendaState.DEFERRED.value
        )
    ).scalars()
    return {case_id for case_id in found if case_id is not None}


# Storing -----------------------------------------------------------------------------------


def _store(work: Work, meeting_id: int, wanted: list[_Wanted]) -> None:
    known = {
        _key(row["section"], row["case_id"], row["decision_id"]): row
        for row in _all_rows(work, meeting_id)
    }
    places = dict.fromkeys(Section, 0)
    for row in wanted:
        values: dict[str, Any] = {
            "section": row.section.value,
            "position": _first_position(row.section) + places[row.section],
            "reason": ",".join(row.why),
            "facts": row.facts,
        }
        old = known.pop(row.key, None)
        if old is None:
            work.insert(
                agenda_case,
                meeting_id=meeting_id,
                case_id=row.case_id,
                decision_id=row.decision_id,
                state=AgendaState.WAITING.value,
                **values,
            )
        elif old["state"] == AgendaState.REMOVED and not old["facts"].get("settled"):
            continue
        else:
            if AgendaReason.ASKED in old["reason"].split(","):
                values["reason"] = ",".join((AgendaReason.ASKED, *row.why))
            work.update(agenda_case, old, state=AgendaState.WAITING.value, **values)
        places[row.section] += 1
    _drop_settled(work, known.values())


def _drop_settled(work: Work, rows: Iterable[dict[str, Any]]) -> None:
    """Take off what no longer belongs on the agenda, unless somebody asked for it."""
    for row in rows:
        asked = AgendaReason.ASKED.value in row["reason"].split(",")
        if row["state"] == AgendaState.WAITING and not asked:
            work.update(agenda_case, row, state=AgendaState.REMOVED.value, facts={"settled": True})
