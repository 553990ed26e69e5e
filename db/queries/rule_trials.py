"""What another rule of supervision would suggest today, before anybody says that it shall hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.queries.door import Reader
from db.queries.supervision import suggestions
from db.rules.setting_fields import (
    BY_KEY,
    SUPERVISION,
    laid_over,
    out_of_order,
    out_of_reach,
)
from db.rules.supervision import Measure, SupervisionRules


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """How many suggestions there are of each measure: by the present rule and by the other."""

    now: Mapping[Measure, int]
    then: Mapping[Measure, int]


def rule_trial(reader: Reader, key: str, value: Any) -> RuleTrial | None:
    """Return what a value of a supervision rule would change today; None for one that is refused.

    :raises NotAllowed: the reader does not draft supervision.
    """
    one = BY_KEY[key]
    said = laid_over(
        [
            (SUPERVISION, reader.office.settings.get(SUPERVISION, {})),
            (SUPERVISION, {one.field: value}),
        ]
    )
    if out_of_reach(one, value) is not None or out_of_order(said) is not None:
        return None
    other = replace(reader)
    other.office = replace(reader.office, supervision=SupervisionRules(**said.get(SUPERVISION, {})))
    return RuleTrial(_counted(reader), _counted(other))


def _counted(reader: Reader) -> Mapping[Measure, int]:
    return Counter(row.measure for row in suggestions(reader))
