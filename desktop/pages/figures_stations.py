"""The stations by score, and why a score is what it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.breakdowns import RankedStation
from db.queries.statistics import GroupBy, Side, figure_filter
from db.rules.indicators import indicator_table
from db.rules.scores import StationScore
from desktop import texts
from desktop.models.columns import Column
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import StationsSeen
from desktop.pages.whole_table import WholeTable
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import RIGHT, Canvas
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.form_flow_row import FlowRow
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.text_delegate import TextDelegate
