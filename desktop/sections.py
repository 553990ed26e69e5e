"""The places of the window: where each page lives, and how navigation and palette tell it."""

from __future__ import annotations

from desktop.pages.page import Page
from desktop.pages.stage_words import translate
from desktop.widgets.matching import Choice
from desktop.widgets.navigation_rail import NavItem, NavSection

PAGES: dict[str, tuple[str, str]] = {
    "ledger": ("desktop.pages.ledger", "LedgerPage"),
    "register": ("desktop.pages.register", "RegisterPage"),
    "desk": ("desktop.pages.desk", "DeskPage"),
    "supervision": ("desktop.pages.supervision", "SupervisionPage"),
    "figures": ("desktop.pages.figures", "FiguresPage"),
    "map": ("desktop.pages.grid_map", "GridMapPage"),
    "meetings": ("desktop.pages.meetings", "MeetingsPage"),
    "wall": ("desktop.pages.wall", "WallPage"),
    "exchange": ("desktop.pages.exchange", "ExchangePage"),
    "office": ("desktop.pages.office", "OfficePage"),
    "settings": ("desktop.pages.settings", "SettingsPage"),
}
"""Page id → module and class; a page is imported when it is first shown."""


def sections() -> tuple[NavSection, ...]:
    """Return every page with its name in the language of the window, by section."""
    return (
        NavSection(
            translate("MainWindow", "事件"),
            (
                NavItem("ledger", translate("MainWindow", "事件台账"), "list-checks"),
                NavItem("register", translate("MainWindow", "快速登记"), "file-plus"),
                NavItem("desk", translate("MainWindow", "我的待办"), "inbox"),
                NavItem("supervision", translate("MainWindow", "督办超时"), "alarm-clock"),
            ),
        ),
        NavSection(
            translate("MainWindow", "研判"),
            (
                NavItem("figures", translate("MainWindow", "统计分析"), "chart-column"),
                NavItem("map", translate("MainWindow", "网格地图"), "map"),
                NavItem("meetings", translate("MainWindow", "例会研判"), "presentation"),
                NavItem("wall", translate("MainWindow", "大屏投放"), "monitor"),
            ),
        ),
        NavSection(
            translate("MainWindow", "管理"),
            (
                NavItem("exchange", translate("MainWindow", "导入导出"), "arrow-left-right"),
                NavItem("office", translate("MainWindow", "人员与事项"), "users"),
                NavItem("settings", translate("MainWindow", "设置"), "settings"),
            ),
        ),
    )


def destinations(page: Page) -> list[Choice]:
    """Return what can be done on the page in front, and every place of the window."""
    found = [Choice(("action", one.id), one.text, one.detail) for one in page.commands()]
    found.append(Choice(("tasks", ""), translate("MainWindow", "任务中心"), "F12"))
    for section in sections():
        found += [Choice(("page", item.id), item.text, section.title) for item in section.items]
    return found
