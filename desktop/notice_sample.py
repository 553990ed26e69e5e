"""An invented case by which the texts of a notice are tried; it is on no record.

Like the pages they go on, its words are Chinese in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from db.commands.notices import NoticeTexts
from db.queries.lookup import StreetRow
from db.queries.notice_draft import NoticeDraft
from db.queries.notice_facts import AgreedItemOfNotice, CaseOfNotice, UnitFacts
from db.rules.supervision import Measure, Suggestion, Trigger
from db.rules.terms import Source, SupervisionLevel, Urgency
from desktop import texts
from desktop.documents.contents import NoticeContents
from desktop.notice_templates import LEVEL_CODES
from desktop.notice_texts import draft_texts

_CLOSE = timedelta(hours=17, minutes=30)
_POINTS = {
    SupervisionLevel.ORDINARY: 0.0,
    SupervisionLevel.YELLOW: -5.0,
    SupervisionLevel.RED: -10.0,
}


@dataclass(frozen=True)
class Sample:
    """What the sample paper needs of the street and of its rules."""

    street: StreetRow
    now: datetime
    contact_phone: str = ""


def level_of(code: str) -> SupervisionLevel:
    """Return the level of notice on which a template stands."""
    for level, name in LEVEL_CODES.items():
        if code.endswith(f"_{name}"):
            return level
    return SupervisionLevel.YELLOW


def sample_texts(sample: Sample, code: str, own: Mapping[str, str]) -> NoticeTexts:
    """Return the texts of the sample notice on which a template is used."""
    return draft_texts(_draft(sample, code, own), sample.now, _reasons(code))


@texts.official
def sample_contents(sample: Sample, code: str, own: Mapping[str, str]) -> NoticeContents:
    """Return the sample notice on which a template is used, as the paper takes it."""
    draft = _draft(sample, code, own)
    said = draft_texts(draft, sample.now, _reasons(code))
    case, unit = draft.case, draft.unit
    assert unit is not None  # the sample has one
    return NoticeContents(
        organ=sample.street.room_name,
        number="",
        issue_date=None,
        addressee=unit.name,
        subject=said.subject or "",
        demands=tuple(said.demands or ()),
        finish_by=draft.finish_by,
        report_by=draft.report_by,
        level=LEVEL_CODES[draft.level],
        head=unit.head_name,
        urgency=texts.label(Urgency.NORMAL),
        case_numbers=(case.number,) if case else (),
        item_code=case.item_code if case else "",
        background=said.background or "",
        assigned_at=case.assigned_at if case else None,
        due=case.due_at if case else None,
        overdue_working_days=draft.overdue_days if case else None,
        previous_note=said.handling or "",
        problem=said.problem or "",
        basis=said.basis or "",
        lead_unit=unit.name,
        report_means="书面回执",
        consequence=said.consequence or "",
        contact="督办员",
        contact_phone=sample.contact_phone,
    )


def _reasons(code: str) -> tuple[Suggestion, ...]:
    trigger = code.removeprefix("problem_")
    if trigger == code or trigger not in {one.value for one in Trigger}:
        return ()
    return (Suggestion(Measure.YELLOW, Trigger(trigger), count=2),)


def _draft(sample: Sample, code: str, own: Mapping[str, str]) -> NoticeDraft:
    midnight = sample.now.replace(hour=0, minute=0, second=0, microsecond=0)
    level = level_of(code)
    is_agreed = code in ("opening_agreed", "problem_agreed_item_missed")
    is_vague = code == "problem_none"
    finish_by = midnight + timedelta(days=3) + _CLOSE
    agreed = AgreedItemOfNotice(
        id=0,
        code=f"议〔{sample.now.year}〕第1周-1",
        text="完成中心街路面修复并恢复通行",
        due_at=midnight - timedelta(days=6) + _CLOSE,
        missed_meetings=2,
        lead_id=0,
    )
    return NoticeDraft(
        level=level,
        case=None if is_agreed else _case(sample, midnight),
        agreed=agreed if is_agreed or code == "basis" else None,
        unit=UnitFacts(0, "示例站所", "示例负责人", "", "示例主管部门"),
        overdue_days=0 if is_vague or is_agreed else 5,
        reminder_count=2,
        progress=(),
        standing=(),
        finish_by=finish_by,
        report_by=finish_by,
        points=_POINTS[level],
        contact_name="督办员",
        contact_phone=sample.contact_phone,
        room_name=sample.street.room_name,
        own_texts=own,
    )


def _case(sample: Sample, midnight: datetime) -> CaseOfNotice:
    registered = midnight - timedelta(days=20) + timedelta(hours=9)
    due = midnight - timedelta(days=7) + _CLOSE
    return CaseOfNotice(
        id=0,
        version=1,
        number=f"{sample.street.letters}A{registered:%Y%m%d}0001",
        title="中心街路面破损积水",
        content="示例事件：雨后路面积水，非机动车绕行机动车道，存在安全隐患。",
        source=Source.HOTLINE_12345.value,
        item_code="MS07",
        item_name="道路破损",
        community_name="示例社区",
        address="中心街 29 号门前",
        people_count=None,
        urgency=Urgency.NORMAL,
        supervision_level=SupervisionLevel.NONE,
        registered_at=registered,
        assigned_at=registered + timedelta(hours=1),
        sign_due_at=registered + timedelta(days=1),
        signed_at=registered + timedelta(hours=5),
        original_due_at=due,
        due_at=due,
        extension_count=0,
        extended_days=0,
        return_count=0,
        rework_count=0,
        verification="",
        instruction="请抓紧办理，确保通行安全。",
        lead_name="示例站所",
        assist_names=(),
    )
