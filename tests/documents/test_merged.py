"""A batch in one file: every paper as it is alone, each from its own page 1, on its own sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.documents import merged, notice, receipt
from desktop.documents.contents import NoticeContents, ReceiptContents
from desktop.documents.preview import page_count, page_images, page_texts


def test_every_page_is_drawn_as_in_a_file_of_its_own(
    fonts: Any, notice_contents: NoticeContents, receipt_contents: ReceiptContents
) -> None:
    other = replace(notice_contents, number="龙永督〔2026〕4号", subject="另一件事情")
    papers = [notice_contents, receipt_contents, other]
    data = merged.build(papers, fonts, "督办通知单")
    alone = [
        *page_images(notice.build(notice_contents, fonts)),
        *page_images(receipt.build(receipt_contents, fonts)),
        *page_images(notice.build(other, fonts)),
    ]
    assert [image.rgb for image in page_images(data)] == [image.rgb for image in alone]


def test_the_faces_are_in_the_file_once(fonts: Any, notice_contents: NoticeContents) -> None:
    one = len(merged.build([notice_contents], fonts, "督办通知单"))
    assert len(merged.build([notice_contents] * 20, fonts, "督办通知单")) < 3 * one


def test_two_sided_papers_each_begin_on_a_front(
    fonts: Any, notice_contents: NoticeContents, receipt_contents: ReceiptContents
) -> None:
    papers = [notice_contents, receipt_contents]
    first = page_count(notice.build(notice_contents, fonts))
    data = merged.build(papers, fonts, "督办通知单", two_sided=True)
    texts = page_texts(data)
    start = first + first % 2
    assert "回 执" in texts[start] and len(texts) == start + 1
    assert all(not text.strip() for text in texts[first:start])
