"""Cases: what a rule, a right or another person refused."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "step_illegal": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 现在是“{state}”，不能{step}，没有改动。请刷新后按当前状态办理。",
    ),
    "step_not_for_role": QT_TRANSLATE_NOOP(
        "sentences",
        "您的岗位不能{step}，没有改动。请由有权限的人员办理。",
    ),
    "guard_holder": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事现在不由您的单位承办，没有改动。请由当前承办单位办理，或请指挥室改派。",
    ),
    "guard_assistant": QT_TRANSLATE_NOOP(
        "sentences",
        "您的单位不是这件事的协办单位，没有改动。请由协办单位办理。",
    ),
    "guard_informed": QT_TRANSLATE_NOOP(
        "sentences",
        "您的单位不是这件事的抄告单位，没有改动。请由抄告单位阅知。",
    ),
    "guard_assistants_replied": QT_TRANSLATE_NOOP(
        "sentences",
        "还有协办单位没有反馈，没有改动。请等协办单位反馈后再办。",
    ),
    "guard_first_returns": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已经退回两次，没有改动。请由指挥室主任审定。",
    ),
    "guard_repeated_returns": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事退回还不到两次，不用强制指派，没有改动。请按一般改派办理。",
    ),
    "guard_not_forced": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已由主任强制指派，不能再退回，没有改动。请继续办理，或在例会上提出。",
    ),
    "guard_extensions_left": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已经延期两次，没有改动。请按现有期限办理。",
    ),
    "guard_resumes": QT_TRANSLATE_NOOP(
        "sentences",
        "恢复后应回到挂起前的状态，没有改动。请刷新后再恢复。",
    ),
    "guard_supervision_below_1": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已在督办，没有改动。督办只能升级，请选更高一级。",
    ),
    "guard_supervision_below_100": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已是黄牌或红牌督办，没有改动。督办只能升级，请选更高一级。",
    ),
    "guard_supervision_below_200": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已是红牌督办，没有改动。不用再次督办。",
    ),
    "guard_supervised": QT_TRANSLATE_NOOP("sentences", "这件事没有督办，没有改动。不用解除。"),
    "guard_linked": QT_TRANSLATE_NOOP("sentences", "这件事没有标为重复，没有改动。请刷新后再看。"),
    "guard_unlinked": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已标为重复件，没有改动。请先取消重复。",
    ),
    "guard_just_decided": QT_TRANSLATE_NOOP(
        "sentences",
        "街道领导在例会上议定后才能改派，没有改动。请在会议中议定，或由指挥室改派。",
    ),
    "guard_registrant": QT_TRANSLATE_NOOP(
        "sentences",
        "只有登记人本人可以撤销登记，没有改动。需要作废时请找值班长。",
    ),
    "guard_just_registered": QT_TRANSLATE_NOOP(
        "sentences",
        "登记已超过十分钟，不能再撤销，没有改动。需要作废时请找值班长。",
    ),
    "guard_self_handled": QT_TRANSLATE_NOOP(
        "sentences",
        "这件事已有单位办理，不能再撤销登记，没有改动。需要时请找值班长。",
    ),
    "take_back_has_duplicates": QT_TRANSLATE_NOOP(
        "sentences",
        "已有{count}件重复登记并入{number}，不能撤销登记，没有改动。需要作废时请找值班长。",
    ),
    "case_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这件事，没有改动。请核对编号，或它不在您可以查看的范围内。",
    ),
    "case_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 在您打开后已被改动，您填写的内容还在，没有保存。请看过新的情况后再提交。",
    ),
    "case_not_open": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 现在是“{state}”，已不在办理中，没有改动。请选一件还在办理的事件。",
    ),
    "field_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "还没有填写“{field}”，没有保存，已填的内容都在。请补填后再提交。",
    ),
    "field_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "没有“{field}”这一项，没有改动。请检查要更正的内容。",
    ),
    "not_on_list": QT_TRANSLATE_NOOP(
        "sentences",
        "事项“{text}”不在准入清单内，没有登记，已填的内容都在。请改选清单内的事项，相近的有"
        "：{nearest}。",
    ),
    "item_retired": QT_TRANSLATE_NOOP(
        "sentences",
        "事项“{name}”已经停用，没有登记，已填的内容都在。请改选清单内的其他事项。",
    ),
    "item_expired": QT_TRANSLATE_NOOP(
        "sentences",
        "临时事项“{name}”已于{day}到期，没有登记，已填的内容都在。请改选其他事项，或申请续期。",
    ),
    "item_not_yet": QT_TRANSLATE_NOOP(
        "sentences",
        "事项“{name}”从{day}起才能使用，没有登记，已填的内容都在。请改选其他事项。",
    ),
    "item_not_valid": QT_TRANSLATE_NOOP(
        "sentences",
        "这一行的事项在登记当天不能使用，没有导入。请改为当时清单内的事项。",
    ),
    "item_unknown": QT_TRANSLATE_NOOP("sentences", "找不到这个事项，没有改动。请刷新清单后再选。"),
    "place_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "所属村社或网格对不上，没有保存，已填的内容都在。请重新选择本街道的村社和网格。",
    ),
    "place_not_yours": QT_TRANSLATE_NOOP(
        "sentences",
        "这个网格不归您的单位管，没有登记，已填的内容都在。请改选本单位的网格。",
    ),
    "time_ahead": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”晚于现在，没有保存，已填的内容都在。请改成已经发生的时间。",
    ),
    "lead_assists": QT_TRANSLATE_NOOP(
        "sentences",
        "{unit}已是牵头单位，不能同时协办，没有交办。请从协办单位中去掉它。",
    ),
    "unit_cannot_handle": QT_TRANSLATE_NOOP(
        "sentences",
        "{unit}不能承办事件，没有改动。请改选站所、科室或村社。",
    ),
    "district_by_escalation": QT_TRANSLATE_NOOP(
        "sentences",
        "{unit}属于区级，不能直接交办，没有改动。请用“上报区级”。",
    ),
    "due_in_the_past": QT_TRANSLATE_NOOP(
        "sentences",
        "期限{due}已经过去，没有保存。请改成今后的时间。",
    ),
    "return_too_late": QT_TRANSLATE_NOOP(
        "sentences",
        "签收期限{due}已过，不能再退回，没有改动。请继续办理，或向指挥室说明。",
    ),
    "extension_too_late": QT_TRANSLATE_NOOP(
        "sentences",
        "期限{due}已过，不能再延长，没有改动。请尽快办结，或在例会上说明。",
    ),
    "extension_too_long": QT_TRANSLATE_NOOP(
        "sentences",
        "申请延期{days}个工作日超过了限度，没有提交。这一次最多{longest}个工作日，全部还剩{le"
        "ft}个。",
    ),
    "extension_already_asked": QT_TRANSLATE_NOOP(
        "sentences",
        "已有一份延期申请在等审批，没有再提交。请等审批结果。",
    ),
    "extension_by_leader": QT_TRANSLATE_NOOP(
        "sentences",
        "重大事件的延期由街道领导审批，没有改动。请报街道领导。",
    ),
    "extension_by_director": QT_TRANSLATE_NOOP(
        "sentences",
        "第二次延期由指挥室主任审批，没有改动。请报主任。",
    ),
    "extension_decided": QT_TRANSLATE_NOOP(
        "sentences",
        "这份延期申请已经审批过，没有改动。请刷新后查看结果。",
    ),
    "review_in_the_past": QT_TRANSLATE_NOOP(
        "sentences",
        "复查日期{day}已经过去，没有挂起。请改成今后的日期。",
    ),
    "stars_out_of_range": QT_TRANSLATE_NOOP(
        "sentences",
        "评分是{stars}，应在 1 到 5 之间，没有保存。请重新打分。",
    ),
    "already_urged": QT_TRANSLATE_NOOP("sentences", "这件事已经是加急件，没有改动。不用再次加急。"),
    "not_urged": QT_TRANSLATE_NOOP("sentences", "这件事不是加急件，没有改动。不用取消。"),
    "main_is_no_main": QT_TRANSLATE_NOOP(
        "sentences",
        "事件 {number} 不能作主件，没有改动。请选另一件，它不能是本件，也不能是重复件。",
    ),
    "not_unique": QT_TRANSLATE_NOOP(
        "sentences",
        "同样的内容已经存在，没有保存。请刷新后核对，不用重复填写。",
    ),
    "not_consistent": QT_TRANSLATE_NOOP(
        "sentences",
        "这次改动与已有的记录对不上，没有保存，已填的内容都在。请刷新后再试。",
    ),
    "nothing_changed": QT_TRANSLATE_NOOP("sentences", "内容和原来一样，没有改动。请改好后再保存。"),
    "nothing_to_import": QT_TRANSLATE_NOOP(
        "sentences",
        "没有可以导入的行，没有改动。请检查所选的文件。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
