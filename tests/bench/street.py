"""A street with many cases, written past the commands: for measuring reads, never for telling."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from db.embedded import search
from db.engine import Database
from db.model.case import cases
from db.model.item import item
from db.model.organisation import unit
from db.model.setting import counter
from db.rules.grams import normalise
from db.rules.terms import CLOSED_STATES, CaseState, Level, Source, UnitKind
from db.sync import drop_rules, sync_rules
from tests.story import MONDAY, Story, found_story

CASES = 60_000
YEARS = 3
OPEN_SHARE = 0.01
_BATCH = 2_000

_ROADS = (
    "永宁西路 龙华路 罗东南街 镇中路 永昌路 永强大道 康宁路 中心街 万顺路 殿前路 "
    "度山路 双何路 新城大道 机场大道 府东路 上京路 文三路 人民路 解放街 滨海三道 "
    "沧河路 石浦路 城南路 刘宅巷 "
)
_THINGS = (
    "夜间装修噪声扰民 路面窨井盖松动 楼道堆放杂物堵塞消防通道 店外经营占用人行道 餐饮油烟直排 "
    "电动自行车违规充电 河道水面漂浮垃圾 路灯连续多晚不亮 雨污水管道堵塞外溢 邻里因漏水争吵 "
    "工人讨要拖欠工资 出租房未登记 流动摊贩聚集 违章搭建阳光棚 无证经营熟食 "
    "燃气软管老化 绿化带毁绿种菜 广告牌松动有坠落危险 车辆乱停堵门 工地扬尘未覆盖 "
    "渣土车抛洒 公厕无人保洁 "
)
_RARE = ("白蚁蛀梁", "蝙蝠入户", "马蜂窝", "LED屏闪烁", "井喷", "危桥", "氨气味", "文物碑刻")
_ENDS = (
    "群众反映多次，希望尽快处理。",
    "现场已拍照，周边有学校，人流量较大。",
    "网格员巡查发现，已先行劝导。",
    "来电人称此前已反映过，至今没有解决。",
    "涉及住户较多，建议联合处置。",
)
_SURNAMES = "陈林王李张黄吴周徐朱"


@dataclass(frozen=True)
class BenchStreet:
    """The street, and how many cases it was given."""

    story: Story
    path: Path
    size: int

    @property
    def database(self) -> Database:
        """The open database."""
        return self.story.database


def build_street(path: Path, size: int = CASES, seed: int = 1) -> BenchStreet:
    """Found a street and fill it with cases of three years; the same seed makes the same cases."""
    story = found_story(path)
    database = story.database
    with database.writing(story.account("director")) as connection:
        drop_rules(connection)
        rows = _rows(story, size, random.Random(seed))
        while batch := [row for _, row in zip(range(_BATCH), rows, strict=False)]:
            connection.execute(insert(cases), batch)
        counters = [{"kind": "bench", "name": "cases", "last": size}]
        connection.execute(insert(counter), counters)
        sync_rules(connection)
        search.rebuild(connection)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return BenchStreet(story, path, size)


def _rows(story: Story, size: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    world = _World(story)
    start = MONDAY - timedelta(days=365 * YEARS)
    step = (MONDAY - timedelta(days=1) - start) / size
    serials: dict[str, int] = {}
    for index in range(size):
        at = (start + step * index).replace(microsecond=0)
        # The newest cases are the ones still open.
        is_open = chance.random() < OPEN_SHARE + (0.2 if index > size * 0.99 else 0.0)
        prefix = f"YZ{chance.choice('WWWHRJD')}{at:%Y%m%d}"
        serials[prefix] = serials.get(prefix, 0) + 1
        yield world.case(chance, index, at, f"{prefix}{serials[prefix]:04d}", is_open)


class _World:
    """The ids that cases refer to."""

    def __init__(self, story: Story) -> None:
        with story.database.reading() as connection:
            units = connection.execute(
                select(unit.c.id, unit.c.kind, unit.c.parent_id, unit.c.name)
            )
            self.units = units.all()
            self.items = connection.execute(
                select(
                    item.c.id,
                    item.c.name,
                    item.c.platform,
                    item.c.class_name,
                    item.c.urgency,
                    item.c.limit_hours,
                    item.c.street_id,
                )
            ).all()
        self.grids = [row for row in self.units if row.kind == UnitKind.GRID]
        self.communities = {
            row.id: row.name for row in self.units if row.kind == UnitKind.COMMUNITY
        }
        self.stations = [
            row.id for row in self.units if row.kind in (UnitKind.STATION, UnitKind.OFFICE)
        ]
        self.room = next(row.id for row in self.units if row.kind == UnitKind.ROOM)
        self.operator = story.account("operator")
        self.roads, self.things = _ROADS.split(), _THINGS.split()

    def case(
        self, chance: random.Random, index: int, at: datetime, number: str, is_open: bool
    ) -> dict[str, Any]:
        """Return one case as a row."""
        kind, grid = chance.choice(self.items), chance.choice(self.grids)
        thing = chance.choice(_RARE) if chance.random() < 0.002 else chance.choice(self.things)
        address = f"{chance.choice(self.roads)}{chance.randint(1, 420)}号"
        if chance.random() < 0.4:
            address += f"{chance.randint(1, 18)}幢{chance.randint(1, 4)}单元"
        content = f"{self.communities[grid.parent_id]}{address}{thing}，{chance.choice(_ENDS)}"
        phone = f"138{chance.randint(0, 99_999_999):08d}" if chance.random() < 0.3 else ""
        name = f"{chance.choice(_SURNAMES)}某" if phone else ""
        moved = chance.random() < 0.155
        lead = chance.choice(self.stations) if moved else None
        due = at + timedelta(days=chance.randint(1, 9))
        closed = None if is_open else min(due + timedelta(days=chance.randint(-3, 1)), MONDAY)
        if closed is not None:
            closed = max(closed, at + timedelta(minutes=5))
        state = _state(chance, is_open, moved)
        text = f"{number} {thing} {content} {address} {name} {phone} {kind.name}"
        return {
            "id": (int(at.timestamp()) << 20) | (index & 0xFFFFF),
            "number": number,
            "street_id": kind.street_id,
            "source": chance.choice(list(Source)).value,
            "source_number": None,
            "registered_at": at,
            "created_by": self.operator,
            "state": int(state),
            "version": 5 if moved else 1,
            "title": thing,
            "content": content,
            "urgency": kind.urgency,
            "level": int(Level.STREET if moved else Level.GRID),
            "item_id": kind.id,
            "platform": kind.platform,
            "class_name": kind.class_name,
            "community_id": grid.parent_id,
            "grid_id": grid.id,
            "address": address,
            "reporter_name": name,
            "reporter_phone": phone,
            "holder_id": (lead or grid.id)
            if state is not CaseState.WAITING_ACCEPTANCE
            else self.room,
            "lead_id": lead,
            "is_transferred": moved,
            "self_handled": not moved and not is_open,
            "assign_count": int(moved),
            "limit_hours": kind.limit_hours,
            "accept_due_at": at + timedelta(hours=2),
            "accepted_at": at + timedelta(minutes=20) if moved else None,
            "assigned_at": at + timedelta(minutes=30) if moved else None,
            "first_assigned_at": at + timedelta(minutes=30) if moved else None,
            "sign_due_at": at + timedelta(days=1) if moved else None,
            "signed_at": at + timedelta(hours=3) if moved else None,
            "due_at": None if state is CaseState.WAITING_ACCEPTANCE else due,
            "original_due_at": due,
            "reported_at": closed,
            "closed_at": closed,
            "satisfaction": "satisfied" if closed and phone else "",
            "called_back_at": closed if phone else None,
            "search_text": normalise(text),
        }


def _state(chance: random.Random, is_open: bool, moved: bool) -> CaseState:
    if not is_open:
        return chance.choice(sorted(CLOSED_STATES)) if moved else CaseState.CLOSED
    if moved:
        return chance.choice(
            [CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS, CaseState.WAITING_VERIFICATION]
        )
    return chance.choice([CaseState.WAITING_ACCEPTANCE, CaseState.WAITING_ASSIGNMENT])
