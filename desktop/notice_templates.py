"""The built-in texts of notices and of what follows from them; the office may say others.

What a text may hold is told by db/rules/notice_templates.
Like the pages they go on, they are Chinese in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from db.rules.notice_templates import filled
from db.rules.terms import SupervisionLevel

_REPLY = "在反馈时限内送交回执；到期不能办结的，写明进展、原因和预计完成时间。"
_DONE = "在办结时限内办理到位，上传办理过程和办理结果的佐证材料。"

BUILT_IN: dict[str, str] = {
    "opening_case": (
        "〔登记日期〕，街道综合信息指挥室登记“〔事件名称〕”（来源：〔来源〕［；地点：〔地点〕］）。"
    ),
    "opening_agreed": "例会议定事项（〔议定编号〕）：〔议定内容〕议定完成时限为〔议定时限〕。",
    "problem_nearly_due": "办结期限临近，尚未办结。",
    "problem_due_today": "办结期限当日尚未办结。",
    "problem_overdue": "未在规定期限内办结，也未说明原因。",
    "problem_signature_overdue": "交办后未在规定时限内签收。",
    "problem_notice_past_limit": "前次督办到期仍未办结。",
    "problem_rework": "办理质量不高，核查不通过返工〔次数〕次。",
    "problem_no_feedback": "交办后长时间没有反馈办理进展。",
    "problem_agreed_item_missed": "例会议定事项连续〔次数〕次未按时限落实。",
    "problem_none": "办理进展缓慢，问题尚未解决。",
    "basis": (
        "［领导批示：〔领导批示〕］［例会议定事项〔议定编号〕。］"
        "街道事件处置时限和督办规定（〔督办级别〕）。"
    ),
    "demands_ordinary": f"立即组织力量办理，明确责任人员和完成时间。\n{_DONE}\n{_REPLY}",
    "demands_yellow": (
        f"单位负责人牵头，立即组织力量办理，逐项明确责任人员和完成时间。\n{_DONE}\n{_REPLY}\n"
        "单位负责人在下一次例会上说明未按期办理的原因和整改情况。"
    ),
    "demands_red": (
        "单位主要负责人直接办理，即日制定整改措施，逐项明确责任人员和完成时间。\n"
        f"{_DONE}\n在反馈时限内送交回执，并附书面整改报告。\n"
        "单位主要负责人向街道分管领导当面说明情况。"
    ),
    "consequence_ordinary": "逾期未办结的，升级为黄牌督办。",
    "consequence_yellow": (
        "［本次〔督办级别〕计扣〔扣分〕分；］单位负责人在下一次例会上说明情况；"
        "逾期未办结的，升级为红牌督办。"
    ),
    "consequence_red": (
        "［本次〔督办级别〕计扣〔扣分〕分；］本通知单抄送主管部门；逾期未办结的，提请区挂牌督办。"
    ),
    "reminder_opening": (
        "我室于〔签发日期〕发出的《督办通知单》（〔督办文号〕）“〔督办事项〕”，"
        "反馈时限为〔反馈时限〕［，至〔当日〕已逾期〔逾期天数〕日］，尚未收到你单位回执。"
    ),
    "reminder_request": (
        "现予催办。请于〔回复时限〕前办理到位并送交回执；到期不能办结的，书面说明进展、原因和"
        "预计完成时间。"
    ),
    "letter_sent": "［我街道已于〔签发日期〕发出〔督办级别〕通知单（〔督办文号〕）。］",
    "letter_request": (
        "鉴于〔被督办单位〕系你单位派驻机构，商请你单位督促其于〔办结时限〕前办结，"
        "并将办理情况函复我街道。"
    ),
    "letter_late": (
        "鉴于〔被督办单位〕系你单位派驻机构，商请你单位督促其立即办结（时限〔办结时限〕已过），"
        "并将办理情况函复我街道。"
    ),
    "request_opening": "为推动“〔督办事项〕”问题解决，现将有关情况请示如下：",
    "request_told": (
        "〔签发日期〕，我街道对〔被督办单位〕发出〔督办级别〕通知单（〔督办文号〕），"
        "办结时限为〔办结时限〕，至〔当日〕仍未办结销号。"
    ),
    "request_asked": (
        "恳请区综合指挥中心对“〔督办事项〕”实行挂牌督办，责成〔主管部门〕督促〔被督办单位〕"
        "限期整改。\n妥否，请批示。"
    ),
    "order_opening": (
        "〔挂牌日期〕，〔挂牌机关〕（〔挂牌文号〕）对“〔督办事项〕”实行挂牌督办。"
        "为按期整改到位，现将有关事项通知如下："
    ),
    "order_limits": (
        "整改时限为〔整改时限〕，期满前向街道报送书面整改报告。\n"
        "［阶段报告日为〔阶段报告日〕，按期书面报告进展；遇有困难的随时报告。］"
    ),
    "order_delisting": (
        "整改完成后提出摘牌申请，附整改前后对比照片；经区核查符合条件的，予以摘牌。"
    ),
    "bulletin_opening": "现将〔期间〕督办工作情况通报如下：",
    "bulletin_whole": (
        "已销号〔销号件数〕件，按期销号率〔按期销号率〕；逾期未销号〔逾期件数〕件；"
        "共计扣〔扣分〕分。"
    ),
    "bulletin_demands": (
        "各责任单位要逐件明确责任人员和完成时间，按时限办结并送交回执；逾期事项的责任单位"
        "要向街道书面说明原因，在下一次例会上报告整改情况。"
    ),
}
"""Code of a template → the text that holds until the office says another."""

LEVEL_CODES: dict[SupervisionLevel, Literal["ordinary", "yellow", "red"]] = {
    SupervisionLevel.ORDINARY: "ordinary",
    SupervisionLevel.YELLOW: "yellow",
    SupervisionLevel.RED: "red",
}


def template_of(own: Mapping[str, str], code: str) -> str:
    """Return the template in force: the office's own, or the built-in one."""
    return own.get(code) or BUILT_IN[code]


def said_lines(own: Mapping[str, str], code: str, facts: Mapping[str, str]) -> tuple[str, ...]:
    """Return a template in force with its facts, one paragraph a line."""
    return tuple(line.strip() for line in said(own, code, facts).splitlines() if line.strip())


def said(own: Mapping[str, str], code: str, facts: Mapping[str, str]) -> str:
    """Return a template in force with its facts."""
    return filled(template_of(own, code), facts)
