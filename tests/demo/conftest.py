"""A short history of the demo street, made once for all tests here."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop.demo.street import make_street

FIRST_DAY = datetime(2026, 11, 13)
"""A Friday: the week that is told in full, and the days before its meeting."""


@pytest.fixture(scope="session")
def short_street(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the street with a week of history."""
    path = tmp_path_factory.mktemp("demo") / "street.db"
    make_street(path, first_day=FIRST_DAY)
    return path
