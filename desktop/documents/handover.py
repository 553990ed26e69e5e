"""交接班记录: what one shift tells the next, with both signatures, on a landscape sheet."""

from desktop.documents import case_list
from desktop.documents.contents import CaseListContents, Column, HandoverContents
from desktop.documents.dates import day, stamp
from desktop.documents.fonts import Fonts
from desktop.documents.preflight import prepare

COLUMNS = (
    Column("序号", 0.06, "centre"),
    Column("事件编号", 0.17, "centre"),
    Column("事件", 0.24),
    Column("嘱咐", 0.27),
    Column("接班后办理", 0.26),
)


def build(
    contents: HandoverContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the record as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    return case_list.build(as_list(contents), fonts, draft=draft, mirror=mirror)


def title_of(contents: HandoverContents) -> str:
    """Return what the record is called."""
    return f"交接班记录（{day(contents.began_on)}{contents.shift}）"


def as_list(contents: HandoverContents) -> CaseListContents:
    """Return the record as a list of the named matters with the rest below it."""
    counts = "、".join(f"{name}{count}件" for name, count in contents.counts)
    taken = f"{stamp(contents.taken_at)} 签字" if contents.taken_at else "未签字"
    return CaseListContents(
        title=title_of(contents),
        organ=contents.organ,
        subtitle=f"交班时间：{stamp(contents.given_at)}",
        columns=COLUMNS,
        rows=tuple(
            (str(nth), one.number, one.title, one.remark, one.settled)
            for nth, one in enumerate(contents.matters, start=1)
        ),
        notes=(
            f"交班时：{counts}。",
            f"本班情况：{contents.note or '无'}",
            f"交班人：{contents.giver}（{stamp(contents.given_at)} 签字）",
            f"接班人：{contents.taker}（{taken}）",
        ),
    )
