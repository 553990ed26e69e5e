"""Which colours meet on the screens, and how well they can be told apart (WCAG 2)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.theme.tokens import Tokens

TEXT_LEAST = 4.5
BORDER_LEAST = 3.0


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * _channel(red) + 0.7152 * _channel(green) + 0.0722 * _channel(blue)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1.0 to 21.0."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def text_pairs(tokens: Tokens) -> Iterator[tuple[str, str, str]]:
    """Yield (what, words, ground) for every pair in which words are read."""
    grounds = ("bg", "surface", "surface2", "hover", "select")
    for ink in ("text", "text2", "text3"):
        for ground in grounds:
            yield f"{ink} on {ground}", getattr(tokens, ink), getattr(tokens, ground)
    for ink in ("brand", "danger", "warn", "ok"):
        for ground in ("bg", "surface", "surface2", "select"):
            yield f"{ink} on {ground}", getattr(tokens, ink), getattr(tokens, ground)
    for ink, ground in (
        ("brand", "brand_weak"),
        ("on_brand", "brand"),
        ("on_brand", "brand_hover"),
        ("on_brand", "brand_pressed"),
        ("nav_text", "nav"),
        ("nav_text", "nav_item"),
        ("nav_text3", "nav"),
        ("nav_text3", "nav_item"),
        ("on_nav", "nav_active"),
        ("on_nav", "nav_item"),
        ("danger", "danger_weak"),
        ("text", "danger_weak"),
        ("warn", "warn_weak"),
        ("text", "warn_weak"),
        ("text2", "danger_weak"),
        ("text2", "warn_weak"),
        ("ok", "ok_weak"),
        ("text", "hit"),
        ("text2", "hit"),
        ("text3", "hit"),
        ("on_danger", "danger"),
        ("on_badge", "badge"),
    ):
        yield f"{ink} on {ground}", getattr(tokens, ink), getattr(tokens, ground)
    for name, tone in tokens.tones.items():
        yield f"{name} chip", tone.fg, tone.bg
        yield f"{name} chip on a chosen row", tone.fg, tokens.surface
    for step, (ground, ink) in enumerate(zip(tokens.heat, tokens.heat_text, strict=True)):
        yield f"heat {step}", ink, ground


def border_pairs(tokens: Tokens) -> Iterator[tuple[str, str, str]]:
    """Yield (what, line, ground) for every pair in which a line shows where a control is."""
    for line in ("control_border", "focus", "danger", "warn"):
        yield f"{line} on surface", getattr(tokens, line), tokens.surface
    yield "focus on bg", tokens.focus, tokens.bg
    yield "focus on select", tokens.focus, tokens.select
    yield "the chosen bar on nav", tokens.nav_text, tokens.nav_active
