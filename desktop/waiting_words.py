"""Say in words what waits to be sent: its provisional number, and where it stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.case_words import moment_words
from desktop.outbox import Waiting

SHOWN_LETTERS = 40


def number_words(waiting: Waiting) -> str:
    """Return the provisional number, which nobody takes for one of the record."""
    return tr("待发-{n}").format(n=f"{waiting.serial:03d}")


def kept_words(waiting: Waiting) -> str:
    """Say that one was kept, and what becomes of it."""
    return tr("服务器没有应答，已存在本机：临时编号 {number}，连上后自动发送并给出正式编号").format(
        number=number_words(waiting)
    )


def back_words(waiting: Waiting) -> str:
    """Say that one stands in the form again, and why."""
    return tr("{number} 已放回表中，请改好后重新保存。服务器没有收下：{why}").format(
        number=number_words(waiting), why=waiting.reason
    )


def about_words(waiting: Waiting) -> str:
    """Return when one was kept and what was told."""
    told = waiting.wanted.facts.content.replace("\n", " ")[:SHOWN_LETTERS]
    at = moment_words(datetime.fromisoformat(waiting.kept_at), datetime.now())
    return tr("{time} 登记：{told}").format(time=at, told=told)


def state_words(waiting: Waiting, number: str, *, is_sending: bool) -> tuple[str, str]:
    """Return where one stands, by its final number if it has one, and the tone of it."""
    if number:
        return tr("已登记，正式编号 {number}").format(number=number), "ok"
    if waiting.reason:
        return tr("服务器没有收下：{why}").format(why=waiting.reason), "danger"
    if is_sending:
        return tr("正在发送……"), "brand"
    return tr("已存在本机，等服务器连上"), "warn"


def count_words(waiting: int, refused: int, sent: int) -> str:
    """Return how many wait, were refused and were sent."""
    return tr("{n} 件待发，{refused} 件待修改，{sent} 件已发送").format(
        n=waiting, refused=refused, sent=sent
    )


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)
