"""Every code that the program can tell has its words: labels of enums, sentences of errors."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import db.rules
from db.embedded.triggers import FileSpeech
from db.errors import Conflict, DatabaseAway, NotAllowed, RuleError
from db.guarding.rules import trigger_rules
from db.rules.calendar import announced_calendar
from db.rules.clock import Clock
from db.rules.permissions import Permission
from db.rules.steps import Guard
from db.rules.terms import CaseState, Light, SupervisionLevel, Urgency
from desktop import texts
from desktop.errors import (
    INTERNAL_RULES,
    changes_since,
    code_of,
    details,
    sentence,
    sentence_of,
)
from desktop.exchange.faults import ExchangeCancelled, ExchangeError

ROOT = Path(__file__).parents[1]
ERRORS = {
    "RecordError", "RuleError", "NotAllowed", "Conflict", "NotFound", "DatabaseAway",
    "OpeningError", "CheckError", "ExchangeError", "DocumentError", "FontError", "TooLong",
    "CharacterError", "MissingGlyph",
}  # fmt: skip
FOLDERS = ("db", "desktop/exchange", "desktop/documents", "desktop")
CHINESE = re.compile("[\u4e00-\u9fff]")
CODE = re.compile(r"[a-z][a-z0-9_]+")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Yield every source that may raise an error with a code."""
    seen: set[Path] = set()
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path not in seen:
                seen.add(path)
                yield path, ast.parse(path.read_text(encoding="utf-8"))


def constants(node: ast.expr, around: ast.AST) -> Iterator[str]:
    """Yield the codes that an expression may be; a name is followed to what it was given."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body, around)
        yield from constants(node.orelse, around)
    elif isinstance(node, ast.Name):
        for part in ast.walk(around):
            if isinstance(part, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == node.id for target in part.targets
            ):
                yield from constants(part.value, part)
            elif isinstance(part, ast.For):
                yield from paired(part, node.id)


def paired(loop: ast.For, name: str) -> Iterator[str]:
    """Yield what a name takes in a loop over pairs that stand there as they are."""
    if not isinstance(loop.target, ast.Tuple) or not isinstance(loop.iter, ast.Tuple):
        return
    names = [getattr(target, "id", "") for target in loop.target.elts]
    for pair in loop.iter.elts:
        if name in names and isinstance(pair, ast.Tuple):
            yield from constants(pair.elts[names.index(name)], loop)


def raised_codes() -> Iterator[tuple[str, str]]:
    """Yield every code that is raised anywhere, with its place."""
    for path, tree in trees():
        functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
        for around in functions or [tree]:
            for node in ast.walk(around):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                name = (
                    node.func.attr
                    if isinstance(node.func, ast.Attribute)
                    else getattr(node.func, "id", "")
                )
                if name in ERRORS:
                    for code in constants(node.args[0], around):
                        yield code, f"{path.relative_to(ROOT)}:{node.lineno}"


def codes_of_rules() -> set[str]:
    """Return the codes that are put together: guards, refusals, tables, triggers."""
    found = {f"guard_{guard.value}" for guard in Guard}
    found |= {"step_illegal", "step_not_for_role"}
    returned = re.compile(r'return "([a-z]+_[a-z_]+)"(?: if \w+ else "([a-z_]+)")?')
    for name in ("steps.py", "notice_states.py"):
        text = (ROOT / "db/rules" / name).read_text(encoding="utf-8")
        found |= {code for pair in returned.findall(text) for code in pair if code}
    tables = re.compile(r"work\.row\(\s*(\w+)")
    for path in (ROOT / "db/commands").glob("*.py"):
        for table in tables.findall(path.read_text(encoding="utf-8")):
            found |= {f"{table}_unknown", f"{table}_moved_on"}
    for rule in trigger_rules(FileSpeech()):
        found |= {code for code, _ in rule.refused}
    # Those of SQLite's own messages, and those that a table of code pairs tells.
    found |= set(re.findall(r'"([a-z_]+)"\),', (ROOT / "db/embedded/ways.py").read_text("utf-8")))
    return found


def enum_members() -> Iterator[str]:
    """Yield every member of every enum of ours in ``db``, by class and name."""
    for path in sorted((ROOT / "db").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(b) for b in node.bases):
                for part in node.body:
                    if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
                        yield f"{node.name}.{part.targets[0].id}"


def test_every_code_that_is_raised_has_a_sentence() -> None:
    known = texts.SENTENCES.keys() | INTERNAL_RULES
    missing = sorted({f"{code} ({place})" for code, place in raised_codes() if code not in known})
    assert not missing, "\n".join(missing)


def test_every_code_that_is_put_together_has_a_sentence() -> None:
    missing = sorted(codes_of_rules() - texts.SENTENCES.keys() - INTERNAL_RULES)
    assert not missing, missing


def test_the_search_for_codes_finds_them() -> None:
    codes = {code for code, _ in raised_codes()}
    assert {"not_on_list", "meeting_not_open", "disk_full", "no_header", "file_locked"} <= (
        codes | codes_of_rules()
    )
    assert len(codes) > 100


def test_every_member_of_every_enum_has_a_label() -> None:
    missing = sorted(set(enum_members()) - texts.LABELS.keys())
    assert not missing, missing


def test_every_indicator_has_a_name() -> None:
    from db.rules.indicators import INDICATORS

    assert all(CHINESE.search(texts.indicator_name(code)) for code in INDICATORS)


@pytest.mark.parametrize("code", sorted(texts.SENTENCES))
def test_a_sentence_is_chinese_whole_and_shows_no_code(code: str) -> None:
    said = sentence_of(code, {})
    assert CHINESE.search(said) and said.endswith("。")
    assert code not in said and "{" not in said
    names = [name for _, name, _, _ in string.Formatter().parse(texts.SENTENCES[code]) if name]
    assert all(CODE.fullmatch(name) for name in names)


def test_facts_stand_in_words_in_the_sentence() -> None:
    refused = RuleError("step_illegal", step="verify", state=40, number="YZW202611160001")
    assert sentence(refused) == (
        "事件 YZW202611160001 现在是“待签收”，不能核查通过，没有改动。请刷新后按当前状态办理。"
    )
    assert "导入事件" in sentence(NotAllowed("permission_missing", permission="case_import"))
    late = sentence(RuleError("return_too_late", due=datetime(2026, 11, 17, 17, 30)))
    assert "2026年11月17日 17:30" in late
    off = RuleError("not_on_list", text="遛狗", nearest=["MD01 甲", "MD02 乙"])
    assert "相近的有：MD01 甲、MD02 乙" in sentence(off)
    assert "督办" in sentence(RuleError("supervision_only_rises", level=1, standing=100))
    notice = RuleError("notice_step_illegal", action="issue", state="draft", number="一号")
    assert "“拟稿”，不能签发" in sentence(notice)
    big = sentence(ExchangeError("file_too_large", limit=64 * 2**20))
    assert "64 MB" in big
    columns = ExchangeError("missing_columns", fields=["content", "item"])
    assert "事件内容、事项" in sentence(columns)
    strange = RuleError("step_illegal", step="dance", state=7, number="1")
    assert "7" in sentence(strange) and "dance" in sentence(strange)
    day = sentence(RuleError("item_expired", name="临时", day=date(2026, 11, 20)))
    assert "2026年11月20日" in day


def test_what_nobody_foresaw_is_our_mistake_with_details() -> None:
    try:
        raise KeyError("boom")
    except KeyError as error:
        assert code_of(error) == "our_mistake"
        assert "boom" not in sentence(error) and "boom" in details(error)
    assert code_of(ExchangeCancelled()) == "cancelled"
    assert sentence(RuleError("never_heard_of")) == sentence_of("our_mistake", {})


def test_a_guard_of_the_database_is_told_without_its_code() -> None:
    assert sentence(RuleError("append_only")) == sentence_of("internal_rule", {})
    assert "已满" in sentence(DatabaseAway("disk_full", path="x"))


def test_a_conflict_tells_who_did_what_in_between() -> None:
    since = [
        {"who": "值班员乙", "kind": "amend", "at": "2026-11-16 09:05:00.000000",
         "columns": ["address", "search_text"]},
        {"who": "值班长甲", "kind": "accept", "at": "2026-11-16 09:06:00.000000", "columns": []},
    ]  # fmt: skip
    error = Conflict("case_moved_on", number="YZW1", since=since)
    assert changes_since(error) == (
        "2026年11月16日 09:05 值班员乙 更正信息（发生地点）",
        "2026年11月16日 09:06 值班长甲 受理",
    )


def test_dates_sizes_and_rates_read_well() -> None:
    assert texts.day_with_weekday(date(2026, 11, 16)) == "11月16日（周一）"
    assert (texts.moment(None), texts.day(None)) == ("", "")
    assert (texts.rate("99.50"), texts.rate(None)) == ("99.50%", "—")
    assert [texts.size(n) for n in (12, 2048, 3 * 2**30)] == ["12 B", "2 KB", "3 GB"]
    assert texts.label(None) == "" and texts.label(Light.RED) == "红灯"
    assert texts.field_name("whatever") == "whatever"
    assert (texts.word("yes"), texts.label(CaseState.CLOSED)) == ("是", "已办结")
    assert texts.label(SupervisionLevel.YELLOW) == "黄牌督办"
    assert texts.label(Permission.CASE_IMPORT) == "导入事件"


def test_the_arithmetic_of_a_deadline_is_told_in_words() -> None:
    clock = Clock(announced_calendar([2026]))
    facts = clock.explain_handling(Urgency.NORMAL, datetime(2026, 11, 20, 9, 0), 48)
    told = [texts.fact(one) for one in facts]
    assert told[0] == "从2026年11月20日 09:00起算"
    assert told[-1] == "2026年11月24日 17:30到期"
    assert any("周末不计：11月21日（周六）—11月22日（周日）" in line for line in told)
    urgent = clock.explain_handling(
        Urgency.URGENT, datetime(2026, 11, 20, 9, 0), 24, extended_days=1
    )
    assert all(texts.fact(one) for one in urgent)


def test_every_module_of_the_rules_can_be_read() -> None:
    names = [module.name for module in walk_packages(db.rules.__path__, "db.rules.")]
    assert all(import_module(name) for name in names)
