"""Repairs of ReportLab and a faster compressor, for the versions they were written for only.

1. ToUnicode: it writes the code point itself where UTF-16 is asked for, so a character above
   U+FFFF is copied from the PDF as others; and blocks longer than the format allows.
2. The outlines of a face (7 to 14 MB) are copied again for each subset of each document.
3. Its fonts and its parser keep a reading position: two documents must not be built at once.

WORKAROUND for ReportLab 5.1 (https://docs.reportlab.com); the tests of extraction tell when it
is no longer needed.
"""

import threading
import zlib
from types import ModuleType

import reportlab
from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

from desktop.documents.errors import DocumentError

KNOWN_VERSIONS = ("5.1.",)
BLOCK = 100

# ReportLab's registry of fonts is one for the process, so its lock is too.
BUILDING = threading.RLock()


def repair(version: str = reportlab.Version) -> None:
    """Make the repairs, once; refuse a version that nobody has looked at."""
    if not version.startswith(KNOWN_VERSIONS):
        raise DocumentError("reportlab_version", found=version, known=", ".join(KNOWN_VERSIONS))
    ttfonts.makeToUnicodeCMap = unicode_map
    rl_config.useA85 = 0  # plain bytes: a fifth smaller, and faster
    pdfdoc.zlib = compressor()


def compressor() -> ModuleType:
    """Return the faster compressor where `isal` is installed, else the one of Python."""
    try:
        from isal import isal_zlib  # two thirds of the time, files 2 % larger
    except ImportError:
        return zlib
    return isal_zlib


def unicode_map(font_name: str, subset: list[int]) -> str:
    """Return the ToUnicode table of a subset, in UTF-16 and in blocks of a hundred."""
    pairs = [
        f"<{index:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for index, code in enumerate(subset)
        if code
    ]
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (pairs[start : start + BLOCK] for start in range(0, len(pairs), BLOCK))
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


class KeptFace(ttfonts.TTFontFace):
    """A face that cuts each table out of its file once."""

    def get_table(self, tag: str) -> bytes:
        """Return the table, kept since the first call."""
        kept: dict[str, bytes] = self.__dict__.setdefault("kept_tables", {})
        if tag not in kept:
            kept[tag] = super().get_table(tag)
        return kept[tag]


def load_face(name: str, path: str, index: int) -> ttfonts.TTFont:
    """Return the font of a file, with a face that keeps its tables."""
    font = ttfonts.TTFont(name, path, subfontIndex=index, asciiReadable=0, shapable=False)
    font.face.__class__ = KeptFace
    return font
