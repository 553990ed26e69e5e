"""Papers in 文件 and 信函格式 from the rows of the record: what each of them says.

挂牌督办通知书, 通报, 提请挂牌督办的请示, 督办函 and 催办通知书. The pages are Chinese in every
language. The office registers these papers by hand: their number is left open on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop import texts
from desktop.documents.contents import (
    Annex,
    Column,
    LetterContents,
    OfficialContents,
    Paragraph,
    Table,
)
from desktop.documents.dates import day, moment
from desktop.documents.flow import numbered
from desktop.documents.notice_letter import URGENCIES
from desktop.documents.weekly import ordinal
from desktop.notice_templates import said, said_lines

if TYPE_CHECKING:
    from db.queries.listed import ListedRow
    from db.queries.lookup import StreetRow
    from db.queries.notice_detail import NoticeDetail
    from db.queries.notices import BookRow

LISTED_ORDER, BULLETIN, REQUEST = "挂牌督办通知书", "督办情况通报", "提请挂牌督办的请示"
LETTER, REMINDER = "督办函", "催办通知书"
_BLANK = "　　"
MOST_NAMED = 5
"""Late notices that 通报 names in its text; all of them stand in its annex."""


def street_office(street: StreetRow) -> str:
    """Return the office of the street as it signs: 街道办事处, 镇人民政府."""
    if street.name.endswith("街道"):
        return f"{street.name}办事处"
    return f"{street.name}人民政府" if street.name.endswith(("镇", "乡")) else street.name


def open_number(street: StreetRow, year: int) -> str:
    """Return a number of the year that is still to be written by hand."""
    return f"{street.organ_code}〔{year}〕{_BLANK}号"


@texts.official
def listed_order(row: ListedRow, street: StreetRow, today: date) -> OfficialContents:
    """Return 挂牌督办通知书: the district's listing handed on to the unit that has to act."""
    subject = _matter(row.subject)
    own, facts = street.own_texts, listed_facts(row, street)
    opening = said(own, "order_opening", facts)
    limits = said_lines(own, "order_limits", facts)
    duty = f"责任单位：{row.unit_name}"
    duty += f"；责任领导：{row.leader_name}。" if row.leader_name else "。"
    sections = (
        ("督办事项", (f"{subject}。", f"挂牌原因：{_closed(row.reason)}" if row.reason else "")),
        ("整改目标", (_closed(row.goal) if row.goal else "",)),
        ("责任分工", (duty,)),
        ("整改措施", tuple(_closed(line) for line in row.measures.splitlines() if line.strip())),
        ("时限要求", limits),
        ("摘牌", said_lines(own, "order_delisting", facts)),
    )
    organ = street_office(street)
    return OfficialContents(
        organ=organ,
        kind=LISTED_ORDER,
        number=open_number(street, today.year),
        title=f"关于对{subject}实行挂牌督办的通知",
        recipients=(row.unit_name,),
        paragraphs=(Paragraph(opening), *_sections(sections)),
        issue_date=today,
        urgency="加急",
        copy_to=(row.authority,) if row.authority else (),
        printed_by=street.room_name,
        printed_on=today,
        keywords=f"{row.number} {row.case_number}".strip(),
    )


@texts.official
def bulletin(
    rows: Sequence[BookRow], street: StreetRow, first: date, last: date, now: datetime
) -> OfficialContents:
    """Return 通报 of a period: notices by unit and level, struck off in time, still late."""
    running = [row for row in rows if not row.is_withdrawn]
    struck = [row for row in running if row.struck_off_at is not None]
    in_time = sum(row.in_time is True for row in struck)
    late = [row for row in running if row.struck_off_at is None and row.finish_by < now]
    units = _by_unit(running, now)
    period = _period(first, last)
    rate = f"{in_time / len(struck):.2%}" if struck else texts.NOTHING
    levels = _levels(running)
    points = abs(sum(row.points for row in running))
    own = street.own_texts
    facts = {
        "期间": period,
        "督办件数": str(len(running)),
        "销号件数": str(len(struck)),
        "按期销号率": rate,
        "逾期件数": str(len(late)),
        "扣分": f"{points:g}",
        "街道": street.name,
        "指挥室": street.room_name,
    }
    opening = said(own, "bulletin_opening", facts)
    whole = (
        f"{period}共签发督办通知单{len(running)}件{f'，其中{levels}' if levels else ''}。"
        f"{said(own, 'bulletin_whole', facts)}"
    )
    by_unit = [
        f"{name}：督办{counts[0]}件，已销号{counts[4]}件，逾期未销号{counts[6]}件。"
        for name, counts in units
    ] or [f"{period}未签发督办通知单。"]
    delayed = [
        f"{row.unit_name}：{_matter(row.subject)}（{row.number}），时限{day(row.finish_by)}。"
        for row in late[:MOST_NAMED]
    ] or ["没有逾期未销号的督办事项。"]
    if len(late) > MOST_NAMED:
        delayed.append(f"其余{len(late) - MOST_NAMED}件见附件2。")
    sections = (
        ("总体情况", (whole,)),
        ("各单位情况", numbered(by_unit)),
        ("逾期未销号情况", numbered(delayed)),
        ("下一步要求", said_lines(own, "bulletin_demands", facts)),
    )
    return OfficialContents(
        organ=street.room_name,
        kind=BULLETIN,
        number=open_number(street, now.year),
        title=f"关于{period}督办情况的通报",
        recipients=("各村（社区）", "街道各科室、派驻站所"),
        paragraphs=(Paragraph(opening), *_sections(sections)),
        issue_date=now.date(),
        annexes=(_unit_annex(units, now), _late_annex(late, now)),
        copy_to=("街道党工委、办事处领导",),
        printed_by=street.room_name,
        printed_on=now.date(),
    )


@texts.official
def listing_request(detail: NoticeDetail, street: StreetRow, now: datetime) -> OfficialContents:
    """Return 提请挂牌督办的请示: a red notice that did not help, laid before the district."""
    subject = _matter(detail.subject)
    own, facts = street.own_texts, further_facts(detail, street, now)
    told = said(own, "request_told", facts)
    sections = (
        ("基本情况", (_closed(detail.background) if detail.background else f"{subject}。",)),
        ("督办情况", tuple(part for part in (detail.handling, told) if part)),
        ("存在问题", (_closed(detail.problem) if detail.problem else "",)),
        ("请示事项", said_lines(own, "request_asked", facts)),
    )
    contact = _contact(detail)
    return OfficialContents(
        organ=street_office(street),
        kind=REQUEST,
        number=open_number(street, now.year),
        title=f"关于提请对{subject}实行挂牌督办的请示",
        recipients=(f"{street.district_name}综合指挥中心",),
        paragraphs=(
            Paragraph(said(own, "request_opening", facts)),
            *_sections(sections),
        ),
        issue_date=now.date(),
        urgency=_urgency(detail),
        signers=(detail.issuer,) if detail.issuer else (),
        attachments=(f"督办通知单（{detail.number}）", "督办回执及办理情况"),
        remark=contact,
        printed_by=street.room_name,
        printed_on=now.date(),
        keywords=_cases(detail),
    )


@texts.official
def supervision_letter(detail: NoticeDetail, street: StreetRow, now: datetime) -> LetterContents:
    """Return 督办函 to the department that sent the unit, which is not below the street."""
    subject = _matter(detail.subject)
    own, facts = street.own_texts, further_facts(detail, street, now)
    code = "letter_request" if now <= detail.finish_by else "letter_late"
    asked = said_lines(own, code, facts)
    sent = said(own, "letter_sent", facts)
    body = "".join(part for part in (detail.background, detail.problem) if part)
    return LetterContents(
        organ=street_office(street),
        kind=LETTER,
        number=open_number(street, now.year),
        title=f"关于商请督促办理{subject}的函",
        recipients=(detail.unit.department or detail.unit.name,),
        paragraphs=tuple(
            Paragraph(part)
            for part in (_closed(body) if body else "", sent, *asked, "特此函达。")
            if part
        ),
        issue_date=now.date(),
        urgency=_urgency(detail),
        remark=_contact(detail),
        copy_to=(detail.unit.name,) if detail.unit.department else (),
        keywords=_cases(detail),
    )


@texts.official
def reminder_letter(
    detail: NoticeDetail, street: StreetRow, nth: int, report_by: datetime, now: datetime
) -> LetterContents:
    """Return 催办通知书 (form C): which notice, the how manyth, how late, until when to answer."""
    late = (now.date() - detail.report_by.date()).days if now > detail.report_by else 0
    own = street.own_texts
    facts = further_facts(detail, street, now) | {
        "逾期天数": str(late or ""),
        "催办次数": str(nth),
        "回复时限": moment(report_by),
    }
    return LetterContents(
        organ=street.room_name,
        kind=REMINDER,
        number=f"催〔{now.year}〕{_BLANK}号",
        title=f"{REMINDER}（第{nth}次）",
        recipients=(detail.unit.name,),
        paragraphs=(
            Paragraph(said(own, "reminder_opening", facts)),
            *(Paragraph(line) for line in said_lines(own, "reminder_request", facts)),
            Paragraph(
                _closed(detail.consequence) if detail.consequence else "逾期仍未反馈的，升级督办。"
            ),
        ),
        issue_date=now.date(),
        urgency=_urgency(detail),
        remark=_contact(detail),
        copy_to=detail.copy_to,
        keywords=f"{detail.number} {_cases(detail)}".strip(),
    )


@texts.official
def further_facts(detail: NoticeDetail, street: StreetRow, now: datetime) -> dict[str, str]:
    """Return the facts for the places of the papers that follow from a notice."""
    return {
        "被督办单位": detail.unit.name,
        "单位负责人": detail.unit.head_name,
        "主管部门": detail.unit.department or "主管部门",
        "督办级别": texts.label(detail.level),
        "督办文号": detail.number,
        "督办事项": _matter(detail.subject),
        "签发日期": day(detail.issued_at),
        "办结时限": moment(detail.finish_by),
        "反馈时限": moment(detail.report_by),
        "当日": day(now),
        "街道": street.name,
        "指挥室": street.room_name,
    }


@texts.official
def listed_facts(row: ListedRow, street: StreetRow) -> dict[str, str]:
    """Return the facts for the places of 挂牌督办通知书."""
    return {
        "挂牌日期": day(row.listed_on),
        "挂牌机关": row.authority,
        "挂牌文号": row.number,
        "督办事项": _matter(row.subject),
        "责任单位": row.unit_name,
        "责任领导": row.leader_name,
        "整改时限": moment(row.finish_by),
        "阶段报告日": row.report_days,
        "街道": street.name,
    }


def _sections(sections: Sequence[tuple[str, Sequence[str]]]) -> tuple[Paragraph, ...]:
    """Return headings 一、 二、 with their paragraphs; what has no text is left out."""
    found: list[Paragraph] = []
    nth = 0
    for heading, told in sections:
        said = [text for text in told if text]
        if not said:
            continue
        nth += 1
        found.append(Paragraph(level=1, heading=f"{ordinal(nth)}、{heading}"))
        found += [Paragraph(text) for text in said]
    return tuple(found)


def _by_unit(rows: Sequence[BookRow], now: datetime) -> list[tuple[str, list[int]]]:
    """Return of each unit: all, ordinary, yellow, red, struck off, in time, late; most first."""
    from db.rules.terms import SupervisionLevel as Level

    found: dict[str, list[int]] = {}
    for row in rows:
        counts = found.setdefault(row.unit_name, [0] * 7)
        counts[0] += 1
        counts[1] += row.level is Level.ORDINARY
        counts[2] += row.level is Level.YELLOW
        counts[3] += row.level is Level.RED
        counts[4] += row.struck_off_at is not None
        counts[5] += row.in_time is True
        counts[6] += row.struck_off_at is None and row.finish_by < now
    return sorted(found.items(), key=lambda one: (-one[1][0], one[0]))


def _unit_annex(units: Sequence[tuple[str, list[int]]], now: datetime) -> Annex:
    heads = ("督办件数", "普通", "黄牌", "红牌", "已销号", "按期销号", "逾期未销号")
    columns = (Column("单位", 2.4), *(Column(head, 1.0, "right") for head in heads))
    rows = [(name, *(str(count) for count in counts)) for name, counts in units]
    sums = [str(sum(counts[place] for _, counts in units)) for place in range(len(heads))]
    return Annex(
        title="各单位督办情况统计表",
        table=Table(columns, (*rows, ("合计", *sums))),
        note=f"口径：按签发日期统计，不含已撤销的督办单。数据截至{moment(now)}。",
    )


def _late_annex(late: Sequence[BookRow], now: datetime) -> Annex:
    columns = (
        Column("序号", 0.5, "centre"),
        Column("编号", 2.2),
        Column("单位", 1.3),
        Column("督办事项", 2.2),
        Column("时限", 1.2, "centre"),
    )
    rows = tuple(
        (str(nth), row.number, row.unit_name, row.subject, f"{row.finish_by:%Y-%m-%d}")
        for nth, row in enumerate(late, 1)
    )
    note = f"数据截至{moment(now)}。"
    return Annex(title="逾期未销号督办事项清单", table=Table(columns, rows), note=note)


def _levels(rows: Sequence[BookRow]) -> str:
    from db.rules.terms import SupervisionLevel as Level

    counts = [
        (texts.label(level), sum(row.level is level for row in rows))
        for level in (Level.ORDINARY, Level.YELLOW, Level.RED)
    ]
    return "、".join(f"{name}{count}件" for name, count in counts if count)


def _period(first: date, last: date) -> str:
    """Return a period as it is spoken of: a whole month by its name, others by their days."""
    is_month = first.day == 1 and (last.month, last.year) == (first.month, first.year)
    if is_month and (date.fromordinal(last.toordinal() + 1).day == 1):
        return f"{first.year}年{first.month}月"
    if first.year == last.year:
        return f"{day(first)}至{last.month}月{last.day}日"
    return f"{day(first)}至{day(last)}"


def _urgency(detail: NoticeDetail) -> str:
    return URGENCIES[texts.label(detail.urgency)]


def _contact(detail: NoticeDetail) -> str:
    known = (("联系人", detail.contact_name), ("电话", detail.contact_phone))
    return "，".join(f"{name}：{text}" for name, text in known if text)


def _cases(detail: NoticeDetail) -> str:
    return detail.case.number if detail.case else ""


def _matter(subject: str) -> str:
    """Return the subject as it stands inside a title."""
    return " ".join(subject.split()).removeprefix("关于").rstrip("。；")


def _closed(text: str) -> str:
    """Return a text that ends like a sentence."""
    words = text.strip()
    return words if words.endswith(("。", "！", "？", "；", "：")) else f"{words}。"
