"""The full run by its name: ``python -m tests.faults.history [COMMANDS [FAULTS [SEED]]]``."""

from __future__ import annotations

import sys

from tests.faults.history.running import founded_cluster, run, street_on

COMMANDS, FAULTS = 10_000, 40
PAUSE_SECONDS = 3.0
"""Between two faults; people must get something done as well."""


def main(arguments: list[str]) -> int:
    """Run, print the figures and what the checker finds; return 0 when it finds nothing."""
    told = [int(one) for one in arguments]
    commands, least, seed = (*told, *(COMMANDS, FAULTS, 1)[len(told) :])
    with founded_cluster() as cluster, street_on(cluster, "history"):
        ran = run(
            cluster,
            "history",
            commands=commands,
            seed=seed,
            least_faults=least,
            pause=PAUSE_SECONDS,
        )
        print(ran.figures())
        print(", ".join(f"{kind} {count}" for kind, count in sorted(ran.done.items())))
        wrong = ran.wrong()
    print(*wrong[:50], sep="\n")
    print(f"{len(wrong)} findings (seed {seed})")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
