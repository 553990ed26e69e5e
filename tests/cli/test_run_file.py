"""``run``: a file of commands tells a story; names, refusals and wrong words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

REGISTER: dict[str, Any] = {
    "do": "RegisterCase",
    "as": "operator",
    "at": "2026-11-16T09:00",
    "name": "x",
    "source": "12345转办",
    "title": "邻居夜间装修",
    "content": "永上社区中心街29号三楼夜间装修扰民。",
    "item": "MD02",
    "community": "永上居委会",
    "reporter_phone": "13805770001",
}


@pytest.fixture
def write(tmp_path: Path):
    """Write lines of commands to a file and return its name."""

    def lines(*commands: dict[str, Any] | str) -> str:
        path = tmp_path / "story.jsonl"
        told = (one if isinstance(one, str) else json.dumps(one) for one in commands)
        path.write_text("\n".join(told), encoding="utf-8")
        return str(path)

    return lines


def step(do: str, by: str, at: str, **fields: Any) -> dict[str, Any]:
    """Return a command on the case that was named x."""
    return {"do": do, "as": by, "at": f"2026-11-16T{at}", "case": "@x", **fields}


def test_a_case_lives_from_registration_to_its_end(call: Call, write) -> None:
    said = call(
        "run",
        write(
            "# the usual way",
            REGISTER,
            step("AcceptCase", "operator", "09:10"),
            step("AssignCase", "operator", "09:20", lead="司法所", assist=["PCS"]),
            step("SignForCase", "sfs", "10:00"),
            step("RequestExtension", "sfs", "11:00", days=2, reason="外出", progress="已约谈",
                 name="asked"),
            step("GrantExtension", "shift_lead", "14:00", request_id="@asked.request_id"),
            step("ReplyAssistance", "pcs", "14:30", text="已到场"),
            step("ReportCase", "sfs", "15:00", result="双方和解"),
            step("VerifyCase", "operator", "16:00", opinion="属实"),
        ),
    )  # fmt: skip
    answers = said.lines
    assert said.code == 0, said.err
    assert [one["ok"] for one in answers] == [True] * 9
    assert answers[0]["number"] == "YZH202611160001" and answers[0]["name"] == "x"
    assert answers[-1]["state"] in (70, 75)
    shown = call("cases", "--search", "夜间装修", "--json").json
    assert shown["total"] == 1 and shown["cases"][0]["number"] == "YZH202611160001"


def test_a_refusal_ends_the_run_unless_it_goes_on(call: Call, write) -> None:
    story = (
        REGISTER,
        step("VerifyCase", "operator", "09:05"),
        step("AcceptCase", "operator", "09:10"),
    )
    stopped = call("run", write(*story))
    assert stopped.code == 1 and len(stopped.lines) == 2
    refused = stopped.lines[1]
    assert refused["ok"] is False and refused["error"] == "step_illegal"
    assert refused["message"] in stopped.err and "待受理" in refused["message"]
    story = ({**REGISTER, "content": "另一件事"}, *story[1:])
    going = call("run", write(*story), "--keep-going")
    assert going.code == 0 and [one["ok"] for one in going.lines] == [True, False, True]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"do": "AsignCase"}, "AssignCase"),
        ({"do": "AssignCase", "leed": "SFS"}, "lead"),
        ({"do": "AssignCase", "case_id": 1, "lead": "司法"}, "司法所"),
        ({"do": "AssignCase", "case": "@nobody", "lead": "SFS"}, "没有“@nobody”"),
        ({"do": "AssignCase", "case_id": 1}, "还缺 lead_id"),
        ({"do": "RegisterCase", "source": "tam-tam", "content": "x"}, "source"),
        ({"do": "RegisterCase", "facts": 5}, "facts"),
        ({"do": "VoidCase", "case_id": 1, "reason": 5}, "reason"),
        ({"do": "SwitchAccount", "account": "sfs", "active": "yes"}, "active"),
        ({"do": "RegisterCase", "at": "gestern"}, "at"),
        ('{"do": ', "不是 JSON"),
        ("[1]", "要写成"),
    ],
)
def test_wrong_words_end_with_two_and_tell_the_nearest(call: Call, write, line, words) -> None:
    said = call("run", write(line))
    assert said.code == 2 and "第1行" in said.err and words in said.err, said.err


def test_facts_may_stand_apart_and_ids_may_be_numbers(call: Call, write) -> None:
    facts = {k: v for k, v in REGISTER.items() if k not in ("do", "as", "at", "name")}
    first = call("run", write({"do": "RegisterCase", "as": "值班员甲", "facts": facts}))
    assert first.code == 0, first.err
    case_id = first.lines[0]["case_id"]
    amend = {"do": "AmendCase", "as": "operator", "case_id": case_id,
             "changes": {"address": "中心街30号", "community": "沧河村委会"}}  # fmt: skip
    assert call("run", write(amend)).code == 0
    by_number = {"do": "AcceptCase", "as": "operator", "case": first.lines[0]["number"]}
    assert call("run", write(by_number)).code == 0
    shown = call("cases", "--community", "沧河村委会", "--json").json["cases"]
    assert [one["id"] for one in shown] == [case_id]


def test_a_command_with_a_name_of_its_own_is_named_by_it(call: Call, write) -> None:
    said = call(
        "run",
        write(
            {"do": "AddUnit", "kind": "office", "code": "XFB", "name": "消防办"},
            {"do": "AddPerson", "unit": "@消防办", "name": "专员甲"},
            {"do": "AddAccount", "person": "@专员甲", "login": "xfb", "role": "站所承办人",
             "ref": "x"},
            {"do": "SwitchAccount", "account": "@x", "active": False},
            {"do": "SetCalendarDays", "days": [{"day": "2026-11-18", "is_workday": False}]},
            {"do": "ChangeSetting", "name": "limits", "value": {"normal_sign_days": 2}},
        ),
    )  # fmt: skip
    assert said.code == 0, said.err
    assert len(said.lines) == 6


def test_a_photo_comes_from_a_file_beside_the_commands(call: Call, write, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_text("现场情况", encoding="utf-8")
    added = {"do": "AttachFile", "as": "operator", "case": "@x", "name": "现场.txt",
             "data": {"file": "photo.txt"}}  # fmt: skip
    said = call("run", write(REGISTER, added))
    assert said.code == 0, said.err
    missing = {**added, "case": said.lines[0]["number"], "data": {"file": "none.txt"}}
    assert call("run", write(missing)).code == 2


def test_the_clock_is_set_on_practice_databases_only(call: Call, write, tmp_path: Path) -> None:
    street = tmp_path / "real.db"
    assert call("init", "--street", "永中街道", database=street).code == 0
    said = call("run", write({**REGISTER, "as": "director"}), database=street)
    assert said.code == 1 and said.lines[0]["error"] == "clock_not_settable"


def test_a_person_that_is_not_there_is_refused(call: Call, write) -> None:
    said = call("run", write({**REGISTER, "as": "nobody"}))
    assert said.code == 1 and said.lines[0]["error"] == "login_unknown"
    assert call("run", "nowhere.jsonl").code == 1
