"""Bring the English of the screens in step with the sources and compile it.

`python3 installer/dev.py translate` gathers the Chinese words of `desktop` into the .ts file
(what was translated stays, what left the program goes) and compiles the .qm beside it.
"""

import subprocess
from pathlib import Path

WORDS = "resources/translations/command_room_en_US.ts"


def translate(root: Path, python: Path) -> int:
    """Gather and compile the words; return the exit code."""
    words = root / WORDS
    words.parent.mkdir(parents=True, exist_ok=True)
    return gather(root, python, words) or compile_words(python, words, words.with_suffix(".qm"))


def gather(root: Path, python: Path, words: Path) -> int:
    """Bring a .ts file in step with the sources; return the exit code."""
    sources = sorted(path.relative_to(root).as_posix() for path in (root / "desktop").rglob("*.py"))
    return subprocess.run(
        [
            *(_tool(python, "lupdate"), *sources),
            *("-source-language", "zh_CN", "-target-language", "en_US"),
            # Line numbers would change the file with every edit of a page.
            *("-locations", "none", "-no-obsolete", "-ts", str(words)),
        ],
        cwd=root,
        check=False,
    ).returncode


def compile_words(python: Path, words: Path, compiled: Path) -> int:
    """Compile a .ts file to what the program loads; return the exit code."""
    tool = _tool(python, "lrelease")
    return subprocess.run([tool, str(words), "-qm", str(compiled)], check=False).returncode


def _tool(python: Path, name: str) -> str:
    return str(Path(python).parent / f"pyside6-{name}")
