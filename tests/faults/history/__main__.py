"""The full run by its name: ``python -m tests.faults.history [COMMANDS [FAULTS [SEED]]]``."""

from __future__ import annotations

import sys
import time

from db.engine import open_database
from db.verify import verify
from tests.faults.history.running import founded_cluster, run, street_on
from tests.server.numbering_race import is_whole, race
from tests.story import MONDAY, Story

COMMANDS, FAULTS = 10_000, 40
PAUSE_SECONDS = 3.0
"""Between two faults; people must get something done as well."""
RACERS, IN_VAIN = 12, 10
"""Who race for the numbers of one day, and beside one of how many another is rolled back."""


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
    return int(bool(wrong) or not numbered(commands))


def numbered(commands: int) -> bool:
    """Let a dozen race for so many numbers, a tenth of them in vain; tell whether all is whole."""
    each = -(-commands // RACERS)
    with founded_cluster() as cluster, street_on(cluster, "numbers") as address:
        database = open_database(address, clock=lambda: MONDAY)
        began = time.monotonic()
        serials = race(Story(database, address), RACERS, each, in_vain=IN_VAIN)
        seconds = time.monotonic() - began
        wrong = verify(database)
        database.close()
    whole = is_whole(serials) and len(serials) == RACERS * each
    print(
        f"{len(serials)} numbers taken by {RACERS} at once, {RACERS * (each // IN_VAIN)} more"
        f" rolled back, in {seconds:.1f} s: {serials[0]} to {serials[-1]},"
        f" {'no gap and no double' if whole else 'NOT WHOLE'}; {len(wrong)} findings"
    )
    return whole and not wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
