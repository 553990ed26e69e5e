"""Type: which families, how large, and what to do where no Chinese font is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "PingFang SC",
    "SimHei",
)
FACTORS: Final = (1.0, 1.15, 1.3, 1.5)
SIZES: Final = {
    "page": 20,
    "title": 18,
    "row": 15,
    "body": 14,
    "second": 13,
    "small": 12,
    "kpi": 30,
}


def install_fonts(fallback: Path | None = None) -> str | None:
    """Return the Chinese family to use; load `fallback` only when the system has none.

    None means that no Chinese text can be shown: the caller says so before it opens a window.
    """
    known = set(QFontDatabase.families())
    for family in FAMILIES:
        if family in known:
            return family
    system = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if system:
        return system[0]
    if fallback is None or not fallback.is_file():
        return None
    loaded = QFontDatabase.addApplicationFont(str(fallback))
    families = QFontDatabase.applicationFontFamilies(loaded) if loaded >= 0 else []
    return families[0] if families else None


class FontBook:
    """Make each font once: by size in pixels at factor 1.0, and weight."""

    def __init__(self, factor: float = 1.0, first_family: str | None = None) -> None:
        self._factor = factor
        self._families = list(FAMILIES)
        if first_family is not None:
            self._families = [first_family, *(f for f in FAMILIES if f != first_family)]
        self._made: dict[tuple[int, bool, bool], QFont] = {}

    @property
    def families(self) -> list[str]:
        """The families in order of preference."""
        return list(self._families)

    def pixels(self, size: int) -> int:
        """Return `size` times the user's factor, in whole pixels."""
        return max(1, round(size * self._factor))

    def font(self, size: int = 14, *, bold: bool = False, underline: bool = False) -> QFont:
        """Return the shared font of this size; do not change it."""
        key = (size, bold, underline)
        if key not in self._made:
            font = QFont(self._families)
            font.setPixelSize(self.pixels(size))
            font.setBold(bold)
            font.setUnderline(underline)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._made[key] = font
        return self._made[key]
