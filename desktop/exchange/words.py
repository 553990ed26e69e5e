"""The words of other systems for urgency, source, satisfaction, state and yes or no."""

from __future__ import annotations

from db.rules.terms import Satisfaction, Source, Urgency
from desktop.exchange.headers import loose

URGENCIES: dict[str, Urgency] = {
    "一般": Urgency.NORMAL,
    "普通": Urgency.NORMAL,
    "正常": Urgency.NORMAL,
    "不紧急": Urgency.NORMAL,
    "否": Urgency.NORMAL,
    "紧急": Urgency.URGENT,
    "加急": Urgency.URGENT,
    "急": Urgency.URGENT,
    "是": Urgency.URGENT,
    "重大": Urgency.MAJOR,
    "特急": Urgency.MAJOR,
    "特别紧急": Urgency.MAJOR,
    "重大紧急": Urgency.MAJOR,
}

SOURCES: dict[str, Source] = {
    "网格员上报": Source.GRID_REPORT,
    "网格上报": Source.GRID_REPORT,
    "巡检录入": Source.GRID_REPORT,
    "网格巡查": Source.GRID_REPORT,
    "人工录入": Source.MANUAL,
    "村社上报": Source.COMMUNITY_REPORT,
    "村社区上报": Source.COMMUNITY_REPORT,
    "社区上报": Source.COMMUNITY_REPORT,
    "12345转办": Source.HOTLINE_12345,
    "12345": Source.HOTLINE_12345,
    "12345热线": Source.HOTLINE_12345,
    "政务热线": Source.HOTLINE_12345,
    "110非警务联动": Source.POLICE_110,
    "110联动": Source.POLICE_110,
    "110": Source.POLICE_110,
    "群众来访来电": Source.VISIT_OR_CALL,
    "来访来电": Source.VISIT_OR_CALL,
    "群众来访": Source.VISIT_OR_CALL,
    "群众来电": Source.VISIT_OR_CALL,
    "视频巡查": Source.VIDEO,
    "ai告警": Source.VIDEO,
    "视频巡查或ai告警": Source.VIDEO,
    "部门流转": Source.DEPARTMENT,
    "部门转办": Source.DEPARTMENT,
    "上级交办": Source.SUPERIOR,
    "区级交办": Source.SUPERIOR,
    "领导批示": Source.LEADER,
    "领导交办": Source.LEADER,
    "媒体舆情": Source.MEDIA,
    "网络舆情": Source.MEDIA,
    "双随机检查": Source.RANDOM_INSPECTION,
    "双随机": Source.RANDOM_INSPECTION,
    "联合执法": Source.JOINT_ENFORCEMENT,
    "红色代办点": Source.PARTY_ERRAND,
    "红色代办": Source.PARTY_ERRAND,
}

SATISFACTIONS: dict[str, Satisfaction] = {
    "非常满意": Satisfaction.VERY_SATISFIED,
    "很满意": Satisfaction.VERY_SATISFIED,
    "满意": Satisfaction.SATISFIED,
    "基本满意": Satisfaction.FAIR,
    "一般": Satisfaction.FAIR,
    "不满意": Satisfaction.DISSATISFIED,
    "未接通": Satisfaction.UNREACHED,
    "无法接通": Satisfaction.UNREACHED,
    "未联系上": Satisfaction.UNREACHED,
}

FLAGS: dict[str, bool] = {
    **dict.fromkeys(("是", "y", "yes", "true", "1", "√", "✓", "✔", "有", "流转", "已流转"), True),
    **dict.fromkeys(
        ("否", "n", "no", "false", "0", "×", "无", "自办", "未流转", "网格自办"), False
    ),
}

CLOSED_WORDS = frozenset(
    {"已办结", "办结", "结案", "已结案", "完成", "已完成", "已归档", "归档", "待回访", "已评价",
     "已验证", "自办办结", "正常办结", "超期办结"}
)  # fmt: skip
"""States in which an export calls a case finished (domain.md §1.3, 70–80)."""


def urgency(text: str) -> Urgency | None:
    """Return the urgency that a word means, or None for an unknown one."""
    return URGENCIES.get(loose(text))


def source(text: str) -> Source:
    """Return the source that a word means; an unknown one counts as entered by hand."""
    return SOURCES.get(loose(text), Source.MANUAL)


def satisfaction(text: str) -> Satisfaction | None:
    """Return what the reporter said; an unknown or empty word is no answer."""
    return SATISFACTIONS.get(loose(text))


def flag(text: str) -> bool | None:
    """Return yes or no, or None for an unknown word."""
    return FLAGS.get(loose(text))


def means_closed(text: str) -> bool:
    """Say whether a state is a finished one."""
    return loose(text) in CLOSED_WORDS
