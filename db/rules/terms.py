"""The field's terms as codes: states, urgencies, sources, roles, kinds of unit.

Values are stored, so they never change. Their Chinese words stand in ``desktop/texts.py``.
Source: domain.md §1.2–1.5, §3.1.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class CaseState(IntEnum):
    """Where a case stands (domain.md §1.3)."""

    NEW = 0
    """Row made, not yet registered by its first step; never seen outside a transaction."""
    DRAFT = 10
    WAITING_ACCEPTANCE = 20
    WAITING_ASSIGNMENT = 30
    WAITING_SIGNATURE = 40
    IN_PROGRESS = 50
    WAITING_VERIFICATION = 60
    CLOSED = 70
    WAITING_CALL_BACK = 75
    ARCHIVED = 80
    RETURNED = 85
    SUSPENDED = 90
    ESCALATED = 92
    VOID = 95


OPEN_STATES = frozenset(
    {
        CaseState.WAITING_ACCEPTANCE,
        CaseState.WAITING_ASSIGNMENT,
        CaseState.WAITING_SIGNATURE,
        CaseState.IN_PROGRESS,
        CaseState.WAITING_VERIFICATION,
        CaseState.RETURNED,
        CaseState.SUSPENDED,
        CaseState.ESCALATED,
    }
)
"""States in which work is still owed."""

CLOSED_STATES = frozenset({CaseState.CLOSED, CaseState.WAITING_CALL_BACK, CaseState.ARCHIVED})
"""States that count as 办结."""

UNCOUNTED_STATES = frozenset({CaseState.NEW, CaseState.DRAFT, CaseState.VOID})
"""States that no indicator counts (domain.md §1.8, indicator 1)."""


class Urgency(IntEnum):
    """How fast the clock runs (domain.md §1.6)."""

    NORMAL = 1
    URGENT = 2
    MAJOR = 3


class Level(IntEnum):
    """The tier that handles a case, which is not its severity (domain.md §1.2)."""

    GRID = 1
    COMMUNITY = 2
    STREET = 3
    DISTRICT = 4


class Source(StrEnum):
    """How a case reached the room (domain.md §1.5)."""

    GRID_REPORT = "grid_report"
    MANUAL = "manual"
    COMMUNITY_REPORT = "community_report"
    HOTLINE_12345 = "hotline_12345"
    POLICE_110 = "police_110"
    VISIT_OR_CALL = "visit_or_call"
    VIDEO = "video"
    DEPARTMENT = "department"
    SUPERIOR = "superior"
    LEADER = "leader"
    MEDIA = "media"
    RANDOM_INSPECTION = "random_inspection"
    JOINT_ENFORCEMENT = "joint_enforcement"
    PARTY_ERRAND = "party_errand"


SOURCE_LETTERS: dict[Source, str] = {
    Source.GRID_REPORT: "W",
    Source.MANUAL: "R",
    Source.COMMUNITY_REPORT: "W",
    Source.HOTLINE_12345: "H",
    Source.POLICE_110: "J",
    Source.VISIT_OR_CALL: "R",
    Source.VIDEO: "R",
    Source.DEPARTMENT: "D",
    Source.SUPERIOR: "S",
    Source.LEADER: "S",
    Source.MEDIA: "R",
    Source.RANDOM_INSPECTION: "D",
    Source.JOINT_ENFORCEMENT: "D",
    Source.PARTY_ERRAND: "R",
}
"""The letter of the source in a case number (domain.md §1.5)."""


class UnitKind(StrEnum):
    """What a unit is; each of them can hold a case."""

    ROOM = "room"
    STATION = "station"
    OFFICE = "office"
    COMMUNITY = "community"
    GRID = "grid"
    LEADERSHIP = "leadership"
    DISTRICT = "district"


class UnitPart(StrEnum):
    """The part that a unit plays in one case."""

    LEAD = "lead"
    ASSIST = "assist"
    INFORM = "inform"


class Role(StrEnum):
    """The duty of an account (domain.md §1.4)."""

    OPERATOR = "operator"
    SHIFT_LEAD = "shift_lead"
    DIRECTOR = "director"
    HANDLER = "handler"
    STATION_HEAD = "station_head"
    GRID = "grid"
    LEADER = "leader"
    CLERK = "clerk"
    DISTRICT = "district"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDITOR = "auditor"


ROOM_ROLES = frozenset({Role.OPERATOR, Role.SHIFT_LEAD, Role.DIRECTOR})
"""The roles of the command room's own staff."""

UNIT_ROLES = frozenset({Role.HANDLER, Role.STATION_HEAD, Role.GRID})
"""The roles of those who handle cases outside the room."""


class Satisfaction(StrEnum):
    """What a reporter said when called back; the last one is no answer (domain.md §1.5)."""

    VERY_SATISFIED = "very_satisfied"
    SATISFIED = "satisfied"
    FAIR = "fair"
    DISSATISFIED = "dissatisfied"
    UNREACHED = "unreached"


class ReturnReason(StrEnum):
    """Why a unit gives a case back (domain.md §1.7)."""

    NOT_OUR_DUTY = "not_our_duty"
    NOT_OUR_AREA = "not_our_area"
    INCOMPLETE = "incomplete"
    DUPLICATE = "duplicate"
    OTHER = "other"


class ExtensionState(StrEnum):
    """What became of a request for more time (domain.md §1.7)."""

    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    LAPSED = "lapsed"
    """The case left its unit's hands before anybody answered."""


class ItemStatus(StrEnum):
    """Whether an item may be used for a new case (domain.md §2.1)."""

    ACTIVE = "active"
    TEMPORARY = "temporary"
    RETIRED = "retired"


class SupervisionLevel(IntEnum):
    """How hard a case is supervised; only ever rises, or falls back to none (domain.md §3.2)."""

    NONE = -1
    ORDINARY = 1
    YELLOW = 100
    RED = 200


class Light(StrEnum):
    """The deadline light (domain.md §1.6)."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"
    NONE = "none"


class Platform(StrEnum):
    """Codes of the four platforms; their names are data of the street."""

    SECURITY = "zz"
    MARKET = "sc"
    ENFORCEMENT = "zf"
    SERVICE = "bm"
