"""The repairs of ReportLab hold with and without the two compiled helpers it may have."""

import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.lib import rl_accel

SCRIPT = """
import sys
from pathlib import Path
{first}
from desktop.documents import notice
from desktop.documents.fonts import Fonts
from tests.documents import conftest
contents = conftest.notice_contents._get_wrapped_function()()
fonts = Fonts(force_bundled=True, cache=Path(sys.argv[1]))
sys.stdout.buffer.write(notice.build(contents, fonts, letter=True))
"""
WITHOUT = "sys.modules['_rl_accel'] = None"
WITH_ISAL = """
import types, zlib
isal_zlib = types.ModuleType("isal_zlib")
isal_zlib.compress = lambda data: zlib.compress(data, 1)
isal_zlib.decompress = zlib.decompress
package = types.ModuleType("isal")
package.isal_zlib = isal_zlib
sys.modules["isal"] = package
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the same letter in a process of its own that begins with these lines."""
    cache: Path = tmp_path_factory.mktemp("fonts")

    def built(first: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT.format(first=first), str(cache)],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return built


def test_the_bytes_are_the_same_without_the_compiled_helper(built):
    assert rl_accel.escapePDF.__module__ == "_rl_accel", "the helper is not installed"
    assert built("sys.modules['isal'] = None") == built(f"sys.modules['isal'] = None\n{WITHOUT}")


def test_the_faster_compressor_is_taken_where_it_is_and_changes_no_word(built):
    from desktop.documents.preview import page_texts

    plain, fast = built("sys.modules['isal'] = None"), built(WITH_ISAL)
    assert len(fast) > len(plain)
    assert page_texts(fast) == page_texts(plain)
