"""Build the fonts of the printed pages from packages of Debian and npm.

Run once by a developer who wants to renew them: `python -m installer.build_fonts WORK_FOLDER`.
The results are committed (`resources/fonts`), so nobody else needs fontTools, apt or npm. Nothing
is installed: the packages are only fetched, checked against the sums below and unpacked.

ReportLab takes TrueType outlines only, so the one CFF face is converted. A face that was cut down
is a modified version and must not carry a reserved name: all are called "Gongwen …".
"""

import bz2
import gzip
import hashlib
import json
import lzma
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"


@dataclass(frozen=True)
class Package:
    """A package to fetch: the file it arrives as, its sum, the command that fetches it."""

    name: str
    pattern: str
    sha256: str
    npm: bool = False


FANDOL = Package(
    "texlive-lang-chinese",
    "texlive-lang-chinese_*.deb",
    "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
WENKAI = Package(
    "fonts-lxgw-wenkai",
    "fonts-lxgw-wenkai_*.deb",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
ARPHIC = Package(
    "fonts-arphic-gkai00mp",
    "fonts-arphic-gkai00mp_*.deb",
    "7c5452a4f5ce4eb351ceb25ee9ae359c8b094c2fd68955b9c93bd34c315bebf1",
)
HANAZONO = Package(
    "fonts-hanazono",
    "fonts-hanazono_*.deb",
    "a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae",
)
LIBERATION = Package(
    "fonts-liberation2",
    "fonts-liberation2_*.deb",
    "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda",
)
UNICODE = Package(
    "unicode-data",
    "unicode-data_*.deb",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)
NOTO_SANS = Package(
    "@expo-google-fonts/noto-sans-sc@0.4.3",
    "expo-google-fonts-noto-sans-sc-*.tgz",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    npm=True,
)
NOTO_SERIF = Package(
    "@expo-google-fonts/noto-serif-sc@0.4.3",
    "expo-google-fonts-noto-serif-sc-*.tgz",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    npm=True,
)
PACKAGES = (FANDOL, WENKAI, ARPHIC, HANAZONO, LIBERATION, UNICODE, NOTO_SANS, NOTO_SERIF)

# Blocks of signs that a head or a title may need besides ideographs.
SIGNS = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x2000, 0x2070),
    range(0x2100, 0x2200),
    range(0x2200, 0x2300),
    range(0x2460, 0x2500),
    range(0x25A0, 0x2700),
    range(0x3000, 0x3040),
    range(0xFF00, 0xFFF0),
)
RARE = range(0x20000, 0x2EBE1)  # CJK extensions B to F

# What a TrueType face says of its largest glyph; ReportLab reads none of it.
LIMITS = (
    "maxZones",
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentDepth",
)

# Licence texts: the package, the file in it, the name it gets here.
LICENCES = (
    (FANDOL, "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz", "Fandol-COPYING.txt"),
    (WENKAI, "usr/share/doc/fonts-lxgw-wenkai/copyright", "LXGWWenKai-OFL.txt"),
    (
        ARPHIC,
        "usr/share/doc/fonts-arphic-gkai00mp/license/english/ARPHICPL.TXT.gz",
        "Arphic-Public-License.txt",
    ),
    (HANAZONO, "usr/share/doc/fonts-hanazono/copyright", "Hanazono-copyright.txt"),
    (LIBERATION, "usr/share/doc/fonts-liberation2/copyright", "Liberation-OFL.txt"),
    (NOTO_SANS, "package/LICENSE_FONT", "NotoSansSC-OFL.txt"),
    (NOTO_SERIF, "package/LICENSE_FONT", "NotoSerifSC-OFL.txt"),
)


class Sources:
    """The fetched and unpacked packages below one folder."""

    def __init__(self, folder: Path) -> None:
        """Keep packages and their contents below the folder."""
        self._folder = folder

    def fetch(self, package: Package) -> None:
        """Fetch a package if it is not there, check its sum, unpack it."""
        store = self._folder / "packages"
        store.mkdir(parents=True, exist_ok=True)
        if not list(store.glob(package.pattern)):
            command = ["npm", "pack"] if package.npm else ["apt-get", "download"]
            subprocess.run([*command, package.name], cwd=store, check=True)
        archive = next(store.glob(package.pattern))
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != package.sha256:
            raise SystemExit(f"{archive.name} is not the pinned version: {found}")
        target = self._unpacked(package)
        if target.exists():
            return
        if package.npm:
            with tarfile.open(archive) as tar:
                tar.extractall(target, filter="data")
        else:
            subprocess.run(["dpkg-deb", "-x", str(archive), str(target)], check=True)

    def path(self, package: Package, name: str) -> Path:
        """Return the file of a package, by the end of its path."""
        return next(self._unpacked(package).rglob(name))

    def file(self, package: Package, path: str) -> Path:
        """Return the file of a package, by its path."""
        return self._unpacked(package) / path

    def _unpacked(self, package: Package) -> Path:
        return self._folder / re.sub(r"[^a-z0-9]+", "-", package.name)


def common_characters(sources: Sources) -> set[int]:
    """Return the 8105 characters of the table of 2013, from Unihan."""
    text = bz2.decompress(sources.path(UNICODE, "Unihan_OtherMappings.txt.bz2").read_bytes())
    found = re.findall(rb"^U\+([0-9A-F]+)\tkTGH\t", text, re.MULTILINE)
    return {int(code, 16) for code in found}


def load(path: Path) -> TTFont:
    """Open a font file for changing; time stamps stay as they are, for equal bytes."""
    return TTFont(path, recalcTimestamp=False, lazy=False)


def covered(font: TTFont) -> set[int]:
    """Return the code points that the font maps."""
    return set(font.getBestCmap())


def cut(font: TTFont, characters: Iterable[int]) -> TTFont:
    """Keep these characters and no layout tables, hints or alternates."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "gasp", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(set(characters)))
    subsetter.subset(font)
    return font


def with_quadratic_outlines(font: TTFont) -> TTFont:
    """Turn CFF outlines into TrueType outlines, at most one unit off."""
    shapes = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = glyphs
    maximum = font["maxp"]
    maximum.tableVersion = 0x00010000
    for limit in LIMITS:
        setattr(maximum, limit, 0)
    maximum.maxZones = 1
    for name in order:
        glyph = table[name]
        glyph.recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    del font["CFF "]
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"
    return font


def rename(font: TTFont, role: str) -> None:
    """Give the face its own name; the notices of its makers stay."""
    family = f"Gongwen {role.title().replace('-', ' ')}"
    names = font["name"]
    for record in list(names.names):
        if record.nameID not in (0, 13, 14):
            names.removeNames(nameID=record.nameID)
    for identity, text in (
        (1, family),
        (2, "Regular"),
        (3, f"{family} 1"),
        (4, family),
        (5, "Version 1.0"),
        (6, family.replace(" ", "")),
    ):
        names.setName(text, identity, 3, 1, 0x409)


def faces(sources: Sources) -> Iterable[tuple[str, TTFont]]:
    """Make the faces one by one, in the order in which they lean on each other."""
    common = common_characters(sources)
    head = common | {code for block in SIGNS for code in block}

    song = load(sources.path(NOTO_SERIF, "NotoSerifSC_400Regular.ttf"))
    in_song = covered(song)
    yield "song", cut(song, in_song)

    fangsong = load(sources.path(FANDOL, "FandolFang-Regular.otf"))
    in_fangsong = covered(fangsong)
    yield "fangsong", with_quadratic_outlines(cut(fangsong, in_fangsong))
    light = load(sources.path(WENKAI, "LXGWWenKai-Light.ttf"))
    yield "fangsong-ext", cut(light, common - in_fangsong)

    kai = load(sources.path(ARPHIC, "gkai00mp.ttf"))
    in_kai = covered(kai)
    yield "kai", cut(kai, in_kai)
    regular = load(sources.path(WENKAI, "LXGWWenKai-Regular.ttf"))
    yield "kai-ext", cut(regular, common - in_kai)

    yield "hei", cut(load(sources.path(NOTO_SANS, "NotoSansSC_500Medium.ttf")), head)
    yield "xbs", cut(load(sources.path(NOTO_SERIF, "NotoSerifSC_700Bold.ttf")), head)
    latin = load(sources.path(LIBERATION, "LiberationSerif-Regular.ttf"))
    yield "latin", cut(latin, {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x391, 0x3CA)})
    rare = load(sources.path(HANAZONO, "HanaMinB.ttf"))
    yield "rare-b", cut(rare, set(RARE) - in_song)


def write(role: str, font: TTFont, target: Path) -> dict[str, object]:
    """Write one face compressed; return its line of the manifest."""
    rename(font, role)
    plain = target / f"{role}.ttf"
    font.save(plain)
    content = plain.read_bytes()
    plain.unlink()
    packed = target / f"{role}.ttf.xz"
    packed.write_bytes(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME))
    print(f"{role}: {len(content)} bytes, {packed.stat().st_size} packed", flush=True)
    return {
        "role": role,
        "file": packed.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "characters": len(covered(font)),
    }


def copy_licences(sources: Sources, target: Path) -> None:
    """Put the licence of each source beside the fonts."""
    target.mkdir(parents=True, exist_ok=True)
    for package, path, name in LICENCES:
        content = sources.file(package, path).read_bytes()
        if path.endswith(".gz"):
            content = gzip.decompress(content)
        (target / name).write_bytes(content)


def main(words: list[str]) -> int:
    """Build all faces; the folder for the packages is the only argument."""
    if len(words) != 1:
        print("usage: python -m installer.build_fonts WORK_FOLDER", file=sys.stderr)
        return 2
    sources = Sources(Path(words[0]).resolve())
    for package in PACKAGES:
        sources.fetch(package)
    TARGET.mkdir(parents=True, exist_ok=True)
    lines = [write(role, font, TARGET) for role, font in faces(sources)]
    manifest = json.dumps({"faces": lines}, indent=2) + "\n"
    (TARGET / "manifest.json").write_text(manifest, encoding="utf-8")
    copy_licences(sources, TARGET / "LICENSES")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
