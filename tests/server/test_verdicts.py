"""The server's verdict on every step of every role is that of the rules, in raw SQL."""

from __future__ import annotations

import itertools
from typing import Any

import psycopg

from db.rules.steps import Standing, StepKind, refusal, step_rules
from db.rules.terms import CaseState, Role
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story

STATES = [state for state in CaseState if state is not CaseState.NEW]
STEPPING = {rule.role for rule in step_rules()}
"""Roles that take steps at all; the others have no right to the table."""
ATTEMPT = """
CREATE FUNCTION pg_temp.attempt(
  "case" bigint, actor bigint, unit bigint, at timestamp,
  kind text, before integer, after integer, role text
) RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO app.case_step (id, case_id, version, kind, from_state, to_state, actor_id, role,
    unit_id, at, changes) VALUES (1, "case", 6, kind, before, after, actor, role, unit, at, '{}');
  RAISE EXCEPTION 'allowed';
EXCEPTION WHEN OTHERS THEN
  RETURN SQLERRM;
END $body$
"""
"""Sends a step and takes it back; tells the server's message, or that it was allowed."""


def test_every_step_of_every_role_has_one_verdict(story: Story, cluster: Cluster) -> None:
    case_id = story.signed()
    actor, unit_id = story.account("sfs"), story.unit("SFS")
    known: dict[tuple[StepKind, CaseState], set[CaseState]] = {}
    for rule in step_rules():
        known.setdefault((rule.kind, rule.from_state), set()).add(rule.to_state)
    checked, differing = 0, []
    with psycopg.connect(cluster.url("street"), autocommit=True) as raw:
        raw.execute("SET search_path = app")
        raw.execute("ALTER TABLE cases DISABLE TRIGGER rule_cases_update")
        # The rules in force at the founding let nobody change an account; the owner may.
        raw.execute("ALTER TABLE account DISABLE TRIGGER rule_account_update_by")
        raw.execute("SET SESSION AUTHORIZATION cr_sfs")
        raw.execute(ATTEMPT.encode())
        for state, role in itertools.product(STATES, Role):
            # The actor's unit holds the case, so only state, kind, target and role decide.
            raw.execute("RESET SESSION AUTHORIZATION")
            raw.execute("UPDATE account SET role = %s WHERE id = %s", (str(role), actor))
            raw.execute(
                "UPDATE cases SET state = %s, holder_id = %s, suspended_from = %s, version = 5"
                " WHERE id = %s",
                (int(state), unit_id, int(CaseState.IN_PROGRESS), case_id),
            )
            raw.execute("SET SESSION AUTHORIZATION cr_sfs")
            standing = Standing(
                state=state, holder_is_actor=True, suspended_from=CaseState.IN_PROGRESS
            )
            moves = [
                (kind, target)
                for kind in StepKind
                for target in sorted({*known.get((kind, state), ()), CaseState.CLOSED, state})
            ]
            told = _told(raw, (case_id, actor, unit_id), state, role, moves)
            for (kind, target), theirs in zip(moves, told, strict=True):
                mine = refusal(kind, target, role, standing) or "allowed"
                checked += 1
                if role not in STEPPING and mine != "allowed":
                    mine = "permission denied for table case_step"
                if mine != theirs.removeprefix("rule:"):
                    differing.append((kind, state, target, role, mine, theirs))
        # Groups outlive this test's database.
        raw.execute("RESET SESSION AUTHORIZATION")
        raw.execute("UPDATE account SET role = 'handler' WHERE id = %s", (actor,))
    assert differing == []
    assert checked > 10_000


def _told(
    raw: psycopg.Connection[Any],
    ids: tuple[int, int, int],
    state: CaseState,
    role: Role,
    moves: list[tuple[StepKind, CaseState]],
) -> list[str]:
    """Return the server's message on each move."""
    rows = raw.execute(
        "SELECT pg_temp.attempt(%s, %s, %s, %s, m.kind, %s, m.after, %s)"
        " FROM unnest(%s::text[], %s::integer[]) WITH ORDINALITY m(kind, after, n) ORDER BY m.n",
        (
            *ids,
            MONDAY,
            int(state),
            str(role),
            [str(kind) for kind, _ in moves],
            [int(target) for _, target in moves],
        ),
    )
    return [row[0] for row in rows]
