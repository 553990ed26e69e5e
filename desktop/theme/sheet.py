"""The style sheet and the palette on top of Fusion; what is painted by hand is not in here."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.theme.fonts import SIZES, FontBook
from desktop.theme.tokens import Tokens

_SHEET = """
QToolTip {{ color: {text}; background: {surface}; border: 1px solid {control_border};
  padding: 4px 6px; }}
QMainWindow, QDialog {{ background: {bg}; }}
QFrame[kind="page"], QWidget[kind="page"] {{ background: {bg}; }}
QFrame[kind="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[kind="card"]:focus {{ border: 2px solid {focus}; }}
QFrame[kind="bar"] {{ background: {surface}; border: 0; border-bottom: 1px solid {border}; }}
QFrame[kind="status"] {{ background: {surface}; border: 0; border-top: 1px solid {border}; }}
QFrame[kind="line"] {{ background: {border}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[kind="drop"] {{ background: {surface2}; border: 1px dashed {control_border};
  border-radius: 8px; }}
QLabel {{ background: transparent; border: 0; }}
QLabel[kind="page"] {{ background: transparent; font-size: {page}px; font-weight: 700; }}
QLabel[kind="title"] {{ font-size: {title}px; font-weight: 700; }}
QLabel[kind="section"] {{ font-size: {row}px; font-weight: 700; }}
QLabel[kind="strong"] {{ font-weight: 700; }}
QLabel[kind="row"] {{ font-size: {row}px; }}
QLabel[kind="second"] {{ font-size: {second}px; color: {text2}; }}
QLabel[kind="small"] {{ font-size: {small}px; color: {text3}; }}
QLabel[tone="text"] {{ color: {text}; }}
QLabel[tone="text2"] {{ color: {text2}; }}
QLabel[tone="text3"] {{ color: {text3}; }}
QLabel[tone="brand"] {{ color: {brand}; }}
QLabel[tone="danger"] {{ color: {danger}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="ok"] {{ color: {ok}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
  background: {surface}; color: {text}; border: 1px solid {control_border}; border-radius: 6px;
  selection-background-color: {brand}; selection-color: {on_brand}; font-size: {row}px;
  placeholder-text-color: {text3}; }}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ padding: 0 11px; min-height: {control}px; }}
QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus {{
  border: 2px solid {focus}; }}
QLineEdit:focus, QComboBox:focus {{ padding: 0 10px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 5px 7px; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border-color: {danger}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
  color: {disabled}; background: {surface2}; border-color: {border}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {surface2}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {control_border};
  selection-background-color: {select}; selection-color: {text}; outline: 0; }}
QTableView, QListView, QTreeView {{ background: {surface}; alternate-background-color: {surface2};
  border: 0; gridline-color: {border}; selection-background-color: {select};
  selection-color: {text}; outline: 0; }}
QHeaderView {{ background: {surface2}; border: 0; }}
QHeaderView::section {{ background: {surface2}; color: {text2}; border: 0;
  border-bottom: 1px solid {border}; padding: 0 12px; font-size: {second}px; }}
QHeaderView::section:hover {{ background: {hover}; color: {text}; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {thumb}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {control_border}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: 0; width: 0; height: 0; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {control_border};
  padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {select}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QMenuBar {{ background: {surface}; color: {text}; border-bottom: 1px solid {border}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {select}; }}
QCalendarWidget QWidget {{ alternate-background-color: {surface2}; }}
QCalendarWidget QToolButton {{ color: {text}; background: transparent; border: 0;
  padding: 6px; border-radius: 4px; }}
QCalendarWidget QToolButton:hover {{ background: {hover}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {surface2}; }}
QProgressBar {{ background: {bar_track}; border: 0; border-radius: 4px; max-height: 8px;
  color: transparent; }}
QProgressBar::chunk {{ background: {brand}; border-radius: 4px; }}
QSplitter::handle {{ background: transparent; }}
"""


def build_sheet(tokens: Tokens, fonts: FontBook) -> str:
    """Return the style sheet of one theme at one font factor."""
    sizes = {name: fonts.pixels(size) for name, size in SIZES.items()}
    colours = {
        name: value
        for name, value in vars(tokens).items()
        if isinstance(value, str) and value.startswith("#")
    }
    thumb = tokens.control_border if tokens.dark else "#B4BFCD"
    return _SHEET.format(**sizes, **colours, thumb=thumb, control=fonts.pixels(20) + 14)


def build_palette(tokens: Tokens) -> QPalette:
    """Return the palette for what Fusion draws itself."""
    role = QPalette.ColorRole
    palette = QPalette()
    for key, colour in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.surface2),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.danger),
        (role.Highlight, tokens.brand),
        (role.HighlightedText, tokens.on_brand),
        (role.Accent, tokens.brand),
        (role.Link, tokens.brand),
        (role.LinkVisited, tokens.brand),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Mid, tokens.border),
        (role.Midlight, tokens.border),
        (role.Dark, tokens.control_border),
        (role.Light, tokens.surface),
        (role.Shadow, tokens.shadow),
    ):
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.disabled))
    return palette
