"""The search index of the server: a set of grams under GIN (database.md §1).

The function says what :func:`db.rules.grams.grams` says of a text that is normalised already.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Text, cast, func
from sqlalchemy.dialects.postgresql import ARRAY

from db.model.case import cases
from db.rules.grams import HAN, LONGEST_WHOLE, PIECE, query_grams

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

MAKE = (
    _FUNCTION,
    "CREATE INDEX IF NOT EXISTS ix_cases_grams ON cases USING gin (cmd_grams(search_text))",
)


def condition(words: str) -> ColumnElement[bool] | None:
    """Return the index condition for a search text, or None when the index cannot narrow it."""
    terms = query_grams(words)
    if not terms:
        return None
    return func.cmd_grams(cases.c.search_text, type_=ARRAY(Text)).contains(
        cast(list(terms), ARRAY(Text))
    )
