"""督办通知 as a letter (信函格式): head, title, running text, signature, copies."""

from desktop.documents import page, parts
from desktop.documents.contents import NoticeContents
from desktop.documents.dates import moment
from desktop.documents.draw import Paper
from desktop.documents.flow import Flow, numbered
from desktop.documents.lines import Line
from desktop.documents.notice_fields import LEVELS


def draw(paper: Paper, contents: NoticeContents) -> None:
    """Draw the letter; long text goes on to a second page."""
    upper = parts.letter_head(paper, contents.organ)
    baseline = upper + 2.4 + 14.0 + page.ASCENT * page.BODY
    taken = paper.text(
        page.RIGHT, baseline, contents.number, align="right", pitch=page.CELL, place="number"
    )
    room = page.BLOCK_WIDTH - taken - page.CELL
    paper.text(page.LEFT, baseline, contents.urgency, "hei", place="urgency", room=room)
    lines = contents.title_lines or parts.break_title(title(contents))
    top = baseline + 0.12 * page.BODY + page.blank(2)
    below = parts.title(paper, lines, top, "subject")
    flow = Flow(paper, page.line_below(below + page.blank(1)), number_first=False)
    flow.write(flow.set([(f"{contents.addressee}：", "fangsong")], indent=0, place="addressee"))
    body: list[Line] = []
    for place, text in paragraphs(contents):
        for paragraph in text.split("\n"):
            body += flow.set([(paragraph, "fangsong")], place=place)
    copied = parts.imprint_lines(paper, contents.copy_to, printed=False)
    together = parts.SIGNED_LINES + copied
    # So many copies that they need a page of their own leave the signature with the text.
    flow.write(body, tail=together if together < page.LINES - 1 else parts.SIGNED_LINES)
    flow.blank(2)
    parts.signature(
        paper, contents.signatory or contents.organ, contents.issue_date, flow.next_line
    )
    if flow.room < parts.SIGNED_LINES - 2 + copied:
        flow.new_page()
    parts.imprint(paper, contents.copy_to, rules=False)
    flow.end_page()


def paragraphs(contents: NoticeContents) -> list[tuple[str, str]]:
    """Return the text of the letter from what the form says."""
    found = [("background", contents.background + contents.problem)]
    basis = contents.basis.rstrip("。")
    opening = f"依据{basis}，" if basis else ""
    found.append(("basis", f"{opening}决定予以{LEVELS[contents.level]}，现通知如下："))
    found += [("demands", demand) for demand in numbered(contents.demands)]
    limits = [
        f"请于{moment(contents.finish_by)}前办结" if contents.finish_by else "",
        f"于{moment(contents.report_by)}前反馈办理情况" if contents.report_by else "",
    ]
    sentence = "，".join(part for part in limits if part)
    if contents.contact:
        phone = f"，电话：{contents.contact_phone}" if contents.contact_phone else ""
        sentence += f"（联系人：{contents.contact}{phone}）"
    if sentence:
        found.append(("finish_by", sentence + "。"))
    found.append(("consequence", contents.consequence))
    return [(place, text) for place, text in found if text]


def title(contents: NoticeContents) -> str:
    """Return the title of the letter: 关于……的督办通知."""
    if contents.title_lines:
        return "".join(contents.title_lines)
    subject = contents.subject.removeprefix("关于").strip("。")
    ending = "" if subject.endswith(("通知", "督办通知单")) else "的督办通知"
    return f"关于{subject}{ending}"
