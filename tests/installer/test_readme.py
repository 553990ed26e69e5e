"""The READMEs: the two commands come first, and both languages say the same."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
COMMANDS = ["python3 installer/dev.py demo", "python3 installer/dev.py test"]


def read(name: str) -> str:
    """Return the text of a file at the top of the checkout."""
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_the_first_two_blocks_are_the_two_commands(name: str) -> None:
    blocks = re.findall(r"^```\w*\n(.*?)\n```$", read(name), re.MULTILINE | re.DOTALL)
    assert blocks[:2] == COMMANDS


@pytest.mark.parametrize("name", READMES)
def test_every_file_that_a_readme_leads_to_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", read(name))
    assert len(links) >= 5
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_languages_have_the_same_parts_and_commands() -> None:
    shapes = [
        (
            len(re.findall(r"^## ", read(name), re.MULTILINE)),
            re.findall(r"^\| `([a-z]+)", read(name), re.MULTILINE),
            len(re.findall(r"^- ", read(name), re.MULTILINE)),
        )
        for name in READMES
    ]
    assert shapes[0] == shapes[1]


def test_the_whole_test_run_is_the_second_command() -> None:
    assert COMMANDS[1] in read(".ci/run")
