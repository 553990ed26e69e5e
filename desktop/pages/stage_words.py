"""How the second screen is spoken of: which one, how far, whether it can be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QScreen

from desktop.screen.optics import EASY_MINUTES, LEAST_MINUTES, Optics


def translate(context: str, source: str) -> str:
    """Return a text in the language of the window; lupdate finds the calls by this name."""
    return str(QCoreApplication.translate(context, source))


def number(value: float) -> str:
    """Return a number without a useless nought behind the point."""
    return f"{value:.1f}".removesuffix(".0")


def looked_at(optics: Optics) -> str:
    """Return the screen and the distance: 75 英寸 · 观看距离 8 米 · 清晰."""
    distance = translate("stage", "观看距离 {n} 米").format(n=number(optics.distance_m))
    if not optics.is_measured:
        return distance
    size = translate("stage", "{n} 英寸").format(n=optics.inches)
    clear = translate("stage", "清晰") if optics.is_readable else translate("stage", "看不清")
    return " · ".join((size, distance, clear))


def verdict(optics: Optics) -> tuple[str, str]:
    """Return in a sentence whether the smallest letter can be read, and the tone of it."""
    if not optics.is_measured:
        words = translate("stage", "屏幕没有报告真实尺寸，无法核算字号。请填写对角线（英寸）。")
        return words, "warn"
    minutes = f"{optics.minutes:.0f}"
    if not optics.is_readable:
        words = translate(
            "stage",
            "最小字只有 {minutes}′，不足 {least}′：这块屏幕最远看 {far} 米，请坐近些或换大屏。",
        )
        least, far = f"{LEAST_MINUTES:.0f}", number(optics.farthest_m)
        return words.format(minutes=minutes, least=least, far=far), "danger"
    if optics.minutes >= EASY_MINUTES:
        return translate("stage", "最小字 {minutes}′，看得舒服。").format(minutes=minutes), "ok"
    return translate("stage", "最小字 {minutes}′，看得清。").format(minutes=minutes), "ok"


def screen_name(screen: QScreen) -> str:
    """Return how a screen is offered: its name and its pixels."""
    size = screen.size() * screen.devicePixelRatio()
    words = translate("stage", "{name}（{width} × {height}）")
    return words.format(name=screen.name(), width=size.width(), height=size.height())
