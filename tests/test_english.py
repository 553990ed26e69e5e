"""The English of the screens: it fits the Chinese, it is compiled, and it is nearly all there."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication

from db.queries.lookup import StreetRow
from db.rules.terms import SupervisionLevel
from desktop import texts
from desktop.languages import install
from desktop.notice_sample import Sample, sample_texts
from desktop.pages.supervision_words import tr
from installer.translate import WORDS, compile_words, gather

ROOT = Path(__file__).parents[1]
PYTHON = Path(sys.executable)
# The share of the words on the screens that has its English. Raise it, never lower it.
LEAST_TRANSLATED = 0.98
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
PLACE = re.compile(r"\{[^}]*\}|%n")


def messages(words: Path) -> Iterator[tuple[str, str]]:
    """Yield every Chinese text with its English, which is empty where there is none."""
    for message in ElementTree.parse(words).iter("message"):
        english = message.find("translation")
        assert english is not None
        finished = english.get("type") is None
        yield message.findtext("source", ""), (english.text or "") if finished else ""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the words gathered anew from the sources, with the English there is."""
    words = tmp_path_factory.mktemp("words") / Path(WORDS).name
    shutil.copy(ROOT / WORDS, words)
    assert gather(ROOT, PYTHON, words) == 0
    return words


def test_every_translation_keeps_the_places_of_its_source() -> None:
    wrong = [
        (source, english)
        for source, english in messages(ROOT / WORDS)
        if english and sorted(PLACE.findall(source)) != sorted(PLACE.findall(english))
    ]
    assert not wrong


def test_no_translation_holds_chinese() -> None:
    assert not [english for _, english in messages(ROOT / WORDS) if CHINESE.search(english)]


def test_the_compiled_words_are_those_of_the_source(tmp_path: Path) -> None:
    compiled = tmp_path / "words.qm"
    assert compile_words(PYTHON, ROOT / WORDS, compiled) == 0
    committed = (ROOT / WORDS).with_suffix(".qm").read_bytes()
    assert committed == compiled.read_bytes(), "run python3 installer/dev.py translate"


def test_nearly_every_word_on_the_screens_has_its_english(fresh: Path) -> None:
    found = list(messages(fresh))
    missing = [source for source, english in found if not english]
    share = 1 - len(missing) / len(found)
    print(f"translated: {len(found) - len(missing)} of {len(found)} ({share:.1%})")
    print("\n".join(missing))
    assert share >= LEAST_TRANSLATED


@pytest.fixture
def in_english(qapp: QCoreApplication) -> Iterator[None]:
    """Let the window speak English for one test."""
    install(qapp, "en_US")
    yield
    install(qapp, "zh_CN")


@pytest.mark.usefixtures("in_english")
def test_labels_days_and_the_words_of_a_module_become_english() -> None:
    assert texts.word("yes") == "Yes"
    assert tr("待审核") == "To check"
    assert texts.day_with_weekday(date(2026, 11, 16)) == "Mon 11-16"


@pytest.mark.usefixtures("in_english")
def test_an_office_paper_stays_chinese_in_an_english_window() -> None:
    street = StreetRow(1, "330303001", "永中街道", "YZ", "龙永督", "龙湾区", "指挥室")
    said = sample_texts(Sample(street, datetime(2026, 11, 16, 9)), "consequence_yellow", {})
    assert (said.consequence or "").startswith("本次黄牌督办计扣5分；")
    assert texts.label(SupervisionLevel.YELLOW) == "Yellow card"


def test_another_language_takes_the_first_one_away(qapp: QCoreApplication) -> None:
    install(qapp, "en_US")
    assert QCoreApplication.translate("MainWindow", "任务中心") == "Tasks"
    install(qapp, "zh_CN")
    assert QCoreApplication.translate("MainWindow", "任务中心") == "任务中心"
