"""Fill each place of each kind of paper with 10,000 characters; run with a time limit.

Each is built or refused; one line a kind tells how many were which.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from desktop.documents.errors import DocumentError
from desktop.documents.fonts import Fonts
from tests.documents import conftest
from tests.documents.test_wrong_input import KINDS, places, put

TEXT = "清理占道摊点，恢复人行道通行。" * 650


def main() -> int:
    """Fill all places, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        fonts = Fonts(force_bundled=True, cache=Path(folder))
        for kind, (build, sample) in KINDS.items():
            fixture = getattr(conftest, f"{sample}_contents")
            contents = fixture._get_wrapped_function()()
            ends: Counter[str] = Counter()
            for path in places(contents):
                try:
                    build(put(contents, path, TEXT), fonts)
                    ends["built"] += 1
                except DocumentError as error:
                    ends[error.code] += 1
            print(kind, dict(ends), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
