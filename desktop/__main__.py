"""``command-room``: with words the command line, without words the window."""

from __future__ import annotations

import sys


def main() -> None:
    """Do what the words say and end with their exit code; without words open the window."""
    arguments = sys.argv[1:]
    if arguments == ["task"]:
        # The window's own call: long work in a process of its own, ordered on standard input.
        from desktop.tasks.child import main as task

        raise SystemExit(task())
    if arguments:
        from desktop.cli.main import run

        raise SystemExit(run(arguments))
    from desktop.app import main as window
    from desktop.workplace import address_at_start

    raise SystemExit(window(address_at_start()))


if __name__ == "__main__":
    main()
