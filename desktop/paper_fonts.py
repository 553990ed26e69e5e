"""The fonts of the papers, as this computer is set up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop import paths

if TYPE_CHECKING:
    from desktop.documents.fonts import Fonts

VARIABLE = "COMMAND_ROOM_FONTS"


def paper_fonts() -> Fonts:
    """Return the faces: those in the office's folder first, then the system's, then the bundled.

    The variable COMMAND_ROOM_FONTS changes that: `bundled` looks for no others, so that every
    computer prints alike; `real` refuses a paper for which a bundled face would stand in.
    """
    from desktop.documents.fonts import Fonts

    wish = os.environ.get(VARIABLE, "")
    return Fonts(
        office_folder=paths.fonts_folder(), force_bundled=wish == "bundled", strict=wish == "real"
    )
