"""The key store: only stores that keep secrets count, and none of them may hang the program."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoStore
from keyring.backends.SecretService import Keyring as SecretService
from keyring.errors import InitError, NoKeyringError

from desktop.credentials import Answer, Credentials, StoreState, file_identity, is_allowed


class Remembering:
    """A store as the system's own, in memory: the world outside is played, not our code."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        from keyring.errors import PasswordDeleteError

        if self.kept.pop((service, name), None) is None:
            raise PasswordDeleteError(name)


def failing(error: Exception) -> Any:
    """Return a store that cannot be had."""

    def make() -> Any:
        raise error

    return make


def test_a_password_is_remembered_and_forgotten() -> None:
    store = Remembering()
    credentials = Credentials(lambda: store)
    assert credentials.state() is StoreState.USABLE
    assert credentials.remember("operator", "秘密-1234") is StoreState.USABLE
    assert credentials.password("operator") == Answer(StoreState.USABLE, "秘密-1234")
    assert credentials.forget("operator") is StoreState.USABLE
    assert credentials.forget("operator") is StoreState.USABLE
    assert credentials.password("operator").secret is None
    assert credentials.remember("operator", "x" * 1001) is StoreState.NONE


def test_a_new_key_is_read_back_before_it_is_used() -> None:
    store = Remembering()
    credentials = Credentials(lambda: store)
    made = credentials.new_database_key("file")
    assert made.secret is not None and len(bytes.fromhex(made.secret)) == 32
    assert credentials.database_key("file") == made

    class Forgetful(Remembering):
        def get_password(self, service: str, name: str) -> str | None:
            return None

    assert Credentials(Forgetful).new_database_key("file") == Answer(StoreState.NONE)


@pytest.mark.parametrize(
    ("error", "state"),
    [(NoKeyringError(), StoreState.NONE), (InitError("locked"), StoreState.SILENT)],
)
def test_without_a_store_nothing_is_kept(error: Exception, state: StoreState) -> None:
    credentials = Credentials(failing(error))
    assert credentials.state() is state
    assert credentials.new_database_key("file") == Answer(state)
    assert Credentials(lambda: None).password("operator") == Answer(StoreState.NONE)


def test_a_store_that_hangs_is_left_alone() -> None:
    released = threading.Event()

    def hanging() -> Any:
        released.wait(30)
        return None

    assert Credentials(hanging, limit_seconds=0.05).state() is StoreState.SILENT
    released.set()


def test_only_stores_that_keep_secrets_are_allowed() -> None:
    class PlaintextKeyring(KeyringBackend):
        """As ``keyrings.alt`` has it: base64 in a file."""

        priority = 5  # type: ignore[assignment]

        def get_password(self, service: str, username: str) -> str | None:
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            return None

    assert is_allowed(SecretService())
    assert not is_allowed(PlaintextKeyring())
    assert not is_allowed(NoStore())
    assert not is_allowed(ChainerBackend())


def test_this_machine_without_a_secret_service_has_no_store() -> None:
    assert Credentials(limit_seconds=20).state() in (StoreState.NONE, StoreState.SILENT)


def test_a_file_is_known_by_its_place(tmp_path: Path) -> None:
    assert file_identity(tmp_path / "a") != file_identity(tmp_path / "b")
