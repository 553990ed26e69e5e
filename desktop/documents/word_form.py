"""A form of one table as DOCX."""

from docx.shared import Pt

from desktop.documents import form
from desktop.documents.contents import FormContents
from desktop.documents.word_file import WordFile


def build_form(contents: FormContents) -> bytes:
    """Return a form as DOCX; what is empty is left to be written by hand or on the screen."""
    word = WordFile(contents.title, contents.organ, contents.title)
    word.page_numbers()
    word.paragraph([(contents.title, "xbs")], size=22, align="centre", line=Pt(33), spread=4.0)
    left, right = contents.corners
    word.at_both_ends((left, "fangsong"), (right, "fangsong"), size=12)
    for fields in contents.rows:
        height = max(field.height for field in fields)
        cells = [(field.label, field.text, field.share) for field in fields]
        word.row(cells, height=height, size=form.SIZE)
        if fields[-1].signed:
            # What the row has beyond one line of text and one of signature stands between them.
            room = max(4.0, height / 25.4 * 72 - 4.2 * form.SIZE)
            word.sign_last(form.signature(fields[-1]), room, form.SIZE)
    for note in contents.notes:
        word.paragraph([(note, "fangsong")], size=10.5, align="left", line=None, before=4)
    return word.finish()
