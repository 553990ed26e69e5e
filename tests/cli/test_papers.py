"""``notice`` and ``minutes``: what was issued and held comes out as a page, and is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.documents.preview import page_texts
from tests.cli.conftest import Call

WEEK = [
    {"do": "RegisterCase", "as": "operator", "at": "2026-11-16T09:00", "name": "x",
     "source": "12345转办", "title": "夜间装修噪声", "item": "MD02", "community": "永上居委会",
     "content": "永上社区中心街29号三楼夜间装修扰民。"},
    {"do": "AcceptCase", "as": "operator", "at": "2026-11-16T09:10", "case": "@x"},
    {"do": "AssignCase", "as": "operator", "at": "2026-11-16T09:20", "case": "@x", "lead": "SFS"},
    {"do": "DraftNotice", "as": "operator", "at": "2026-11-17T09:00", "name": "n", "case": "@x",
     "level": "普通督办", "subject": "限期调处夜间装修噪声", "demands": ["三日内调处完毕。"],
     "basis": "《街道督办办法》", "problem": "逾期未签收。", "contact_name": "值班员甲",
     "contact_phone": "0577-86000000"},
    {"do": "CheckNotice", "as": "shift_lead", "at": "2026-11-17T09:30", "notice": "@n"},
    {"do": "IssueNotice", "as": "shift_lead", "at": "2026-11-17T10:00", "notice": "@n"},
    {"do": "PlanMeeting", "as": "operator", "at": "2026-11-20T09:00", "name": "m", "year": 2026,
     "week": 47, "starts_at": "2026-11-20T14:30", "chair_name": "主任甲", "place": "三楼会议室"},
    {"do": "StartMeeting", "as": "operator", "at": "2026-11-20T14:30", "meeting": "@m"},
    {"do": "CloseMeeting", "as": "operator", "at": "2026-11-20T16:00", "meeting": "@m",
     "opinion": "各单位要按期办结。"},
]  # fmt: skip


@pytest.fixture
def held_week(call: Call, tmp_path: Path) -> Call:
    """A week with a notice that was issued and a meeting that was held."""
    path = tmp_path / "week.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in WEEK), encoding="utf-8")
    said = call("run", str(path))
    assert said.code == 0, said.err
    return call


def test_an_issued_notice_is_printed_and_the_kept_file_comes_again(
    held_week: Call, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    number = "龙永督〔2026〕1号"
    said = held_week("notice", number, "--out", str(first), "--json")
    assert said.code == 0, said.err
    assert (said.json["number"], said.json["kept"]) == (number, False)
    told = "".join(page_texts(first.read_bytes())).replace("\n", "")
    assert number in told and "司法所" in told and "限期调处夜间装修噪声" in told
    again = held_week("notice", number, "--out", str(second), "--json")
    assert again.json["kept"] and second.read_bytes() == first.read_bytes()
    letter = held_week("notice", number, "--letter", "--out", str(tmp_path / "c.pdf"), "--json")
    assert letter.json["pages"] == 1


def test_the_minutes_of_a_closed_meeting_are_printed(held_week: Call, tmp_path: Path) -> None:
    out = tmp_path / "minutes.pdf"
    said = held_week("minutes", "2026-W47", "--out", str(out), "--json")
    assert said.code == 0, said.err
    told = "".join(page_texts(out.read_bytes())).replace("\n", "")
    assert "第47周" in told and "各单位要按期办结" in told and "主任甲" in told


def test_a_paper_that_follows_from_a_notice_is_named_by_its_kind(
    held_week: Call, tmp_path: Path
) -> None:
    number, out, docx = "龙永督〔2026〕1号", tmp_path / "c.pdf", tmp_path / "c.docx"
    asked = ("notice", number, "--out", str(out))
    said = held_week(*asked, "--kind", "催办通知书", "--docx", str(docx), "--json")
    assert said.code == 0, said.err
    assert said.json["kind"] == "催办通知书"
    assert "催办通知书（第1次）" in "".join(page_texts(out.read_bytes()))
    assert docx.read_bytes().startswith(b"PK")
    refused = held_week(*asked, "--kind", "销号审批表")
    assert refused.code != 0
    assert "现在不能出“销号审批表”。可以出的有：催办通知书。" in refused.err


def test_a_bulletin_of_a_month_counts_its_notices(held_week: Call, tmp_path: Path) -> None:
    out = tmp_path / "b.pdf"
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    said = held_week("bulletin", "--out", str(out), *days, "--json")
    assert said.code == 0, said.err
    assert said.json["notices"] == 1
    told = "".join(page_texts(out.read_bytes())).replace("\n", "")
    assert "关于2026年11月督办情况的通报" in told
    turned = held_week("bulletin", "--out", str(out), "--from", "2026-11-30", "--to", "2026-11-01")
    assert "止日早于起日" in turned.err


def test_a_listed_matter_that_is_not_known_is_refused_with_its_name(
    held_week: Call, tmp_path: Path
) -> None:
    said = held_week("listed", "龙委督〔2026〕9号", "--out", str(tmp_path / "l.pdf"))
    assert said.code != 0
    assert "龙委督〔2026〕9号" in said.err
