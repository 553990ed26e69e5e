"""The end of a paper with a seal: 附件 named, signature with room for the seal, 附注."""

import math
from collections.abc import Sequence
from datetime import date

from desktop.documents import page, parts
from desktop.documents.flow import Flow
from desktop.documents.lines import Line

SEAL_BELOW = 73.3  # points from the top of the line of 署名 to the foot of the seal of 42 mm
SIGNING = 4  # lines: two blank ones, 署名, date
MOST_KEPT = 14  # lines of 附件 that still go along with the signature
MOST_BEFORE = 3  # lines of text that stay possible above a signature
GRID_END = page.TOP + page.LINES * page.PITCH + 0.01  # where a line after the last one began
ATTACHED = "附件："


def attached(flow: Flow, names: Sequence[str]) -> list[Line]:
    """Break the names of 附件; each goes on below its own first character."""
    found: list[Line] = []
    for number, name in enumerate(names, 1):
        words = ATTACHED if number == 1 else "　" * len(ATTACHED)
        ordinal = f"{number}." if len(names) > 1 else ""
        width = flow.paper.width(ordinal, "fangsong", page.BODY)
        hang = (2 + len(ATTACHED)) * page.CELL + width
        found += flow.set([(f"{words}{ordinal}{name.rstrip('。；')}", "fangsong")], hang=hang)
    return found


def write(
    flow: Flow,
    body: Sequence[Line],
    attachments: Sequence[Line],
    signatory: str,
    issued: date | None,
    remark: str,
    imprint: float,
) -> None:
    """Write the text and its end; the signature takes the last lines of text along.

    `imprint` is the height in points that must stay free at the foot of the last page.
    """
    extra = 1 + len(attachments) if attachments else 0
    below = max(2 * page.PITCH + (page.PITCH if remark else 0.0), SEAL_BELOW) - 2 * page.PITCH
    foot = math.ceil((below + imprint) / page.PITCH)
    if SIGNING + foot > page.LINES - MOST_BEFORE:
        # So many copies that they need a page of their own leave the signature with the text.
        foot = math.ceil(below / page.PITCH)
    closing = SIGNING + foot
    kept = extra if extra <= MOST_KEPT else 0
    flow.write(body, tail=kept + closing)
    if attachments:
        flow.blank()
        flow.write(attachments, tail=closing)
    flow.blank(2)
    sealed = page.TOP + flow.next_line * page.PITCH + SEAL_BELOW
    parts.signature(flow.paper, signatory, issued, flow.next_line)
    flow.next_line += 2
    if remark:
        flow.write(flow.set([(f"（{remark}）", "fangsong")], place="remark"))
    if max(sealed, page.TOP + flow.next_line * page.PITCH) + imprint > GRID_END:
        flow.new_page()
