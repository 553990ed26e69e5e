"""What may not be torn at the end of a line: 〔2026〕7号, 第47周, 2026年. Pure."""

import re

from desktop.documents.lines import GLUE

_JOINTS = re.compile(r"(?<=[0-9])(?=[号期次周年月日件条项户人天个元米%％])|(?<=第)(?=[0-9])")


def glued(text: str) -> str:
    """Return a text in which a number holds on to the word that counts with it.

    Only one or two characters go down to the next line with it, so that a line is never spread
    by more than the width of a character or two.
    """
    return text if text.isascii() else _JOINTS.sub(GLUE, text)
