"""The colours of the screens: one frozen set per theme, and nothing else names a colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Tone:
    """A pair of colours that belong together: words and the ground under them."""

    fg: str
    bg: str


@dataclass(frozen=True)
class Tokens:
    """Every colour a widget may use, named by its duty and not by its hue."""

    name: str
    dark: bool
    bg: str
    surface: str
    surface2: str
    hover: str
    select: str
    border: str
    control_border: str
    text: str
    text2: str
    text3: str
    disabled: str
    brand: str
    brand_hover: str
    brand_pressed: str
    brand_weak: str
    on_brand: str
    nav: str
    nav_item: str
    nav_active: str
    nav_text: str
    nav_text3: str
    on_nav: str
    danger: str
    warn: str
    ok: str
    danger_weak: str
    warn_weak: str
    ok_weak: str
    hit: str
    on_danger: str
    focus: str
    bar_ok: str
    bar_warn: str
    bar_bad: str
    bar_track: str
    badge: str
    on_badge: str
    shadow: str
    tones: Mapping[str, Tone]
    cards: Mapping[str, str]
    heat: tuple[str, ...]
    heat_text: tuple[str, ...]

    def tone(self, name: str) -> Tone:
        """Return the pair called `name`; an unknown name is grey."""
        return self.tones.get(name, self.tones["grey"])

    def ink(self, name: str) -> str:
        """Return the colour for words of this tone on an ordinary surface."""
        plain = {
            "text": self.text,
            "text2": self.text2,
            "text3": self.text3,
            "disabled": self.disabled,
            "brand": self.brand,
            "link": self.brand,
            "danger": self.danger,
            "bad": self.danger,
            "warn": self.warn,
            "ok": self.ok,
            "done": self.ok,
            "on_brand": self.on_brand,
            "on_danger": self.on_danger,
            "nav_text": self.nav_text,
            "on_nav": self.on_nav,
        }
        return plain[name] if name in plain else self.tone(name).fg


def _tones(**pairs: tuple[str, str]) -> Mapping[str, Tone]:
    return MappingProxyType({name: Tone(fg, bg) for name, (fg, bg) in pairs.items()})


LIGHT: Final = Tokens(
    name="light",
    dark=False,
    bg="#F2F5F9",
    surface="#FFFFFF",
    surface2="#F7F9FC",
    hover="#EEF4FC",
    select="#E1EDFC",
    border="#DCE3EC",
    control_border="#8793A4",
    text="#172234",
    text2="#445168",
    text3="#5A677B",
    disabled="#98A3B3",
    brand="#1456B8",
    brand_hover="#0F4798",
    brand_pressed="#0B3876",
    brand_weak="#E6F0FC",
    on_brand="#FFFFFF",
    nav="#0F2140",
    nav_item="#17305A",
    nav_active="#1F56A8",
    nav_text="#C5D2E6",
    nav_text3="#9DB0CC",
    on_nav="#FFFFFF",
    danger="#B3261E",
    warn="#8A5200",
    ok="#17693A",
    danger_weak="#FDECEA",
    warn_weak="#FFF3DC",
    ok_weak="#E3F4E9",
    hit="#FFE28A",
    on_danger="#FFFFFF",
    focus="#1456B8",
    bar_ok="#2E9E5B",
    bar_warn="#E09A1A",
    bar_bad="#D64037",
    bar_track="#E7ECF2",
    badge="#C8322A",
    on_badge="#FFFFFF",
    shadow="#2B3A50",
    tones=_tones(
        grey=("#4A5768", "#ECEFF3"),
        amber=("#8A5200", "#FFF3DC"),
        blue=("#0B5CAD", "#E3F0FD"),
        purple=("#6B3A99", "#F3EAFA"),
        green=("#17693A", "#E3F4E9"),
        rose=("#9B2C55", "#FCE8F0"),
        teal=("#0B6370", "#DFF3F5"),
        red=("#B3261E", "#FDECEA"),
    ),
    cards=MappingProxyType(
        {"ordinary": "#2F74D6", "yellow": "#E0A800", "red": "#D0332B", "listed": "#7440B0"}
    ),
    heat=("#EEF3FA", "#CFDFF5", "#A3C3EE", "#6A9CDF", "#2F6CC4", "#0F3F8C"),
    heat_text=("#172234", "#172234", "#172234", "#172234", "#FFFFFF", "#FFFFFF"),
)

DARK: Final = Tokens(
    name="dark",
    dark=True,
    bg="#0F1620",
    surface="#172130",
    surface2="#1C2838",
    hover="#223147",
    select="#1E3D68",
    border="#2C3B50",
    control_border="#6B7C93",
    text="#E8EEF6",
    text2="#B6C2D2",
    text3="#A5B2C4",
    disabled="#66758A",
    brand="#6EA8FF",
    brand_hover="#8DBAFF",
    brand_pressed="#A9CBFF",
    brand_weak="#1B3253",
    on_brand="#0F1620",
    nav="#0A111B",
    nav_item="#152844",
    nav_active="#1F56A8",
    nav_text="#C5D2E6",
    nav_text3="#93A5C0",
    on_nav="#FFFFFF",
    danger="#FF9A90",
    warn="#FFC766",
    ok="#7FDBA0",
    danger_weak="#43201F",
    warn_weak="#3E2F12",
    ok_weak="#163524",
    hit="#4C3D0C",
    on_danger="#0F1620",
    focus="#6EA8FF",
    bar_ok="#3FBF74",
    bar_warn="#F0B23C",
    bar_bad="#F0635A",
    bar_track="#2B3A4F",
    badge="#C8322A",
    on_badge="#FFFFFF",
    shadow="#000000",
    tones=_tones(
        grey=("#B6C2D2", "#2A3646"),
        amber=("#FFC766", "#3E2F12"),
        blue=("#86BEFF", "#173252"),
        purple=("#D0A9F5", "#33234A"),
        green=("#7FDBA0", "#163524"),
        rose=("#FFA3C4", "#432030"),
        teal=("#7AD5DF", "#12373C"),
        red=("#FF9A90", "#43201F"),
    ),
    cards=MappingProxyType(
        {"ordinary": "#5C9DF5", "yellow": "#F2BE33", "red": "#F0635A", "listed": "#B07FE8"}
    ),
    heat=("#1C2838", "#1D3657", "#22487A", "#2E62A8", "#5B97E6", "#A5CAFF"),
    heat_text=("#E8EEF6", "#E8EEF6", "#E8EEF6", "#FFFFFF", "#0F1620", "#0F1620"),
)

PROJECTION: Final = Tokens(
    name="projection",
    dark=True,
    bg="#071426",
    surface="#0E2140",
    surface2="#0A1A33",
    hover="#16305A",
    select="#1A3A6C",
    border="#23406F",
    control_border="#6F8DBB",
    text="#FFFFFF",
    text2="#C9D8EE",
    text3="#A3B8D6",
    disabled="#6B82A6",
    brand="#6EA8FF",
    brand_hover="#8DBAFF",
    brand_pressed="#A9CBFF",
    brand_weak="#16305A",
    on_brand="#071426",
    nav="#071426",
    nav_item="#0E2140",
    nav_active="#1F56A8",
    nav_text="#C9D8EE",
    nav_text3="#A3B8D6",
    on_nav="#FFFFFF",
    danger="#FF8A80",
    warn="#FFC857",
    ok="#5BE49B",
    danger_weak="#3D1520",
    warn_weak="#33290F",
    ok_weak="#0D3326",
    hit="#4A3B0C",
    on_danger="#071426",
    focus="#5AD7FF",
    bar_ok="#5BE49B",
    bar_warn="#FFC857",
    bar_bad="#FF8A80",
    bar_track="#23406F",
    badge="#C8322A",
    on_badge="#FFFFFF",
    shadow="#000000",
    tones=_tones(
        grey=("#C9D8EE", "#1B3052"),
        amber=("#FFC857", "#33290F"),
        blue=("#8FC0FF", "#12305A"),
        purple=("#D8B6FA", "#2C2150"),
        green=("#5BE49B", "#0D3326"),
        rose=("#FFA3C4", "#3B1830"),
        teal=("#5AD7FF", "#0B3446"),
        red=("#FF8A80", "#3D1520"),
    ),
    cards=MappingProxyType(
        {"ordinary": "#6EA8FF", "yellow": "#FFC857", "red": "#FF8A80", "listed": "#C79BF2"}
    ),
    heat=("#0E2140", "#143160", "#1B4587", "#2A63B8", "#5B97E6", "#A5CAFF"),
    heat_text=("#FFFFFF", "#FFFFFF", "#FFFFFF", "#FFFFFF", "#071426", "#071426"),
)

THEMES: Final[Mapping[str, Tokens]] = MappingProxyType(
    {tokens.name: tokens for tokens in (LIGHT, DARK, PROJECTION)}
)
