"""Pictures of pages for the screen."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image

from desktop.documents import case_list, notice
from desktop.documents.errors import DocumentError
from desktop.documents.preview import page_count, page_image, page_images, page_png, page_texts


def test_a_page_becomes_a_picture_of_its_size(fonts, notice_contents):
    pdf = notice.build(notice_contents, fonts)
    image = page_image(pdf, 1, 72)
    assert (image.width, image.height) == (596, 842)
    assert len(image.rgb) == 3 * image.width * image.height
    assert image.rgb[:3] == b"\xff\xff\xff"
    assert b"\xed\x00\x00" in image.rgb  # the red of the head


def test_a_list_is_shown_upright(fonts, list_contents):
    images = page_images(case_list.build(list_contents, fonts), 50)
    assert len(images) == page_count(case_list.build(list_contents, fonts))
    assert all(image.width > image.height for image in images)


def test_a_picture_can_be_had_as_png(fonts, notice_contents):
    png = page_png(notice.build(notice_contents, fonts), 1, 72)
    assert Image.open(BytesIO(png)).size == (596, 842)


def test_pages_are_read_and_counted_by_several_threads_at_once(fonts, list_contents):
    pdf = case_list.build(list_contents, fonts)
    with ThreadPoolExecutor(4) as threads:
        texts = [threads.submit(page_texts, pdf) for _ in range(50)]
        counts = [threads.submit(page_count, pdf) for _ in range(50)]
    assert {one.result() for one in texts} == {page_texts(pdf)}
    assert {one.result() for one in counts} == {page_count(pdf)}


def test_what_is_no_pdf_is_refused():
    with pytest.raises(DocumentError) as refused:
        page_count(b"no pdf")
    assert refused.value.code == "pdf_unreadable"
