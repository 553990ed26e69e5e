"""How Chinese text is broken into lines."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.lines import (
    CLOSING,
    GLUE,
    LONGEST_WORD,
    OPENING,
    Line,
    break_lines,
    make_cells,
    may_break,
)
from desktop.documents.page import BLOCK_WIDTH, CELL

IDEOGRAPHS = "督办事项街道综合信息指挥室村社区网格员受理交办反馈"
MARKS = "，。、；：？！“”‘’（）《》〔〕—…·"
# Written out by hand from GB/T 15834, not taken from the code.
NOT_FIRST = frozenset("》〉）〕】」』〗”’，。、；：？！—…·％℃‰/%,.;:?!)]}>～°")
NOT_LAST = frozenset("（〔《〈【「『〖“‘￥№$([{<")
A_WORD = st.sampled_from(("YZ-2026", "86.2%", "12345", "——", "……", "yfjd@example.org", "a b"))
A_TEXT = st.lists(
    st.sampled_from(IDEOGRAPHS)
    | st.sampled_from(MARKS + "%/(),.~ ￥№" + GLUE + "𬱖𪚥")
    | st.text("0123456789abcXYZ", min_size=1, max_size=30)
    | A_WORD,
    max_size=150,
).map("".join)


def lines_of(text: str, width: float = BLOCK_WIDTH, indent: float = 0.0) -> list[Line]:
    """Break a text; letters and digits are half a cell wide."""
    return break_lines(make_cells(text, "fangsong", CELL, lambda _: CELL / 2), width, indent)


def random_paragraph(dice: random.Random) -> str:
    """Return some hundred characters with many marks, numbers and words."""
    words = (
        lambda: dice.choice(IDEOGRAPHS),
        lambda: dice.choice(IDEOGRAPHS),
        lambda: dice.choice(MARKS),
        lambda: str(dice.randint(1, 99999)),
        lambda: dice.choice(("YZ-2026", "86.2%", "12345", "——", "……")),
    )
    weights = (10, 10, 5, 1, 1)
    return "".join(word() for word in dice.choices(words, weights, k=dice.randint(30, 250)))


@pytest.fixture(scope="module")
def paragraphs() -> list[tuple[str, list[Line]]]:
    """Return 2,000 random paragraphs with their lines."""
    dice = random.Random(20261124)
    texts = [random_paragraph(dice) for _ in range(2000)]
    return [(text, lines_of(text, indent=2 * CELL)) for text in texts]


def test_a_full_line_has_28_characters():
    lines = lines_of("督" * 60)
    assert [len(line.cells) for line in lines] == [28, 28, 4]
    assert lines[0].advances == [CELL] * 28


def test_no_character_is_lost_or_doubled(paragraphs):
    for text, lines in paragraphs:
        assert "".join(line.text for line in lines) == text


def test_no_line_begins_with_a_mark_that_closes(paragraphs):
    starts = [line.cells[0].text for _, lines in paragraphs for line in lines[1:]]
    assert len(starts) > 8000
    assert [start for start in starts if start in NOT_FIRST] == []


def test_no_line_ends_with_a_mark_that_opens(paragraphs):
    ends = [line.cells[-1].text for _, lines in paragraphs for line in lines[:-1]]
    assert [end for end in ends if end in NOT_LAST] == []


def test_every_line_fills_its_room_and_none_leaves_it(paragraphs):
    for _, lines in paragraphs:
        for line in lines:
            assert line.length <= line.width + 0.001
            if not line.last:
                assert line.length == pytest.approx(line.width, abs=0.001)


def test_no_word_of_the_random_text_had_to_be_cut(paragraphs):
    assert not any(line.hard for _, lines in paragraphs for line in lines)


def test_no_number_is_parted(paragraphs):
    runs = [run for _, lines in paragraphs for run in parted_words(lines)]
    assert [run for run in runs if run <= LONGEST_WORD] == []


def test_characters_are_never_drawn_over_each_other(paragraphs):
    for _, lines in paragraphs:
        for line in lines:
            for index, advance in enumerate(line.advances[:-1]):
                cell, following = line.cells[index], line.cells[index + 1]
                least = cell.width
                if cell.text in CLOSING or following.text in OPENING:
                    least -= cell.width / 2
                assert advance >= least - 0.001


@given(text=A_TEXT, cells=st.integers(2, 28), indent=st.integers(0, 1))
def test_whatever_the_text_every_line_is_legal_whole_and_within_its_room(text, cells, indent):
    lines = lines_of(text, cells * CELL, indent * CELL)
    assert "".join(line.text for line in lines) == text.replace(GLUE, "")
    for line in lines:
        assert line.length <= line.width + 0.001
        assert line.cells
    for before, after in pairwise(lines):
        if before.hard:
            # Cut by force, because nothing in the line may be parted.
            inner = [cell for cell in before.cells if cell.text != " "]
            assert not any(may_break(*pair) for pair in pairwise(inner))
            continue
        assert after.cells[0].text not in NOT_FIRST
        assert before.cells[-1].text not in NOT_LAST
    assert [run for run in parted_words(lines) if run <= LONGEST_WORD] == []


def parted_words(lines: list[Line]) -> list[int]:
    """Return the lengths of the runs that go on in the next line though nothing forced them to."""
    cells = [cell for line in lines for cell in line.cells]
    inside = [not cell.full and cell.text != " " for cell in cells]
    found = []
    at = 0
    for line in lines[:-1]:
        at += len(line.cells)
        parted = not line.hard and inside[at - 1] and inside[at]
        if parted and not may_break(cells[at - 1], cells[at]):
            start = max((i + 1 for i in range(at) if not inside[i]), default=0)
            end = min((i for i in range(at, len(cells)) if not inside[i]), default=len(cells))
            found.append(end - start)
    return found


def test_a_29th_mark_is_taken_into_the_line():
    lines = lines_of("督" * 28 + "。" + "办" * 3)
    assert lines[0].text == "督" * 27
    lines = lines_of("督" * 14 + "，" + "办" * 13 + "。" + "办" * 3)
    assert lines[0].text.endswith("。")
    assert len(lines[0].cells) == 29


def test_two_marks_side_by_side_take_one_and_a_half_cells():
    (line,) = lines_of("好”，是")
    assert line.length == pytest.approx(3.5 * CELL)


def test_glued_characters_stay_together():
    name = "欧\u2060阳\u2060堃"
    for filler in range(20, 29):
        lines = lines_of("督" * filler + name + "办" * 10)
        assert any("欧阳堃" in line.text for line in lines)


def test_a_long_address_in_a_narrow_cell_is_cut_at_its_edge():
    lines = lines_of("https://example.org/" + "a" * 200, width=6 * CELL)
    assert all(line.length <= 6 * CELL + 0.001 for line in lines)
    assert "".join(line.text for line in lines) == "https://example.org/" + "a" * 200


def test_a_dash_of_two_cells_is_not_torn():
    for filler in range(24, 30):
        lines = lines_of("督" * filler + "——" + "办" * 10)
        assert any("——" in line.text for line in lines)


def test_an_empty_text_has_no_line():
    assert lines_of("") == []
