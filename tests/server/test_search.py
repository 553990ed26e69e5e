"""The server cuts a text into the same grams as the program, and so finds the same rows."""

from __future__ import annotations

import random

import psycopg

from db.rules.grams import grams, normalise
from db.seed import FirstAccount
from desktop.founding import street_plan
from tests.server.cluster import Cluster
from tests.story import Story

ODD = (
    "",
    "a",
    "12345",
    "永中街道文三路36号5幢A座302室",
    "LED屏,夜间22:30仍亮",
    "欧阳𬱖、𠮷田、〇号",
    "x" * 65 + "号",
    "％＿'\\\"；--",
    "ⅣⅢ㎡℃ﬁ",
    "电话13805770001转8",
)


def test_each_text_has_the_grams_of_the_program(story: Story, cluster: Cluster) -> None:
    plan = street_plan("永中街道", FirstAccount("director", "", "主任甲"), grids=60)
    names = [one.name for one in (*plan.units, *plan.items)]
    chance = random.Random(20)
    signs = "永中街道路号幢室abz019 ,。—〇𬱖-%_"
    mixed = ["".join(chance.choices(signs, k=chance.randint(1, 60))) for _ in range(300)]
    with psycopg.connect(cluster.url("street")) as raw:
        raw.execute("SET search_path = app")
        for told in (*ODD, *names, *mixed):
            text = normalise(told)
            row = raw.execute("SELECT cmd_grams(%s)", (text,)).fetchone()
            assert row is not None
            assert set(row[0]) == set(grams(text)), told
