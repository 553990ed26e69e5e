"""会议纪要: red head, number, title, what was agreed, who was there, imprint; no seal."""

from desktop.documents import page, parts
from desktop.documents.contents import AgreedItem, MinutesContents
from desktop.documents.dates import day
from desktop.documents.draw import About, Paper, Run
from desktop.documents.flow import Flow
from desktop.documents.fonts import Fonts
from desktop.documents.lines import Line
from desktop.documents.official_head import head
from desktop.documents.preflight import prepare
from desktop.documents.titles import title_lines

AGREED = "会议议定以下事项："


def build(
    contents: MinutesContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the minutes as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    about = About(
        title=contents.title, author=contents.organ, subject="会议纪要", keywords=contents.number
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror)
        _draw(paper, contents)
        return paper.finish()


def opening(contents: MinutesContents) -> str:
    """Return the first paragraph: as written, or from time, place and chair."""
    if contents.opening:
        return contents.opening
    chair = f"{contents.chair}" if contents.chair else ""
    place = f"在{contents.place}" if contents.place else ""
    held = f"{chair}{place}主持召开会议" if chair else f"{place}召开会议"
    when = day(contents.held_at)
    return f"{when}，{held}。现将会议议定事项纪要如下：" if when else f"{held}。"


def agreed_text(item: AgreedItem, index: int) -> str:
    """Return one agreed item as a paragraph: matter, units, person, date, result."""
    people = (
        ("牵头单位", item.lead_unit),
        ("协办单位", "、".join(item.assist_units)),
        ("责任人", item.person),
        ("完成时限", day(item.due)),
        ("成果形式", item.result),
        ("报送对象", item.report_to),
    )
    facts = "；".join(f"{name}：{text}" for name, text in people if text)
    matter = item.matter.rstrip("。；")
    code = f"（{item.code}）" if item.code else ""
    return f"{index}.{matter}。{f'（{facts}）' if facts else ''}{code}"


def attendance(contents: MinutesContents) -> list[tuple[str, str, str]]:
    """Return the heads of the lists of persons with the names and their field."""
    lists = (
        ("出席", contents.present, "present"),
        ("请假", contents.on_leave, "on_leave"),
        ("列席", contents.sitting_in, "sitting_in"),
        ("记录", (contents.recorder,) if contents.recorder else (), "recorder"),
    )
    return [(head, "、".join(names), field) for head, names, field in lists if names]


def mark(contents: MinutesContents) -> str:
    """Return the words of the red head."""
    return contents.mark or f"{contents.organ}会议纪要"


def _draw(paper: Paper, contents: MinutesContents) -> None:
    lines = title_lines(contents)
    place = "mark" if contents.mark else "organ"
    flow = Flow(paper, head(paper, mark(contents), contents.number, lines, place=place))
    flow.write(_body(flow, contents))
    _attendance(flow, contents)
    printed = bool(contents.printed_by or contents.printed_on)
    rows = parts.imprint_rows(paper, contents.copy_to, printed)
    if flow.room * page.PITCH < rows * page.IMPRINT_ROW:
        flow.new_page()
    parts.imprint(paper, contents.copy_to, contents.printed_by, contents.printed_on)
    flow.end_page()


def _body(flow: Flow, contents: MinutesContents) -> list[Line]:
    """Break all paragraphs into lines."""
    lines: list[Line] = []
    for text in opening(contents).split("\n"):
        lines += flow.set([(text, "fangsong")], place="opening")
    for number, paragraph in enumerate(contents.paragraphs, 1):
        place = f"paragraphs[{number}]"
        runs = parts.paragraph_runs(paragraph)
        pieces = runs[-1][0].split("\n")
        lines += flow.set([*runs[:-1], (pieces[0], runs[-1][1])], place=place)
        for text in pieces[1:]:
            lines += flow.set([(text, "fangsong")], place=place)
    if contents.agreed:
        heading = flow.set([(AGREED, "hei")])
        for line in heading:
            line.keeps = True
        lines += heading
    for number, item in enumerate(contents.agreed, 1):
        text = agreed_text(item, number)
        for part in text.split("\n"):
            lines += flow.set([(part, "fangsong")], place=f"agreed[{number}]")
    return lines


def _attendance(flow: Flow, contents: MinutesContents) -> None:
    """Write who was there; names go on below the first name."""
    lists = attendance(contents)
    if not lists:
        return
    if flow.room < 3:
        flow.new_page()
    flow.blank()
    for name, names, field in lists:
        runs: list[Run] = [(f"{name}：", "hei"), (names, "fangsong")]
        flow.write(flow.set(runs, hang=5 * page.CELL, place=field))
