"""Whether a settled case waits for a call to its reporter (domain.md §1.3, state 75 待回访)."""

from __future__ import annotations

from db.rules.terms import Source

TOLD_BY_A_PERSON = frozenset(
    {
        Source.HOTLINE_12345,
        Source.POLICE_110,
        Source.VISIT_OR_CALL,
        Source.PARTY_ERRAND,
        Source.MANUAL,
    }
)
"""Sources behind which a person waits for an answer; what is typed by hand was told by somebody.

The others are found by patrols, cameras and inspections or handed on by offices, which have their
own way of answering.
"""


def waits_for_call(source: Source, *, has_phone: bool, wish: bool | None) -> bool:
    """Tell whether a case goes to the call-back once it is verified.

    The state is entered by itself "when a reporter exists": there is a phone to call, and a person
    told of the matter. What the reporter wished goes before that: ``True`` asks for a call whatever
    the source, ``False`` declined it, ``None`` was not asked.
    """
    if not has_phone:
        return False
    return source in TOLD_BY_A_PERSON if wish is None else wish
