"""The built-in texts of supervision notices; the office may say others (db/rules/notice_templates).

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


def said(own: Mapping[str, str], code: str, facts: Mapping[str, str]) -> str:
    """Return a template in force with its facts."""
    return filled(template_of(own, code), facts)
