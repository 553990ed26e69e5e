"""The model itself is put to the test: it must know what becomes of a linked duplicate."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tests.property import case_model as m
from tests.property.test_case_machine import CaseMachine


@pytest.mark.parametrize("depth", range(5))
def test_record_and_model_agree_on_a_case_that_is_told_twice(
    founded_file: Path, tmp_path: Path, depth: int
) -> None:
    machine = CaseMachine(founded_file, tmp_path, count())
    machine.first_cases([0, depth, 4 - depth], False, "settled")
    machine.the_record_agrees_with_the_model()
    double, main = machine.known[2], machine.known[1]
    assert (double.main, main.state, double.state) == (main.id, m.CLOSED, m.CLOSED)
    machine.unlink(2, "operator", False)
    machine.the_record_agrees_with_the_model()
    machine.teardown()
