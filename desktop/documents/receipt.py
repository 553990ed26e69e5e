"""督办回执: the slip on which the unit answers a notice, with a QR code of its number."""

from desktop.documents import page, parts
from desktop.documents.contents import Outcome, ReceiptContents
from desktop.documents.dates import day, moment
from desktop.documents.draw import About, Paper
from desktop.documents.fonts import Fonts
from desktop.documents.grid import THIN, Grid, GridRow, label, value
from desktop.documents.preflight import prepare

SIZE = 12.0
LABEL = 0.19
QR_SIDE = 20 * page.MM
WRITE_HERE = "　" * 6
BLANK_DATE = "    年   月   日"
OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("closed", "已办结"),
    ("handling", "正在办理"),
    ("extension", "需延期"),
    ("coordination", "需协调"),
)


def build(
    contents: ReceiptContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the slip as a PDF; what is not known is left to be written by hand."""
    contents = prepare(contents, fonts, draft=draft)
    about = About(
        title=f"督办回执 {contents.notice_number}".strip(),
        author=contents.organ,
        subject="督办回执",
        keywords=contents.notice_number,
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror)
        draw(paper, contents)
        return paper.finish()


def draw(paper: Paper, contents: ReceiptContents) -> None:
    """Draw the slip from the top of the page on."""
    top = _head(paper, contents)
    grid = Grid(
        paper,
        page.LEFT,
        page.BLOCK_WIDTH,
        SIZE,
        page.BOTTOM,
        turn=lambda: _next_page(paper),
        frame=THIN,
    )
    grid.draw(rows(contents), top)
    if paper.number > 1:
        paper.page_number()


def _next_page(paper: Paper) -> float:
    paper.page_number()
    paper.new_page()
    return page.TOP


def _head(paper: Paper, contents: ReceiptContents) -> float:
    """Draw the line to tear along, the name of the slip and the code; return where to go on."""
    paper.dashes(page.LEFT + 18, page.RIGHT, 24 * page.MM)
    paper.text(page.LEFT, 24 * page.MM + 0.38 * SIZE, "✂", "song", SIZE)
    middle = page.LEFT + page.BLOCK_WIDTH / 2
    baseline = 34 * page.MM + page.ASCENT * page.TITLE
    paper.text(middle, baseline, "督办回执", "xbs", page.TITLE, align="centre", pitch=26.0)
    code = f"{contents.notice_number} {contents.check_code}".strip()
    parts.qr_code(paper, code, page.RIGHT - QR_SIDE, 28 * page.MM, QR_SIDE, "notice_number")
    below = 28 * page.MM + QR_SIDE + 3 * page.MM
    check = f"校验码：{contents.check_code}"
    left = page.RIGHT - QR_SIDE - 4 * page.MM
    baseline = below - 0.12 * SIZE - 3 * page.MM
    taken = paper.text(left, baseline, check, size=10.5, align="right", place="check_code")
    room = left - taken - SIZE - page.LEFT
    paper.text(page.LEFT, baseline, f"致：{contents.organ}", size=SIZE, place="organ", room=room)
    return below


def rows(contents: ReceiptContents) -> list[GridRow]:
    """Return the rows of the slip, labels and texts in turn."""
    chosen = "    ".join(
        f"{'■' if code == contents.outcome else '□'}{name}" for code, name in OUTCOMES
    )
    attachments = "\n".join(contents.attachments)
    signed = (
        f"（盖章）\n签字：{contents.unit_head or WRITE_HERE}\n"
        f"{day(contents.signed_on) or BLANK_DATE}"
    )
    verified = (
        f"{contents.verification}\n核查人：{contents.verifier or WRITE_HERE}\n"
        f"{day(contents.verified_on) or BLANK_DATE}"
    )
    struck = {True: "■是    □否", False: "□是    ■否", None: "□是    □否"}
    return [
        _two(
            "原督办编号",
            contents.notice_number,
            "notice_number",
            "反馈时限",
            moment(contents.report_by),
            "report_by",
        ),
        _wide("督办事项", contents.subject, "subject", 28),
        _two(
            "回复单位",
            contents.addressee,
            "addressee",
            "收到时间",
            moment(contents.received_at) or BLANK_DATE,
            "received_at",
        ),
        _three(contents),
        _wide("办理过程\n与措施", contents.process, "process", 118, top=True),
        _wide("办理结果", chosen, "outcome", 28),
        _wide("未办结原因及\n预计完成时间", _unfinished(contents), "unfinished_reason", 56),
        _wide("群众反馈\n及满意度", contents.feedback, "feedback", 40),
        _wide("附件清单\n（前后照片）", attachments, "attachments", 40),
        GridRow(
            (
                label("单位负责人\n意见", LABEL),
                value(signed, 1 - LABEL, align="right", place="unit_head"),
            ),
            76,
            whole=True,
        ),
        GridRow(
            (
                label("指挥室\n核查意见", LABEL),
                value(verified, 1 - LABEL, align="right", place="verification"),
            ),
            76,
            whole=True,
        ),
        _wide("是否销号", struck[contents.struck_off], "struck_off", 28),
    ]


def _unfinished(contents: ReceiptContents) -> str:
    expected = moment(contents.expected_by) or BLANK_DATE
    return f"{contents.unfinished_reason}\n预计完成时间：{expected}"


def _wide(name: str, text: str, place: str, least: float, *, top: bool = False) -> GridRow:
    return GridRow((label(name, LABEL), value(text, 1 - LABEL, top=top, place=place)), least)


def _two(name: str, text: str, place: str, second: str, other: str, other_place: str) -> GridRow:
    cells = (
        label(name, LABEL),
        value(text, 0.34, place=place),
        label(second, 0.15),
        value(other, 0.85 - LABEL - 0.34, place=other_place),
    )
    return GridRow(cells, 28)


def _three(contents: ReceiptContents) -> GridRow:
    cells = (
        label("承办人", LABEL),
        value(contents.handler, 0.17, place="handler"),
        label("负责人", 0.12),
        value(contents.head, 0.17, place="head"),
        label("电话", 0.1),
        value(contents.phone, 0.44 - LABEL, place="phone"),
    )
    return GridRow(cells, 28)
