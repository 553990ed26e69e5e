"""What must hold for each widget: a name, a picture in every theme, no trace after its end."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import apply
from tests.widgets.conftest import every_widget


def focusable(widgets):
    """Return all widgets a person can reach by Tab."""
    everything = [w for one in widgets for w in (one, *one.findChildren(QWidget))]
    return [
        w
        for w in everything
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.objectName().startswith("qt_")
    ]


def test_every_focusable_widget_has_a_name(every):
    found = focusable(every)
    nameless = [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in found
        if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)
    ]
    assert len(found) >= 25
    assert nameless == []


@pytest.mark.parametrize("factor", [1.0, 1.5])
@pytest.mark.parametrize("name", ["light", "dark", "projection"])
def test_every_widget_is_painted_in_every_theme(every, qapp: QApplication, name, factor):
    apply(qapp, name, factor)
    for widget in every:
        widget.resize(widget.sizeHint().expandedTo(widget.minimumSizeHint()))
        picture = widget.grab()
        assert not picture.isNull() or widget.sizeHint().isEmpty(), type(widget).__name__


def test_no_widget_is_wider_at_least_than_a_small_screen_allows(every):
    wide = {
        type(w).__name__: w.minimumSizeHint().width()
        for w in every
        if w.minimumSizeHint().width() > 700
    }
    assert wide == {}


def test_nothing_is_left_of_a_closed_window(theme, qapp: QApplication):
    window = QWidget()
    kept = [weakref.ref(widget) for widget in every_widget(window)]
    window.show()
    qapp.processEvents()
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    alive = [type(ref()).__name__ for ref in kept if ref() is not None]
    assert len(kept) > 30
    assert alive == []
