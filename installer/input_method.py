"""A Chinese input method for one stage: fcitx5 with pinyin, unpacked beside the checkout.

Installing its packages would bring Qt 5 and a browser engine; unpacked, a dozen of them are enough.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.screen import screen
from installer.speech import stop

PACKAGES = (
    *("fcitx5", "fcitx5-data", "fcitx5-modules", "fcitx5-pinyin", "fcitx5-chinese-addons-data"),
    *(
        "fcitx5-module-punctuation",
        "fcitx5-module-fullwidth",
        "libfcitx5config6",
        "libfcitx5core7",
        "libfcitx5utils2",
    ),
    *("libime-data", "libime-data-language-model", "libimecore0", "libimepinyin0"),
    *("libenchant-2-2", "libxcb-ewmh2", "libxcb-imdkit1", "libxcb-xinerama0"),
    *("libxdo3", "xdotool"),
)
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=pinyin
Layout=
[GroupOrder]
0=Default
"""
FULL_WIDTH = "[Hotkey]\n0=Shift+space\n"
BEHAVIOUR = "[Behavior]\nActiveByDefault=True\n"
PATIENCE_S = 30.0
_PORTAL = "org.freedesktop.portal.IBus"


@contextmanager
def input_method(folder: Path) -> Iterator[dict[str, str]]:
    """Start a screen, a session bus and fcitx5 on them; give the variables that lead there."""
    root = _unpacked(folder)
    with screen() as there:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert bus.stdout is not None
        variables = {
            **there,
            **_leading(root),
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
        }
        try:
            daemon = _start(root, folder, variables)
            try:
                yield variables
            finally:
                daemon.terminate()
                daemon.wait()
        finally:
            bus.terminate()
            bus.wait()


def _unpacked(folder: Path) -> Path:
    """Fetch the packages with apt and unpack them; nothing is installed."""
    if not sys.platform.startswith("linux"):
        raise stop("这一阶段只在 Linux 上运行。", "this stage runs on Linux only.")
    packages, root = folder / "packages", folder / "root"
    packages.mkdir()
    try:
        subprocess.run(["apt-get", "-q", "download", *PACKAGES], cwd=packages, check=True)
        for package in sorted(packages.glob("*.deb")):
            subprocess.run(["dpkg", "-x", str(package), str(root)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise stop(
            "取不到 fcitx5：请先运行 apt-get update。",
            f"fcitx5 could not be fetched ({error}); run apt-get update first.",
        ) from error
    return root


def _leading(root: Path) -> dict[str, str]:
    """Return what lets programs and libraries of an unpacked root be found."""
    libraries = next(root.glob("usr/lib/*-linux-gnu"))
    return {
        "PATH": f"{root / 'usr/bin'}:{os.environ['PATH']}",
        "LD_LIBRARY_PATH": str(libraries),
        "FCITX_ADDON_DIRS": str(libraries / "fcitx5"),
        "LIBIME_MODEL_DIRS": str(libraries / "libime"),
        "XDG_DATA_DIRS": f"{root / 'usr/share'}:/usr/local/share:/usr/share",
        # As a desktop with fcitx5 sets them; the program finds its way from here by itself.
        "QT_IM_MODULE": "fcitx",
        "XMODIFIERS": "@im=fcitx",
    }


def _start(root: Path, folder: Path, variables: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start fcitx5 with pinyin as its one method; return when programs can reach it."""
    settings = folder / "settings"
    (settings / "fcitx5/conf").mkdir(parents=True)
    (settings / "fcitx5/conf/fullwidth.conf").write_text(FULL_WIDTH, encoding="utf-8")
    (settings / "fcitx5/profile").write_text(PROFILE, encoding="utf-8")
    (settings / "fcitx5/config").write_text(BEHAVIOUR, encoding="utf-8")
    own = {"XDG_CONFIG_HOME": str(settings), "XDG_DATA_HOME": str(folder / "learned")}
    daemon = subprocess.Popen(
        [str(root / "usr/bin/fcitx5"), "--disable=wayland,waylandim,notificationitem"],
        env={**os.environ, **variables, **own},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + PATIENCE_S
    while not _is_reachable(variables):
        if daemon.poll() is not None or time.monotonic() > end:
            daemon.kill()
            daemon.wait()
            raise stop("输入法 fcitx5 没有启动。", "fcitx5 did not start.")
        time.sleep(0.1)
    return daemon


def _is_reachable(variables: dict[str, str]) -> bool:
    asked = subprocess.run(
        [
            *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"),
            *("org.freedesktop.DBus.NameHasOwner", f"string:{_PORTAL}"),
        ],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return "true" in asked.stdout
