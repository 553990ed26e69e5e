"""Quick registration: a call is taken down by keys alone, and nothing typed is ever lost."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from PySide6.QtCore import QElapsedTimer, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from db.rules.permissions import Permission
from db.rules.terms import Role, Source
from desktop.drafts import open_drafts
from desktop.errors import sentence
from desktop.outbox import Waiting
from desktop.pages.page import Page
from desktop.pages.register_choices import Choices
from desktop.pages.register_drafts import DraftKeeper, DraftOffer
from desktop.pages.register_files import read_file
from desktop.pages.register_form import RegisterForm
from desktop.pages.register_keys import FormKeys
from desktop.pages.register_lookout import Lookout
from desktop.pages.register_queries import FormChoices
from desktop.pages.register_rows import row_of
from desktop.pages.register_sending import Sending
from desktop.pages.register_side import DuplicateRadar, RecentCases, side_column
from desktop.pages.register_undo import TakingBack, Typed
from desktop.pages.register_unsent import UnsentFiles
from desktop.services import Services
from desktop.session import Session
from desktop.waiting_words import back_words, kept_words
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, Line, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut

_LOG = logging.getLogger(__name__)

LOW_PIXELS = 720
FIELD_MARGIN = 40
OFFERED_KINDS = frozenset({"item", "unit", "suggestion_rule"})
"""Kinds of change after which the form offers something else."""


class RegisterPage(Page):
    """The form, the radar beside it and the drafts behind it."""

    registered = Signal(object, float)
    """The id of a case that was registered, and the seconds since its form was opened."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._seconds: list[float] = []
        self._opened = QElapsedTimer()
        self._assigns = False
        self._has_choices = False
        self._carried: Typed | None = None
        self._had_focus: QWidget | None = None
        self._saving = Sending(services, self)
        self._saving.saved.connect(self._show_saved)
        self._saving.kept.connect(self._show_provisional)
        self._saving.failed.connect(self._show_failed)
        self._choices = Choices(services, self)
        self._choices.found.connect(self._take_choices)
        self._taking_back = TakingBack(services, self)
        self._taking_back.taken_back.connect(self._show_taken_back)
        self._taking_back.failed.connect(self.services.failed)
        self._build()
        self._make_keys()
        self._begin()
        self._choices.ask()
        services.work(
            open_drafts,
            f"{session.street_id}/{session.street_name}/{session.login}",
            session.is_practice,
            parent=self,
            done=self._keeper.take,
        )

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("快速登记")

    def arrive(self) -> None:
        if self.form.is_empty():
            self._opened.start()
        self._tick()
        self._clock.start()
        self._lookout.load_recent(self._seconds)
        if not self.form.has_cursor():
            self.form.start()

    def leave(self) -> bool:
        """Keep what was typed; the form itself stays as it is too."""
        self._clock.stop()
        self._keeper.keep()
        return True

    def follow(self, changes: tuple[Any, ...]) -> None:
        kinds = {change.kind for change in changes}
        if self.isVisible() and "case" in kinds:
            self._lookout.load_recent(self._seconds)
        if kinds & OFFERED_KINDS:
            self._choices.ask()

    def undo(self) -> None:
        self._taking_back.start()

    def carried(self) -> Any:
        self._keeper.keep()
        typed = self._carried
        if not self.form.is_empty():
            typed = Typed(self.form.fields(), self.form.files.files())
        waiting = self._unsent.waiting()
        return typed, self._opened, self._seconds, self._keeper.earlier(), waiting

    def carry(self, kept: Any) -> None:
        self._carried, self._opened, self._seconds, earlier, waiting = kept
        self._keeper.carry(earlier)
        self._unsent.add(waiting)

    def hold(self) -> str:
        if self._saving.is_busy():
            return self.tr("正在保存登记：保存以后再换界面语言。")
        return ""

    def follow_width(self, width: int) -> None:
        self._side.setFixedWidth(360 if width >= 1600 else 300)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.form = RegisterForm()
        self.radar = DuplicateRadar()
        self.recent = RecentCases()
        self._lookout = Lookout(self.services, self.form, self.radar, self.recent, self)
        self._side = QWidget()
        self._side.setLayout(side_column(self.radar, self.recent))
        self._side.layout().setContentsMargins(0, 0, 0, 0)
        card = Card(self, margins=18, spacing=10)
        self._scroll = ScrollColumn(card, name=self.tr("登记表"))
        self._scroll.body.addWidget(self.form)
        self._offer = DraftOffer()
        self._offer.restored.connect(self._restore)
        self._offer.dropped.connect(self._drop_earlier)
        self._keeper = DraftKeeper(self.form, self)
        self._keeper.kept.connect(self._show_kept)
        self._keeper.offered.connect(self._show_offer)
        self._unsent = UnsentFiles(self.services)
        self._unsent.sent.connect(self._show_sent)
        card.body.addWidget(self._offer)
        card.body.addWidget(self._unsent)
        card.body.addLayout(self._head())
        card.body.addWidget(self._scroll, 1)
        card.body.addWidget(Line())
        card.body.addLayout(self._foot())
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 14, 16, 14)
        across.setSpacing(14)
        across.addWidget(card, 1)
        across.addWidget(self._side)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_focused)
        self.form.edited.connect(self._follow_edit)
        self.form.finished.connect(self._save_button.setFocus)
        self.form.files.wanted.connect(self._read_file)
        FormKeys(self.form, self._taking_back.is_possible, self)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self._kept = Chip()
        self._spent = PlainLabel("", kind="second", tone="text2")
        self._mode = ActionButton(self.tr("网格自办"), "check", key="Ctrl G")
        self._mode.setCheckable(True)
        self._mode.toggled.connect(self._switch_mode)
        line.addWidget(self._mode)
        line.addWidget(self._kept)
        line.addWidget(self._spent)
        hints = (
            ("Enter", self.tr("下一项")),
            ("Shift Enter", self.tr("上一项")),
            ("F4", self.tr("采纳建议")),
            ("Ctrl J", self.tr("换行")),
            ("Esc", self.tr("存草稿离开")),
        )
        line.addWidget(KeyHints(hints), 1)
        return line

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        self._ready = PlainLabel("", kind="second", elide=True)
        clear = ActionButton(self.tr("清空"), "x")
        clear.clicked.connect(self._clear)
        draft = ActionButton(self.tr("存草稿"), "save", key="Ctrl S")
        draft.clicked.connect(self._keep_now)
        # With a parent from the start: shown without one it would be a window of its own.
        self._assign_button = ActionButton(self.tr("保存并交办"), "send", key="Ctrl D", parent=self)
        self._assign_button.clicked.connect(self._save_and_assign)
        self._save_button = ActionButton(
            self.tr("保存并新建"), "check", key="Ctrl Enter", kind="primary"
        )
        self._save_button.clicked.connect(self._save)
        self._assign_button.setVisible(self._may_assign())
        line.addWidget(self._ready, 1)
        for button in (clear, draft, self._assign_button, self._save_button):
            line.addWidget(button)
        return line

    def _make_keys(self) -> None:
        for keys, words, slot in (
            ("Ctrl+Return", self.tr("保存并新建"), self._save),
            ("Ctrl+Enter", self.tr("保存并新建"), self._save),
            ("Ctrl+D", self.tr("保存并交办"), self._save_and_assign),
            ("Ctrl+S", self.tr("存草稿"), self._keep_now),
            ("Ctrl+G", self.tr("网格自办"), self._mode.toggle),
            ("Ctrl+R", self.tr("恢复草稿"), self._restore),
            ("F4", self.tr("采用建议的事项或单位"), self.form.take_suggestion),
            ("F8", self.tr("查看疑似重复的事件"), self.radar.step),
            ("Escape", self.tr("离开登记，草稿保留"), self._go_away),
        ):
            Shortcut(keys, self, words, slot, within=True)

    # A new form ---------------------------------------------------------------------------

    def _begin(self) -> None:
        """Open an empty form, with command ids and a clock of its own."""
        self._saving.begin_anew()
        self.form.empty()
        self._mode.setChecked(False)
        self.radar.show_cases((), datetime.now())
        self._kept.show_chip(ChipSpec(""))
        self._opened.start()
        self._tick()
        self._show_ready()

    @Slot(object)
    def _take_choices(self, found: FormChoices) -> None:
        """Offer what the lists hold now; what is typed and chosen stays."""
        self.form.offer_items(found.items)
        self.form.offer_places(found.places)
        self.form.offer_units(found.units)
        self.form.offer_rules(found.rules)
        if self._has_choices:
            return
        self._has_choices = True
        if self._carried is not None:
            self._put_back(self._carried)
        elif self.form.is_empty():
            self._start_as_role()
        self.form.edited.emit()

    def _start_as_role(self) -> None:
        if self.session.role is Role.GRID:
            self.form.choose_source(Source.GRID_REPORT)
            self.form.choose_home(self.session.unit_id)
        elif self.session.is_room:
            self.form.choose_source(Source.HOTLINE_12345)
        else:
            self.form.choose_source(Source.DEPARTMENT)
        if self.isVisible():
            self.form.start()

    # Saving -------------------------------------------------------------------------------

    @Slot()
    def _save(self) -> None:
        self._send(assigns=False)

    @Slot()
    def _save_and_assign(self) -> None:
        if self._may_assign():
            self._send(assigns=not self.form.self_handled())

    def _send(self, *, assigns: bool) -> None:
        if self._saving.is_busy():
            return
        errors = self.form.missing()
        lead, _ = self.form.lead_and_assists()
        if assigns and lead is None and self.radar.main_id() is None:
            errors["lead"] = self.tr("请选择承办单位，或用 Ctrl Enter 只保存不交办。")
        if errors:
            self.form.show_errors(errors)
            self._show_ready()
            return
        self._assigns = assigns
        # What is typed now would belong to no form: nothing is taken until the answer is here.
        self._had_focus = self.window().focusWidget()
        self._lock(True)
        main_id = self.radar.main_id() if self._may_link() else None
        wanted = self.form.registration(assigns=assigns, main_id=main_id)
        self._saving.start(wanted, self.form.fields())

    @Slot(object)
    def _show_saved(self, result: dict[str, Any]) -> None:
        words = self.tr("已登记 {number}，用时 {seconds} 秒")
        if self.radar.main_id() is not None and self._may_link() and not self.form.self_handled():
            words = self.tr("已登记 {number}，并入主件，用时 {seconds} 秒")
        elif self._assigns:
            words = self.tr("已登记 {number}，已交办{unit}，用时 {seconds} 秒")
        elif self.form.self_handled():
            words = self.tr("已登记自办件 {number}，用时 {seconds} 秒")
        self._tell_and_begin(result, words, "ok")

    def _tell_and_begin(self, result: dict[str, Any], words: str, tone: str, why: str = "") -> None:
        seconds = self._opened.elapsed() / 1000
        self._seconds.append(seconds)
        # How fast calls are taken down is told from this line; it says nothing of the call.
        _LOG.info("registered in %.1f seconds", seconds)
        self.registered.emit(result["case_id"], seconds)
        typed = Typed(self.form.fields(), self.form.files.files())
        offered = self._taking_back.remember(result, typed)
        words = words.format(
            number=result["number"], unit=self.form.lead.text(), seconds=round(seconds), why=why
        )
        self._unsent.add(self._saving.unsent())
        self._begin_next()
        if offered:
            self.undo_offered.emit(words, tone)
        else:
            self.told.emit(words, tone)
        self._lookout.load_recent(self._seconds)

    def _begin_next(self) -> None:
        self._lock(False)
        self._begin()
        self._keeper.forget()
        self.form.start()

    @Slot(object)
    def _show_provisional(self, waiting: Waiting) -> None:
        self._begin_next()
        self.told.emit(kept_words(waiting), "warn")

    @Slot(str, str)
    def _show_sent(self, name: str, number: str) -> None:
        words = self.tr("附件 {name} 已存入 {number}")
        self.told.emit(words.format(name=name, number=number), "ok")

    @Slot(str, object)
    def _show_taken_back(self, number: str, typed: Typed) -> None:
        """Put back what was typed; what has been begun since waits as a draft."""
        self._unsent.forget_number(number)
        self._fill_again(typed)
        self.told.emit(
            self.tr("已撤销登记 {number}，内容已放回表中，改好后可重新保存").format(number=number),
            "ok",
        )
        self._lookout.load_recent(self._seconds)

    def put_back(self, waiting: Waiting) -> None:
        """Fill the form with what the server refused; what is in it now waits as a draft."""
        self._fill_again(Typed(waiting.fields, waiting.wanted.files))
        self.told.emit(back_words(waiting), "warn")

    def _fill_again(self, typed: Typed) -> None:
        self._keeper.set_aside()
        self._begin()
        self._put_back(typed)
        self.page_wanted.emit("register")
        self.form.start()

    def _put_back(self, typed: Typed) -> None:
        self._carried = None
        self.form.fill(typed.fields)
        for file in typed.files:
            self.form.files.add(file.name, file.data)
        self._mode.setChecked(self.form.self_handled())
        self._keeper.keep()

    @Slot(object, object)
    def _show_failed(self, error: Exception, saved: dict[str, Any] | None) -> None:
        """Tell an error where it can be mended; a case that is in is never sent twice."""
        self._lock(False)
        if saved is not None:
            words = self.tr("已登记 {number}，但后面的步骤没有完成：{why}")
            self._tell_and_begin(saved, words, "warn", sentence(error))
            return
        self._keeper.keep()
        row = row_of(error)
        if row is not None:
            self.form.show_errors({row: sentence(error)})
            self._show_ready()
        else:
            self.services.failed.emit(error)
            if self._had_focus is not None:
                self._had_focus.setFocus()

    def _lock(self, on: bool) -> None:
        for widget in (self.form, self._save_button, self._assign_button, self._mode):
            widget.setEnabled(not on)

    def _may_assign(self) -> bool:
        return self.session.may(Permission.CASE_ACCEPT) and self.session.may(Permission.CASE_ASSIGN)

    def _may_link(self) -> bool:
        return self.session.may(Permission.CASE_ACCEPT)

    # Drafts -------------------------------------------------------------------------------

    @Slot()
    def _show_offer(self) -> None:
        self._offer.show_draft(self._keeper.waiting())

    @Slot()
    def _show_kept(self) -> None:
        words = self.tr("草稿已自动保存 {time}").format(time=f"{datetime.now():%H:%M:%S}")
        self._kept.show_chip(ChipSpec(words, "green"))

    @Slot()
    def _restore(self) -> None:
        self._saving.begin_anew()
        if self._keeper.restore():
            self._mode.setChecked(self.form.self_handled())
            self.form.start()

    @Slot()
    def _drop_earlier(self) -> None:
        self._keeper.drop_earlier()
        self.form.start()

    @Slot()
    def _keep_now(self) -> None:
        if self._keeper.keep():
            self.told.emit(self.tr("草稿已存在本机，下次打开登记时可以恢复"), "ok")
        elif not self.form.is_empty():
            self.told.emit(self.tr("草稿只在内存里：本机现在不能保存，请尽快提交"), "warn")

    # Qt -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the text gives way, so that the whole form stays in sight."""
        super().resizeEvent(event)
        self.form.set_low(self.height() < LOW_PIXELS)

    @Slot(QWidget, QWidget)
    def _show_focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring the field with the cursor into sight, with the words under it."""
        if now is not None and self.isVisible() and self.form.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, FIELD_MARGIN)

    # Small slots --------------------------------------------------------------------------

    @Slot()
    def _follow_edit(self) -> None:
        self._show_ready()
        self._keeper.follow_edit()

    @Slot(bool)
    def _switch_mode(self, on: bool) -> None:
        self.form.set_self_handled(on)
        self._assign_button.setVisible(self._may_assign() and not on)

    @Slot()
    def _tick(self) -> None:
        seconds = self._opened.elapsed() // 1000
        self._spent.setText(
            self.tr("已用时 {minutes}:{seconds}").format(
                minutes=f"{seconds // 60:02d}", seconds=f"{seconds % 60:02d}"
            )
        )

    @Slot()
    def _clear(self) -> None:
        """Empty the form; what was in it can be brought back as a draft."""
        self._keeper.set_aside()
        self._begin()
        self._keeper.forget()
        self.form.start()

    @Slot()
    def _go_away(self) -> None:
        self.page_wanted.emit("ledger")

    @Slot(object)
    def _read_file(self, path: object) -> None:
        self.services.work(read_file, path, parent=self, done=self._add_file)

    @Slot(object)
    def _add_file(self, found: tuple[str, bytes]) -> None:
        self.form.files.add(*found)

    def _show_ready(self) -> None:
        left = len(self.form.missing())
        self._ready.set_tone("ok" if not left else "text2")
        self._ready.setText(
            self.tr("必填项还差 {n} 项").format(n=left)
            if left
            else self.tr("必填项已填完，可以保存")
        )
