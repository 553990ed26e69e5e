"""Whatever is typed: set right, refused with its place, or flowed on; never dropped, no hang."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

import pytest

from desktop import texts
from desktop.documents import (
    case_list,
    case_sheet,
    figures,
    handover,
    minutes,
    notice,
    receipt,
    weekly,
)
from desktop.documents.errors import CharacterError, DocumentError, TooLong
from desktop.documents.preview import page_texts
from desktop.errors import sentence
from tests.documents import measures
from tests.documents.reading import read

# Every kind of paper: its builder and its sample. New kinds are added here.
KINDS: dict[str, tuple[Callable[..., bytes], str]] = {
    "letter": (partial(notice.build, letter=True), "notice"),
    "form": (notice.build, "notice"),
    "minutes": (minutes.build, "minutes"),
    "receipt": (receipt.build, "receipt"),
    "list": (case_list.build, "list"),
    "weekly": (weekly.build, "weekly"),
    "figures": (figures.build, "figures"),
    "sheet": (case_sheet.build, "sheet"),
    "handover": (handover.build, "handover"),
}
CHOICES = ("level", "align", "tone", "outcome", "check_code", "rank")  # never typed by a person
# Drawn beside a bar, a long name is cut with …; the tables on the next pages have it whole.
CUT = re.compile(r"(trend|items|stations)\[1\]\.name")
LONG_NAME = ("永中街道农村集体经济组织规范化管理" * 5)[:60]
MARKUP = "<b>王</b>&amp;<img src='x.png' onerror=y/>%(a)s{0}"
RADICALS = "⼀⻰"
HIDDEN = "\u202e一\u200f\u200b\x07\u2066龙\u2069\ufeff\x1b"
MEGABYTE = "长" * (1024 * 1024 // 3)
# The field a refusal may name for another one that it is put together with.
COMPOSED = {("subtitle", "organ"), ("period", "organ"), ("figures", "sections")}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Return each kind of paper."""
    return request.param


@pytest.fixture
def sample(kind: str, request: pytest.FixtureRequest) -> Any:
    """Return the sample of the kind."""
    return request.getfixturevalue(f"{KINDS[kind][1]}_contents")


@pytest.fixture
def build(kind: str, fonts) -> Callable[[Any], bytes]:
    """Return the builder of the kind."""
    return lambda contents: KINDS[kind][0](contents, fonts)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every text of the contents; of many alike only the first."""
    if isinstance(value, str):
        yield path
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in CHOICES:
                yield from places(getattr(value, part.name), (*path, part.name))
    elif isinstance(value, tuple) and value:
        yield from places(value[0], (*path, 0))


def put(value: Any, path: tuple[Any, ...], text: str) -> Any:
    """Return the contents with this text at that place."""
    if not path:
        return text
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return (*value[:first], put(value[first], rest, text), *value[first + 1 :])
    return replace(value, **{first: put(getattr(value, first), rest, text)})


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """Return what stands at that place."""
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def everywhere(value: Any, change: Callable[[str], str]) -> Any:
    """Return the contents with every text changed."""
    if isinstance(value, str):
        return change(value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            part.name: everywhere(getattr(value, part.name), change)
            for part in fields(value)
            if part.name not in CHOICES
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(everywhere(one, change) for one in value)
    return value


def name_of(path: tuple[Any, ...]) -> str:
    """Return the place as a refusal names it."""
    return "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in path)[1:]


def plain(text: str) -> str:
    """Return a text without blanks and page numbers, with the hyphens PDFium takes away."""
    kept = re.sub(r"\s", "", text.replace("\ufffe", "-").replace("\x02", "-"))
    return re.sub(r"—\d+—", "", kept)


def printed(pdf: bytes) -> str:
    """Return all that can be read on the pages."""
    return "".join(plain(text) for text in page_texts(pdf))


def hold_pages(pdf: bytes, fonts, most: int = 3) -> None:
    """The first pages have nothing outside the text block and nothing over another."""
    for sheet in read(pdf, fonts)[:most]:
        measures.hold_inside(sheet)
        measures.hold_apart(sheet)
        for glyph in sheet.glyphs:
            assert glyph.size >= 5.0, f"{glyph} is too small to be read"


def refused_with_place(error: DocumentError, path: tuple[Any, ...]) -> None:
    """A refusal names the field or the part of the paper it stands in, in Chinese."""
    field = re.split(r"[.\[]", str(error.facts["field"]))[0]
    assert field in path or (field, path[0]) in COMPOSED, (field, path)
    said = sentence(error)
    assert texts.paper_part(field) in said
    assert not re.search("[a-z_]{4,}", said), said


def everywhere_marked(sample: Any) -> Any:
    """Return the contents with a number of its own at each place, to see which are printed."""
    for number, path in enumerate(places(sample)):
        sample = put(sample, path, f"燚{number:03}")
    return sample


def test_every_wrong_text_in_every_place_is_set_right_refused_or_flowed_on(sample, build, fonts):
    probed = printed(build(everywhere_marked(sample)))
    lost = []
    full = sample
    for number, path in enumerate(places(sample)):
        shown = f"燚{number:03}" in probed and not CUT.match(name_of(path))
        for text in (LONG_NAME, MARKUP):
            try:
                pdf = build(put(sample, path, text))
            except DocumentError as error:
                refused_with_place(error, path)
                continue
            if shown and not Counter(plain(text)) <= Counter(printed(pdf)):
                lost.append(f"{name_of(path)} = {text[:8]}")
            if text is LONG_NAME:
                full = put(full, path, text)
    assert lost == []
    hold_pages(build(full), fonts, most=99)


def test_a_private_character_is_refused_with_its_place_in_every_text(sample, build):
    for path in places(sample):
        old = at(sample, path)
        with pytest.raises(CharacterError) as refused:
            build(put(sample, path, f"{old}\ue815"))
        assert refused.value.code == "private_character"
        assert refused.value.facts["field"] == name_of(path)
        assert refused.value.facts["position"] == len(old) + 1
        said = sentence(refused.value)
        assert "U+E815" in said
        assert not re.search("[a-z_]{3,}", said), said


def test_a_character_without_a_font_is_refused_with_its_place_in_every_text(sample, build):
    for path in places(sample):
        with pytest.raises(CharacterError) as refused:
            build(put(sample, path, "王\U00031234"))
        assert refused.value.code == "missing_glyph"
        assert refused.value.facts["field"] == name_of(path)
        assert refused.value.facts["position"] == 2


def test_radicals_controls_and_direction_marks_are_set_right_in_every_text(sample, build):
    clean = build(everywhere(sample, lambda text: text and f"{text[:9]}一龙"))
    for spoilt in (RADICALS, HIDDEN):
        changed = everywhere(sample, lambda text, end=spoilt: text and f"{text[:9]}{end}")
        assert build(changed) == clean


def test_a_megabyte_in_any_text_is_refused_at_once(sample, build):
    for path in places(sample):
        with pytest.raises(TooLong) as refused:
            build(put(sample, path, MEGABYTE))
        assert refused.value.facts["field"] == name_of(path)
        assert "80000个字以内" in sentence(refused.value)


def test_a_paper_without_a_word_is_built_or_refused(sample, build, fonts):
    try:
        pdf = build(everywhere(sample, lambda text: ""))
    except DocumentError as error:
        assert (error.code, error.facts["field"]) == ("paper_text_empty", "organ")
        assert "发文机关" in sentence(error)
        return
    hold_pages(pdf, fonts)


def test_forty_names_in_every_list_of_names_are_all_printed(sample, build, fonts):
    names = tuple(f"永中街道第{number}社区居民委员会" for number in range(1, 41))
    before = printed(build(sample))
    for part in fields(sample):
        listed = getattr(sample, part.name)
        if not (isinstance(listed, tuple) and listed and isinstance(listed[0], str)):
            continue
        if part.name == "labels" or plain(listed[0]) not in before:
            continue
        pdf = build(replace(sample, **{part.name: names}))
        hold_pages(pdf, fonts, most=99)
        found = printed(pdf)
        assert [name for name in names if name not in found] == [], part.name


def test_ten_thousand_characters_at_any_place_neither_hang_nor_fail():
    """In a process of its own with a limit, one place after the other."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.documents.fill_every_place"],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("\n") == len(KINDS)
