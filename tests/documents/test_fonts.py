"""Which face draws which character, and where the faces come from."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from desktop.documents import font_search
from desktop.documents.errors import DocumentError, FontError, MissingGlyph, Place
from desktop.documents.fonts import STYLES, Fonts
from desktop.documents.repairs import repair, unicode_map
from desktop.errors import sentence

BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def a_face_called(name: str, path: Path, fonts: Fonts) -> Path:
    """Write a copy of the small fallback face under the name of an office font."""
    source = next(Path(face.font.face.filename) for face in [fonts.pick("fangsong", "喆")])
    font = TTFont(source)
    for identity in (1, 4):
        font["name"].setName(name, identity, 3, 1, 0x804)
    font.save(path)
    return path


@pytest.mark.parametrize(
    ("style", "character", "role"),
    [
        ("fangsong", "督", "fangsong"),
        ("fangsong", "8", "latin"),
        ("fangsong", "·", "fangsong"),
        ("fangsong", "“", "fangsong"),
        ("fangsong", "堃", "fangsong-ext"),
        ("fangsong", "㐀", "song"),
        ("fangsong", "𠮷", "rare-b"),
        ("kai", "督", "kai"),
        ("kai", "〇", "song"),
        ("kai", "喆", "kai-ext"),
        ("hei", "喆", "hei"),
        ("hei", "8", "hei"),
        ("xbs", "𬱖", "xbs"),
        ("song", "—", "song"),
    ],
)
def test_the_first_face_of_the_chain_that_has_the_character_draws_it(fonts, style, character, role):
    assert fonts.pick(style, character).role == role


@pytest.mark.parametrize("name", ["喆", "堃", "翀", "龑", "𬱖", "𠮷", "𪚥", "鿍", "䶮", "㐀"])
def test_rare_names_can_be_drawn_in_every_style(fonts, name):
    assert all(fonts.can_draw(style, name) for style in STYLES)


def test_ideographs_of_all_faces_stand_at_one_height(fonts):
    rises = {
        fonts.pick(style, character).role: fonts.pick(style, character).rise
        for style, character in (
            ("fangsong", "督"),
            ("fangsong", "喆"),
            ("kai", "督"),
            ("kai", "喆"),
            ("hei", "督"),
            ("song", "督"),
        )
    }
    # Measured by hand when the faces were chosen, in em.
    assert rises == {
        "fangsong": pytest.approx(0.070, abs=0.012),
        "fangsong-ext": pytest.approx(0.029, abs=0.012),
        "kai": pytest.approx(-0.008, abs=0.012),
        "kai-ext": pytest.approx(0.027, abs=0.012),
        "hei": pytest.approx(0.004, abs=0.012),
        "song": pytest.approx(0.0, abs=0.012),
    }


def test_a_character_of_no_font_is_refused_with_code_point_and_place(fonts):
    with pytest.raises(MissingGlyph) as refused:
        fonts.pick("fangsong", "\U00031234", Place("head", 2))
    assert refused.value.facts == {
        "character": "\U00031234",
        "code_point": "U+31234",
        "field": "head",
        "position": 2,
    }


def test_a_damaged_file_in_the_cache_is_unpacked_anew(tmp_path):
    Fonts(force_bundled=True, cache=tmp_path).pick("fangsong", "8")
    (unpacked,) = tmp_path.glob("latin-*.ttf")
    good = unpacked.read_bytes()
    unpacked.write_bytes(good[:1000])
    Fonts(force_bundled=True, cache=tmp_path).pick("fangsong", "8")
    assert unpacked.read_bytes() == good
    assert list(tmp_path.glob("*.part")) == []


def test_a_damaged_bundle_is_refused(tmp_path):
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    shutil.copy(BUNDLED / "manifest.json", bundle)
    (bundle / "latin.ttf.xz").write_bytes(b"no font")
    fonts = Fonts(force_bundled=True, cache=tmp_path / "cache", bundled=bundle)
    with pytest.raises(FontError) as refused:
        fonts.pick("fangsong", "8")
    assert refused.value.code == "font_damaged"


def test_a_font_of_the_office_wins_over_the_bundled_one(fonts, tmp_path):
    path = a_face_called("仿宋_GB2312", tmp_path / "office.ttf", fonts)
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00\x00\x09")
    office = Fonts(office_folder=tmp_path, cache=tmp_path / "cache")
    assert office.pick("fangsong", "喆").role == "fangsong"
    assert str(path) in office.pick("fangsong", "喆").name
    sources = {source.role: source for source in office.sources()}
    assert (sources["fangsong"].origin, sources["fangsong"].path) == ("office", path)
    assert sources["rare-b"].origin == "bundled"
    # What the office's face lacks still comes from the bundle.
    assert office.pick("fangsong", "督").role == "fangsong"
    assert str(path) not in office.pick("fangsong", "督").name


def test_the_strict_mode_refuses_a_substitute_and_names_the_missing_face(
    fonts, tmp_path, monkeypatch
):
    monkeypatch.setattr(font_search, "system_folders", lambda: ())
    a_face_called("仿宋_GB2312", tmp_path / "office.ttf", fonts)
    strict = Fonts(office_folder=tmp_path, cache=tmp_path / "cache", strict=True)
    assert strict.pick("fangsong", "喆").name.startswith(f"fangsong:{tmp_path}")
    # What the office's face lacks may come from the bundle; a face it lacks may not.
    assert strict.can_draw("fangsong", "督")
    with pytest.raises(FontError) as refused:
        strict.pick("xbs", "督")
    assert refused.value.facts == {"face": "方正小标宋简体"}
    assert "方正小标宋简体" in sentence(refused.value)


def test_the_first_folder_and_the_better_name_win(fonts, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    a_face_called("仿宋", tmp_path / "one" / "a.ttf", fonts)
    best = a_face_called("仿宋_GB2312", tmp_path / "one" / "b.ttf", fonts)
    a_face_called("仿宋_GB2312", tmp_path / "two" / "c.ttf", fonts)
    found = font_search.search([tmp_path / "one", tmp_path / "two"])
    assert found["fangsong"].path == best


def test_every_bundled_face_stands_in_the_manifest_with_a_licence_beside_it():
    packed = {path.name for path in BUNDLED.glob("*.ttf.xz")}
    manifest = (BUNDLED / "manifest.json").read_text(encoding="utf-8")
    assert len(packed) == 9
    assert all(f'"{name}"' in manifest for name in packed)
    assert len(list((BUNDLED / "LICENSES").glob("*.txt"))) >= 7


def test_an_unknown_reportlab_is_refused():
    with pytest.raises(DocumentError) as refused:
        repair("9.0.1")
    assert refused.value.code == "reportlab_version"
    assert refused.value.facts["found"] == "9.0.1"


def test_the_unicode_table_writes_utf16_in_blocks_of_a_hundred():
    table = unicode_map("Any", [0, *range(0x4E00, 0x4E00 + 150), 0x2CC56])
    assert "<97> <D873DC56>" in table
    assert "100 beginbfchar" in table
    assert "51 beginbfchar" in table
