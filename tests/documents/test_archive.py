"""The archive copy: the kept file is in it whole, and it says of itself what PDF/A-2u asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from desktop.documents import case_list, notice
from desktop.documents.archive import archive_copy
from desktop.documents.contents import NoticeContents
from desktop.documents.errors import DocumentError
from desktop.documents.preview import page_images, page_texts


@pytest.fixture
def kept(fonts: Any, notice_contents: NoticeContents) -> bytes:
    """A notice whose subject would break a careless packet."""
    return notice.build(replace(notice_contents, organ="甲<乙>&丙指挥室"), fonts)


def test_the_kept_file_is_the_beginning_of_the_copy_and_looks_the_same(kept: bytes) -> None:
    copy = archive_copy(kept)
    assert copy.startswith(kept.rstrip(b"\n")) and len(copy) > len(kept)
    assert page_texts(copy) == page_texts(kept)
    assert [one.rgb for one in page_images(copy)] == [one.rgb for one in page_images(kept)]


def test_the_copy_says_what_it_is(kept: bytes) -> None:
    copy = archive_copy(kept)
    with pdfplumber.open(BytesIO(copy)) as document:
        catalog = document.doc.catalog
        info = document.metadata
        packet = resolve1(catalog["Metadata"]).get_data().decode()
        (intent,) = [resolve1(one) for one in catalog["OutputIntents"]]
        profile = resolve1(intent["DestOutputProfile"]).get_data()
        fonts = {one["fontname"] for page in document.pages for one in page.chars}
    assert catalog["Lang"] == b"zh-CN"
    assert intent["S"].name == "GTS_PDFA1" and profile[36:40] == b"acsp"
    told = "".join(ElementTree.fromstring(re.sub(r"<\?.*?\?>", "", packet)).itertext())
    for name in ("Title", "Author", "Subject", "Keywords"):
        assert info[name] and info[name] in told
    assert info["Author"] == "甲<乙>&丙指挥室"
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in packet
    assert all("+" in one and "Helvetica" not in one for one in fonts), "all faces are embedded"


def test_the_same_paper_gives_the_same_copy_and_a_list_has_one_too(
    kept: bytes, fonts: Any, list_contents: Any
) -> None:
    assert archive_copy(kept) == archive_copy(kept)
    data = case_list.build(list_contents, fonts)
    assert page_texts(archive_copy(data)) == page_texts(data)


def test_a_file_that_is_not_ours_is_refused() -> None:
    with pytest.raises(DocumentError, match="pdf_unreadable"):
        archive_copy(b"%PDF-1.7\nsomething else")
