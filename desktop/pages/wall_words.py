"""How the wall display puts the street into words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from db.queries.breakdowns import RankedStation
from db.queries.wall import LateCase
from db.rules.indicators import INDICATORS
from db.rules.place_names import base_name
from db.rules.rates import points
from db.rules.terms import UnitKind
from desktop import texts
from desktop.pages.map_ground import Ground
from desktop.pages.map_scale import count_scale
from desktop.pages.wall_facts import WallSeen
from desktop.screen.board import Bar, Board, Curve, Heat, HeatMap, Late, Tile

_GOOD, _FAIR = 90, 75


def translate(context: str, source: str) -> str:
    """Return a text in the language of the window; lupdate finds the calls by this name."""
    return str(QCoreApplication.translate(context, source))


def board_of(seen: WallSeen, room: str, ground: Ground) -> Board:
    """Return what stands on the wall."""
    registered = tuple(one.registered for one in seen.days)
    closed = tuple(one.closed for one in seen.days)
    return Board(
        room=room,
        tiles=_tiles(seen),
        bars=tuple(_bar(one, seen.short_names) for one in seen.stations),
        days=tuple(f"{one.start:%m-%d}" for one in seen.days),
        curves=(
            Curve(translate("wall", "录入"), registered, "focus"),
            Curve(translate("wall", "办结"), closed, "ok"),
        ),
        late=tuple(late_row(one) for one in seen.late),
        late_count=seen.late_count,
        heat=tuple(
            Heat(one.key, base_name(one.name), one.counters.registered) for one in seen.communities
        ),
        map=heat_map(seen.registered, ground),
    )


def as_of(at: datetime, today: date) -> str:
    """Return the time of the figures: 18:41, with its date if that is not today."""
    if at.date() == today:
        return f"{at:%H:%M}"
    return translate("wall", "{month} 月 {day} 日 {time}").format(
        month=at.month, day=at.day, time=f"{at:%H:%M}"
    )


def heat_map(registered: Mapping[int, int], ground: Ground) -> HeatMap:
    """Return the street shaded as the page of the map shades it."""
    shapes = ground.shapes.get(UnitKind.GRID) or ground.shapes.get(UnitKind.COMMUNITY) or ()
    counts = {shape.id: Decimal(registered.get(shape.id, 0)) for shape in shapes}
    scale = count_scale(counts.values())
    steps = {id_: scale.step(count) or 0 for id_, count in counts.items()}
    is_real = not ground.is_schematic and not ground.is_invented
    return HeatMap(shapes, ground.groups, steps, is_real)


def late_row(case: LateCase) -> Late:
    """Return an overdue case in two lines and by how much it is late."""
    past = case.remaining
    if case.overdue_workdays:
        span = translate("wall", "超 {n} 工作日").format(n=case.overdue_workdays)
    elif past is None or not past.is_overdue:
        span = translate("wall", "已超期")
    elif past.days:
        span = translate("wall", "超 {n} 天").format(n=past.days)
    elif past.hours:
        span = translate("wall", "超 {n} 小时").format(n=past.hours)
    else:
        span = translate("wall", "超 {n} 分").format(n=past.minutes)
    return Late(case.title, case.unit, span)


def _tiles(seen: WallSeen) -> tuple[Tile, ...]:
    today = seen.days[-1]
    return (
        _count(translate("wall", "今日录入"), today.registered, seen.registered_before, "focus"),
        _count(translate("wall", "今日办结"), today.closed, seen.closed_before, "ok"),
        _rate(translate("wall", "本月办结率"), "close_rate", seen, "warn"),
        _rate(translate("wall", "本月流转率"), "transfer_rate", seen, "brand"),
    )


def _count(name: str, now: int, before: int, tone: str) -> Tile:
    by = now - before
    if not by:
        words = translate("wall", "与昨日此时持平")
    elif by > 0:
        words = translate("wall", "比昨日此时多 {n} 件").format(n=by)
    else:
        words = translate("wall", "比昨日此时少 {n} 件").format(n=-by)
    short = translate("wall", "较昨日此时 {n}").format(n=_signed(by)) if by else ""
    return Tile(name, f"{now:,}", translate("wall", "件"), words, short, tone)


def _rate(name: str, code: str, seen: WallSeen, tone: str) -> Tile:
    value = INDICATORS[code].value(seen.month)
    moved = points(value, INDICATORS[code].value(seen.month_before))
    if value is None:
        words = translate("wall", "本月还没有事件")
        return Tile(name, texts.NOTHING, change=words, tone=tone)
    shown = f"{Decimal(value):.1f}"
    if moved is None:
        return Tile(name, shown, "%", translate("wall", "上月同期没有事件"), tone=tone)
    by = Decimal(moved).quantize(Decimal("0.1"))
    if not by:
        return Tile(name, shown, "%", translate("wall", "与上月同期持平"), tone=tone)
    if by > 0:
        words = translate("wall", "比上月同期高 {n} 个点").format(n=by)
    else:
        words = translate("wall", "比上月同期低 {n} 个点").format(n=-by)
    # More or fewer cases passed on is neither good nor bad.
    ink = "text2" if code == "transfer_rate" else "ok" if by > 0 else "warn"
    short = translate("wall", "较上月同期 {n}").format(n=_signed(by))
    return Tile(name, shown, "%", words, short, tone, ink)


def _signed(value: int | Decimal) -> str:
    return f"+{value}" if value > 0 else f"−{-value}"


def _bar(station: RankedStation, short_names: Mapping[int, str]) -> Bar:
    total = station.score.total or Decimal(0)
    tone = "ok" if total >= _GOOD else "focus" if total >= _FAIR else "warn"
    name = short_names.get(station.unit_id) or station.name
    return Bar(str(station.rank), name, f"{total:.1f}", float(total) / 100, tone)
