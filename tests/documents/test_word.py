"""The editable copies of the notice and the minutes."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

from desktop.documents import minutes, word
from desktop.documents.preview import page_texts


def text_of(content: bytes) -> str:
    """Return all text of a DOCX in reading order."""
    document = docx.Document(BytesIO(content))
    return "".join(node.text or "" for node in document.element.iter(qn("w:t")))


def test_the_copy_of_a_notice_has_all_its_rows(notice_contents):
    text = text_of(word.build_notice(notice_contents))
    for wanted in (
        notice_contents.number,
        notice_contents.subject,
        notice_contents.background,
        *notice_contents.demands,
        "2026年12月4日17:30",
        notice_contents.contact,
        "抄送",
    ):
        assert wanted in text


def test_the_copy_of_minutes_has_every_paragraph_and_name(minutes_contents):
    text = text_of(word.build_minutes(minutes_contents))
    for paragraph in minutes_contents.paragraphs:
        assert paragraph.heading + paragraph.text in text
    assert "、".join(minutes_contents.present) in text


def test_rare_characters_get_a_song_face_and_others_stay_fangsong(minutes_contents):
    document = docx.Document(BytesIO(word.build_minutes(minutes_contents)))
    faces = {}
    for run in document.element.iter(qn("w:r")):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        faces[text] = run.rPr.rFonts.get(qn("w:eastAsia"))
    assert faces["喆、王堃、张翀、赵龑、欧阳𬱖、𠮷川、郑𪚥、周鿍、冯䶮、褚㐀"[0]] == "宋体"
    assert faces["𬱖"] == "宋体"
    assert faces["出席："] == "黑体"


def test_margins_and_lines_are_those_of_the_printed_page(minutes_contents):
    document = docx.Document(BytesIO(word.build_minutes(minutes_contents)))
    section = document.sections[0]
    assert (round(section.left_margin.mm), round(section.top_margin.mm)) == (28, 37)
    body = next(one for one in document.paragraphs if one.text.startswith("会议指出"))
    assert body.paragraph_format.line_spacing.pt == 28.95
    assert body.paragraph_format.first_line_indent.pt == 32


def test_the_same_contents_give_the_same_copy(notice_contents):
    content = word.build_notice(notice_contents)
    assert word.build_notice(notice_contents) == content
    with ZipFile(BytesIO(content)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_a_label_of_five_characters_stays_on_one_line(notice_contents):
    document = docx.Document(BytesIO(word.build(notice_contents)))
    for table in document.tables:
        margins = table._tbl.tblPr.find(qn("w:tblCellMar"))
        padding = sum(int(side.get(qn("w:w"))) for side in margins) / 20
        label = next(run for run in table.cell(0, 0).paragraphs[0].runs if run.text)
        assert table.cell(0, 0).width.pt - padding >= 5 * label.font.size.pt


def test_the_heading_of_the_agreed_items_stays_with_the_first_of_them(minutes_contents):
    document = docx.Document(BytesIO(word.build_minutes(minutes_contents)))
    heading = next(one for one in document.paragraphs if one.text == minutes.AGREED)
    assert heading.paragraph_format.keep_with_next


def test_the_heading_of_the_agreed_items_ends_no_page(minutes_contents, fonts):
    plain = replace(minutes_contents, paragraphs=())
    for lines in range(1, 12):
        opening = "\n".join(["会议听取了情况汇报。"] * lines)
        data = minutes.build(replace(plain, opening=opening), fonts)
        for text in page_texts(data):
            _, found, below = text.partition(minutes.AGREED)
            assert not found or "1." in below
