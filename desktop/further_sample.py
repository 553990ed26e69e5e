"""An invented notice and an invented listed matter by which the texts of further papers are tried.

Like the pages they go on, their words are Chinese in every language; they are on no record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from db.queries.listed import ListedRow, ListedState
from db.queries.notice_detail import NoticeDetail
from db.queries.notice_facts import UnitFacts
from db.rules.notice_states import NoticeState
from db.rules.terms import SupervisionLevel, Urgency
from desktop import official_words, texts
from desktop.documents.kinds import FurtherContents
from desktop.notice_sample import Sample

_SUBJECT = "中心街路面破损积水"
_CLOSE = timedelta(hours=17, minutes=30)


def is_further(code: str) -> bool:
    """Tell whether a template stands on a paper that follows from a notice."""
    return code.partition("_")[0] in _PAPERS


@texts.official
def further_sample(sample: Sample, code: str, own: Mapping[str, str]) -> FurtherContents:
    """Return the sample paper on which a template is used."""
    told = replace(sample, street=replace(sample.street, own_texts=own))
    return _PAPERS[code.partition("_")[0]](told, code)


def _reminder(sample: Sample, _code: str) -> FurtherContents:
    by = sample.now + timedelta(days=1)
    return official_words.reminder_letter(
        _notice(sample, days=-2), sample.street, 2, by, sample.now
    )


def _letter(sample: Sample, code: str) -> FurtherContents:
    days = -2 if code == "letter_late" else 3
    return official_words.supervision_letter(_notice(sample, days), sample.street, sample.now)


def _request(sample: Sample, _code: str) -> FurtherContents:
    return official_words.listing_request(_notice(sample, days=-2), sample.street, sample.now)


def _order(sample: Sample, _code: str) -> FurtherContents:
    return official_words.listed_order(_listed(sample), sample.street, sample.now.date())


def _bulletin(sample: Sample, _code: str) -> FurtherContents:
    today = sample.now.date()
    return official_words.bulletin((), sample.street, today.replace(day=1), today, sample.now)


_PAPERS: dict[str, Callable[[Sample, str], FurtherContents]] = {
    "reminder": _reminder,
    "letter": _letter,
    "request": _request,
    "order": _order,
    "bulletin": _bulletin,
}


def _notice(sample: Sample, days: int) -> NoticeDetail:
    """Return a red notice whose limit is so many days from now."""
    midnight = sample.now.replace(hour=0, minute=0, second=0, microsecond=0)
    limit = midnight + timedelta(days=days) + _CLOSE
    issued = limit - timedelta(days=7)
    return NoticeDetail(
        id=0,
        version=1,
        state=NoticeState.DELIVERED,
        level=SupervisionLevel.RED,
        trigger="manual",
        number=f"{sample.street.organ_code}〔{sample.now.year}〕1号",
        unit=UnitFacts(0, "示例站所", "示例负责人", "", "示例主管部门"),
        case=None,
        agreed=None,
        subject=_SUBJECT,
        background="示例事件：雨后路面积水，非机动车绕行机动车道，存在安全隐患。",
        handling="由示例站所牵头办理。",
        problem="未在规定期限内办结，也未说明原因。",
        basis="",
        demands=(),
        consequence="",
        copy_to=(),
        means="written",
        urgency=Urgency.NORMAL,
        finish_by=limit,
        report_by=limit,
        is_limit_proposed=False,
        overdue_days=0,
        reminder_count=1,
        contact_name="督办员",
        contact_phone=sample.contact_phone,
        wording=None,
        drafter="督办员",
        drafted_at=issued,
        checker="",
        checked_at=None,
        issuer="示例领导",
        issued_at=issued,
        printed_at=issued,
        delivered_at=issued,
        received_by="",
        replied_at=None,
        reply_outcome="",
        reply_text="",
        reply_signer="",
        strike_off_asked_at=None,
        strike_off_evidence="",
        check_opinion="",
        struck_off_by="",
        struck_off_at=None,
        in_time=None,
        withdrawn_reason="",
        points=0.0,
        steps=(),
        actions=(),
    )


def _listed(sample: Sample) -> ListedRow:
    midnight = sample.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return ListedRow(
        id=0,
        state=ListedState.LISTED,
        number=f"示例督〔{sample.now.year}〕1号",
        authority=f"{sample.street.district_name}综合指挥中心",
        listed_on=midnight - timedelta(days=2),
        subject=_SUBJECT,
        reason="红牌督办逾期未整改",
        goal="修复路面并恢复通行",
        unit_id=0,
        unit_name="示例站所",
        leader_name="示例负责人",
        finish_by=midnight + timedelta(days=10) + _CLOSE,
        report_days="每周五",
        measures="逐段排查，修复路面。",
        check_result="",
        rectified_at=None,
        delisted_on=None,
        delisting_number="",
        case_id=None,
        case_number="",
        is_late=False,
    )
