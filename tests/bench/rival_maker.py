"""Make the same words as a page of PDF with another engine; run by the rivals' own interpreter.

Given an engine and a font, it reads the lines, warms up once, says the engine's version and then
the milliseconds of one paper for each line that it is told. It ends with its input.
"""

from __future__ import annotations

import html
import io
import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

Make = Callable[[], bytes]


def with_typst(lines: list[str], font: Path) -> Make:
    """Set with Typst; its fonts are read once and kept."""
    import typst

    fonts = typst.Fonts(font_paths=[str(font.parent)], include_system_fonts=False)
    words = "\n\n".join("#" + json.dumps(line, ensure_ascii=False) for line in lines)
    head = '#set page("a4", margin: 28mm)\n#set text(font: "Gongwen Song", size: 12pt)\n'
    source = (head + words).encode()
    return lambda: typst.compile(source, font_paths=fonts)


def with_weasyprint(lines: list[str], font: Path) -> Make:
    """Set with WeasyPrint from a page of HTML."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    known = FontConfiguration()
    style = weasyprint.CSS(
        string=f"@font-face{{font-family:Own;src:url(file://{font})}}"
        "@page{size:A4;margin:28mm} body{font:12pt Own}",
        font_config=known,
    )
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page = f'<html lang="zh-CN"><body>{body}</body></html>'
    return lambda: weasyprint.HTML(string=page).write_pdf(stylesheets=[style], font_config=known)


def with_fpdf2(lines: list[str], font: Path) -> Make:
    """Set with fpdf2, which reads and cuts the font for every file."""
    from fpdf import FPDF

    def make() -> bytes:
        pdf = FPDF()
        pdf.add_page()
        pdf.add_font("own", "", str(font))
        pdf.set_font("own", size=12)
        for line in lines:
            pdf.multi_cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
        return bytes(pdf.output())

    return make


def with_paragraphs(lines: list[str], font: Path) -> Make:
    """Set with ReportLab's own paragraphs, as most programs would."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("own", str(font)))
    style = ParagraphStyle("own", fontName="own", fontSize=12, leading=18, wordWrap="CJK")

    def make() -> bytes:
        buffer = io.BytesIO()
        story = [Paragraph(html.escape(line), style) for line in lines]
        SimpleDocTemplate(buffer, pagesize=A4).build(story)
        return buffer.getvalue()

    return make


ENGINES: dict[str, tuple[str, Callable[[list[str], Path], Make]]] = {
    "typst": ("typst", with_typst),
    "weasyprint": ("weasyprint", with_weasyprint),
    "fpdf2": ("fpdf2", with_fpdf2),
    "reportlab-paragraph": ("reportlab", with_paragraphs),
}


def main(engine: str, font: str) -> int:
    """Serve until the input ends; return 1 where the engine is not installed."""
    package, maker = ENGINES[engine]
    lines = json.loads(sys.stdin.readline())
    try:
        make = maker(lines, Path(font))
    except ImportError:
        return 1
    assert make().startswith(b"%PDF")
    print(version(package), flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        make()
        print((time.perf_counter() - begun) * 1000, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
