"""Rows are fetched when they are looked at, and only then."""

from array import array

import pytest
from PySide6.QtCore import QObject, QPoint, Qt

from desktop.models.rows import PAGE, PAGES_KEPT, RowsModel
from desktop.widgets.ledger_delegate import (
    LedgerCell,
    LedgerDelegate,
    LedgerTitles,
    ledger_columns,
)
from desktop.widgets.text_delegate import TextDelegate
from desktop.widgets.virtual_table import VirtualTable
from tests.widgets.conftest import text_columns

MANY = 100_000
FIRST_ID = 1 << 50


class Source(QObject):
    """Answers wishes at once or keeps them, and remembers what was asked."""

    def __init__(self, model, answers=True):
        super().__init__(model)
        self.model = model
        self.answers = answers
        self.wishes = []
        model.rows_wanted.connect(self.take)

    def take(self, wish):
        self.wishes.append(wish)
        if self.answers:
            self.answer(wish)

    def answer(self, wish):
        generation, ids = wish
        self.model.give_rows(generation, {i: (f"事件 {i}", "地点", "处置中") for i in ids})


@pytest.fixture
def model(qapp):
    return RowsModel(text_columns())


@pytest.fixture
def table(theme, model, qtbot):
    table = VirtualTable(model, name="台账")
    table.resize(600, 500)
    qtbot.addWidget(table)
    table.show()
    return table


def wait_for_asking(qtbot, source, count):
    qtbot.waitUntil(lambda: len(source.wishes) >= count, timeout=3000)


def test_only_visible_pages_of_a_hundred_thousand_are_asked_for(table, model, qtbot):
    source = Source(model)
    model.show_ids(range(FIRST_ID, FIRST_ID + MANY))
    wait_for_asking(qtbot, source, 1)
    table.viewport().grab()
    assert model.rowCount() == MANY
    assert [len(ids) for _, ids in source.wishes] == [PAGE]
    assert source.wishes[0][1][0] == FIRST_ID
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    wait_for_asking(qtbot, source, 2)
    qtbot.waitUntil(lambda: model.known_row(MANY - 1) is not None, timeout=3000)
    assert len(source.wishes) == 2
    assert source.wishes[1][1][-1] == FIRST_ID + MANY - 1


def test_an_answer_of_an_old_generation_is_dropped(table, model, qtbot):
    source = Source(model, answers=False)
    model.show_ids([1, 2, 3])
    wait_for_asking(qtbot, source, 1)
    model.show_ids([4, 5])
    source.answer(source.wishes[0])
    assert model.known_row(0) is None
    wait_for_asking(qtbot, source, 2)
    source.answer(source.wishes[1])
    assert model.known_row(0)[0] == "事件 4"


def test_a_screen_that_stands_on_two_pages_waits_for_one_answer(model, qtbot):
    source = Source(model)
    model.show_ids(range(MANY))
    for place in range(3 * PAGE - 10, 3 * PAGE + 10):
        model.row(place)
    qtbot.waitUntil(lambda: bool(source.wishes), timeout=3000)
    assert source.wishes == [(1, tuple(range(2 * PAGE, 4 * PAGE)))]
    source.answer(source.wishes[0])
    assert model.known_row(2 * PAGE)[0] == "事件 200"
    assert model.known_row(4 * PAGE - 1)[0] == "事件 399"


def test_pages_scrolled_past_quickly_are_not_asked_for(model, qtbot):
    source = Source(model)
    model.show_ids(range(MANY))
    for page in range(50):
        model.row(page * PAGE)
    qtbot.waitUntil(lambda: bool(source.wishes), timeout=3000)
    assert sum(len(ids) for _, ids in source.wishes) == 6 * PAGE
    assert 49 * PAGE in source.wishes[0][1]


def test_no_more_than_sixty_pages_are_kept(model, qtbot):
    source = Source(model)
    model.show_ids(range((PAGES_KEPT + 5) * PAGE))
    for page in range(PAGES_KEPT + 5):
        model.row(page * PAGE)
        wait_for_asking(qtbot, source, page + 1)
    assert model.known_row(0) is None
    assert model.known_row((PAGES_KEPT + 4) * PAGE) is not None


def test_appended_ids_complete_the_last_page(model, qtbot):
    source = Source(model)
    model.show_ids(array("q", range(150)))
    model.row(0)
    wait_for_asking(qtbot, source, 1)
    model.append_ids(range(150, 260))
    assert model.rowCount() == 260
    assert model.row(160) is None
    wait_for_asking(qtbot, source, 2)
    assert model.row(160)[0] == "事件 160"
    assert model.generation == source.wishes[0][0]


def test_the_selection_stays_with_its_id_when_the_list_changes(table, model, qtbot):
    Source(model)
    model.show_ids([10, 20, 30])
    table.choose_id(20)
    told = []
    table.current_changed.connect(told.append)
    model.show_ids([5, 6, 7, 20])
    assert (table.current_id(), table.chosen_ids()) == (20, [20])
    assert told == []
    model.show_ids([5, 6])
    assert table.current_id() == 6
    assert told == [6]


def test_rows_known_before_stand_until_the_new_ones_come(table, model, qtbot):
    source = Source(model)
    model.show_ids([1, 2])
    qtbot.waitUntil(lambda: model.known_row(0) is not None, timeout=3000)
    source.answers = False
    model.show_ids([2, 1])
    assert model.row(0)[0] == "事件 2"


def test_refreshed_rows_are_asked_for_again_and_shown_meanwhile(table, model, qtbot):
    source = Source(model)
    model.show_ids([1, 2])
    qtbot.waitUntil(lambda: model.known_row(0) is not None, timeout=3000)
    source.answers = False
    model.refresh_rows([2])
    table.viewport().grab()
    wait_for_asking(qtbot, source, 2)
    assert model.known_row(1)[0] == "事件 2"
    generation, ids = source.wishes[1]
    model.give_rows(generation, {i: ("新", "", "已办结") for i in ids})
    assert model.known_row(1)[0] == "新"


def test_a_row_that_is_gone_is_not_asked_for_without_end(table, model, qtbot):
    source = Source(model, answers=False)
    generation = model.show_ids([1, 2])
    wait_for_asking(qtbot, source, 1)
    model.give_rows(generation, {})
    table.viewport().grab()
    assert model.row(0) is None
    assert model.is_gone(0)
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "该条已不在列表中"
    assert len(source.wishes) == 1


def test_enter_and_double_click_open_a_row_and_ids_keep_their_64_bits(table, model, qtbot):
    Source(model)
    model.show_ids([FIRST_ID, FIRST_ID + 1])
    table.choose_place(1)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [FIRST_ID + 1]
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert told.args == [FIRST_ID]


def test_keys_move_through_the_list_and_escape_is_left_to_the_page(table, model, qtbot):
    Source(model)
    model.show_ids(range(1000, 3000))
    table.choose_place(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_id() == 1001
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == 2999
    qtbot.keyClick(table, Qt.Key.Key_Home)
    table.step(2)
    assert table.current_id() == 1002


def test_all_rows_can_be_chosen_at_once(table, model, qtbot):
    model.show_ids(range(MANY))
    table.selectAll()
    chosen = table.chosen_ids()
    assert (len(chosen), chosen[0], chosen[-1]) == (MANY, 0, MANY - 1)


def test_many_chosen_rows_stay_chosen_when_the_list_changes(table, model, qtbot):
    model.show_ids(range(5000))
    chosen = [*range(0, 3000, 3), *range(3000, 5000)]
    assert table.choose_ids(chosen) == len(chosen)
    model.show_ids(range(1, 6000))
    assert table.chosen_ids() == [row_id for row_id in chosen if row_id]
    assert table.current_id() == 1


def test_a_row_chosen_by_the_page_is_the_only_one_whatever_key_is_held(table, model, qtbot):
    model.show_ids(range(10))
    table.choose_place(2)
    qtbot.keyPress(table, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    table.choose_place(6)
    assert table.chosen_ids() == [6]
    qtbot.keyRelease(table, Qt.Key.Key_Shift)


def test_space_chooses_rows_apart_only_where_the_page_wants_it(table, model, theme, qtbot):
    model.show_ids(range(10))
    table.choose_place(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.chosen_ids() == [0]
    toggling = VirtualTable(model, name="台账", toggles=True)
    qtbot.addWidget(toggling)
    toggling.show()
    toggling.choose_place(0)
    for _ in range(3):
        qtbot.keyClick(toggling, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(toggling, Qt.Key.Key_Space)
    assert toggling.chosen_ids() == [0, 3]


def test_a_click_on_a_heading_asks_for_an_order(theme, qtbot):
    columns = ledger_columns(lambda row: row, LedgerTitles(*"编事类状承处"))
    table = VirtualTable(RowsModel(columns), name="台账")
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.show()
    told = []
    table.sort_wanted.connect(told.append)
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(3) + 8, 8)
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [("state", False), ("state", True)]


def test_a_row_is_spoken_in_words(table, model, qtbot):
    Source(model)
    model.show_ids([7])
    qtbot.waitUntil(lambda: model.known_row(0) is not None, timeout=3000)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "名称 事件 7 地点"
    assert model.data(model.index(0, 1), role) == "状态 处置中"


@pytest.mark.parametrize(("density", "height"), [("standard", 56), ("single", 40), ("compact", 32)])
def test_each_density_has_its_row_height(theme, qtbot, density, height):
    def adapt(row):
        return LedgerCell(str(row), "10:00", "标题 " * 40, "地点", unit="派出所")

    columns = ledger_columns(adapt, LedgerTitles(*"编事类状承处"))
    model = RowsModel(columns)
    model.rows_wanted.connect(lambda wish: model.give_rows(wish[0], {i: i for i in wish[1]}))
    table = VirtualTable(model, LedgerDelegate(adapt), name="台账", density=density)
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    model.show_ids(range(30))
    table.hide_columns({"unit", "item"})
    table.viewport().grab()
    assert table.rowHeight(0) == height
    assert table.isColumnHidden(2) and table.isColumnHidden(4)
    shown = sum(table.columnWidth(i) for i in (0, 1, 3, 5))
    assert shown == table.viewport().width()


class CountingDelegate(TextDelegate):
    """Remembers which rows were painted."""

    def __init__(self):
        super().__init__()
        self.painted = set()

    def paint(self, painter, option, index):
        self.painted.add(index.row())
        super().paint(painter, option, index)


def test_a_wheel_step_paints_only_the_rows_that_come_into_view(theme, model, qtbot, qapp):
    Source(model)
    delegate = CountingDelegate()
    table = VirtualTable(model, delegate, name="台账")
    qtbot.addWidget(table)
    table.resize(600, 600)
    table.show()
    model.show_ids(range(1000))
    qtbot.waitUntil(lambda: model.known_row(0) is not None, timeout=3000)
    qapp.processEvents()
    delegate.painted.clear()
    table.verticalScrollBar().setValue(table.rowHeight(0))
    qapp.processEvents()
    assert 1 <= len(delegate.painted) <= 3


def test_the_model_keeps_qts_contract(model, qtmodeltester):
    generation = model.show_ids(range(450))
    model.give_rows(generation, {i: ("甲", "一", "处置中") for i in range(200)})
    qtmodeltester.check(model)
    assert model.rowCount() == 450
