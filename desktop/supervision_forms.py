"""销号审批表 and 挂牌督办登记表: from the rows of the record to the fields of the forms.

The pages are Chinese in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.notice_states import NoticeAction
from desktop import texts
from desktop.documents.contents import FormContents, FormField
from desktop.documents.dates import day, moment
from desktop.notice_texts import outcome_name

if TYPE_CHECKING:
    from db.queries.listed import ListedRow
    from db.queries.lookup import StreetRow
    from db.queries.notice_detail import NoticeDetail, NoticeStepRow

HALF = 0.34  # of the width, for the first text of a row of two
STRIKE_OFF, LISTED = "销号审批表", "挂牌督办登记表"
_TICKED, _OPEN = "■", "□"


@texts.official
def strike_off_contents(detail: NoticeDetail, street: StreetRow) -> FormContents:
    """Return 销号审批表 (form D): what was asked, found and approved; the rest is blank."""
    asked = _last(detail, NoticeAction.ASK)
    verified = _last(detail, NoticeAction.VERIFY)
    approved = _last(detail, NoticeAction.STRIKE_OFF)
    struck = detail.struck_off_at
    done = "；".join(
        part for part in (outcome_name(detail.reply_outcome), detail.reply_text) if part
    )
    return FormContents(
        organ=street.room_name,
        title=STRIKE_OFF,
        number=detail.number,
        corners=(street.room_name, f"编号：{detail.number}" if detail.number else ""),
        rows=(
            (
                FormField("原督办编号", detail.number, HALF),
                FormField("督办级别", texts.label(detail.level)),
            ),
            (FormField("督办事项", detail.subject),),
            (
                FormField("承办单位", detail.unit.name, HALF),
                FormField("负责人", detail.unit.head_name),
            ),
            (
                FormField("立项日期", day(detail.drafted_at), HALF),
                FormField("签发日期", day(detail.issued_at)),
            ),
            (
                FormField("应销号日期", day(detail.finish_by), HALF),
                FormField("批准日期", day(struck)),
            ),
            (FormField("整改情况", done, height=40),),
            (FormField("佐证材料", detail.strike_off_evidence, height=22),),
            (
                FormField(
                    "承办单位\n意见",
                    "问题已整改到位，申请销号。" if asked else "",
                    height=28,
                    signed=True,
                    signer=detail.reply_signer if asked else "",
                    signed_on=asked.at.date() if asked else None,
                ),
            ),
            (
                FormField(
                    "指挥室\n核查意见",
                    verified.note if verified else "",
                    height=28,
                    signed=True,
                    signer=verified.actor_name if verified else "",
                    signed_on=verified.at.date() if verified else None,
                ),
            ),
            (
                FormField(
                    "分管领导\n意见",
                    (approved.note or "同意销号。") if approved else "",
                    height=28,
                    signed=True,
                    signer=detail.struck_off_by,
                    signed_on=struck.date() if struck else None,
                ),
            ),
            (FormField("是否按期", _ticked(detail.in_time)),),
        ),
    )


@texts.official
def listed_contents(row: ListedRow, street: StreetRow) -> FormContents:
    """Return 挂牌督办登记表 (form E) of a matter that the district listed."""
    reports = "\n".join(f"{day(one.at)}（{one.actor_name}）：{one.text}" for one in row.reports)
    return FormContents(
        organ=street.room_name,
        title=LISTED,
        number=row.number,
        corners=(street.room_name, f"状态：{texts.label(row.state)}"),
        rows=(
            (
                FormField("挂牌文号", row.number, HALF),
                FormField("挂牌日期", day(row.listed_on)),
            ),
            (FormField("挂牌机关", row.authority, HALF), FormField("关联事件", row.case_number)),
            (FormField("督办事项", row.subject),),
            (FormField("挂牌原因", row.reason, height=18),),
            (FormField("整改目标", row.goal, height=18),),
            (FormField("责任单位", row.unit_name, HALF), FormField("责任领导", row.leader_name)),
            (
                FormField("整改时限", moment(row.finish_by), HALF),
                FormField("阶段报告日", row.report_days),
            ),
            (FormField("整改措施", row.measures, height=26),),
            (FormField("阶段报告", reports, height=30),),
            (FormField("区核查情况", row.check_result, height=18),),
            (
                FormField(
                    "报送整改\n报告日期",
                    day(row.rectified_at),
                    HALF,
                ),
                FormField("是否按期", _ticked(row.in_time)),
            ),
            (
                FormField("摘牌日期", day(row.delisted_on), HALF),
                FormField("摘牌文号", row.delisting_number),
            ),
            (FormField("整改报告\n附件", height=14),),
        ),
    )


def _last(detail: NoticeDetail, action: NoticeAction) -> NoticeStepRow | None:
    """Return the last step of a kind, if it still holds: a notice sent back asks again."""
    for step in reversed(detail.steps):
        if step.kind is NoticeAction.SEND_BACK:
            return None
        if step.kind is action:
            return step
    return None


def _ticked(in_time: bool | None) -> str:
    yes, no = (_TICKED if in_time is wanted else _OPEN for wanted in (True, False))
    return f"{yes}按期　　{no}逾期"
