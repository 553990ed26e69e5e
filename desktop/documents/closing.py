"""The end of a paper with a seal: 附件 named, signature with room for the seal, 附注."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents import page, parts
from desktop.documents.flow import Flow
from desktop.documents.lines import Line

SEAL_BELOW = 73.3  # points from the top of the line of 署名 to the foot of the seal of 42 mm
BLANKS = 2  # lines above 署名; the last way to find room takes one of them
SIGNING = BLANKS + 2  # lines: the blank ones, 署名, date
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

    Before it goes to a page of its own the lines of its page draw nearer, as far as the standard's
    "特定情况可以作适当调整" lets them (GB/T 9704-2012 5.2.3, documents.md §8).

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
    end = _End(extra, bool(remark), imprint)
    blanks = BLANKS
    last = flow.last_page_of(body)
    text_ends = page.LEFT + max(
        (line.indent + line.length for line in (*body, *attachments)[-1:]), default=0.0
    )
    is_free = text_ends <= parts.seal_left(flow.paper, signatory, issued)
    ways = _WAYS if is_free else _WAYS[:1]
    fitted = None if kept != extra else _fitted(flow, len(body) - last, last > 0, end, ways)
    if fitted is None:
        flow.write(body, tail=kept + closing)
    else:
        if last:
            flow.write(body[:last])
            flow.new_page()
        pitch, blanks = fitted
        flow.tighten(pitch)
        flow.write(body[last:])
    if attachments:
        flow.blank()
        flow.write(attachments, tail=0 if fitted else closing)
    flow.blank(blanks)
    sealed = flow.top(flow.next_line) + SEAL_BELOW
    name, issued_on = flow.baseline(flow.next_line), flow.baseline(flow.next_line + 1)
    parts.signature(flow.paper, signatory, issued, (name, issued_on))
    flow.next_line += 2
    if remark:
        flow.write(flow.set([(f"（{remark}）", "fangsong")], place="remark"))
    if max(sealed, flow.top(flow.next_line)) + imprint > GRID_END:
        flow.new_page()


@dataclass(frozen=True)
class _End:
    """What must find room below the text: lines of 附件, a 附注, the imprint in points."""

    attached: int
    has_remark: bool
    imprint: float

    def foot(self, top: float, lines: int, pitch: float, blanks: int) -> float:
        """Return where a page ends whose text of so many lines begins at this height."""
        signed = top + (lines + self.attached + blanks) * pitch
        written = signed + (2 + self.has_remark) * pitch
        return max(signed + SEAL_BELOW, written) + self.imprint


_WAYS = ((page.TIGHTEST, BLANKS), (page.TIGHTEST, BLANKS - 1))
"""Pitch and blank lines, in the order in which they are tried. With a blank line fewer the seal
reaches up beside the last line of the text, which must end before it."""


def _fitted(
    flow: Flow, lines: int, on_new_page: bool, end: _End, ways: Sequence[tuple[float, int]]
) -> tuple[float, int] | None:
    """Return the way by which the end fits below the last page of the text.

    None where it fits as it is, or only with the last lines of the text on another page.
    """
    top = page.TOP if on_new_page else flow.top(flow.next_line)
    if not lines or end.foot(top, lines, page.PITCH, BLANKS) <= GRID_END:
        return None
    for pitch, blanks in ways:
        if end.foot(top, lines, pitch, blanks) <= GRID_END:
            return pitch, blanks
    return None
