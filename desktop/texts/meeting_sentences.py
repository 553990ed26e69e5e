"""Meetings and what was agreed."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "meeting_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这次会议，没有改动。请从会议列表中选择。",
    ),
    "meeting_exists": QT_TRANSLATE_NOOP(
        "sentences",
        "这一周的会议已经有了，没有再建。请打开原来的会议。",
    ),
    "meeting_closed": QT_TRANSLATE_NOOP(
        "sentences",
        "会议已经结束，纪要不再改动，没有保存。请在下一次会议上提出。",
    ),
    "meeting_already_open": QT_TRANSLATE_NOOP(
        "sentences",
        "会议已经开始，没有改动。请直接进入会议。",
    ),
    "meeting_not_open": QT_TRANSLATE_NOOP("sentences", "会议还没有开始，没有改动。请先宣布开会。"),
    "meeting_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "会议在您打开后已被改动，您填写的内容还在，没有保存。请刷新后再提交。",
    ),
    "discussion_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事的讨论记录刚被别人改过，您填写的内容还在，没有保存。请看过新的记录后再提交。",
    ),
    "week_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "没有{year}年第{week}周，没有保存。请选正确的周。",
    ),
    "section_without_cases": QT_TRANSLATE_NOOP(
        "sentences",
        "“{section}”这一部分不能放事件，没有改动。请放到超期、督办或疑难事件中。",
    ),
    "case_on_agenda": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 已在议程上，没有再加。请在议程中查找。",
    ),
    "agenda_case_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这一条议程，没有改动。请刷新议程。",
    ),
    "agenda_case_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "这一条议程刚被改动，您填写的内容还在，没有保存。请刷新后再提交。",
    ),
    "agenda_case_discussed": QT_TRANSLATE_NOOP(
        "sentences",
        "这一条已经议过，不能移出，没有改动。可以改为缓议。",
    ),
    "agenda_case_decided": QT_TRANSLATE_NOOP(
        "sentences",
        "这一条已有议定事项，没有改动。请先撤回议定事项。",
    ),
    "agenda_case_removed": QT_TRANSLATE_NOOP(
        "sentences",
        "这一条已移出议程，没有改动。请先加回议程。",
    ),
    "agenda_case_of_another_meeting": QT_TRANSLATE_NOOP(
        "sentences",
        "这一条议程属于另一次会议，没有改动。请在那次会议中办理。",
    ),
    "agenda_row_stays": QT_TRANSLATE_NOOP(
        "sentences",
        "“{section}”是固定议程，不能这样办，没有改动。请在事件议程上操作。",
    ),
    "decision_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这条议定事项，没有改动。请从列表中选择。",
    ),
    "decision_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "议定事项在您打开后已被改动，您填写的内容还在，没有保存。请刷新后再提交。",
    ),
    "decision_move_illegal": QT_TRANSLATE_NOOP(
        "sentences",
        "议定事项现在是“{state}”，不能{move}，没有改动。请刷新后再看。",
    ),
    "decision_not_open": QT_TRANSLATE_NOOP(
        "sentences",
        "这条议定事项已经完成或取消，没有改动。请选一条还在落实的。",
    ),
    "decision_not_yours": QT_TRANSLATE_NOOP(
        "sentences",
        "这条议定事项不由您的单位负责，没有改动。请由责任单位填报。",
    ),
    "decision_by_chair": QT_TRANSLATE_NOOP(
        "sentences",
        "“{decision_kind}”会当场办理，由值班长、指挥室主任或街道领导议定，没有议定，填写的内容都在。"
        "请由他们在会议中确认，或改选“继续办理”。",
    ),
    "decision_by_director": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已经退回两次，改派由指挥室主任或街道领导强制指派，没有议定，填写的内容都在。"
        "请由他们在会议中确认。",
    ),
    "decision_cannot_reassign": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 现在是“{case_state}”，不能改派，没有议定，填写的内容都在。"
        "请先恢复办理或收回，或改选别的处理意见。",
    ),
    "decision_same_unit": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事现在就由这些单位办理，没有改派，填写的内容都在。请换一个单位，或改选“继续办理”。",
    ),
    "decision_cannot_extend": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 现在是“{case_state}”，只有处置中的事件可以延期，没有议定，填写的内容都在。"
        "请改选别的处理意见。",
    ),
    "decision_extends_too_late": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 的办结期限{due}已过，到期后不能再延期，没有议定，填写的内容都在。"
        "请改选“继续办理”或“督办”，把完成时限写进议定事项。",
    ),
    "decision_on_day_off": QT_TRANSLATE_NOOP(
        "sentences",
        "{day}不是工作日，延期要延到工作日，没有议定，填写的内容都在。请改填一个工作日。",
    ),
    "decision_extends_nothing": QT_TRANSLATE_NOOP(
        "sentences",
        "完成时限不晚于事件现在的办结期限{due}，没有可延的，没有议定，填写的内容都在。"
        "请填更晚的日期，或改选“继续办理”。",
    ),
    "decision_extends_too_far": QT_TRANSLATE_NOOP(
        "sentences",
        "延期{days}个工作日超过了限度，这一次最多{longest}个，全部还剩{left}个，没有议定，"
        "填写的内容都在。请把完成时限提前。",
    ),
    "decision_cannot_supervise": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 现在是“{case_state}”，已不在办理中，不能督办，没有议定，填写的内容都在。"
        "请改选别的处理意见。",
    ),
    "decision_above_red": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 已是红牌督办，街道不能再升级，没有议定，填写的内容都在。"
        "请改选“继续办理”，并提请区综合指挥中心挂牌督办。",
    ),
    "decision_drafted_before": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 已有一张未签发的督办通知单，没有再拟，没有议定，填写的内容都在。"
        "请先到督办页签发或撤销它，或改选“继续办理”。",
    ),
    "due_not_later": QT_TRANSLATE_NOOP(
        "sentences",
        "新的期限不晚于原来的{due}，没有改动。请填更晚的时间。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
