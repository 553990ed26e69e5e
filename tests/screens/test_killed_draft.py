"""A program killed while somebody types offers the draft back whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop.pages.register_drafts import DraftOffer
from tests.screens.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
TOLD = "永上社区中心街29号三楼夜间装修，邻居多次交涉无果，来电人要求今晚回话。"


def killed_while_typing(identity: str, words: str) -> None:
    """Let a program of its own type words, and kill it as soon as they are kept."""
    command = [sys.executable, "-m", "tests.faults.typing_child", identity, words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        line = program.stdout.readline()
        program.send_signal(signal.SIGKILL)
    assert line == "kept\n"
    assert program.returncode == -signal.SIGKILL


def test_what_was_typed_before_a_kill_is_offered_back_whole(desk: Desk) -> None:
    session: Any = desk.services.session
    assert session.is_practice  # invented people need no key store; its part is tested beside
    identity = f"{session.street_id}/{session.street_name}/{session.login}"
    killed_while_typing(identity, TOLD)
    page = desk.page("register")
    assert TOLD[:20] in desk.find(DraftOffer, page).words()
    desk.press(None, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.form.content.value() == TOLD
