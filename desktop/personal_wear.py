"""The personal settings that hold now: taken at the sign-on, worn by the window, remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.languages import current
from desktop.personal import Personal, PersonalBook
from desktop.session import Session
from desktop.theme import active_theme, apply


class PersonalWear(QObject):
    """Keeps which settings hold; ``worn`` tells others after colours and letters have changed."""

    worn = Signal(object)
    """The ``Personal`` that holds from now on."""

    def __init__(self, book: PersonalBook, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._person = ""
        self.now = book.last()

    def take(self, session: Session) -> bool:
        """Let the screens be as this person chose them here before, not as the last one did.

        Tell whether they must speak another language for it.
        """
        self._person = f"{session.street_id}/{session.login}"
        self._book.sign_on(self._person)
        before, self.now = self.now, self._book.of(self._person)
        if not self._book.knows(self._person) and before == self.now:
            return False
        self._dress()
        return self.now.language != current()

    def is_other_language(self, chosen: Personal) -> bool:
        """Tell whether settings ask for another language than that which holds."""
        return chosen.language != self.now.language

    def keep(self, chosen: Personal) -> bool:
        """Let other settings hold and remember them; tell whether the language is another."""
        is_other = self.is_other_language(chosen)
        self.now = chosen
        if self._person:
            self._book.keep(self._person, chosen)
        self._dress()
        return is_other

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # a window has one
        apply(application, self.now.theme, self.now.factor)
        active_theme().set_calm(self.now.calm)
        self.worn.emit(self.now)
