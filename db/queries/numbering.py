"""Which numbers the papers of this year have, and which comes next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from db.model.organisation import street
from db.model.setting import counter
from db.queries.door import Reader
from db.rules.numbering import Numbered, counter_name, written_number


@dataclass(frozen=True, slots=True)
class NumberingRow:
    """A kind of papers: its last number of the year, the next one, and how that is written."""

    kind: Numbered
    year: int
    last: int
    organ_code: str

    @property
    def next(self) -> int:
        """The serial that the next paper takes."""
        return self.last + 1

    def written(self, serial: int, organ_code: str = "") -> str:
        """Return a number as it stands on the paper."""
        return written_number(self.kind, organ_code or self.organ_code, self.year, serial)


def numbering_rows(reader: Reader) -> tuple[NumberingRow, ...]:
    """Return how the numbers of this year stand, one row for each kind of papers."""
    year, street_id = reader.now.year, reader.actor.street_id
    names = {kind: counter_name(kind, street_id, year) for kind in Numbered}
    code = reader.connection.execute(
        select(street.c.organ_code).where(street.c.id == street_id)
    ).scalar_one()
    found = {
        (row.kind, row.name): row.last
        for row in reader.connection.execute(
            select(counter.c.kind, counter.c.name, counter.c.last).where(
                counter.c.name.in_(names.values())
            )
        )
    }
    return tuple(
        NumberingRow(kind, year, int(found.get((kind.value, names[kind]), 0)), code)
        for kind in Numbered
    )


def next_number(reader: Reader, kind: Numbered) -> str:
    """Return the number that the next paper of a kind takes, if nobody is faster."""
    row = next(one for one in numbering_rows(reader) if one.kind is kind)
    return row.written(row.next)
