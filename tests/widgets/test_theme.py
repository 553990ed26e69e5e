"""Colours can be told apart, icons take them, and a change reaches every open widget."""

from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import THEMES, Theme, apply, install_fonts
from desktop.theme.contrast import (
    BORDER_LEAST,
    TEXT_LEAST,
    border_pairs,
    contrast,
    text_pairs,
)
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel


@pytest.mark.parametrize("name", sorted(THEMES))
def test_all_words_can_be_read_on_their_ground(name):
    weak = [
        (what, round(contrast(ink, ground), 2))
        for what, ink, ground in text_pairs(THEMES[name])
        if contrast(ink, ground) < TEXT_LEAST
    ]
    assert weak == []


@pytest.mark.parametrize("name", sorted(THEMES))
def test_borders_of_controls_can_be_seen(name):
    weak = [
        what
        for what, line, ground in border_pairs(THEMES[name])
        if contrast(line, ground) < BORDER_LEAST
    ]
    assert weak == []


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_theme_switch_repaints_open_widgets(theme: Theme, qtbot, qapp: QApplication):
    window = QWidget()
    window.setProperty("kind", "page")
    button = ActionButton("保存", "save", kind="primary", parent=window)
    label = PlainLabel("标题", window, kind="second")
    label.move(0, 60)
    window.resize(200, 120)
    qtbot.addWidget(window)
    window.show()
    light = button.grab().toImage().pixelColor(6, button.height() // 2)
    apply(qapp, "dark", 1.0)
    dark = button.grab().toImage().pixelColor(6, button.height() // 2)
    assert light == QColor(THEMES["light"].brand)
    assert dark == QColor(THEMES["dark"].brand)
    assert label.palette().windowText().color() == QColor(THEMES["dark"].text2)


def test_the_font_factor_makes_words_larger(theme: Theme, qtbot, qapp: QApplication):
    button = ActionButton("保存并新建")
    qtbot.addWidget(button)
    before = button.sizeHint()
    apply(qapp, "light", 1.5)
    assert button.sizeHint().width() > before.width() * 1.3
    assert qapp.font().pixelSize() == 21


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_sharp_on_every_screen_and_takes_the_colour(theme: Theme, ratio):
    pixmap = theme.pixmap("check", "danger", 16, ratio)
    assert pixmap.width() == round(16 * ratio)
    image = pixmap.toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid <= {THEMES["light"].danger.lower()} and solid


def test_every_icon_can_be_drawn_and_its_licence_is_there(theme: Theme):
    folder = resources.files("resources").joinpath("icons")
    names = sorted(p.name[:-4] for p in folder.iterdir() if p.name.endswith(".svg"))
    assert len(names) >= 60
    for name in names:
        assert _has_ink(theme.pixmap(name, "text", 24).toImage()), name
    assert "ISC License" in folder.joinpath("LICENSE-lucide.txt").read_text(encoding="utf-8")


def _has_ink(image) -> bool:
    return any(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


def test_an_installed_chinese_font_is_taken_before_the_fallback(theme: Theme, tmp_path: Path):
    family = install_fonts(tmp_path / "missing.ttf")
    assert family in QFontDatabase.families()


def test_without_a_chinese_font_the_given_one_is_loaded_or_the_lack_is_told(
    theme: Theme, monkeypatch, tmp_path: Path
):
    monkeypatch.setattr(QFontDatabase, "families", staticmethod(lambda *system: []))
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    assert install_fonts(None) is None
    assert install_fonts(tmp_path / "missing.ttf") is None
    assert install_fonts(broken) is None
