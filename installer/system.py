"""Find the system libraries that are missing, and install them or say how."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from installer.speech import Stop, say, stop

LIST = Path(__file__).with_name("system-packages.txt")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
CHINESE_FONT = re.compile(
    r"cjk|noto.*(sc|hans)|sourcehan|wqy|uming|ukai|simsun|simhei|msyh|fangsong|droidsansfallback",
    re.IGNORECASE,
)
CREATE_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")
CREATE_CLUSTER_OF_DEBIAN = Path("/usr/share/postgresql-common/createcluster.conf")
LOCK_WAIT = "DPkg::Lock::Timeout=300"


@dataclass(frozen=True)
class Need:
    """One system package and the sign by which it is recognised."""

    group: str
    package: str
    sign: str


def needs() -> list[Need]:
    """Read the list of system packages."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [Need(*line.split()) for line in lines if line and not line.startswith("#")]


def groups_for(purpose: str, environment: dict[str, str]) -> tuple[set[str], set[str]]:
    """Return the groups without which `purpose` fails, and those it would like to have."""
    if purpose == "test":
        return {"base", "window", "print", "font", "test"}, set()
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return {"base", "window"}, {"print", "font"}
    return {"base"}, {"window", "print", "font"}


def linker_cache() -> str | None:
    """Return the list of libraries the linker knows, or None where it keeps none."""
    program = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if program is None:
        return None
    answer = subprocess.run([program, "-p"], capture_output=True, text=True, check=False)
    return answer.stdout if answer.returncode == 0 else None


def has_chinese_font() -> bool:
    """Tell whether a font that holds Chinese lies in one of the usual folders."""
    for folder in FONT_FOLDERS:
        for _, _, names in os.walk(os.path.expanduser(folder)):
            if any(CHINESE_FONT.search(name) for name in names):
                return True
    return False


def missing(wanted: Iterable[Need]) -> list[Need]:
    """Return those needs whose sign is not on this machine."""
    libraries = linker_cache()
    absent = []
    for need in wanted:
        kind, _, name = need.sign.partition(":")
        if kind == "lib":
            there = libraries is None or f"\t{name} " in libraries
        elif kind == "program":
            there = shutil.which(name) is not None
        elif kind == "file":
            there = any(Path("/").glob(name))
        else:
            there = has_chinese_font()
        if not there:
            absent.append(need)
    return absent


def postgres_programs() -> Path | None:
    """Return the folder of the newest PostgreSQL of the distribution, or None."""
    found = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    versions = sorted((int(one.parents[1].name), one.parent) for one in found)
    return versions[-1][1] if versions else None


def python_needs() -> list[Need]:
    """Return the package of `venv` where the distribution has split it off Python."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        return [Need("base", f"python{version}-venv", "module:ensurepip")]
    return []


def apt_line(packages: list[str]) -> str:
    """Return the line that a person without root's rights has to have run."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def ensure(purpose: str, log: Path, first: bool) -> None:
    """Install what `purpose` needs of the system, or stop with the line that does.

    What it only would like to have is looked after at the first set-up and never stops it.
    """
    if not sys.platform.startswith("linux"):
        return
    needed, wished = groups_for(purpose, dict(os.environ))
    absent = missing(need for need in needs() if need.group in needed | wished) + python_needs()
    if not absent:
        return
    packages = [need.package for need in absent]
    required = [need for need in absent if need.group in needed]
    if not required and not first:
        return
    can_install = shutil.which("apt-get") is not None
    if can_install and os.geteuid() == 0:
        if not install(packages, log) and required:
            raise _failed(log)
        return
    if not required:
        advice = apt_line(packages) if can_install else " ".join(packages)
        say(f"可选(窗口、打印、中文字体): {advice}", "optional: window, printing, fonts")
        return
    if can_install:
        line = apt_line(packages)
        raise stop(
            f"缺少系统库。请先运行下面这一行，再重试：\n    {line}",
            "System libraries are missing: run the line above, then try again.",
        )
    listed = ", ".join(f"{need.package} ({need.sign})" for need in required)
    raise stop(
        f"缺少系统库，请用本系统的软件管理器安装(Debian 的包名)：\n    {listed}",
        "System libraries are missing (Debian's names above): install them with this system's "
        "package manager, then try again.",
    )


def install(packages: list[str], log: Path) -> bool:
    """Install packages by apt-get and tell whether it worked."""
    say(
        f"安装系统库(需要几分钟): {' '.join(packages)}",
        "installing system libraries, a few minutes",
    )
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", LOCK_WAIT]
    with log.open("ab") as output, _no_server_started(packages):
        if _run([*command, *packages], output) == 0:
            return True
        # A fresh machine has no package lists, an old one lists files that are gone. An update that
        # fails for one foreign source is no reason to stop: the install tells.
        _run(["apt-get", "update", "-q", "-o", LOCK_WAIT], output)
        return _run([*command, *packages], output) == 0


@contextmanager
def _no_server_started(packages: list[str]) -> Iterator[None]:
    """Let PostgreSQL come without a server of its own: the tests start theirs.

    Debian makes one at the first install, unless its configuration, which is asked for nothing else
    then, says otherwise; afterwards it is as Debian has it.
    """
    if "postgresql" not in packages or CREATE_CLUSTER.exists():
        yield
        return
    CREATE_CLUSTER.parent.mkdir(exist_ok=True)
    CREATE_CLUSTER.write_text("create_main_cluster = false\n", encoding="utf-8")
    try:
        yield
    finally:
        CREATE_CLUSTER.with_suffix(".conf.ucf-dist").unlink(missing_ok=True)
        if CREATE_CLUSTER_OF_DEBIAN.exists():
            shutil.copyfile(CREATE_CLUSTER_OF_DEBIAN, CREATE_CLUSTER)
        else:
            CREATE_CLUSTER.unlink()


def _failed(log: Path) -> Stop:
    """Return the error for an apt-get that could not install what is needed."""
    tail = "\n    ".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-4:])
    return stop(
        f"apt-get 没有装成。请检查网络和软件源后重试；详情见 {log}\n    {tail}",
        "apt-get could not install them: check the network and the package sources, try again.",
    )


def _run(command: list[str], output: IO[bytes]) -> int:
    """Run apt-get without questions; return its exit code."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=environment,
        check=False,
    ).returncode
