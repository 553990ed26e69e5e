"""Colours, type and icons of the screens; `apply` dresses the application."""

from desktop.theme.fonts import FACTORS, install_fonts
from desktop.theme.theme import Theme, active_theme, apply
from desktop.theme.tokens import DARK, LIGHT, PROJECTION, THEMES, Tokens

__all__ = [
    "DARK",
    "FACTORS",
    "LIGHT",
    "PROJECTION",
    "THEMES",
    "Theme",
    "Tokens",
    "active_theme",
    "apply",
    "install_fonts",
]
