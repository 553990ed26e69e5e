"""The house rules that a reader could check, checked by a machine: layers, words, sizes, labels."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 500
WRITTEN_BY_ALEMBIC = "db/migrations/versions/"
CHINESE = re.compile(r"[\u3400-\u9fff]")
TRANSLATED = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP", "QT_TRANSLATE_N_NOOP"}
# Where Chinese words stand without `tr`, and why.
CHINESE_WITHOUT_TR = {
    "desktop/texts.py": "marked there, translated where they are shown",
    "desktop/texts/": "marked there, translated where they are shown",
    "desktop/documents/": "official pages are Chinese in every language",
    "desktop/exchange/": "the words of the district platform's files",
    "desktop/cli": "the command line speaks Chinese",
    "desktop/__main__.py": "speaks before Qt is there",
    "desktop/demo": "the invented street is data",
    "desktop/shots": "the names of picture files are data",
    "desktop/founding.py": "the first units of a street are data",
    "desktop/notice_texts.py": "official pages are Chinese in every language",
    "desktop/notice_templates.py": "official pages are Chinese in every language",
    "desktop/further_sample.py": "official pages are Chinese in every language",
    "desktop/notice_sample.py": "official pages are Chinese in every language",
    "desktop/minutes_texts.py": "official pages are Chinese in every language",
    "desktop/supervision_forms.py": "official pages are Chinese in every language",
    "desktop/weekly_tables.py": "official pages are Chinese in every language",
    "desktop/weekly_warnings.py": "official pages are Chinese in every language",
}
# Words that the program reads or compares: a file of them, or a line that says so.
WORD_FILES = ("_words.py", "/words.py")
DATA_MARK = "# data"
PLAIN_LABEL = "desktop/widgets/plain_label.py"
QUESTION_BOX = {"information", "warning", "critical", "question", "about"}


@dataclass(frozen=True)
class Source:
    """One parsed file of ours."""

    path: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """Name the place of a node."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Read and parse every Python file of these folders, once."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            found.append(Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return tuple(found)


def ours() -> tuple[Source, ...]:
    """Return the product."""
    return sources("db", "desktop")


def imported(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Yield every name a file imports, wherever in it, as dotted paths."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = source.path.removesuffix(".py").split("/")[: -node.level]
                base = ".".join([*package, *([base] if base else [])])
            yield from ((node, f"{base}.{name.name}") for name in node.names)


def calls(source: Source) -> Iterator[ast.Call]:
    """Yield every call of a file."""
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """Return the last word of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def receiver(call: ast.Call) -> str:
    """Return the word before the dot of what is called."""
    value = call.func.value if isinstance(call.func, ast.Attribute) else None
    return getattr(value, "id", getattr(value, "attr", ""))


def is_our_text(node: ast.expr) -> bool:
    """Tell whether a text was written by us: a literal, or a literal in `tr`."""
    if isinstance(node, ast.Call) and called(node) in TRANSLATED:
        return all(isinstance(part, ast.Constant) for part in node.args)
    return isinstance(node, ast.Constant)


def shown(*lines: str) -> str:
    """Return a list of places for the message of an assertion."""
    return "\n" + "\n".join(lines)


# Who may import what. import-linter follows the chains; this sees the single lines, also those
# inside functions, and the parts of PySide6.
FORBIDDEN = {
    "db": ("desktop", "PySide6", "shiboken6", "typer", "reportlab", "keyring"),
    "db/rules": ("db.model", "db.queries", "db.commands", "db.work", "db.engine", "sqlalchemy"),
    "db/model": ("db.queries", "db.commands"),
    "db/queries": ("db.commands",),
    "desktop/documents": (
        *("PySide6.QtWidgets", "sqlalchemy", "db.model", "db.queries", "db.commands"),
        *("desktop.widgets", "desktop.pages", "desktop.dialogs"),
    ),
    "desktop/exchange": (
        *("PySide6.QtWidgets", "sqlalchemy", "db.model", "desktop.widgets", "desktop.pages"),
        "desktop.dialogs",
    ),
    "desktop/widgets": ("db", "sqlalchemy", "desktop.pages", "desktop.dialogs"),
    "desktop/pages": ("db.model", "sqlalchemy", "sqlcipher3"),
    "desktop/dialogs": ("db.model", "sqlalchemy", "sqlcipher3"),
    "desktop/models": ("db.model", "sqlalchemy", "sqlcipher3"),
}


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_imports_go_one_way(folder: str) -> None:
    wrong = [
        f"{source.at(node)} imports {name}"
        for source in sources(folder)
        for node, name in imported(source)
        if any(name == other or name.startswith(f"{other}.") for other in FORBIDDEN[folder])
    ]
    assert not wrong, shown(*wrong)


def test_the_record_is_never_opened_with_the_sqlite_of_python() -> None:
    wrong = [
        source.at(node)
        for source in ours()
        for node, name in imported(source)
        if name.split(".")[0] in ("sqlite3", "pysqlite3")
    ]
    assert not wrong, shown(*wrong)


def test_qt_is_imported_by_name() -> None:
    wrong = [
        source.at(node)
        for source in sources("desktop")
        for node, name in imported(source)
        if name.endswith(".*")
    ]
    assert not wrong, shown(*wrong)


def test_every_module_class_and_public_function_says_what_it_is_for() -> None:
    wrong = []
    for source in (*ours(), *sources("installer")):
        if ast.get_docstring(source.tree) is None:
            wrong.append(f"{source.path}: the module")
        for node in _public_parts(source.tree):
            if ast.get_docstring(node) is None:
                wrong.append(f"{source.at(node)} {node.name}")
    assert not wrong, shown(*wrong)


def _public_parts(
    tree: ast.Module,
) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the classes and public functions of a module and the public methods of its classes.

    Methods that override one of a base class, and decorated ones (overloads, setters), are
    explained where they come from.
    """
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if not node.name.startswith("_") and not node.decorator_list:
                yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            inherited = _inherited(node.name)
            for inner in node.body:
                if (
                    isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef)
                    and re.fullmatch(r"[a-z][a-z0-9_]*", inner.name)
                    and inner.name not in inherited
                    and not (node.bases and "_" not in inner.name)  # Qt's own short names
                    and not inner.decorator_list
                ):
                    yield inner


@cache
def _classes() -> dict[str, ast.ClassDef]:
    """Return our classes by name."""
    return {
        node.name: node
        for source in (*ours(), *sources("installer"))
        for node in source.tree.body
        if isinstance(node, ast.ClassDef)
    }


def _inherited(name: str) -> set[str]:
    """Return the methods that a class has from those of our classes it is made of."""
    found: set[str] = set()
    for base in _classes()[name].bases:
        word = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
        if word in _classes() and word != name:
            found |= {
                part.name for part in _classes()[word].body if isinstance(part, ast.FunctionDef)
            }
            found |= _inherited(word)
    return found


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    wrong = [
        f"{source.path}: {lines} lines"
        for source in (*ours(), *sources("installer", "tests"))
        if (lines := source.text.count("\n")) > LONGEST_FILE
        and not source.path.startswith(WRITTEN_BY_ALEMBIC)
    ]
    assert not wrong, shown(*wrong)


def test_nothing_is_left_for_later() -> None:
    words = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
    wrong = [
        f"{source.path}:{number}"
        for source in (*ours(), *sources("installer", "tests"))
        for number, line in enumerate(source.text.splitlines(), 1)
        if words.search(line)
    ]
    assert not wrong, shown(*wrong)


def test_no_test_is_skipped() -> None:
    words = {"skip", "skipif", "xfail", "importorskip", "skipUnless", "skipIf"}
    wrong = [
        source.at(node)
        for source in sources("tests")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in words
        and ast.unparse(node).startswith(("pytest.", "unittest."))
    ]
    assert not wrong, shown(*wrong)


def test_no_query_counts_its_way_to_a_page() -> None:
    wrong = [
        source.at(node)
        for source in sources("db/queries")
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Attribute) and node.attr == "offset")
        or (isinstance(node, ast.Constant) and re.search(r"\bOFFSET\b", str(node.value)))
    ]
    assert not wrong, shown(*wrong)


def test_a_broad_except_logs_raises_or_hands_on() -> None:
    """`except Exception` stands only at the outermost edge, and there somebody is told."""
    wrong = []
    for source in (*ours(), *sources("installer")):
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = ast.unparse(node.type) if node.type else ""
            if caught and "Exception" not in caught.split(".")[-1]:
                continue
            if caught not in ("", "Exception", "BaseException"):
                continue
            told = any(
                isinstance(part, ast.Raise)
                or (isinstance(part, ast.Call) and called(part) in ("exception", "error"))
                or (isinstance(part, ast.Call) and _is_given(node.name, part))
                for part in ast.walk(node)
            )
            if not told:
                wrong.append(source.at(node))
    assert not wrong, shown(*wrong)


def _is_given(name: str | None, call: ast.Call) -> bool:
    """Tell whether the caught error itself goes to somebody else."""
    return any(isinstance(part, ast.Name) and part.id == name for part in call.args)


def test_chinese_words_of_the_screen_go_through_tr() -> None:
    wrong = []
    for source in sources("desktop"):
        if not source.path.startswith(tuple(CHINESE_WITHOUT_TR)) and not source.path.endswith(
            WORD_FILES
        ):
            lines = source.text.splitlines()
            wrong += [
                f"{source.at(node)} {node.value[:30]!r}"
                for node in _loose_chinese(source.tree)
                if DATA_MARK not in lines[node.lineno - 1]
            ]
    assert not wrong, shown(*wrong)


def _loose_chinese(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the Chinese literals that are neither in a translating call nor a docstring."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and called(child) in TRANSLATED:
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Constant):
            if isinstance(child.value, str) and CHINESE.search(child.value):
                yield child
        else:
            yield from _loose_chinese(child)


def test_translated_sentences_are_whole() -> None:
    """lupdate finds no f-string, no sum and no variable: only literals have an English."""
    wrong = [
        f"{source.at(call)} {ast.unparse(call)[:60]}"
        for source in sources("desktop")
        for call in calls(source)
        if called(call) == "tr"
        and call.args
        and not isinstance(call.args[0], ast.Constant)
        # A label of texts.py is translated where it is shown: by its name, not by a sum of words.
        and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert not wrong, shown(*wrong)


def raw_label(call: ast.Call) -> bool:
    """Tell whether a QLabel is made that could show somebody's words as markup."""
    if called(call) != "QLabel":
        return False
    return not call.args or not is_our_text(call.args[0])


def raw_tool_tip(call: ast.Call) -> bool:
    """Tell whether a tool tip could show somebody's words as markup."""
    words = ("setToolTip", "setWhatsThis", "showText")
    return called(call) in words and not all(
        is_our_text(part) for part in call.args if not _is_place(part, call)
    )


def _is_place(part: ast.expr, call: ast.Call) -> bool:
    """Tell whether an argument is no text: the point of showText, the column of an item."""
    return (called(call) == "showText" and part is call.args[0]) or (
        len(call.args) == 2 and part is call.args[0]
    )


def raw_box(call: ast.Call) -> bool:
    """Tell whether a message box could show somebody's words as markup."""
    if called(call) in QUESTION_BOX and receiver(call) == "QMessageBox":
        return True
    texts = ("setInformativeText", "setDetailedText")
    return called(call) in texts and not all(is_our_text(part) for part in call.args)


@pytest.mark.parametrize("raw", [raw_label, raw_tool_tip, raw_box])
def test_somebodys_words_are_never_read_as_markup(raw: Callable[[ast.Call], bool]) -> None:
    """Qt opens the addresses it finds in rich text: data goes to PlainLabel and plain_tool_tip."""
    wrong = [
        f"{source.at(call)} {ast.unparse(call)[:70]}"
        for source in sources("desktop")
        if source.path != PLAIN_LABEL
        for call in calls(source)
        if raw(call)
    ]
    assert not wrong, shown(*wrong)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("QLabel(case.content)", True),
        ("QLabel(self)", True),
        ("QLabel(self.tr('{who} 登记').format(who=name))", True),
        ("QLabel(self.tr('登记'))", False),
        ("QLabel('登记', self)", False),
        ("button.setToolTip(row.title)", True),
        ("item.setToolTip(0, row.title)", True),
        ("button.setToolTip(self.tr('登记'))", False),
        ("QToolTip.showText(place, row.title)", True),
        ("QMessageBox.warning(self, title, text)", True),
        ("box.setInformativeText(reason)", True),
    ],
)
def test_the_markup_rule_knows_ours_from_theirs(line: str, verdict: bool) -> None:
    call = ast.parse(line, mode="eval").body
    assert isinstance(call, ast.Call)
    assert (raw_label(call) or raw_tool_tip(call) or raw_box(call)) is verdict


def test_the_tr_rule_finds_loose_words_only() -> None:
    text = '"""文档。"""\nx = "散"\ny = tr("好")\nz = f"{tr(\'好\')}散{x}"\nw = {"字": 1}\n'
    found = [node.value for node in _loose_chinese(ast.parse(text))]
    assert found == ["散", "散", "字"]
