"""How a case is told on the screens: chips, deadline words, the arithmetic of a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.commands.supervision import ReminderMeans
from db.rules.clock import Fact, Remaining
from db.rules.grams import spans
from db.rules.limits import Stage
from db.rules.terms import CLOSED_STATES, CaseState, Light, ReturnReason, Urgency
from desktop import texts
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.widgets.chips import ChipSpec, state_chip, urgency_tag
from desktop.widgets.deadline import DeadlineLook
from desktop.widgets.ledger_delegate import Hits, LedgerCell

if TYPE_CHECKING:
    from db.queries.cases import CaseRow

STATE_TONES: dict[CaseState, str] = {
    CaseState.DRAFT: "grey",
    CaseState.WAITING_ACCEPTANCE: "grey",
    CaseState.WAITING_ASSIGNMENT: "amber",
    CaseState.WAITING_SIGNATURE: "amber",
    CaseState.IN_PROGRESS: "blue",
    CaseState.WAITING_VERIFICATION: "purple",
    CaseState.CLOSED: "green",
    CaseState.WAITING_CALL_BACK: "teal",
    CaseState.ARCHIVED: "green",
    CaseState.RETURNED: "rose",
    CaseState.SUSPENDED: "teal",
    CaseState.ESCALATED: "purple",
    CaseState.VOID: "grey",
}
_WORKDAYS = QT_TRANSLATE_NOOP("", "{n} 工作日")
_DAYS = QT_TRANSLATE_NOOP("", "{n} 天")
_OVER = QT_TRANSLATE_NOOP("", "超 {span}")
_LEFT = QT_TRANSLATE_NOOP("", "剩 {span}")
_WORD_LATE = QT_TRANSLATE_NOOP("", "续报超 {span}")
_WORD_LEFT = QT_TRANSLATE_NOOP("", "续报剩 {span}")
_YESTERDAY = QT_TRANSLATE_NOOP("", "昨天 {time}")
_REGISTERED = QT_TRANSLATE_NOOP("", "{time} 登记")
_OF_STAGE = QT_TRANSLATE_NOOP("", "{stage}：{words}")
_ALWAYS_SEEN = frozenset({"number", "title", "place"})
_LIGHT_TONES = {Light.GREEN: "ok", Light.YELLOW: "warn", Light.RED: "bad", Light.GREY: ""}


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def chip_of(state: CaseState) -> ChipSpec:
    """Return the chip of a state."""
    return state_chip(texts.label(state), STATE_TONES[state], done=state in CLOSED_STATES)


def tag_of(row: CaseRow) -> ChipSpec | None:
    """Return the tag before the title: 重大, 紧急, 加急 or none."""
    if row.urgency is Urgency.MAJOR:
        return urgency_tag(texts.label(row.urgency), "urgent")
    if row.urgency is Urgency.URGENT:
        return urgency_tag(texts.label(row.urgency), "urgent" if _is_open(row) else "key")
    if row.is_urged:
        return urgency_tag(tr("加急"), "key")
    return None


def span_words(left: Remaining) -> str:
    """Return a span: 2 工作日, 3 小时 5 分, 18 分."""
    if left.days:
        unit = (
            QT_TRANSLATE_NOOP("", "{n} 工作日")
            if left.is_working
            else QT_TRANSLATE_NOOP("", "{n} 天")
        )
        words = tr(unit).format(n=left.days)
        if left.hours and left.days < 3:
            words += " " + tr("{n} 小时").format(n=left.hours)
        return words
    if left.hours:
        words = tr("{n} 小时").format(n=left.hours)
        if left.minutes:
            words += " " + tr("{n} 分").format(n=left.minutes)
        return words
    return tr("{n} 分").format(n=max(left.minutes, 1))


def deadline_look(row: CaseRow, now: datetime) -> DeadlineLook:
    """Return how the running deadline of a case is shown."""
    if row.state is CaseState.SUSPENDED:
        return DeadlineLook(tr("已挂起"), "", None)
    if not _is_open(row):
        if row.state is CaseState.VOID:
            return DeadlineLook("—", "", None)
        if row.was_late:
            return DeadlineLook(tr("超期办结"), "bad", None)
        return DeadlineLook(tr("按时办结"), "done", None)
    if row.duplicate_of is not None:
        return DeadlineLook(tr("随主件办理"), "", None)
    left = row.remaining
    if left is None or row.deadline_at is None:
        return DeadlineLook("—", "", None)
    words = (
        QT_TRANSLATE_NOOP("", "超 {span}")
        if left.is_overdue
        else QT_TRANSLATE_NOOP("", "剩 {span}")
    )
    return DeadlineLook(
        tr(words).format(span=span_words(left)),
        _LIGHT_TONES.get(row.light, ""),
        1.0 if left.is_overdue else _used(row, now),
    )


def follow_up_look(row: CaseRow) -> DeadlineLook:
    """Return how the next word owed on a major case is shown."""
    left = row.follow_up_left
    if left is None:
        return DeadlineLook("—", "", None)
    words = _WORD_LATE if left.is_overdue else _WORD_LEFT
    tone = _LIGHT_TONES.get(row.follow_up_light, "")
    return DeadlineLook(tr(words).format(span=span_words(left)), tone, None)


def _used(row: CaseRow, now: datetime) -> float:
    start, end = row.deadline_from, row.deadline_at
    if start is None or end is None or end <= start:
        return 0.0
    return min(1.0, max(0.02, (now - start) / (end - start)))


def _is_open(row: CaseRow) -> bool:
    return row.state not in CLOSED_STATES and row.state is not CaseState.VOID


def short_number(number: str) -> str:
    """Return the number without its year: YZH 1122-0086."""
    return f"{number[:3]} {number[7:11]}-{number[11:]}" if len(number) >= 15 else number


def moment_words(moment: datetime | None, now: datetime) -> str:
    """Return a time as briefly as the day allows: 14:06, 昨天 14:06, 11-20 14:06, 2025-11-20."""
    if moment is None:
        return "—"
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    if moment.date() == now.date() - timedelta(days=1):
        return tr(_YESTERDAY).format(time=f"{moment:%H:%M}")
    return f"{moment:%m-%d %H:%M}" if moment.year == now.year else f"{moment:%Y-%m-%d}"


def number_hits(number: str, search: str) -> tuple[tuple[int, int], ...]:
    """Return where a search stands in the short form of a number.

    The year and the blanks of the whole number are not shown; a search may name them all the same.
    """
    shown = short_number(number)
    if shown == number:
        return spans(number, search)
    kept = [*range(3), *range(7, len(number))]
    places = [*range(3), *range(4, 8), *range(9, len(shown))]
    found = list(spans(shown, search))
    for start, end in spans(number, search):
        seen = [at for place, at in zip(kept, places, strict=True) if start <= place < end]
        if seen:
            found.append((seen[0], seen[-1] + 1))
    return tuple(found)


def _hits(row: CaseRow, texts_by_key: dict[str, str], search: str) -> dict[str, Hits]:
    found: dict[str, Hits] = {key: spans(text, search) for key, text in texts_by_key.items()}
    found["number"] = number_hits(row.number, search)
    return {key: hits for key, hits in found.items() if hits}


def _told_first(place: str, more: dict[str, str], hits: dict[str, Hits]) -> str:
    """Return the second line; a phone or a name that alone was found is told before the place."""
    if hits.keys() & _ALWAYS_SEEN:
        return place
    for key in ("phone", "reporter"):
        if key in hits:
            hits["place"] = hits[key]
            return " · ".join(part for part in (more[key], place) if part)
    return place


def ledger_cell(row: CaseRow, now: datetime, search: str = "") -> LedgerCell:
    """Return a row of the ledger, with what a search has found in it."""
    look = deadline_look(row, now)
    place = " · ".join(part for part in (row.community, row.address) if part)
    unit = row.lead or row.holder
    more = {
        "platform": row.platform_name,
        "community": row.community,
        "grid": row.grid,
        "source": texts.label(row.source),
        "registered": f"{row.registered_at:%Y-%m-%d %H:%M}",
        "reporter": row.reporter_name,
        "phone": row.reporter_phone,
    }
    told = {"title": row.title, "place": place, "item": row.item, "unit": unit, **more}
    hits = _hits(row, told, search) if search else {}
    return LedgerCell(
        number=short_number(row.number),
        time=tr(_REGISTERED).format(time=moment_words(row.registered_at, now)),
        title=row.title,
        place=_told_first(place, more, hits),
        tag=tag_of(row),
        item=row.item,
        state=chip_of(row.state),
        unit=unit,
        deadline=look,
        strong=_is_open(row) and (look.tone in ("bad", "warn") or row.urgency > Urgency.NORMAL),
        faint=not _is_open(row),
        more=more,
        hits=hits,
    )


def explanation(facts: Sequence[Fact], stage: Stage | None = None) -> str:
    """Return the arithmetic of a deadline in words, after the name of the room's own stage."""
    words = tr("；").join(texts.fact(fact) for fact in facts)
    if stage is None or not words:
        return words
    return tr(_OF_STAGE).format(stage=texts.label(stage), words=words)


def reason_words(reason: str) -> str:
    """Return a step's reason: a return's reason, a reminder's means, or what was typed."""
    codes = (*ReturnReason, *ReminderMeans)
    known = next((item for item in codes if item.value == reason), None)
    return reason if known is None else texts.label(known)
