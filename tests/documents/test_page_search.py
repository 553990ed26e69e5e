"""Words are found on printed pages: rare characters, over line ends, on lying pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pdfplumber
import pytest

from desktop.documents import case_list, notice
from desktop.documents.contents import CaseListContents, Column, NoticeContents
from desktop.documents.errors import DocumentError
from desktop.documents.fonts import Fonts
from desktop.documents.page_search import find_words, page_sizes
from desktop.documents.preview import page_image

DEMAND = (
    "立即办理，逐项明确责任人员和完成时间，办理结果书面反馈指挥室并抄送有关部门备查，逾期升级督办。"
)


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A notice that names a person outside the common characters."""
    due = datetime(2026, 12, 1, 17, 30)
    contents = NoticeContents(
        organ="街道综合信息指挥室",
        number="龙永督〔2026〕3号",
        issue_date=date(2026, 11, 28),
        addressee="司法所",
        subject="欧阳𬱖反映的装修噪声",
        demands=(DEMAND,),
        finish_by=due,
        report_by=due,
    )
    return notice.build(contents, Fonts(force_bundled=True))


def test_a_rare_name_is_found_where_its_letters_are_drawn(paper: bytes) -> None:
    (hit,) = find_words(paper, "欧阳𬱖")
    assert hit.page == 0 and len(hit.boxes) == 1
    left, top, right, bottom = hit.boxes[0]
    with pdfplumber.open(BytesIO(paper)) as pdf:
        drawn = [one for one in pdf.pages[0].chars if one["text"] in "欧阳𬱖"]
    assert left == pytest.approx(min(one["x0"] for one in drawn), abs=1)
    assert right == pytest.approx(max(one["x1"] for one in drawn), abs=1)
    assert all(top - 2 < (one["top"] + one["bottom"]) / 2 < bottom + 2 for one in drawn)
    assert find_words(paper, "𬱖") and not find_words(paper, "𬱗")


def test_words_are_found_over_the_end_of_a_line_and_with_blanks_between(paper: bytes) -> None:
    (hit,) = find_words(paper, DEMAND)
    assert len(hit.boxes) >= 2, "a box a line"
    assert find_words(paper, "欧阳 𬱖　反映") == find_words(paper, "欧阳𬱖反映")


def test_nothing_is_found_for_nothing(paper: bytes) -> None:
    assert find_words(paper, " 　") == ()
    assert find_words(paper, "没有这句话") == ()


def test_a_file_that_is_no_pdf_is_refused() -> None:
    with pytest.raises(DocumentError, match="pdf_unreadable"):
        find_words(b"not a file", "督办")


def test_a_mark_lies_over_ink_on_a_lying_page(ink: Callable[..., bool]) -> None:
    rows = tuple((str(nth), f"𠮷野家第{nth}件") for nth in range(60))
    contents = CaseListContents(
        title="清单",
        columns=(Column("序号", 1), Column("名称", 3)),
        rows=rows,
        organ="街道",
    )
    data = case_list.build(contents, Fonts(force_bundled=True))
    assert page_sizes(data)[0] == pytest.approx((841.89, 595.28), abs=0.01)
    hits = find_words(data, "𠮷野家第47件")
    assert len(hits) == 1 and hits[0].page > 0
    (left, top, right, bottom) = hits[0].boxes[0]
    assert ink(page_image(data, hits[0].page + 1, 72.0), left, top, right, bottom)
    assert not ink(page_image(data, hits[0].page + 1, 72.0), 2, 2, 20, 20)


@pytest.fixture
def ink() -> Callable[..., bool]:
    """Tell whether a part of a picture of 72 dots an inch is not white everywhere."""

    def is_dark(image: object, left: float, top: float, right: float, bottom: float) -> bool:
        width, rgb = image.width, image.rgb  # type: ignore[attr-defined]
        return any(
            rgb[3 * (row * width + column)] < 128
            for row in range(round(top), round(bottom))
            for column in range(round(left), round(right))
        )

    return is_dark
