"""Supervision, papers and listed supervision."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "notice_step_illegal": QT_TRANSLATE_NOOP(
        "sentences",
        "督办单 {number} 现在是“{state}”，不能{action}，没有改动。请刷新后按当前状态办理。",
    ),
    "notice_not_for_role": QT_TRANSLATE_NOOP(
        "sentences",
        "您的岗位不能{action}这张督办单，没有改动。请由有权限的人员办理。",
    ),
    "notice_of_another_unit": QT_TRANSLATE_NOOP(
        "sentences",
        "这张督办单发给另一个单位，没有改动。请由被督办单位办理。",
    ),
    "notice_unknown": QT_TRANSLATE_NOOP("sentences", "找不到这张督办单，没有改动。请核对文号。"),
    "notice_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "督办单在您打开后已被改动，您填写的内容还在，没有保存。请看过新的情况后再提交。",
    ),
    "notice_already_drafted": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已有一张未完成的督办单，没有再拟。请在原来的督办单上继续。",
    ),
    "notice_not_numbered": QT_TRANSLATE_NOOP(
        "sentences",
        "督办单还没有签发编号，不能存为正式文书，没有保存。请先签发。",
    ),
    "notice_without_object": QT_TRANSLATE_NOOP(
        "sentences",
        "督办单没有写明督办哪件事，没有保存。请先选事件或议定事项。",
    ),
    "notice_without_unit": QT_TRANSLATE_NOOP(
        "sentences",
        "督办单没有被督办单位，没有保存。请选择单位。",
    ),
    "unit_not_supervised": QT_TRANSLATE_NOOP(
        "sentences",
        "{unit}不能作为被督办单位，没有保存。请改选站所、科室或村社。",
    ),
    "supervision_only_rises": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已是“{standing}”，督办只能升级，没有保存。请选更高一级。",
    ),
    "suggestion_without_object": QT_TRANSLATE_NOOP(
        "sentences",
        "没有说明是哪一条督办建议，没有改动。请从建议列表中选择。",
    ),
    "limit_in_the_past": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”已经过去，没有保存。请改成今后的时间。",
    ),
    "limit_not_later": QT_TRANSLATE_NOOP(
        "sentences",
        "新的时限不晚于原来的{due}，没有改动。请填更晚的时间。",
    ),
    "period_turned": QT_TRANSLATE_NOOP(
        "sentences",
        "止日{last}早于起日{first}，没有生成。请改正日期。",
    ),
    "limit_before_start": QT_TRANSLATE_NOOP(
        "sentences",
        "完成时限{due}早于挂牌日期{start}，没有保存。请改正日期。",
    ),
    "reply_not_closed": QT_TRANSLATE_NOOP(
        "sentences",
        "回复的结果不是“已办结”，还不能申请销号，没有改动。请办结并回复后再申请。",
    ),
    "paper_unknown": QT_TRANSLATE_NOOP("sentences", "找不到这份文书，没有改动。请先制作文书。"),
    "paper_number_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "文书上的文号{number}与督办单的{right}不一致，没有保存。请重新制作文书。",
    ),
    "paper_number_taken": QT_TRANSLATE_NOOP(
        "sentences",
        "文号{number}刚被别人用掉，现在轮到{right}，没有存档。请再存一次。",
    ),
    "copies_out_of_range": QT_TRANSLATE_NOOP(
        "sentences",
        "打印份数{copies}不对，没有登记。请填 1 到 999。",
    ),
    "listed_number_taken": QT_TRANSLATE_NOOP(
        "sentences",
        "挂牌文号{number}已经登记过，没有再登记。请在原来的记录上继续。",
    ),
    "listed_step_illegal": QT_TRANSLATE_NOOP(
        "sentences",
        "挂牌督办 {number} 现在是“{state}”，不能这样办，没有改动。请刷新后再看。",
    ),
    "listed_supervision_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这件挂牌督办，没有改动。请核对文号。",
    ),
    "listed_supervision_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "挂牌督办在您打开后已被改动，您填写的内容还在，没有保存。请看过新的情况后再提交。",
    ),
    "delisting_day_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "摘牌日期{day}不对，没有保存。请填挂牌以后、今天以前的日期。",
    ),
    "paper_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "文书在您打开后已有变化，没有改动。请刷新后再看。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
