"""Signing on to the embedded file: passwords, lock-out, accounts that are off."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from db.accounts import account_id_of, actor_of, sign_on
from db.commands.organisation import SetPassword
from db.embedded.passwords import hash_password
from db.errors import NotAllowed, RuleError
from db.model.account import account
from db.rules.passwords import GRACE_DAYS, PASSWORD_DAYS, check_strength
from tests.founded import disk_not_waited_for, founded_file, story
from tests.story import MONDAY, Story

__all__ = ["disk_not_waited_for", "founded_file", "story"]
PASSWORD = "Hongse-daiban-2026"


@pytest.fixture
def with_password(story: Story) -> Story:
    """Give the operator a password."""
    _change(story, "operator", password_hash=hash_password(PASSWORD))
    return story


def _change(story: Story, login: str, **values: object) -> None:
    with story.by_hand() as connection:
        connection.execute(update(account).where(account.c.login == login).values(**values))


def test_the_right_password_signs_on(with_password: Story) -> None:
    assert sign_on(with_password.database, "operator", PASSWORD).name == "值班员甲"


def test_an_unknown_name_and_a_wrong_password_are_told_alike(with_password: Story) -> None:
    for login in ("operator", "nobody"):
        with pytest.raises(NotAllowed, match="login_wrong"):
            sign_on(with_password.database, login, "wrong")


def test_five_failures_lock_the_account_for_half_an_hour(with_password: Story) -> None:
    database = with_password.database
    for _ in range(5):
        with pytest.raises(NotAllowed, match="login_wrong"):
            sign_on(database, "operator", "wrong")
    with pytest.raises(NotAllowed, match="account_locked"):
        sign_on(database, "operator", PASSWORD)
    database.clock = lambda: MONDAY + timedelta(minutes=31)
    assert sign_on(database, "operator", PASSWORD).login == "operator"


def test_a_success_forgets_earlier_failures(with_password: Story) -> None:
    database = with_password.database
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(NotAllowed, match="login_wrong"):
                sign_on(database, "operator", "wrong")
        assert sign_on(database, "operator", PASSWORD).login == "operator"


def test_a_password_that_was_given_signs_on_until_its_grace_is_over(story: Story) -> None:
    story.do(SetPassword(account_id=story.account("operator"), password=PASSWORD), by="director")
    database = story.database
    assert sign_on(database, "operator", PASSWORD).login == "operator"
    database.clock = lambda: MONDAY + timedelta(days=PASSWORD_DAYS + GRACE_DAYS - 1)
    assert sign_on(database, "operator", PASSWORD).login == "operator"
    database.clock = lambda: MONDAY + timedelta(days=PASSWORD_DAYS + GRACE_DAYS + 1)
    with pytest.raises(NotAllowed, match="password_expired"):
        sign_on(database, "operator", PASSWORD)


def test_an_account_without_a_password_lets_nobody_in(story: Story) -> None:
    with pytest.raises(NotAllowed, match="login_wrong"):
        sign_on(story.database, "operator", "")


@pytest.mark.parametrize("values", [{"active": False}, {"valid_until": datetime(2026, 11, 1)}])
def test_an_account_that_is_off_or_expired_does_nothing(
    with_password: Story, values: dict[str, object]
) -> None:
    _change(with_password, "operator", **values)
    with pytest.raises(NotAllowed, match="account_off"):
        sign_on(with_password.database, "operator", PASSWORD)
    with pytest.raises(NotAllowed, match="account_off"):
        actor_of(with_password.database, account_id_of(with_password.database, "operator"))


def test_an_unknown_login_has_no_id(story: Story) -> None:
    with pytest.raises(NotAllowed, match="login_unknown"):
        account_id_of(story.database, "nobody")


@pytest.mark.parametrize("weak", ["short1A-", "alllowercase", "operator-2026A", "1234567890"])
def test_a_weak_password_is_refused(weak: str) -> None:
    with pytest.raises(RuleError, match="password_weak"):
        check_strength(weak, "operator")


def test_a_strong_password_passes() -> None:
    check_strength(PASSWORD, "operator")
