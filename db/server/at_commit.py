"""What the server asks of a person when a transaction ends: that nothing was done by halves.

The rules of ``db/guarding`` look at each row as it is written. What must follow it in the same
transaction (the first step of a case, the entry of the audit, the paper that has the number) can
be seen at the end alone, so these are deferred constraint triggers. A file has none of the kind:
SQLite defers nothing but foreign keys, and a file is one person's; there ``db/verify.py`` tells.

They wait for what persons wrote only, or a founding could not go on in its own transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.guarding.tables import COMMANDS_ONLY, FOUNDED, REMOVED_BY_COMMANDS
from db.rules.numbering import FILED_NUMBERS, NUMBERING, Numbered
from db.rules.permissions import Permission
from db.server.duties import holders
from db.server.people import LOGIN_PREFIX, PATH

_PREFIX = "rule_"
_BY_A_PERSON = f"starts_with(session_user::text, '{LOGIN_PREFIX}')"
_MOST_AT_ONCE = 100_000
"""So many numbers of cases may one statement take; a list is imported in far smaller batches."""

_WRITTEN_HERE = """
CREATE OR REPLACE FUNCTION cmd_written_here(written xid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER {path} AS $body$
DECLARE
  mine bigint := pg_current_xact_id()::text::bigint;
  -- Savepoints have later numbers than their transaction; the numbers go round.
  ahead bigint := (written::text::bigint - mine) & 4294967295;
BEGIN
  -- What is seen was written by a transaction that is over, or by this one.
  RETURN ahead = 0 OR ahead < 2147483648
    AND coalesce(pg_xact_status((mine + ahead)::text::xid8) = 'in progress', false);
END $body$
"""
_IS_TOLD = """
CREATE OR REPLACE FUNCTION cmd_is_told() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER {path} AS $body$
BEGIN
  -- The head of a chain moves with a new entry alone, and who moved it keeps it until the end.
  RETURN EXISTS (SELECT 1 FROM chain_head h WHERE cmd_written_here(h.xmin));
END $body$
"""

_UNTOLD = "IF NOT cmd_is_told() THEN {refuse}; END IF;".format(
    refuse="RAISE EXCEPTION 'rule:not_told' USING ERRCODE = 'check_violation'"
)
_GAP = "RAISE EXCEPTION 'rule:number_gap' USING ERRCODE = 'check_violation'"


@dataclass(frozen=True)
class Follower:
    """What is looked for at the end of a transaction that wrote a row."""

    name: str
    on: str
    """``INSERT ON cases`` …"""
    body: str
    only_if: str = ""
    """A condition on the row, looked at when it is written."""
    declared: str = ""


_FIRST_STEP = """IF NOT EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = NEW.id
    AND s.version = 1) THEN
    RAISE EXCEPTION 'rule:case_without_step' USING ERRCODE = 'check_violation';
  END IF;"""


def _among(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


def _numbers() -> str:
    """Return what looks for the rows that have the numbers which a counter went past."""
    by_settings = _among(holders(Permission.SETTINGS))
    return f"""IF TG_OP = 'UPDATE' THEN before := OLD.last; END IF;
  IF NEW.last = before THEN RETURN NULL; END IF;
  IF NEW.kind = 'case' THEN
    IF NEW.last - before > {_MOST_AT_ONCE} THEN {_GAP}; END IF;
    -- From above: a counter set far ahead fails at the first look.
    FOR one IN REVERSE NEW.last .. before + 1 LOOP
      IF NOT EXISTS (SELECT 1 FROM cases c WHERE c.number = NEW.name
          || lpad(one::text, greatest(4, length(one::text)), '0')) THEN {_GAP}; END IF;
    END LOOP;
    RETURN NULL;
  END IF;
  of_street := substring(NEW.name FROM '^[0-9]+')::bigint;
  -- An office may leave numbers out, and says so (domain.md §1.5).
  IF NEW.kind IN ({_among(Numbered)}) AND EXISTS (
    SELECT 1 FROM audit a JOIN account o ON o.id = a.actor_id
    WHERE a.object_kind = '{NUMBERING}' AND a.object_id = of_street AND a.street_id = of_street
      AND o.role IN ({by_settings}) AND cmd_written_here(a.xmin)
  ) THEN RETURN NULL; END IF;
  of_year := substring(NEW.name FROM '^[0-9]+[:/]([0-9]{{4}})')::integer;
  found := CASE
    WHEN NEW.kind = '{Numbered.NOTICE}' THEN (SELECT count(*) FROM notice n
      WHERE n.street_id = of_street AND n.year = of_year
        AND n.serial > before AND n.serial <= NEW.last)
    WHEN NEW.kind = '{Numbered.MINUTES}' THEN (SELECT count(DISTINCT m.issue) FROM meeting m
      WHERE m.street_id = of_street AND extract(year FROM m.closed_at) = of_year
        AND m.issue > before AND m.issue <= NEW.last)
    WHEN NEW.kind = 'decision' THEN (SELECT count(*) FROM decision d
      WHERE d.street_id = of_street AND d.serial > before AND d.serial <= NEW.last
        AND starts_with(d.code, '议〔' || of_year || '〕第'
          || split_part(NEW.name, ':', 3) || '周-'))
    WHEN NEW.kind IN ({_among(FILED_NUMBERS)}) THEN (SELECT count(DISTINCT p.number) FROM paper p
      WHERE p.street_id = of_street AND p.kind = NEW.kind AND cmd_written_here(p.xmin)
        AND p.number LIKE '%〔' || of_year || '〕%号'
        AND substring(p.number FROM '〕([0-9]+)号')::bigint > before
        AND substring(p.number FROM '〕([0-9]+)号')::bigint <= NEW.last)
  END;
  IF found IS DISTINCT FROM NEW.last - before THEN {_GAP}; END IF;"""


_COUNTED = "before bigint := 0; one bigint; found bigint; of_street bigint; of_year integer"
_OFFICE = tuple(table for table in FOUNDED if table != "person")
_REMOVED_FROM = (*REMOVED_BY_COMMANDS, "setting", "calendar_day")
_ACCOUNT = "active, valid_until, password_hash, password_until, must_change"
"""What of an account a command alone changes; a failed sign-on is counted without one."""


def _followers() -> Iterator[Follower]:
    yield Follower("cases_first_step", "INSERT ON cases", _FIRST_STEP)
    for what in ("INSERT", "UPDATE"):
        yield Follower(
            f"counter_{what.lower()}_taken",
            f"{what} ON counter",
            _numbers(),
            "NEW.kind <> 'id'",
            _COUNTED,
        )
    for table in ("case_step", "command_done", *COMMANDS_ONLY, *_OFFICE):
        changes = f"UPDATE OF {_ACCOUNT}" if table == "account" else "INSERT OR UPDATE"
        if table in _REMOVED_FROM:
            changes = f"DELETE OR {changes}"
        yield Follower(f"{table}_told", f"{changes} ON {table}", _UNTOLD)
    # What becomes of a case is told by its steps, which are looked at themselves.
    yield Follower("change_log_told", "INSERT ON change_log", _UNTOLD, "NEW.kind <> 'case'")


def statements() -> Iterator[str]:
    """Yield what makes the functions and their triggers."""
    yield _WRITTEN_HERE.format(path=PATH)
    yield _IS_TOLD.format(path=PATH)
    for one in _followers():
        name = f"{_PREFIX}{one.name}"
        declared = f"DECLARE {one.declared};\n" if one.declared else ""
        yield (
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER {PATH}"
            f" AS $rule$\n{declared}BEGIN\n  {one.body}\n  RETURN NULL;\nEND $rule$"
        )
        when = f"{_BY_A_PERSON} AND {one.only_if}" if one.only_if else _BY_A_PERSON
        yield (
            f"CREATE CONSTRAINT TRIGGER {name} AFTER {one.on} DEFERRABLE INITIALLY DEFERRED"
            f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()"
        )
