"""The commands of `dev.py`: set up what is missing, then do the work."""

import os
import subprocess
import sys
from pathlib import Path

from installer import environment as environments
from installer import stages, system
from installer.environment import RUNTIME_LOCK, TEST_LOCK, Environment
from installer.speech import Stop, say
from installer.translate import translate

ROOT = Path(__file__).resolve().parent.parent


def command(words: list[str], usage: str) -> int:
    """Carry out the words of the command line; return the exit code."""
    what, rest = (words[0], words[1:]) if words else ("", [])
    home = Environment(ROOT)
    try:
        if what in ("demo", "run"):
            prepare(home, "run", RUNTIME_LOCK)
            return start(home, [what, *rest] if what == "demo" else rest)
        if what == "test":
            prepare(home, "test", TEST_LOCK)
            return stages.run(home, rest)
        if what == "check":
            prepare(home, "test", TEST_LOCK)
            say(f"一切就绪: {home.folder}", "everything is there")
            return 0
        if what == "lock":
            prepare(home, "run", RUNTIME_LOCK)
            return write_locks(home)
        if what == "translate":
            prepare(home, "run", RUNTIME_LOCK)
            return translate(home.root, home.python)
    except Stop as reason:
        print(f"\n✗ {reason}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(
            f"\n✗ 不能写入 {error.filename}：请把代码放到可写的文件夹再试。\n"
            "  This cannot be written: put the checkout into a folder of yours and try again.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\n已中断，再次运行会接着做。/ Interrupted; start again to go on.", file=sys.stderr)
        return 130
    print(usage.strip(), file=sys.stdout if what in ("help", "-h", "--help") else sys.stderr)
    return 0 if what in ("help", "-h", "--help") else 2


def prepare(home: Environment, purpose: str, lock: str) -> None:
    """Set up the system's part and Python's part."""
    system.ensure(purpose, home.log, first=not home.is_ready(lock))
    environments.ensure(home, lock)


def start(home: Environment, words: list[str]) -> int:
    """Start the program from the checkout and return its exit code."""
    path = os.pathsep.join(filter(None, [str(home.root), os.environ.get("PYTHONPATH")]))
    return subprocess.run(
        [home.python, "-m", "desktop", *words],
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    ).returncode


def write_locks(home: Environment) -> int:
    """Write both locks: every platform, every hash, no address of any index."""
    pip = [str(home.python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "uv"]
    if subprocess.run(pip, check=False).returncode:
        return 1
    common = [
        *(str(home.python), "-m", "uv", "pip", "compile", "../pyproject.toml", "--universal", "-q"),
        *("--python-version", "3.11", "--fork-strategy", "fewest", "--generate-hashes"),
        *("--no-header", "--no-annotate", "--only-binary", ":all:", "-c", "constraints.txt"),
    ]
    group = ["--group", "../pyproject.toml:dev", "-c", RUNTIME_LOCK]
    for extra, name in (([], RUNTIME_LOCK), (group, TEST_LOCK)):
        done = subprocess.run([*common, *extra, "-o", name], cwd=home.root / "installer")
        if done.returncode:
            return done.returncode
    return 0
