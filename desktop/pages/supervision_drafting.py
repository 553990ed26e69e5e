"""Draft and change notices: facts from the record, the form, the command, and its refusals."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.notices import ChangeNotice, DraftNotice, NoticeTexts
from db.errors import Conflict, RecordError
from db.queries.door import Reader
from db.queries.lookup import UnitRow, handling_units
from db.queries.notice_detail import NoticeDetail, notice_detail
from db.queries.notice_draft import NoticeDraft, notice_draft
from db.queries.notices import NoticeFilter, notices
from db.rules.notice_states import LEVELS, NoticeTab
from db.rules.supervision import Suggestion, may_raise
from db.rules.terms import SupervisionLevel, Urgency
from desktop import texts
from desktop.dialogs.notice_draft import DraftStart, NoticeDraftDialog
from desktop.errors import sentence
from desktop.notice_texts import draft_texts
from desktop.services import Services

MANUAL = "manual"


@dataclass(frozen=True)
class Wish:
    """What a notice is to be drafted about, and why."""

    case_id: int | None = None
    decision_id: int | None = None
    level: SupervisionLevel = SupervisionLevel.ORDINARY
    trigger: str = MANUAL
    reasons: tuple[Suggestion, ...] = ()
    is_change: bool = False


@dataclass(frozen=True)
class DraftSeen:
    """The facts of a draft, the units to choose from, and what stands in its way."""

    draft: NoticeDraft
    units: tuple[UnitRow, ...]
    known_id: int | None
    now: datetime


def draft_seen(reader: Reader, wish: Wish) -> DraftSeen:
    """Return all that a form needs; ``known_id`` is an unfinished notice on the same matter."""
    draft = notice_draft(reader, wish.case_id, wish.level, wish.decision_id)
    case_id = draft.case.id if draft.case else None
    about = NoticeFilter(tab=NoticeTab.TO_ISSUE, case_id=case_id)
    if case_id is None:
        about = NoticeFilter(tab=NoticeTab.TO_ISSUE, decision_id=wish.decision_id)
    known = notices(reader, about)
    return DraftSeen(draft, handling_units(reader), known[0].id if known else None, reader.now)


def changed_seen(reader: Reader, notice_id: int) -> NoticeDetail:
    """Return a notice that was changed by somebody else in between."""
    return notice_detail(reader, notice_id)


class NoticeDrafting(QObject):
    """Opens the form and sends what was written; ``drafted`` tells the id of the notice."""

    told = Signal(str, str)
    drafted = Signal(object)
    known = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._host = window
        self._wish = Wish()
        self._changed: NoticeDetail | None = None
        self._version = 0
        self._dialog: NoticeDraftDialog | None = None

    # What others call ---------------------------------------------------------------------

    def draft(self, wish: Wish) -> None:
        """Open the form for a new notice."""
        self._wish, self._changed = wish, None
        self._read()

    def change(self, detail: NoticeDetail) -> None:
        """Open the form with what a draft says now."""
        self._changed, self._version = detail, detail.version
        self._wish = Wish(
            detail.case.id if detail.case else None,
            detail.agreed.id if detail.agreed else None,
            detail.level,
            detail.trigger,
            is_change=True,
        )
        self._read()

    def dialog(self) -> NoticeDraftDialog | None:
        """Return the open form."""
        return self._dialog

    # Opening ------------------------------------------------------------------------------

    def _read(self) -> None:
        self._services.ask(
            draft_seen,
            self._wish,
            parent=self,
            done=self._open,
            failed=self._tell,
            key="draft",
        )

    @Slot(object)
    def _open(self, seen: DraftSeen) -> None:
        if self._changed is None and seen.known_id is not None:
            self.told.emit(self.tr("这件事已有一张未完成的督办单，在原来的上面继续。"), "warn")
            self.known.emit(seen.known_id)
            return
        levels = open_levels(seen.draft, self._changed)
        if not levels:
            self.told.emit(
                self.tr("这件事已是红牌督办，街道不能再升级，请提请区综合指挥中心挂牌督办。"),
                "warn",
            )
            return
        if self._wish.level not in levels:
            # The texts are of the level, so they are read again for the one that is possible.
            self._wish = _with_level(self._wish, levels[0])
            self._read()
            return
        start = self._start(seen, levels)
        dialog = NoticeDraftDialog(start, parent=self._host.window())
        dialog.accepted.connect(self._send)
        dialog.rejected.connect(self._forget)
        dialog.taken_over.connect(self._take_over)
        dialog.level_changed.connect(self._read_level)
        self._dialog = dialog
        dialog.open()

    def _start(self, seen: DraftSeen, levels: tuple[SupervisionLevel, ...]) -> DraftStart:
        draft, changed = seen.draft, self._changed
        about = f"{draft.case.number}  {draft.case.title}" if draft.case else ""
        if draft.agreed is not None:
            about = f"{draft.agreed.code}  {draft.agreed.text}"
        note = self.tr("不填：签发时推算，现在签发为 {limit}").format(
            limit=f"{draft.finish_by:%m-%d %H:%M}"
        )
        common: dict[str, Any] = {
            "about": about,
            "level": self._wish.level,
            "levels": levels,
            "units": tuple(
                (unit.id, unit.name, unit.code, unit.initials, unit.full_pinyin)
                for unit in seen.units
            ),
            "facts": self._facts(draft),
            "limit_note": note,
        }
        if changed is None:
            return DraftStart(
                **common,
                unit_id=draft.unit.id if draft.unit else None,
                urgency=draft.case.urgency if draft.case else Urgency.NORMAL,
                texts=draft_texts(draft, seen.now, self._wish.reasons),
            )
        proposed = changed.is_limit_proposed
        return DraftStart(
            **common,
            unit_id=changed.unit.id,
            urgency=changed.urgency,
            texts=texts_of(changed),
            means=changed.means,
            finish_by=None if proposed else changed.finish_by,
            report_by=None if proposed else changed.report_by,
            is_change=True,
        )

    def _facts(self, draft: NoticeDraft) -> tuple[tuple[Any, ...], ...]:
        case, unit = draft.case, draft.unit
        late = self.tr("{n} 个工作日").format(n=draft.overdue_days)
        facts: list[tuple[Any, ...]] = [
            (self.tr("编号"), self.tr("签发时取号"), True),
            (self.tr("计分"), self._points(draft.points), True),
        ]
        if unit is not None:
            head = " ".join(one for one in (unit.head_name, unit.phone) if one)
            facts.append((self.tr("负责人"), head or "—", True))
        if case is not None:
            facts += [
                (self.tr("关联事件"), case.number, True),
                (self.tr("事项代码"), case.item_code or "—", True),
                (self.tr("交办时间"), _short(case.assigned_at), True),
                (self.tr("原定期限"), _short(case.due_at), True),
                (self.tr("已超期"), late, True),
                (self.tr("催办"), self.tr("{n} 次").format(n=draft.reminder_count), True),
                (self.tr("牵头"), case.lead_name or "—", True),
            ]
            if case.assist_names:
                facts.append((self.tr("协办"), "、".join(case.assist_names), True))
        for standing in draft.standing:
            words = f"{standing.number} {texts.label(standing.level)}"
            facts.append((self.tr("在办督办"), words, True))
        return tuple(facts)

    def _points(self, points: float) -> str:
        sign = "−" if points < 0 else ""
        return self.tr("{points} 分").format(points=f"{sign}{abs(points):g}")

    # Level --------------------------------------------------------------------------------

    @Slot(object)
    def _read_level(self, level: SupervisionLevel) -> None:
        self._wish = _with_level(self._wish, level)
        self._services.ask(
            draft_seen,
            self._wish,
            parent=self,
            done=self._show_level,
            failed=self._tell,
            key="level",
        )

    @Slot(object)
    def _show_level(self, seen: DraftSeen) -> None:
        if self._dialog is None:
            return
        found = draft_texts(seen.draft, seen.now, self._wish.reasons)
        self._dialog.show_facts(self._facts(seen.draft))
        if self._changed is not None:
            # What was written before is the person's own, only what the level announces follows.
            found = NoticeTexts(consequence=found.consequence, wording=found.wording)
        self._dialog.show_texts(found)

    # Sending ------------------------------------------------------------------------------

    @Slot()
    def _send(self) -> None:
        if self._dialog is None:
            return
        given = self._dialog.given()
        command: DraftNotice | ChangeNotice
        if self._changed is None:
            command = DraftNotice(
                case_id=self._wish.case_id,
                decision_id=self._wish.decision_id,
                trigger=self._wish.trigger,
                **given,
            )
        else:
            command = ChangeNotice(notice_id=self._changed.id, version=self._version, **given)
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot()
    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        self._forget()
        words = self.tr("拟稿已保存，等审核") if self._changed is None else self.tr("修改已保存")
        self.told.emit(words, "ok")
        self.drafted.emit(result["notice_id"])

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was written: the form opens again with the reason."""
        dialog = self._dialog
        if dialog is None:
            self._tell(error)
            return
        dialog.open()
        if isinstance(error, Conflict) and self._changed is not None:
            self._services.ask(
                changed_seen,
                self._changed.id,
                parent=self,
                done=self._show_conflict,
                failed=self._tell,
            )
            return
        field = str(error.facts.get("field", "")) if isinstance(error, RecordError) else ""
        dialog.refuse(sentence(error), field)

    @Slot(object)
    def _show_conflict(self, detail: NoticeDetail) -> None:
        before, dialog = self._changed, self._dialog
        if before is None or dialog is None:
            return
        known = {step.id for step in before.steps}
        since = [
            f"{step.at:%m-%d %H:%M} {step.actor_name} {texts.label(step.kind)}"
            for step in detail.steps
            if step.id not in known
        ]
        last = detail.steps[-1]
        who = f"{last.actor_name} {texts.label(last.kind)}"
        rows = [
            (dialog.rows()[name].label(), was or "—", is_now or "—", who)
            for name, was, is_now in changed_texts(before, detail)
        ]
        self._changed = detail
        words = self.tr("督办单在您打开后已被改动，您填写的内容还在，没有保存。")
        dialog.show_conflict(words, since, rows)

    @Slot()
    def _take_over(self) -> None:
        if self._changed is not None and self._dialog is not None:
            self._version = self._changed.version
            # What was not written here is taken as the other one left it.
            self._dialog.show_texts(texts_of(self._changed))

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")


def open_levels(
    draft: NoticeDraft, changed: NoticeDetail | None = None
) -> tuple[SupervisionLevel, ...]:
    """Return the levels that rise above what stands."""
    standing = [one.level for one in draft.standing]
    if draft.case is not None:
        standing.append(draft.case.supervision_level)
    highest = max(standing, default=SupervisionLevel.NONE)
    found = tuple(level for level in LEVELS if may_raise(highest, level))
    return found or ((changed.level,) if changed else ())


def texts_of(detail: NoticeDetail) -> NoticeTexts:
    """Return the texts of a draft as they stand."""
    return NoticeTexts(
        subject=detail.subject,
        background=detail.background,
        handling=detail.handling,
        problem=detail.problem,
        basis=detail.basis,
        demands=detail.demands,
        consequence=detail.consequence,
        copy_to="\n".join(detail.copy_to),
        contact_name=detail.contact_name,
        contact_phone=detail.contact_phone,
    )


def changed_texts(before: NoticeDetail, now: NoticeDetail) -> tuple[tuple[str, str, str], ...]:
    """Return the texts that say something else now: name, before, now."""
    found = []
    for name, was in asdict(texts_of(before)).items():
        is_now = getattr(texts_of(now), name)
        if was != is_now:
            found.append((name, _plain(was), _plain(is_now)))
    return tuple(found)


def _plain(value: Any) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value or "")


def _with_level(wish: Wish, level: SupervisionLevel) -> Wish:
    return Wish(wish.case_id, wish.decision_id, level, wish.trigger, wish.reasons, wish.is_change)


def _short(moment: datetime | None) -> str:
    return f"{moment:%m-%d %H:%M}" if moment else "—"
