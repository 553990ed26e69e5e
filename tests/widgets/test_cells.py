"""What the painted cells show can be seen in the picture: colours of states and deadlines."""

import pytest
from PySide6.QtGui import QColor

from desktop.models.columns import Column
from desktop.models.rows import RowsModel
from desktop.theme import LIGHT
from desktop.widgets.chips import ChipSpec, card_chip, state_chip, urgency_tag
from desktop.widgets.deadline import DeadlineLook
from desktop.widgets.ledger_delegate import (
    LedgerCell,
    LedgerDelegate,
    LedgerTitles,
    ledger_columns,
)
from desktop.widgets.virtual_table import VirtualTable

TITLES = LedgerTitles("编号", "事项", "类别", "状态", "承办", "时限")
CELLS = {
    1: LedgerCell(
        "1122-0086", "14:06 登记", "井盖缺失", "人民路 88 号", urgency_tag("紧急", "urgent"),
        "公共设施", state_chip("处置中", "blue"), "市政维修站",
        DeadlineLook("超时 35 分", "bad", 1.0), strong=True,
    ),
    2: LedgerCell(
        "1122-0079", "13:42 登记", "楼道堆物", "", urgency_tag("重点", "key"), "消防隐患",
        state_chip("待核查", "purple"), "", DeadlineLook("剩 18 分", "warn", 0.8),
    ),
    3: LedgerCell(
        "1122-0040", "10:41 登记", "清运不及时", "青年路", None, "市容环境",
        state_chip("已办结", "green", done=True), "环卫队", DeadlineLook("已完成", "done"),
        faint=True,
    ),
}  # fmt: skip


def colours(widget):
    """Return all colours in the picture of a widget."""
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width())
        for y in range(0, image.height())
    }


def has(found, colour):
    return QColor(colour).name() in found


@pytest.fixture
def ledger(theme, qtbot):
    model = RowsModel(ledger_columns(lambda row: row, TITLES))
    generation = model.show_ids(CELLS)
    model.row(0)
    qtbot.waitSignal(model.rows_wanted).wait()
    model.give_rows(generation, CELLS)
    table = VirtualTable(model, LedgerDelegate(lambda row: row), name="事件台账")
    model.setParent(table)
    table.resize(900, 240)
    qtbot.addWidget(table)
    table.show()
    return table


def test_states_tags_and_deadlines_are_painted_in_their_colours(ledger):
    found = colours(ledger.viewport())
    for colour in (
        LIGHT.tone("blue").bg,
        LIGHT.tone("purple").bg,
        LIGHT.tone("green").bg,
        LIGHT.danger,
        LIGHT.tone("amber").bg,
        LIGHT.bar_bad,
        LIGHT.bar_warn,
        LIGHT.bar_track,
    ):
        assert has(found, colour), colour
    assert not has(found, LIGHT.bar_ok)


def test_a_chosen_row_carries_a_bar_and_its_chip_a_light_ground(ledger):
    ledger.choose_id(1)
    found = colours(ledger.viewport())
    assert has(found, LIGHT.select)
    assert not has(found, LIGHT.tone("blue").bg)
    image = ledger.viewport().grab().toImage()
    assert image.pixelColor(1, 20) == QColor(LIGHT.brand)


def test_a_compact_ledger_leaves_out_the_bars_of_deadlines(ledger):
    ledger.set_density("compact")
    assert not has(colours(ledger.viewport()), LIGHT.bar_bad)


def test_the_unit_moves_into_the_second_line_when_its_column_is_hidden(ledger):
    ledger.hide_columns({"unit", "item"})
    before = ledger.viewport().grab().toImage()
    ledger.itemDelegate().unit_in_place = True
    ledger.viewport().update()
    assert ledger.viewport().grab().toImage() != before


def test_an_ordinary_table_paints_second_lines_and_cards(theme, qtbot):
    columns = [
        Column("no", "文号", 200, lambda r: r[0], chip=lambda r: card_chip(*r[1])),
        Column("due", "时限", 120, lambda r: "11-19", detail=lambda r: "超 2 日",
               detail_tone=lambda r: "danger"),
        Column("state", "状态", 120, lambda r: "", chip=lambda r: state_chip("待签发", "teal"),
               align="center"),
        Column("points", "扣分", 80, lambda r: "−10", tone=lambda r: "danger", align="right",
               stretch=True),
    ]  # fmt: skip
    model = RowsModel(columns)
    rows = {1: ("9号", ("红牌", "red")), 2: ("11号", ("黄牌", "yellow"))}
    generation = model.show_ids(rows)
    model.row(0)
    qtbot.waitSignal(model.rows_wanted).wait()
    model.give_rows(generation, rows)
    table = VirtualTable(model, name="督办台账")
    qtbot.addWidget(table)
    table.resize(700, 200)
    table.show()
    found = colours(table.viewport())
    for colour in (LIGHT.cards["red"], LIGHT.cards["yellow"], LIGHT.tone("teal").bg):
        assert has(found, colour), colour
    table.set_density("single")
    assert has(colours(table.viewport()), LIGHT.cards["red"])


def test_an_unknown_tone_is_grey():
    assert LIGHT.tone("no such tone") == LIGHT.tone("grey")
    assert LIGHT.ink("no such ink") == LIGHT.tone("grey").fg
    assert card_chip("普通", "ordinary") == ChipSpec("普通", "blue", "card", "", "ordinary")
