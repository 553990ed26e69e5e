"""Parts of a DOCX for which python-docx has no words: rules, page numbers, a table at the foot."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

RED = "ED0000"


def border(paragraph: Any, side: str, kind: str, eighths: str, space: str) -> None:
    """Draw a red rule above or below a paragraph; `space` is in points."""
    borders = OxmlElement("w:pBdr")
    rule = _element(side, val=kind, sz=eighths, space=space, color=RED)
    borders.append(rule)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:autoSpaceDE", "w:autoSpaceDN", "w:spacing", "w:ind", "w:jc"
    )


def page_field(paragraph: Any, size: float, face: str) -> None:
    """Add the number of the page, which the program that opens the file keeps right."""
    for element in (
        _element("fldChar", fldCharType="begin"),
        _words("instrText", " PAGE "),
        _element("fldChar", fldCharType="separate"),
        _words("t", "1"),
        _element("fldChar", fldCharType="end"),
    ):
        run = paragraph.add_run()
        run.font.size = Pt(size)
        run.font.name = face
        run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), face)
        run._r.append(element)


def at_foot(table: Any, top: int) -> None:
    """Let a table stand so far below the edge of its page, in twips, whatever comes before it."""
    place = _element(
        "tblpPr",
        leftFromText="0",
        rightFromText="0",
        vertAnchor="page",
        horzAnchor="margin",
        tblpX="1",
        tblpY=str(top),
    )
    properties = table._tbl.tblPr
    style = properties.find(qn("w:tblStyle"))
    properties.insert(0 if style is None else 1, place)


def cell_rules(row: Any, over: str, under: str) -> None:
    """Draw the rules above and below a row of 版记, in eighths of a point."""
    for cell in row._tr.tc_lst:
        borders = OxmlElement("w:tcBorders")
        for side, eighths in (("top", over), ("bottom", under)):
            borders.append(_element(side, val="single", sz=eighths, space="0", color="000000"))
        properties = cell.get_or_add_tcPr()
        properties.insert_element_before(borders, "w:shd", "w:noWrap", "w:tcMar", "w:vAlign")


def repeat_head(row: Any) -> None:
    """Repeat a row at the head of each page to which its table goes on."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def squeeze_marks(document: Any) -> None:
    """Let two marks of punctuation that meet take less room."""
    settings = document.settings.element
    for old in settings.findall(qn("w:characterSpacingControl")):
        settings.remove(old)
    control = _element("characterSpacingControl", val="compressPunctuation")
    # The schema fixes the order: it stands right before the parts named here.
    for name in ("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "rsids"):
        found = settings.find(qn(f"w:{name}"))
        if found is not None:
            found.addprevious(control)
            return
    settings.append(control)


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _words(name: str, text: str) -> Any:
    element = OxmlElement(f"w:{name}")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def pad_cells(table: Any, points: float) -> None:
    """Set the room between the rules of a table and its words, at the left and the right."""
    properties = table._tbl.tblPr
    margins = _element("tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(side, w=str(round(points * 20)), type="dxa"))
    # The schema wants it before the look of the table.
    look = properties.find(qn("w:tblLook"))
    place = len(properties) if look is None else properties.index(look)
    properties.insert(place, margins)
