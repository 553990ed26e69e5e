"""Registrations that wait on this computer: whole, unreadable for others, numbered once a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from db.commands.intake import CaseFacts
from db.rules.terms import Source, Urgency
from desktop.credentials import Credentials
from desktop.outbox import Outbox, Waiting, open_outbox
from desktop.registration import PendingFile, Registration, from_plain, to_plain
from desktop.waiting_count import count_waiting
from tests.cli.test_credentials import Remembering

KEY = "ab" * 32
PHONE = "13805770001"
WANTED = Registration(
    CaseFacts(
        source=Source.HOTLINE_12345,
        content="永上社区中心街29号三楼夜间装修。",
        item_id=7,
        urgency=Urgency.URGENT,
        reporter_phone=PHONE,
        happened_at=datetime(2026, 11, 16, 22, 30),
        wants_call_back=True,
    ),
    result="已劝阻",
    lead_id=5,
    assist_ids=(6, 8),
    main_id=9,
    files=(PendingFile("照片.png", b"\x89PNG\0"),),
)


def waiting(key: str, at: str = "2026-11-16T08:30:00") -> Waiting:
    """Return a registration that has no number yet."""
    return Waiting(key, 0, at, WANTED, {"save": key, "attach0": "x"}, {"phone": PHONE})


@pytest.mark.parametrize("key", [None, KEY])
def test_what_waits_comes_back_whole_in_its_order(tmp_path: Path, key: str | None) -> None:
    box = Outbox(tmp_path / "box", key)
    kept = [box.keep(waiting(name)) for name in ("b", "a", "c")]
    assert [one.serial for one in kept] == [1, 2, 3]
    assert Outbox(tmp_path / "box", key).load() == kept
    for path in (tmp_path / "box").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        assert key is None or PHONE.encode() not in path.read_bytes()


def test_every_fact_of_a_registration_survives_the_disk() -> None:
    assert from_plain(to_plain(WANTED)) == WANTED
    assert from_plain(to_plain(Registration(CaseFacts()))) == Registration(CaseFacts())


def test_what_the_server_took_is_gone_and_what_it_refused_stays_with_the_reason(
    tmp_path: Path,
) -> None:
    box = Outbox(tmp_path / "box", KEY)
    first, second = box.keep(waiting("a")), box.keep(waiting("b"))
    box.remove(first)
    refused = box.keep(replace(second, reason="事项已停用。"))
    assert Outbox(tmp_path / "box", KEY).load() == [refused]


def test_a_number_that_was_told_is_given_to_no_other_that_day(tmp_path: Path) -> None:
    box = Outbox(tmp_path / "box", KEY)
    first = box.keep(waiting("a"))
    box.remove(first)
    assert box.keep(waiting("b")).serial == 1  # nobody was told the first one
    box.count_told("2026-11-16", 1)
    again = Outbox(tmp_path / "box", KEY)
    again.load()
    assert again.keep(waiting("c")).serial == 2
    assert again.keep(waiting("d", "2026-11-17T00:10:00")).serial == 3  # others still wait
    for one in again.load():
        again.remove(one)
    assert again.keep(waiting("e", "2026-11-17T00:20:00")).serial == 1


def test_one_that_cannot_be_read_is_put_aside_and_the_others_are_there(tmp_path: Path) -> None:
    box = Outbox(tmp_path / "box")
    kept = box.keep(waiting("a"))
    (tmp_path / "box" / "b.waiting").write_text("{broken", encoding="utf-8")
    assert box.load() == [kept]
    assert sorted(path.name for path in (tmp_path / "box").iterdir()) == [
        "a.waiting",
        "b.unreadable",
    ]


def test_another_key_reads_nothing(tmp_path: Path) -> None:
    Outbox(tmp_path / "box", KEY).keep(waiting("a"))
    assert Outbox(tmp_path / "box", "cd" * 32).load() == []


def test_it_is_encrypted_with_the_key_of_the_drafts_where_a_store_keeps_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    kept_keys = Remembering()
    store = Credentials(lambda: kept_keys)
    box = open_outbox("1/永中街道/operator", False, store)
    assert box.is_kept() and box.is_locked()
    kept = box.keep(waiting("a"))
    assert open_outbox("1/永中街道/operator", False, store).load() == [kept]
    assert open_outbox("1/永中街道/operator2", False, store).load() == []
    assert count_waiting() == 1


def test_while_the_key_store_is_locked_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="locked"):
        Outbox(None).keep(waiting("a"))
    assert Outbox(None).load() == [] and not Outbox(None).is_kept()
