"""The language of the screens: Chinese is the source, English a translation beside it."""

from __future__ import annotations

from importlib.resources import files
from typing import cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def install(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Install Qt's own words in the language and, for English, ours; return the translators.

    Those of a language that was installed before are taken away.
    """
    for old in cast("list[QTranslator]", application.findChildren(QTranslator)):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    made = []
    for name, folder in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"command_room_{language}", str(files("resources") / "translations")),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            made.append(translator)
    return made


def current() -> str:
    """Return the language of the screens."""
    return QLocale().name()
