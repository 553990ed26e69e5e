"""What a person put away on this computer and may take out again; no fact of the record."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from desktop import paths

_NAME = "put-away.json"
_LOG = logging.getLogger(__name__)


def is_put_away(what: str) -> bool:
    """Tell whether something was put away."""
    return what in _read()


def put_away(what: str, away: bool) -> None:
    """Put something away, or take it out again; a folder that takes no file changes nothing."""
    kept = {*_read(), what} if away else _read() - {what}
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(sorted(kept), ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        _LOG.warning("what was put away is not remembered: %s", error)


def _read() -> set[str]:
    try:
        found = json.loads(_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return set()
    except (OSError, ValueError) as error:
        _LOG.warning("what was put away cannot be read: %s", error)
        return set()
    return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()


def _path() -> Path:
    return paths.config_folder() / _NAME
