"""The search index of the server: a set of grams under GIN (database.md §1).

``cmd_grams`` says what :func:`db.rules.grams.grams` says of a text that is normalised already.
Under row-level security no index answers what might tell of hidden rows, so ``cmd_search`` asks it
with the owner's rights and gives out what the policies of ``cases`` show who asks.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, ColumnElement, Text, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from db.model.case import cases
from db.rules.grams import HAN, LONGEST_WHOLE, PIECE, query_grams
from db.rules.terms import UNIT_ROLES, Role
from db.server.people import PATH
from db.server.policies import ANYWHERE, DISTRICT, OF_STREET, OWN_CASES, STREET

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION cmd_grams(told text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
  run text; part text; size integer; one text; last text; found text[] := '{{}}';
BEGIN
  FOR run IN SELECT (regexp_matches(told, '[{HAN}a-z0-9]+', 'g'))[1] LOOP
    IF run ~ '[^a-z0-9]' THEN
      last := NULL;
      FOREACH one IN ARRAY string_to_array(run, NULL) LOOP
        IF ascii(one) > 127 THEN
          found := found || one;
        END IF;
        IF last IS NOT NULL AND (ascii(one) > 127 OR ascii(last) > 127) THEN
          found := found || (last || one);
        END IF;
        last := one;
      END LOOP;
    END IF;
    FOR part IN SELECT (regexp_matches(run, '[a-z0-9]+', 'g'))[1] LOOP
      size := length(part);
      IF size <= {LONGEST_WHOLE} THEN
        found := found || part;
      END IF;
      FOR place IN 1 .. size - {PIECE} + 1 LOOP
        found := found || substr(part, place, {PIECE});
      END LOOP;
    END LOOP;
  END LOOP;
  RETURN found;
END $body$
"""


def _way(roles: frozenset[Role], seen: str) -> str:
    names = ", ".join(f"'{role.value}'" for role in sorted(roles))
    return f"""
  IF cmd_duty() IN ({names}) THEN
    RETURN QUERY SELECT id FROM (
      SELECT * FROM cases WHERE cmd_grams(search_text) @> terms OFFSET 0
    ) found WHERE {seen};
  END IF;"""


_SEARCH = f"""
CREATE OR REPLACE FUNCTION cmd_search(terms text[]) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER PARALLEL SAFE {PATH}
SET plan_cache_mode = force_custom_plan SET enable_seqscan = off
AS $body$
BEGIN{_way(STREET, OF_STREET)}{_way(UNIT_ROLES, OWN_CASES)}{_way(DISTRICT, ANYWHERE)}
END $body$
"""
"""Each word has its own plan, one for any word is wrong for the rare and for the frequent; and the
index of grams is asked first, also while nobody counted the rows, as after an import."""

MAKE = (
    _FUNCTION,
    _SEARCH,
    "CREATE INDEX IF NOT EXISTS ix_cases_grams ON cases USING gin (cmd_grams(search_text))",
)


def condition(words: str) -> ColumnElement[bool] | None:
    """Return the index condition for a search text, or None when the index cannot narrow it."""
    terms = query_grams(words)
    if not terms:
        return None
    # As a source of rows: among the columns it would be asked again for every case.
    found = func.cmd_search(cast(list(terms), ARRAY(Text)), type_=BigInteger).column_valued("found")
    return cases.c.id.in_(select(found))
