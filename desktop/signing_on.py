"""Check who signs on, and tell the pages what they need to know of that person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.session import Session

if TYPE_CHECKING:
    from datetime import datetime

    from db.engine import Database
    from db.work import Actor
    from desktop.credentials import Credentials
    from desktop.workplace import ServerPlace


def accounts_of(database: Database) -> tuple[Any, ...] | None:
    """Return who may sign on; None where no street was made yet."""
    from db.queries.accounts import is_founded, sign_on_accounts

    return sign_on_accounts(database) if is_founded(database) else None


def session_on_file(database: Database, *, login: str, password: str) -> Session:
    """Check name and password by the file's own rules; practice lets people in without one."""
    from db.accounts import account_id_of, actor_of, sign_on
    from db.queries.accounts import sign_on_accounts

    known = {a.login: a for a in sign_on_accounts(database)}
    if database.is_practice and not known[login].has_password:
        return _session(database, actor_of(database, account_id_of(database, login)))
    return _session(database, sign_on(database, login, password))


def session_on_server(database: Database) -> Session:
    """Return the session of the person whose password the server has checked."""
    from db.accounts import account_id_of, actor_of

    login = database.ways.speaks_for
    actor = actor_of(database, account_id_of(database, login))
    with database.writing(actor.account_id) as connection:
        database.ways.keep_watch(connection, signed_on=True)
    return _session(database, actor)


def prove(database: Database, login: str, password: str) -> None:
    """Let a person show the password again.

    :raises NotAllowed: as at the sign-on; ``server_login_wrong`` on a server.
    :raises DatabaseAway: the server cannot be asked.
    """
    from db.accounts import sign_on
    from db.errors import NotAllowed

    proven = database.ways.proves(login, password)
    if proven is None:
        sign_on(database, login, password)
    elif not proven:
        raise NotAllowed("server_login_wrong")


def watched(database: Database, account_id: int) -> None:
    """Let wrong passwords be counted that only the server saw."""
    with database.writing(account_id) as connection:
        database.ways.keep_watch(connection)


def open_server(
    place: ServerPlace,
    login: str,
    password: str,
    *,
    clock: Callable[[], datetime] | None = None,
) -> Database:
    """Open an office's server as a person; the time is the machine's own without a clock.

    :raises OpeningError: see :func:`db.server.opening.open_server`.
    """
    from db.engine import open_database, wall_clock
    from db.errors import OpeningError

    if place.lacks_certificate():
        raise OpeningError("certificate_missing", path=place.label())
    return open_database(place.address(login), password=password, clock=clock or wall_clock)


def password_kept(make: Callable[[], Credentials], name: str) -> tuple[bool, str]:
    """Tell whether this computer can keep a password, and return the one that it keeps."""
    from desktop.credentials import StoreState

    answer = make().password(name)
    return answer.state is StoreState.USABLE, answer.secret or ""


def keep_password(make: Callable[[], Credentials], name: str, password: str) -> bool:
    """Keep a password, or with an empty one forget it; tell whether it is as wished."""
    from desktop.credentials import StoreState

    store = make()
    state = store.remember(name, password) if password else store.forget(name)
    return state is StoreState.USABLE or not password


def _session(database: Database, actor: Actor) -> Session:
    from db.queries.accounts import myself
    from db.queries.door import ask
    from db.queries.lookup import street

    home = ask(database, street, actor.account_id)
    own = ask(database, myself, actor.account_id)
    left = None if own.password_until is None else own.password_until - database.clock()
    has_ended = left is not None and left.total_seconds() < 0
    return Session(
        account_id=actor.account_id,
        login=actor.login,
        name=actor.name,
        role=actor.role,
        unit_id=actor.unit_id,
        unit_name=own.unit,
        street_id=actor.street_id,
        street_name=home.name,
        room_name=home.room_name,
        organ_code=home.organ_code,
        is_practice=database.is_practice,
        read_only=database.read_only,
        has_password=own.has_password or bool(database.ways.speaks_for),
        must_change_password=own.must_change or has_ended,
        password_has_ended=has_ended and not own.must_change,
        password_days_left=None if left is None else left.days,
    )
