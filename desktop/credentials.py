"""The system's key store: passwords that a person wants remembered, and the key of the database.

Only stores that keep secrets as secrets are used; a plain-text one counts as none. A store may
block on a prompt that nobody sees, so every call runs on a thread of its own with a limit.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any

SERVICE = "command-room"
LIMIT_SECONDS = 30.0
KEY_BYTES = 32
SALT_BYTES = 16

_ALLOWED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
_LONGEST = 1_000
"""Characters in one secret; the Windows locker takes 2,560 bytes."""

_LOG = logging.getLogger(__name__)


class StoreState(Enum):
    """What the key store of this computer is good for."""

    USABLE = auto()
    NONE = auto()
    """There is no store, or none that keeps a secret."""
    SILENT = auto()
    """It is locked, or it did not answer in time."""


@dataclass(frozen=True)
class Answer:
    """What the store said; ``secret`` is None where it has none or could not be asked."""

    state: StoreState
    secret: str | None = None


class Credentials:
    """The key store, asked politely. Without one nothing is ever written anywhere else."""

    def __init__(
        self, store: Callable[[], Any] | None = None, limit_seconds: float = LIMIT_SECONDS
    ) -> None:
        self._store = store or _system_store
        self._limit = limit_seconds

    def state(self) -> StoreState:
        """Tell whether secrets can be kept."""
        return self._ask(lambda store: store.get_password(SERVICE, "probe")).state

    def password(self, login: str) -> Answer:
        """Return the remembered password of a login."""
        return self._ask(lambda store: store.get_password(SERVICE, f"login:{login}"))

    def remember(self, login: str, password: str) -> StoreState:
        """Keep a password; it is not kept where the answer is not USABLE."""
        return self._keep(f"login:{login}", password)

    def forget(self, login: str) -> StoreState:
        """Remove a remembered password."""
        return self._ask(lambda store: _deleted(store, f"login:{login}")).state

    def database_key(self, identity: str) -> Answer:
        """Return the key of a database file as 64 hexadecimal digits."""
        return self._ask(lambda store: store.get_password(SERVICE, f"database:{identity}"))

    def new_database_key(self, identity: str) -> Answer:
        """Make a key for a new database file and keep it; None where it could not be kept.

        The key is read back before it is used: a file encrypted with a lost key is lost.
        """
        return self.keep_database_key(identity, secrets.token_hex(KEY_BYTES))

    def keep_database_key(self, identity: str, key: str) -> Answer:
        """Keep the key of a file, such as that of a copy; None where it could not be kept."""
        state = self._keep(f"database:{identity}", key)
        if state is not StoreState.USABLE:
            return Answer(state)
        kept = self.database_key(identity)
        return kept if kept.secret == key else Answer(StoreState.NONE)

    def _keep(self, name: str, secret: str) -> StoreState:
        if len(secret) > _LONGEST:
            return StoreState.NONE
        return self._ask(lambda store: store.set_password(SERVICE, name, secret)).state

    def _ask(self, question: Callable[[Any], str | None]) -> Answer:
        """Put a question to the store on a thread, and stop waiting after the limit."""
        box: list[Answer] = []
        thread = threading.Thread(
            target=lambda: box.append(_answer(self._store, question)), name="keys", daemon=True
        )
        thread.start()
        thread.join(self._limit)
        return box[0] if box else Answer(StoreState.SILENT)


def file_identity(path: Path) -> str:
    """Return the name under which the store keeps a file's key: a digest of its place."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:32]


def content_identity(path: Path) -> str:
    """Return the name of an encrypted file that goes with it wherever it is moved.

    It is the salt at its beginning, which no two files have and which tells nothing.
    """
    with path.open("rb") as file:
        return f"salt-{file.read(SALT_BYTES).hex()}"


def is_allowed(store: Any) -> bool:
    """Tell whether a store keeps secrets as secrets; a chain must hold nothing else.

    ``keyrings.alt`` takes over without a word when it is installed, and writes base64.
    """
    kind = type(store)
    name = f"{kind.__module__}.{kind.__qualname__}"
    if name == "keyring.backends.chainer.ChainerBackend":
        return False
    return name in _ALLOWED


def _answer(make_store: Callable[[], Any], question: Callable[[Any], str | None]) -> Answer:
    from keyring.errors import KeyringError, NoKeyringError

    try:
        store = make_store()
        if store is None:
            return Answer(StoreState.NONE)
        return Answer(StoreState.USABLE, question(store))
    except NoKeyringError:
        return Answer(StoreState.NONE)
    except KeyringError as error:
        _LOG.info("the key store did not answer: %s", type(error).__name__)
        return Answer(StoreState.SILENT)


def _system_store() -> Any:
    """Return the best allowed store of this computer, or None."""
    import keyring
    from keyring.backend import get_all_keyring

    chosen = keyring.get_keyring()
    if is_allowed(chosen):
        return chosen
    usable = [one for one in get_all_keyring() if is_allowed(one) and one.priority > 0]
    return max(usable, key=lambda one: one.priority, default=None)


def _deleted(store: Any, name: str) -> None:
    from keyring.errors import PasswordDeleteError

    try:
        store.delete_password(SERVICE, name)
    except PasswordDeleteError:
        # It was not there, which is what was wanted.
        _LOG.debug("nothing was remembered on %s", sys.platform)
