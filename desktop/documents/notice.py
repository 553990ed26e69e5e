"""督办通知单: the table form that is filed, and the one-page letter."""

import math

from desktop.documents import page, parts
from desktop.documents.clean import clean
from desktop.documents.contents import NoticeContents
from desktop.documents.dates import day, moment
from desktop.documents.draw import About, Paper
from desktop.documents.flow import Flow, numbered
from desktop.documents.fonts import Fonts
from desktop.documents.grid import THIN, Grid, GridRow, label, value
from desktop.documents.lines import Line

LEVELS = {"ordinary": "普通督办", "yellow": "黄牌督办", "red": "红牌督办"}
SIZES = (12.0, 11.0, 10.5)
PADDING = 2.5
LEADING = 1.3
SIGNING_ROWS = 7
SIGNING = 0.46  # of the width, for who drafted, checked and signed
SEAL_ROOM = 43 * page.MM  # the seal of a street is 42 mm wide
LEAST_ROW = 20.0


def build(
    contents: NoticeContents,
    fonts: Fonts,
    *,
    letter: bool = False,
    draft: bool = False,
    mirror: bool = False,
) -> bytes:
    """Return the notice as a PDF: the table form, or the letter."""
    contents = clean(contents)
    about = About(
        title=_title(contents),
        author=contents.organ,
        subject="督办通知单",
        keywords=" ".join((contents.number, *contents.case_numbers)).strip(),
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror)
        (_draw_letter if letter else _draw_form)(paper, contents)
        return paper.finish()


# ------------------------------------------------------------------ the form


def _draw_form(paper: Paper, contents: NoticeContents) -> None:
    top = _form_head(paper, contents)
    size = _fitting_size(paper, contents, top)
    grid = _grid(paper, size)
    grid.turn = lambda: _next_page(paper)
    at = grid.draw(_rows(contents, size), top)
    last = _last_rows(contents, size)
    signing = _signing_height(size)
    if at + signing + grid.height(last) > page.BOTTOM:
        at = _next_page(paper)
    _signing(paper, contents, at, size)
    grid.draw(last, at + signing)
    if paper.number > 1:
        paper.page_number()


def _next_page(paper: Paper) -> float:
    paper.page_number()
    paper.new_page()
    return page.TOP


def _grid(paper: Paper, size: float, left: float = 0.0, width: float = 1.0) -> Grid:
    """Return a table of the form; left and width are shares of the text block."""
    return Grid(
        paper,
        page.LEFT + left * page.BLOCK_WIDTH,
        width * page.BLOCK_WIDTH,
        size,
        page.BOTTOM,
        padding=PADDING,
        leading=LEADING,
        frame=THIN,
    )


def _fitting_size(paper: Paper, contents: NoticeContents, top: float) -> float:
    """Return the largest type with which the form fits on one page."""
    for size in SIZES:
        rows = [*_rows(contents, size), *_last_rows(contents, size)]
        if top + _grid(paper, size).height(rows) + _signing_height(size) <= page.BOTTOM:
            return size
    return SIZES[0]


def _form_head(paper: Paper, contents: NoticeContents) -> float:
    """Draw the red head and the name of the form; return where the table begins."""
    size = min(28.0, parts.head_size(contents.organ))
    middle = page.LEFT + page.BLOCK_WIDTH / 2
    baseline = page.TOP + parts.HEAD_INK * size
    paper.text(
        middle,
        baseline,
        contents.organ,
        "xbs",
        size,
        align="centre",
        colour=page.RED,
        place="organ",
    )
    rule = baseline + parts.HEAD_DEPTH * size + 3.5 * page.MM
    paper.rule(page.LEFT, page.RIGHT, rule, 0.7 * page.MM, page.RED)
    name = rule + 4 * page.MM + page.ASCENT * page.TITLE
    paper.text(middle, name, "督办通知单", "xbs", page.TITLE, align="centre", pitch=26.0)
    _level_chip(paper, contents, name)
    return name + 0.12 * page.TITLE + 3 * page.MM


def _level_chip(paper: Paper, contents: NoticeContents, baseline: float) -> None:
    """Mark a yellow or red card beside the name of the form."""
    if contents.level == "ordinary":
        return
    fill, ink = (page.YELLOW, page.BLACK) if contents.level == "yellow" else (page.RED, page.WHITE)
    width, height = 66.0, 22.0
    left = page.RIGHT - width
    top = baseline - 0.38 * page.TITLE - height / 2
    paper.chip(left, top, width, height, fill)
    middle = top + height / 2 + 0.38 * page.SMALL
    words = LEVELS[contents.level]
    paper.text(left + width / 2, middle, words, "hei", page.SMALL, align="centre", colour=ink)


def _rows(contents: NoticeContents, size: float) -> list[GridRow]:
    """Return the rows above the signatures."""
    level = LEVELS[contents.level]
    cases = "、".join(contents.case_numbers)
    assist = "、".join(contents.assist_units)
    return [
        _row(
            size,
            ("编号", contents.number, "number", 0.23),
            ("签发日期", day(contents.issue_date), "issue_date", 0.20),
            ("份数", _copies(contents), "copies", 0.0),
        ),
        _row(
            size,
            ("被督办单位", contents.addressee, "addressee", 0.29),
            ("站所负责人", contents.head, "head", 0.12),
            ("联系电话", contents.phone, "phone", 0.0),
        ),
        _row(
            size,
            ("督办级别", level, "level", 0.21),
            ("督办方式", contents.means, "means", 0.22),
            ("紧急程度", contents.urgency or "一般", "urgency", 0.0),
        ),
        _row(size, ("督办事项", contents.subject, "subject", 0.0)),
        _row(
            size,
            ("关联事件", cases, "case_numbers", 0.53),
            ("事项代码", contents.item_code, "item_code", 0.0),
        ),
        _row(size, ("事件来源与\n基本情况", contents.background, "background", 0.0)),
        _row(size, ("前期办理及\n超期情况", _previous(contents), "previous_note", 0.0)),
        _row(size, ("存在问题", contents.problem, "problem", 0.0)),
        _row(size, ("督办依据", contents.basis, "basis", 0.0)),
        _row(size, ("办理要求", "\n".join(numbered(contents.demands)), "demands", 0.0)),
        _row(
            size,
            ("牵头单位", contents.lead_unit, "lead_unit", 0.30),
            ("协办单位", assist, "assist_units", 0.0),
        ),
        _row(
            size,
            ("办结时限", moment(contents.finish_by), "finish_by", 0.235),
            ("反馈时限", moment(contents.report_by), "report_by", 0.235),
            ("反馈方式", contents.report_means, "report_means", 0.0),
        ),
        _row(size, ("逾期后果", contents.consequence, "consequence", 0.0)),
    ]


def _last_rows(contents: NoticeContents, size: float) -> list[GridRow]:
    """Return the rows below the signatures."""
    return [
        _row(size, ("抄送", "，".join(contents.copy_to), "copy_to", 0.0)),
    ]


def _signing_height(size: float) -> float:
    """Return the height of the block of signatures: room for the seal, or more."""
    return max(SEAL_ROOM, SIGNING_ROWS * (size * LEADING + 2 * PADDING))


def _signing(paper: Paper, contents: NoticeContents, top: float, size: float) -> None:
    """Draw who drafted, checked and signed; at the right 署名 and date with room for the seal."""
    people = (
        ("拟办人", contents.drafter, "drafter"),
        ("审核人", contents.checker, "checker"),
        ("签发人", contents.signer, "signer"),
        ("督办联系人", contents.contact, "contact"),
        ("联系电话", contents.contact_phone, "contact_phone"),
        ("送达签收人", "", ""),
        ("签收时间", "    年   月   日   时   分", ""),
    )
    height = _signing_height(size)
    least = height / SIGNING_ROWS
    share = _label_share(5, size)
    rows = [
        GridRow((label(name, share), value(text, SIGNING - share, place=place)), least)
        for name, text, place in people
    ]
    _grid(paper, size, 0.0, SIGNING).draw(rows, top)
    seal = GridRow((value(""),), height)
    _grid(paper, size, SIGNING, 1 - SIGNING).draw([seal], top)
    middle = page.LEFT + page.BLOCK_WIDTH * (1 + SIGNING) / 2
    name = contents.signatory or contents.organ
    words = day(contents.issue_date) or "年    月    日"
    first = top + height / 2 - size * 0.6
    paper.text(middle, first, name, size=size, align="centre", place="signatory")
    paper.text(middle, first + size * 1.8, words, size=size, align="centre")


def _copies(contents: NoticeContents) -> str:
    if contents.copies is None:
        return "共  份 第  份"
    number = contents.copy_number if contents.copy_number is not None else "  "
    return f"共{contents.copies}份 第{number}份"


def _previous(contents: NoticeContents) -> str:
    """Write the row of earlier handling; what is not known is left blank."""
    late = contents.overdue_working_days
    facts = (
        f"交办时间：{moment(contents.assigned_at) or '—'}",
        f"原办结期限：{moment(contents.due) or '—'}",
        f"已超期：{'—' if late is None else f'{late}个工作日'}",
        f"催办次数：{'—' if contents.reminders is None else f'{contents.reminders}次'}",
    )
    lines = ["；".join(facts) + "。"]
    if contents.previous_note:
        lines.append(contents.previous_note)
    return "\n".join(lines)


def _row(size: float, *fields: tuple[str, str, str, float]) -> GridRow:
    """Return a row of labels and texts; a share of 0 takes what is left of the width."""
    first = _label_share(5, size)
    labels = [first, *(_label_share(len(name), size) for name, _, _, _ in fields[1:])]
    rest = 1 - sum(labels) - sum(share for _, _, _, share in fields)
    cells = []
    for (name, text, place, share), width in zip(fields, labels, strict=True):
        cells += [label(name, width), value(text, share or rest, place=place)]
    return GridRow(tuple(cells), LEAST_ROW)


def _label_share(characters: int, size: float) -> float:
    """Return which share of the width a label of so many characters takes."""
    return (characters * size + 2 * PADDING + 2) / page.BLOCK_WIDTH


# ------------------------------------------------------------------ the letter


def _draw_letter(paper: Paper, contents: NoticeContents) -> None:
    upper = parts.letter_head(paper, contents.organ)
    baseline = upper + 2.4 + 14.0 + page.ASCENT * page.BODY
    if contents.urgency:
        paper.text(page.LEFT, baseline, contents.urgency, "hei", place="urgency")
    paper.text(
        page.RIGHT, baseline, contents.number, align="right", pitch=page.CELL, place="number"
    )
    lines = contents.title_lines or parts.break_title(_title(contents))
    top = baseline + 0.12 * page.BODY + 2 * page.PITCH - (page.PITCH - page.BODY)
    below = parts.title(paper, lines, top, "subject")
    flow = Flow(paper, page.line_below(below + page.PITCH * 0.8), number_first=False)
    flow.write(flow.set([(f"{contents.addressee}：", "fangsong")], indent=0, place="addressee"))
    body: list[Line] = []
    for place, text in _letter_paragraphs(contents):
        for paragraph in text.split("\n"):
            body += flow.set([(paragraph, "fangsong")], place=place)
    rows = parts.imprint_rows(paper, contents.copy_to, printed=False)
    flow.write(body, tail=4 + math.ceil(rows * page.IMPRINT_ROW / page.PITCH))
    flow.blank(2)
    parts.signature(
        paper, contents.signatory or contents.organ, contents.issue_date, flow.next_line
    )
    parts.imprint(paper, contents.copy_to, rules=False)
    flow.end_page()


def _letter_paragraphs(contents: NoticeContents) -> list[tuple[str, str]]:
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


def _title(contents: NoticeContents) -> str:
    """Return the title of the letter: 关于……的督办通知."""
    if contents.title_lines:
        return "".join(contents.title_lines)
    subject = contents.subject.removeprefix("关于").strip("。")
    ending = "" if subject.endswith(("通知", "督办通知单")) else "的督办通知"
    return f"关于{subject}{ending}"
