"""Make `.venv` from a lock, once, and know cheaply that it is done."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer.speech import say, stop

RUNTIME_LOCK = "requirements.lock"
TEST_LOCK = "requirements-dev.lock"
NETWORK_SIGNS = (
    "NewConnectionError",
    "Max retries exceeded",
    "ReadTimeout",
    "ConnectTimeout",
    "name resolution",
    "Connection broken",
    "Connection refused",
    "ProxyError",
    "Network is unreachable",
)
HASH_SIGNS = ("DO NOT MATCH THE HASHES",)
UNSUITED_SIGNS = ("Could not find a version", "No matching distribution", "not a supported wheel")


@dataclass(frozen=True)
class Environment:
    """The folders of one checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Return the virtual environment's folder."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Return the environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def log(self) -> Path:
        """Return the file that keeps what apt-get and pip said."""
        return self.root / ".setup.log"

    def lock(self, name: str) -> Path:
        """Return the path of a lock file."""
        return self.root / "installer" / name

    def stamp(self, name: str) -> Path:
        """Return the file that remembers which text of a lock was installed."""
        return self.folder / f".installed-{name}"

    def mark(self, name: str) -> str:
        """Return what the stamp must hold: the lock's hash and the Python it was made with."""
        text = self.lock(name).read_bytes() + sys.version.encode()
        return hashlib.sha256(text).hexdigest()

    def is_ready(self, name: str) -> bool:
        """Tell whether the packages of this lock are installed."""
        stamp = self.stamp(name)
        return self.python.exists() and stamp.exists() and stamp.read_text() == self.mark(name)


def ensure(environment: Environment, name: str) -> None:
    """Make the environment and install the lock, unless both are done."""
    if environment.is_ready(name):
        return
    with _alone(environment.root / ".setup.lock"):
        if environment.is_ready(name):  # the start that we waited for has done it
            return
        if not _is_whole(environment):
            _make(environment)
        _install(environment, name)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one set-up run at a time; the system frees the lock when its holder dies."""
    with path.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            def take(wait: bool) -> None:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            def take(wait: bool) -> None:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))

        try:
            take(False)
        except OSError:
            say("另一个准备过程正在进行，等它完成", "another set-up is running, waiting for it")
            _take_patiently(take)
        yield


def _take_patiently(take: Callable[[bool], None]) -> None:
    """Wait for the lock; Windows gives up after ten seconds by itself, so ask again."""
    for _ in range(90):
        try:
            take(True)
        except OSError:
            continue
        return
    raise stop("另一个准备过程一直没有结束。", "The other set-up does not come to an end.")


def _is_whole(environment: Environment) -> bool:
    """Tell whether the environment's own Python starts and is the version that runs now."""
    if not environment.python.exists():
        return False
    probe = "import pip, sys; print(sys.version)"
    answer = subprocess.run(
        [environment.python, "-I", "-c", probe], capture_output=True, text=True, check=False
    )
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _make(environment: Environment) -> None:
    """Make the environment anew; a half-made one is removed first."""
    if environment.folder.exists():
        say(
            "虚拟环境不完整或属于另一个 Python，重建",
            "the environment is not whole, making it anew",
        )
        try:
            shutil.rmtree(environment.folder)
        except OSError as error:
            raise stop(
                f"无法删除 {environment.folder}({error})：请关闭正在使用它的程序后重试。",
                "The old environment cannot be removed: close what uses it, then try again.",
            ) from error
    say("创建虚拟环境 .venv", "making the environment .venv")
    with environment.log.open("ab") as output:
        made = subprocess.run(
            [sys.executable, "-m", "venv", environment.folder],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if made.returncode:
        shutil.rmtree(environment.folder, ignore_errors=True)
        raise stop(
            f"创建虚拟环境失败，详情见 {environment.log}(磁盘已满？目录不可写？)",
            "The environment could not be made: is the disk full, the folder read-only?",
        )


def _install(environment: Environment, name: str) -> None:
    """Install a lock by pip, every file checked against its hash."""
    say("按锁文件安装依赖(约一两分钟)", f"installing {name}, a minute or two")
    command = [
        *(str(environment.python), "-m", "pip", "install", "-q", "--disable-pip-version-check"),
        *("--no-input", "--retries", "3", "--no-deps", "--only-binary=:all:", "--require-hashes"),
        *("-r", str(environment.lock(name))),
    ]
    answer = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PIP_NO_COLOR": "1"},
        check=False,
    )
    said = answer.stdout + answer.stderr
    with environment.log.open("a", encoding="utf-8") as output:
        output.write(said)
    if answer.returncode:
        raise _explain(said, environment.log)
    # The test lock holds everything of the runtime lock at the same versions.
    for done in {name, RUNTIME_LOCK}:
        environment.stamp(done).write_text(environment.mark(done))


def _explain(said: str, log: Path) -> Exception:
    """Turn what pip said into one sentence and the next step."""
    if any(sign in said for sign in HASH_SIGNS):
        return stop(
            f"下载的文件与锁文件的校验值不符，没有安装。请换一个软件源后重试；详情见 {log}",
            "A file does not match its locked hash and was not installed: try another index.",
        )
    if any(sign in said for sign in NETWORK_SIGNS):
        return stop(
            "连不上 Python 软件源：请检查网络；内网请先设置 PIP_INDEX_URL 指向本单位镜像，再重试。",
            "The Python package index cannot be reached: check the network, or set PIP_INDEX_URL "
            f"to your mirror, then try again (details: {log}).",
        )
    if any(sign in said for sign in UNSUITED_SIGNS):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        return stop(
            f"软件源里没有适合本机(Python {version}，{sys.platform})的文件："
            f"请用 Python 3.11 至 3.13，或换一个完整的镜像；详情见 {log}",
            "The index has no file for this Python and system: use Python 3.11 to 3.13, or a "
            "complete mirror.",
        )
    tail = "\n    ".join(said.strip().splitlines()[-4:])
    return stop(
        f"安装依赖失败，详情见 {log}\n    {tail}",
        "Installing the packages failed: see the lines above, then try again.",
    )
