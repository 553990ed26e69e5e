"""The change of shift: labels of shifts and counts, sentences of what is refused."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

LABELS: dict[str, str] = {
    "Permission.SHIFT_HAND_OVER": QT_TRANSLATE_NOOP("labels", "交接班"),
    "Shift.DAY": QT_TRANSLATE_NOOP("labels", "白班"),
    "Shift.NIGHT": QT_TRANSLATE_NOOP("labels", "夜班"),
    "ShiftCount.WAITING_ACCEPTANCE": QT_TRANSLATE_NOOP("labels", "待受理"),
    "ShiftCount.TO_ASSIGN": QT_TRANSLATE_NOOP("labels", "待交办"),
    "ShiftCount.TO_SIGN": QT_TRANSLATE_NOOP("labels", "待签收"),
    "ShiftCount.NEARLY_DUE": QT_TRANSLATE_NOOP("labels", "临期"),
    "ShiftCount.OVERDUE": QT_TRANSLATE_NOOP("labels", "超期"),
    "ShiftCount.URGENT_OPEN": QT_TRANSLATE_NOOP("labels", "紧急在办"),
    "ShiftCount.TO_VERIFY": QT_TRANSLATE_NOOP("labels", "待核查"),
    "field.remark": QT_TRANSLATE_NOOP("labels", "嘱咐"),
    "field.matters": QT_TRANSLATE_NOOP("labels", "交办下一班的事件"),
}
SENTENCES: dict[str, str] = {
    "handover_to_oneself": QT_TRANSLATE_NOOP(
        "sentences", "不能交班给自己，没有交班。请另选接班人。"
    ),
    "handover_to_outsider": QT_TRANSLATE_NOOP(
        "sentences", "接班人须是指挥室在用的值班账号，没有交班。请另选接班人。"
    ),
    "handover_open": QT_TRANSLATE_NOOP(
        "sentences", "您上次交班还没有人签字接班，没有再交。请等对方签字，或先撤回上次交班。"
    ),
    "handover_case_closed": QT_TRANSLATE_NOOP(
        "sentences", "{number}已办结，不用再交给下一班，没有交班。请去掉这一件再交。"
    ),
    "handover_taken": QT_TRANSLATE_NOOP(
        "sentences", "这次交接已经双方签字，不能再改动。请刷新后查看。"
    ),
    "handover_not_taken": QT_TRANSLATE_NOOP(
        "sentences", "这次交班还没有签字接班，没有记录。请先签字接班。"
    ),
    "handover_of_another": QT_TRANSLATE_NOOP(
        "sentences", "这次交接不是交给您的，没有签字。请由交班、接班本人办理。"
    ),
    "handover_unknown": QT_TRANSLATE_NOOP(
        "sentences", "找不到这次交班，可能已被撤回，没有改动。请刷新后再看。"
    ),
    "handover_moved_on": QT_TRANSLATE_NOOP(
        "sentences", "这次交班刚被改动，没有签字。请刷新后再看。"
    ),
    "handover_item_unknown": QT_TRANSLATE_NOOP(
        "sentences", "找不到上一班交来的这件事，没有改动。请刷新后再看。"
    ),
    "handover_item_moved_on": QT_TRANSLATE_NOOP(
        "sentences", "上一班交来的这件事刚被改动，没有保存。请刷新后再看。"
    ),
    "matter_settled": QT_TRANSLATE_NOOP(
        "sentences", "上一班交来的这件事已经了结，没有重复记录。请刷新后再看。"
    ),
}
