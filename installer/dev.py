#!/usr/bin/env python3
"""Do everything from a fresh checkout with nothing but Python 3.11 or newer.

  python3 installer/dev.py demo [...]    set up, then play the demo street (opens the window)
  python3 installer/dev.py run [...]     set up, then start the program (words as in the README)
  python3 installer/dev.py test [STAGE]  set up with the test tools, then run the tests
  python3 installer/dev.py check         set up for both and say what is there
  python3 installer/dev.py translate     gather the words of the screens and compile the English
  python3 installer/dev.py lock          write the lock files anew (needs the full package index)

On Windows say `python` instead of `python3`.
"""

# This file must be readable for every Python 3, so that an old one can say that it is too old.
# What needs a new one lives beside it.

import os
import sys

OLDEST = (3, 11)


def main() -> int:
    """Refuse an old Python in one line, otherwise hand over to the set-up."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that lacks a character shows "?" instead of ending the program.
            stream.reconfigure(errors="replace", line_buffering=True)
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "需要 Python 3.11 或更高版本，当前是 {0}：请安装后重试。"
            " / Python 3.11 or newer is needed, this is {0}: install it and try again.\n".format(
                ".".join(map(str, sys.version_info[:3]))
            )
        )
        return 1
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    from installer.commands import command

    return command(sys.argv[1:], __doc__)


if __name__ == "__main__":
    sys.exit(main())
