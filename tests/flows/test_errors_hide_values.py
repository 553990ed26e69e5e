"""The text of a database error goes to the log; what people wrote stays out of it."""

from __future__ import annotations

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from db.model.case import cases
from tests.story import Story


def test_an_error_names_the_statement_and_none_of_its_values(story: Story) -> None:
    with story.database.engine.connect() as connection:
        with pytest.raises(DBAPIError) as caught:
            connection.execute(
                insert(cases).values(id=1, title="张三诉邻居", content="13800000000")
            )
        connection.rollback()
    told = str(caught.value)
    assert "INSERT INTO cases" in told
    assert "张三" not in told and "13800000000" not in told
