"""The locks: every version pinned by hash, no address, one Qt, in step with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(name: str) -> dict[str, str]:
    """Return the packages of a lock with their versions."""
    text = (ROOT / "installer" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^\s;\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    text = (ROOT / "installer" / name).read_text(encoding="utf-8")
    assert not re.findall(r"\S*(?:://|index-url|find-links|trusted-host)\S*", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_of_a_lock_has_hashes(name: str) -> None:
    text = (ROOT / "installer" / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(name)) > 40
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_test_lock_holds_all_of_the_runtime_lock_at_the_same_versions() -> None:
    runtime, test = (pins(name) for name in LOCKS)
    assert runtime.items() <= test.items()


def test_the_locks_satisfy_the_bounds_of_the_project() -> None:
    locked = pins("requirements-dev.lock")
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    wrong = [
        line
        for line in wanted
        if (need := Requirement(line)).specifier.contains(
            locked.get(canonicalize_name(need.name), "0")
        )
        is False
    ]
    assert wrong == []


def test_qt_is_locked_at_the_newest_that_runs_on_kylin() -> None:
    assert pins("requirements.lock")["pyside6-essentials"] == "6.8.0.2"
    assert not [name for name in pins("requirements-dev.lock") if "addons" in name]


def test_every_direct_dependency_is_named_in_the_third_party_licences() -> None:
    text = (ROOT / "THIRD-PARTY-LICENSES.md").read_text(encoding="utf-8").lower()
    names = [Requirement(line).name for line in PROJECT["project"]["dependencies"]]
    assert [name for name in names if name.lower() not in text] == []


def test_every_package_of_the_runtime_lock_is_named_in_the_third_party_licences() -> None:
    text = (ROOT / "THIRD-PARTY-LICENSES.md").read_text(encoding="utf-8").lower()
    assert [name for name in pins("requirements.lock") if f"| {name} |" not in text] == []


def test_the_changelog_begins_with_the_version_of_the_project() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([^\]]+)\]", text, re.MULTILINE)
    assert newest is not None
    assert newest.group(1) == PROJECT["project"]["version"]
