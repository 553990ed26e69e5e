"""Every dialog of the program and how it is opened on a street, by keys where there are keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop import shots_posed as posed

if TYPE_CHECKING:
    from desktop.shots_scene import Scene

DIRECTOR = "director"
"""Who keeps the settings of the street and its accounts."""


@dataclass(frozen=True)
class Opening:
    """A dialog, what its picture is called, and the way to it; nothing is sent on this way.

    ``kind`` is the class. ``person`` is who has the right, where not every operator has.
    """

    kind: str
    name: str
    way: Callable[[Scene], None]
    person: str = ""

    def open(self, scene: Scene) -> Any:
        """Go the way and return the dialog, or None where this street or person has none."""
        self.way(scene)
        scene.rest()
        found = [one for one in scene.opened() if type(one).__name__ == self.kind]
        return found[-1] if found else None


# Ways ---------------------------------------------------------------------------------------


def _keys(page_id: str, keys: str) -> Callable[[Scene], None]:
    """Go to a page and press keys."""

    def go(scene: Scene) -> None:
        scene.page(page_id)
        scene.press(keys)

    return go


def _step(tab: str, action: str, keys: str = "") -> Callable[[Scene], None]:
    """Choose a tab of the ledger and begin a step of its first case that allows it."""

    def go(scene: Scene) -> None:
        ledger = scene.ledger(tab)
        if keys:
            scene.press(keys)
            return
        for place in range(TRIED):
            ledger.table().choose_place(place)
            scene.rest()
            if any(one.id == action for one in ledger.panel().actions()):
                ledger.panel().start(action)
                return

    return go


def _menu(keys: str, data: object) -> Callable[[Scene], None]:
    """Open a menu of the ledger by its keys and choose an entry."""

    def go(scene: Scene) -> None:
        scene.page("ledger")
        scene.press(keys)
        scene.rest()
        scene.choose_entry(data)

    return go


def _office(view: str, ask: str, place: int = 0) -> Callable[[Scene], None]:
    """Show a list of the office and ask about one of its rows."""

    def go(scene: Scene) -> None:
        page = scene.page("office")
        page.show_view(view)
        scene.rest()
        shown = getattr(page, "suggestions" if view == "words" else view)
        if hasattr(shown, "table"):
            shown.table.choose_place(place)
        getattr(shown, ask)()

    return go


def _suggestion(answer: str) -> Callable[[Scene], None]:
    """Answer the first suggestion of a supervision."""

    def go(scene: Scene) -> None:
        page = scene.page("supervision")
        rows = page.queue().rows()
        if rows:
            getattr(page.answers(), answer)(rows[0])

    return go


def _remind(scene: Scene) -> None:
    page = scene.page("supervision")
    row = next((one for one in page.queue().rows() if one.case_id is not None), None)
    if row is not None:
        page.answers().remind(row.case_id, row.title)


def _draft(scene: Scene) -> None:
    """Open the form of a notice with another level, at the first suggestion that lets it."""
    page = scene.page("supervision")
    for row in page.queue().rows()[:TRIED]:
        page.answers().change_level(row)
        scene.rest()
        if page.drafting().dialog() is not None:
            return


def _notice_move(scene: Scene) -> None:
    """Begin the next step of the first notice that asks something."""
    page = scene.page("supervision")
    for line in _one_of_each_tab(page.register().lines(), is_listed=False):
        page.register().choose(line.id)
        scene.rest()
        page.panel().begin_next()
        scene.rest()
        if scene.opened():
            if type(scene.opened()[-1]).__name__ == "NoticeMoveDialog":
                return
            scene.close_opened()


def _listed_move(scene: Scene) -> None:
    page = scene.page("supervision")
    for line in _one_of_each_tab(page.register().lines(), is_listed=True):
        page.register().choose(line.id)
        scene.rest()
        page.listed_panel().begin_next()
        scene.rest()
        if scene.opened():
            return


def _print_notices(scene: Scene) -> None:
    """Print a notice that was printed before, else all that wait for it."""
    page = scene.page("supervision")
    for line in _one_of_each_tab(page.register().lines(), is_listed=False):
        page.register().choose(line.id)
        scene.rest()
        page.panel().begin_printing()
        scene.rest()
        if scene.opened():
            return
    page.print_all()


def _one_of_each_tab(lines: Iterable[Any], *, is_listed: bool) -> list[Any]:
    """Return the first line of each tab: lines of one tab allow the same steps."""
    found = {line.tab: line for line in reversed([*lines]) if line.is_listed is is_listed}
    return [*found.values()]


def _listing(scene: Scene) -> None:
    scene.page("supervision").listing().begin()


def _promise(scene: Scene) -> None:
    from db.queries.decisions import unfinished_decisions

    promises = scene.page("desk").promises()
    row = next((one for one in scene.ask(unfinished_decisions) if promises.moves(one)), None)
    if row is not None:
        promises.start(row)


def _last_record(scene: Scene) -> None:
    scene.page("desk").handover().show_last()


def _meeting(then: Callable[[Any], None]) -> Callable[[Scene], None]:
    """Enter the last meeting that was held."""

    def go(scene: Scene) -> None:
        page = scene.page("meetings")
        held = [row for row in page.listed() if row.opened_at is not None]
        if held:
            page.open_meeting(held[0].id)
            scene.rest()
            then(page)

    return go


def _minutes(page: Any) -> None:
    page.preview.show_minutes(page.console.meeting_id())


def _read_back(page: Any) -> None:
    page.console.acts.read_back()


def _add_case(page: Any) -> None:
    page.console.acts.add_case()


def _task(scene: Scene) -> None:
    """Report on a matter that a meeting agreed and that is not done yet."""
    from db.queries.decisions import unfinished_decisions

    page = scene.page("meetings")
    page.show_list()
    scene.rest()
    for row in scene.ask(unfinished_decisions)[:TRIED]:
        page.show_decision(row.id)
        scene.rest()
        page.list.tasks.begin("progress")
        if page.list.tasks.dialog() is not None:
            return


def _day(scene: Scene) -> None:
    page = scene.page("office")
    page.show_view("calendar")
    scene.rest()
    page.calendar.ask(page.calendar.board.current())


def _package(scene: Scene) -> None:
    page = scene.page("settings")
    page.show_view("diagnostics")
    scene.rest()
    page.diagnostics.offer_package()


def _figures(method: str) -> Callable[[Scene], None]:
    def go(scene: Scene) -> None:
        getattr(scene.page("figures"), method)()

    return go


def _save_list(scene: Scene) -> None:
    """Print the list of the ledger into a file: one dialog over another."""
    scene.page("ledger")
    scene.press("Ctrl+P")
    scene.rest()
    for one in scene.opened():
        if hasattr(one, "save_wanted"):
            one.save_wanted.emit()


def _map_file(scene: Scene) -> None:
    scene.page("map").open_import()


TRIED = 40
"""How many rows are looked at for one that allows a step."""

OPENINGS: tuple[Opening, ...] = (
    Opening("CaseActionDialog", "交办对话框", _step("to_assign", "assign", "F6")),
    Opening("CaseActionDialog", "催办对话框", _step("in_progress", "remind", "F7")),
    Opening("CaseActionDialog", "核查对话框", _step("to_verify", "verify", "F9")),
    Opening("KeySheet", "快捷键", _keys("ledger", "F1")),
    Opening("CommandPalette", "命令面板", _keys("ledger", "Ctrl+K")),
    Opening("AlarmsDialog", "到期报警", _keys("ledger", "Ctrl+B")),
    Opening("TasksDialog", "任务中心", _keys("ledger", "F12")),
    Opening("PaperPreviewDialog", "打印清单", _keys("ledger", "Ctrl+P")),
    Opening("HandOverDialog", "交接班", _keys("desk", "Ctrl+J")),
    Opening("HelpWindow", "帮助", _keys("ledger", "Shift+F1")),
    *(
        Opening("CaseActionDialog", name, partial(posed.step, action))
        for action, name in (
            ("report", "上报结果对话框"),
            ("call_back", "回访对话框"),
            ("reassign", "改派对话框"),
            ("return", "退回对话框"),
            ("ask_extension", "申请延期对话框"),
            ("grant_extension", "批准延期对话框"),
            ("suspend", "挂起对话框"),
            ("refuse", "不予受理对话框"),
            ("link", "关联主件对话框"),
            ("unlink", "取消关联对话框"),
        )
    ),
    Opening("ColumnsDialog", "显示哪些列", _menu("Ctrl+Shift+L", ("columns", None))),
    Opening("ViewNameDialog", "保存视图", _menu("Ctrl+L", ("save", None))),
    Opening("SaveDialog", "另存清单", _save_list),
    Opening("OutcomesDialog", "成批办理结果", posed.outcomes),
    Opening("PhotoViewer", "看照片", posed.photo),
    Opening("PhotoPurposeDialog", "照片用途", posed.purpose),
    Opening("HandoverRecordDialog", "交接班记录", _last_record),
    Opening("PromiseDialog", "议定事项报进展", _promise),
    Opening("NoticeMoveDialog", "新建督办", _keys("supervision", "Ctrl+N")),
    Opening("NoticeMoveDialog", "登记催办", _remind),
    Opening("NoticeMoveDialog", "忽略建议", _suggestion("ignore")),
    Opening("NoticeMoveDialog", "督办单下一步", _notice_move),
    Opening("NoticeMoveDialog", "挂牌下一步", _listed_move),
    Opening("NoticeDraftDialog", "督办拟稿", _draft),
    Opening("ListedDialog", "登记挂牌督办", _listing),
    Opening("PrintDialog", "打印督办单", _print_notices),
    Opening("FiguresExportDialog", "导出统计", _figures("open_export")),
    Opening("MeetingPaperDialog", "统计表预览", _figures("open_paper")),
    Opening("MeetingPaperDialog", "会议纪要预览", _meeting(_minutes)),
    Opening("ClosingDialog", "会议收尾", _meeting(_read_back)),
    Opening("ReasonDialog", "加一件上会", _meeting(_add_case)),
    Opening("ReasonDialog", "议定事项办理", _task),
    Opening("PlanDialog", "准备例会", posed.plan),
    Opening("SupportDialog", "支持包", _package),
    Opening("FirstStepDialog", "开始使用", posed.first_step),
    Opening("PracticePreparing", "准备练习", posed.preparing),
    Opening("PracticeTasks", "练习任务", posed.practice),
    Opening("WaitingDialog", "待发登记", posed.waiting),
    Opening("NewPasswordDialog", "设置密码", posed.password),
    Opening("MapImportDialog", "导入地图", _map_file, DIRECTOR),
    Opening("QuestionDialog", "停用账号", _office("accounts", "ask"), DIRECTOR),
    Opening("AccountDialog", "新建账号", _office("accounts", "ask_new"), DIRECTOR),
    Opening("PasswordDialog", "重设密码", _office("accounts", "ask_password"), DIRECTOR),
    Opening("UnlockDialog", "屏幕锁定", posed.unlock),
    Opening("AddItemDialog", "新增临时事项", _office("items", "ask_new"), DIRECTOR),
    Opening("ItemLimitDialog", "修改事项时限", _office("items", "ask_limit"), DIRECTOR),
    Opening("RetireItemDialog", "停用事项", _office("items", "ask_retire"), DIRECTOR),
    Opening("SuggestionDialog", "登记提示词", _office("words", "ask_new"), DIRECTOR),
    Opening("DayDialog", "工作日历一天", _day, DIRECTOR),
    Opening("CalendarHistoryDialog", "日历改动", _office("calendar", "ask_history"), DIRECTOR),
    Opening("SettingDialog", "修改时限", _office("limits", "ask_change"), DIRECTOR),
    Opening("SettingDialog", "修改督办规则", _office("rules", "ask_change", 1), DIRECTOR),
    Opening("HistoryDialog", "文书用语改动", _office("papers", "show_history"), DIRECTOR),
    Opening("WordingsDialog", "旧版用语", _office("papers", "show_older"), DIRECTOR),
    Opening("NumberingDialog", "机关代字", _office("numbering", "ask_code"), DIRECTOR),
    Opening("NumberingDialog", "下一个编号", _office("numbering", "ask_number"), DIRECTOR),
)
"""In the order of the pictures; a dialog with several forms is here with those that differ."""
CHIEF = OPENINGS[:10]
"""Those that a day of work goes through; the demo shows them."""
