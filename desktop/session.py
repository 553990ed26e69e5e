"""Who sits at this desk: what the pages need to know of the person and the street."""

from __future__ import annotations

from dataclasses import dataclass

from db.rules.permissions import Permission, may
from db.rules.terms import ROOM_ROLES, Role


@dataclass(frozen=True)
class Session:
    """A person signed on to a street."""

    account_id: int
    login: str
    name: str
    role: Role
    unit_id: int
    unit_name: str
    street_id: int
    street_name: str
    room_name: str
    organ_code: str
    is_practice: bool
    read_only: bool
    has_password: bool = False
    must_change_password: bool = False
    password_has_ended: bool = False
    """Whether the password is to be changed because its time is over, not because it is new."""
    password_days_left: int | None = None
    """How many whole days the password still holds; None where it has no end."""

    def may(self, permission: Permission) -> bool:
        """Tell whether the person has a right; the command decides again."""
        return may(self.role, permission)

    @property
    def is_room(self) -> bool:
        """Whether the person belongs to the command room."""
        return self.role in ROOM_ROLES
