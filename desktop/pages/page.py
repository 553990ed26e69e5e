"""What every page of the window is and may wish for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.personal import Personal
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.matching import Choice


class Page(QWidget):
    """A screen of the window. It takes the shell's calls and gives its wishes by signal."""

    told = Signal(str, str)
    """A short notice for the person: text and tone (ok, warn, danger, info)."""
    undo_offered = Signal(str, str)
    """A notice of something done that `undo` takes back for some seconds: text and tone."""
    case_wanted = Signal(object)
    """The id of a case that should be shown in the ledger."""
    cases_wanted = Signal(object, str)
    """A ``CaseFilter`` and its words: the list behind a figure should be shown."""
    notice_wanted = Signal(object)
    """The id of a supervision notice that should be shown."""
    decision_wanted = Signal(object)
    """The id of something that a meeting agreed."""
    page_wanted = Signal(str)
    """The id of another page that should be shown."""
    alarms_wanted = Signal()
    """The list of the alarms should be opened."""
    alarms_seen = Signal(object, object)
    """The keys of alarms that were acknowledged, and for how many minutes (None: for good)."""
    badge_changed = Signal(str, int)
    """The count beside a page's name in the navigation: page id and count."""
    personal_wanted = Signal(object)
    """Other personal settings (``desktop.personal.Personal``) should hold from now on."""
    search_shown = Signal(str)
    """The page searches for other words now, for instance those of a saved view."""
    title_changed = Signal(str)
    """Another title for the top bar."""

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent if isinstance(parent, QWidget) else None)
        self.services = services
        self.session = session
        self.setProperty("kind", "page")

    def title(self) -> str:
        """Return the title for the top bar."""
        raise TypeError(type(self).__name__)

    def search_hint(self) -> str:
        """Return the placeholder of the search box; empty where the page has nothing to search."""
        return ""

    def actions_for_bar(self) -> list[QWidget]:
        """Return the buttons that the page wants in the top bar."""
        return []

    def arrive(self) -> None:
        """The page is shown now."""

    def leave(self) -> bool:
        """The page is about to be hidden; return False to stay (something typed would be lost)."""
        return True

    def commands(self) -> list[Choice]:
        """Return what can be done with the thing on the page now: (id, words, about what)."""
        return []

    def start(self, command: str) -> None:
        """Begin one of the commands."""

    def undo(self) -> None:
        """Take back what was offered last by ``undo_offered``."""

    def search(self, words: str) -> None:
        """The person searches for words."""

    def follow(self, changes: tuple[Any, ...]) -> None:
        """Rows of the record changed (``db.queries.history.Change``); refresh what shows them."""

    def follow_personal(self, personal: Personal) -> None:
        """The person chose other settings of the screens, or the page is new."""

    def carried(self) -> Any:
        """Return what the same page of a window built anew shall begin with; None: nothing."""
        return None

    def carry(self, kept: Any) -> None:
        """Go on with what this page returned from ``carried`` in the window before."""

    def hold(self) -> str:
        """Return in a sentence why the window cannot be built anew now; empty: it can."""
        return ""

    def show_alarms(self, view: Any) -> None:
        """What calls the person changed (``db.queries.alarms.AlarmView``)."""

    def follow_width(self, width: int) -> None:
        """The window has a new width in pixels."""
