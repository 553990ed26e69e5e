"""Every setting of the office in words: what it is called, what it touches, why it is refused."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

NAMES: dict[str, str] = {
    "limits.normal_accept_minutes": QT_TRANSLATE_NOOP("settings", "一般事件 受理交办"),
    "limits.urgent_accept_minutes": QT_TRANSLATE_NOOP("settings", "紧急事件 受理交办"),
    "limits.major_accept_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 受理交办"),
    "limits.normal_sign_days": QT_TRANSLATE_NOOP("settings", "一般事件 签收"),
    "limits.urgent_sign_minutes": QT_TRANSLATE_NOOP("settings", "紧急事件 签收"),
    "limits.major_sign_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 签收"),
    "limits.normal_feedback_days": QT_TRANSLATE_NOOP("settings", "一般事件 首次反馈"),
    "limits.urgent_feedback_minutes": QT_TRANSLATE_NOOP("settings", "紧急事件 首次反馈"),
    "limits.major_feedback_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 首次反馈"),
    "limits.normal_verify_days": QT_TRANSLATE_NOOP("settings", "一般事件 核查"),
    "limits.urgent_verify_minutes": QT_TRANSLATE_NOOP("settings", "紧急事件 核查"),
    "limits.major_verify_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 核查"),
    "limits.return_audit_minutes": QT_TRANSLATE_NOOP("settings", "一般事件 退回审核"),
    "limits.urgent_return_audit_minutes": QT_TRANSLATE_NOOP("settings", "紧急事件 退回审核"),
    "limits.major_return_audit_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 退回审核"),
    "limits.major_report_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 书面报区"),
    "limits.major_follow_up_minutes": QT_TRANSLATE_NOOP("settings", "重大事件 续报间隔"),
    "limits.urgent_yellow_minutes": QT_TRANSLATE_NOOP("settings", "紧急重大事件 临期提醒"),
    "limits.max_extension_days": QT_TRANSLATE_NOOP("settings", "延期合计最多"),
    "limits.yellow_workdays": QT_TRANSLATE_NOOP("settings", "临期提醒 剩余天数"),
    "limits.urgent_max_hours": QT_TRANSLATE_NOOP("settings", "紧急事件 处置最长"),
    "limits.major_max_hours": QT_TRANSLATE_NOOP("settings", "重大事件 处置最长"),
    "limits.yellow_percent": QT_TRANSLATE_NOOP("settings", "临期提醒 剩余比例"),
    "spot_check_percent": QT_TRANSLATE_NOOP("settings", "自办件抽查核实"),
    "working_hours": QT_TRANSLATE_NOOP("settings", "上下班时间"),
    "fair_is_satisfied": QT_TRANSLATE_NOOP("settings", "“基本满意”计入满意"),
    "supervision.ordinary_overdue_days": QT_TRANSLATE_NOOP("settings", "普通督办 一般事件超期"),
    "supervision.yellow_overdue_days": QT_TRANSLATE_NOOP("settings", "黄牌督办 一般事件超期"),
    "supervision.red_overdue_days": QT_TRANSLATE_NOOP("settings", "红牌督办 一般事件超期"),
    "supervision.signature_overdue_days": QT_TRANSLATE_NOOP("settings", "普通督办 签收超期"),
    "supervision.no_feedback_yellow_days": QT_TRANSLATE_NOOP("settings", "黄牌督办 久无反馈"),
    "supervision.no_feedback_red_days": QT_TRANSLATE_NOOP("settings", "红牌督办 久无反馈"),
    "supervision.notice_limit_days": QT_TRANSLATE_NOOP("settings", "督办通知单 办结时限"),
    "supervision.ordinary_overdue_minutes": QT_TRANSLATE_NOOP(
        "settings", "普通督办 紧急重大事件超期"
    ),
    "supervision.yellow_overdue_minutes": QT_TRANSLATE_NOOP(
        "settings", "黄牌督办 紧急重大事件超期"
    ),
    "supervision.red_overdue_minutes": QT_TRANSLATE_NOOP("settings", "红牌督办 紧急重大事件超期"),
    "supervision.red_rework_count": QT_TRANSLATE_NOOP("settings", "红牌督办 返工次数"),
    "supervision.agreed_missed_meetings": QT_TRANSLATE_NOOP("settings", "普通督办 议定事项落空"),
    "supervision.ordinary_points": QT_TRANSLATE_NOOP("settings", "普通督办 计分"),
    "supervision.yellow_points": QT_TRANSLATE_NOOP("settings", "黄牌督办 计分"),
    "supervision.red_points": QT_TRANSLATE_NOOP("settings", "红牌督办 计分"),
    "contact_phone": QT_TRANSLATE_NOOP("settings", "文书上的联系电话"),
    "notice_texts.opening_case": QT_TRANSLATE_NOOP("settings", "开头 事件"),
    "notice_texts.opening_agreed": QT_TRANSLATE_NOOP("settings", "开头 议定事项"),
    "notice_texts.problem_nearly_due": QT_TRANSLATE_NOOP("settings", "存在问题 临近到期"),
    "notice_texts.problem_due_today": QT_TRANSLATE_NOOP("settings", "存在问题 今日到期"),
    "notice_texts.problem_overdue": QT_TRANSLATE_NOOP("settings", "存在问题 已超期"),
    "notice_texts.problem_signature_overdue": QT_TRANSLATE_NOOP("settings", "存在问题 逾期未签收"),
    "notice_texts.problem_notice_past_limit": QT_TRANSLATE_NOOP("settings", "存在问题 督办到期"),
    "notice_texts.problem_rework": QT_TRANSLATE_NOOP("settings", "存在问题 多次返工"),
    "notice_texts.problem_no_feedback": QT_TRANSLATE_NOOP("settings", "存在问题 久无进展"),
    "notice_texts.problem_agreed_item_missed": QT_TRANSLATE_NOOP(
        "settings", "存在问题 议定事项逾期"
    ),
    "notice_texts.problem_none": QT_TRANSLATE_NOOP("settings", "存在问题 没有理由"),
    "notice_texts.basis": QT_TRANSLATE_NOOP("settings", "督办依据"),
    "notice_texts.demands_ordinary": QT_TRANSLATE_NOOP("settings", "办理要求 普通督办"),
    "notice_texts.demands_yellow": QT_TRANSLATE_NOOP("settings", "办理要求 黄牌督办"),
    "notice_texts.demands_red": QT_TRANSLATE_NOOP("settings", "办理要求 红牌督办"),
    "notice_texts.consequence_ordinary": QT_TRANSLATE_NOOP("settings", "逾期后果 普通督办"),
    "notice_texts.consequence_yellow": QT_TRANSLATE_NOOP("settings", "逾期后果 黄牌督办"),
    "notice_texts.consequence_red": QT_TRANSLATE_NOOP("settings", "逾期后果 红牌督办"),
}
"""Key of a setting → what it is called."""

EFFECTS: dict[str, str] = {
    "limits.normal_accept_minutes": QT_TRANSLATE_NOOP(
        "settings", "从登记到受理交办；超过计入受理、交办及时率"
    ),
    "limits.urgent_accept_minutes": QT_TRANSLATE_NOOP(
        "settings", "从登记到受理交办，昼夜连续计算；超过计入受理、交办及时率"
    ),
    "limits.major_accept_minutes": QT_TRANSLATE_NOOP(
        "settings", "从登记到受理交办，昼夜连续计算，并应电话交办"
    ),
    "limits.normal_sign_days": QT_TRANSLATE_NOOP(
        "settings", "从交办次日起算；超过计入签收及时率，也是能否退回的界限"
    ),
    "limits.urgent_sign_minutes": QT_TRANSLATE_NOOP(
        "settings", "从交办起算；超过计入签收及时率，也是能否退回的界限"
    ),
    "limits.major_sign_minutes": QT_TRANSLATE_NOOP(
        "settings", "从交办起算；超过计入签收及时率，也是能否退回的界限"
    ),
    "limits.normal_feedback_days": QT_TRANSLATE_NOOP("settings", "从交办次日起算到第一次反馈进展"),
    "limits.urgent_feedback_minutes": QT_TRANSLATE_NOOP("settings", "从交办起算到第一次反馈进展"),
    "limits.major_feedback_minutes": QT_TRANSLATE_NOOP(
        "settings", "从交办起算到第一次电话反馈，此后按续报间隔"
    ),
    "limits.normal_verify_days": QT_TRANSLATE_NOOP("settings", "从报结次日起算到指挥室核查"),
    "limits.urgent_verify_minutes": QT_TRANSLATE_NOOP("settings", "从报结起算到指挥室核查"),
    "limits.major_verify_minutes": QT_TRANSLATE_NOOP("settings", "从报结起算到指挥室核查"),
    "limits.return_audit_minutes": QT_TRANSLATE_NOOP(
        "settings", "站所退回后指挥室答复的时间；整体办理时限不因此顺延"
    ),
    "limits.urgent_return_audit_minutes": QT_TRANSLATE_NOOP(
        "settings", "站所退回后指挥室答复的时间；整体办理时限不因此顺延"
    ),
    "limits.major_return_audit_minutes": QT_TRANSLATE_NOOP(
        "settings", "站所退回后指挥室答复的时间；整体办理时限不因此顺延"
    ),
    "limits.major_report_minutes": QT_TRANSLATE_NOOP(
        "settings", "交办后书面报区综合指挥中心的时间"
    ),
    "limits.major_follow_up_minutes": QT_TRANSLATE_NOOP(
        "settings", "首报以后每隔多久续报一次，影响待办中的续报提醒"
    ),
    "limits.urgent_yellow_minutes": QT_TRANSLATE_NOOP(
        "settings", "剩余时间少于它亮黄灯、列入临期清单"
    ),
    "limits.max_extension_days": QT_TRANSLATE_NOOP("settings", "一件事件几次延期加起来的上限"),
    "limits.yellow_workdays": QT_TRANSLATE_NOOP(
        "settings", "一般事件剩余工作日不多于它亮黄灯、列入临期清单"
    ),
    "limits.urgent_max_hours": QT_TRANSLATE_NOOP("settings", "交办时建议的处置时限不超过它"),
    "limits.major_max_hours": QT_TRANSLATE_NOOP("settings", "交办时建议的处置时限不超过它"),
    "limits.yellow_percent": QT_TRANSLATE_NOOP(
        "settings", "一般事件剩余时间占总时限的比例不高于它亮黄灯"
    ),
    "spot_check_percent": QT_TRANSLATE_NOOP(
        "settings", "网格自办件中转给指挥室核查的比例；其余直接办结"
    ),
    "working_hours": QT_TRANSLATE_NOOP("settings", "工作时间怎么算，按工作日计的时限当天几点到期"),
    "fair_is_satisfied": QT_TRANSLATE_NOOP("settings", "影响满意率、站所排名和周报"),
    "supervision.ordinary_overdue_days": QT_TRANSLATE_NOOP(
        "settings", "超期达到它，建议普通督办并发督办通知单"
    ),
    "supervision.yellow_overdue_days": QT_TRANSLATE_NOOP(
        "settings", "超期达到它，建议黄牌；必须大于普通督办的天数"
    ),
    "supervision.red_overdue_days": QT_TRANSLATE_NOOP(
        "settings", "超期达到它，建议红牌；必须大于黄牌督办的天数"
    ),
    "supervision.signature_overdue_days": QT_TRANSLATE_NOOP(
        "settings", "交办后超过签收时限达到它，建议普通督办"
    ),
    "supervision.no_feedback_yellow_days": QT_TRANSLATE_NOOP(
        "settings", "交办后多少个工作日没有任何反馈，建议黄牌；可以不启用"
    ),
    "supervision.no_feedback_red_days": QT_TRANSLATE_NOOP(
        "settings", "交办后多少个工作日没有任何反馈，建议红牌；可以不启用"
    ),
    "supervision.notice_limit_days": QT_TRANSLATE_NOOP(
        "settings", "通知单从签发次日起算的办结时限；到期未销号建议升级"
    ),
    "supervision.ordinary_overdue_minutes": QT_TRANSLATE_NOOP(
        "settings", "超期或签收超期达到它，建议普通督办"
    ),
    "supervision.yellow_overdue_minutes": QT_TRANSLATE_NOOP(
        "settings", "超期达到它，建议黄牌；必须大于普通督办的时间"
    ),
    "supervision.red_overdue_minutes": QT_TRANSLATE_NOOP(
        "settings", "超期达到它，建议红牌；必须大于黄牌督办的时间"
    ),
    "supervision.red_rework_count": QT_TRANSLATE_NOOP("settings", "核查不通过返工达到它，建议红牌"),
    "supervision.agreed_missed_meetings": QT_TRANSLATE_NOOP(
        "settings", "议定事项连续几次例会未落实，建议普通督办"
    ),
    "supervision.ordinary_points": QT_TRANSLATE_NOOP(
        "settings", "签发时给被督办单位记的分，只能是零或负数"
    ),
    "supervision.yellow_points": QT_TRANSLATE_NOOP(
        "settings", "签发时给被督办单位记的分，影响站所排名"
    ),
    "supervision.red_points": QT_TRANSLATE_NOOP(
        "settings", "签发时给被督办单位记的分，影响站所排名"
    ),
    "contact_phone": QT_TRANSLATE_NOOP("settings", "新拟督办通知单的联系电话；不填用指挥室的电话"),
    "notice_texts.opening_case": QT_TRANSLATE_NOOP("settings", "基本情况的第一句，后面接事件内容"),
    "notice_texts.opening_agreed": QT_TRANSLATE_NOOP("settings", "依据例会议定事项督办时的第一句"),
    "notice_texts.problem_nearly_due": QT_TRANSLATE_NOOP("settings", "按这个理由督办时写的话"),
    "notice_texts.problem_due_today": QT_TRANSLATE_NOOP("settings", "按这个理由督办时写的话"),
    "notice_texts.problem_overdue": QT_TRANSLATE_NOOP(
        "settings", "按这个理由督办时写的话；没有其他理由而已超期时也用它"
    ),
    "notice_texts.problem_signature_overdue": QT_TRANSLATE_NOOP(
        "settings", "按这个理由督办时写的话"
    ),
    "notice_texts.problem_notice_past_limit": QT_TRANSLATE_NOOP(
        "settings", "按这个理由督办时写的话"
    ),
    "notice_texts.problem_rework": QT_TRANSLATE_NOOP(
        "settings", "按这个理由督办时写的话；有过返工时也用它"
    ),
    "notice_texts.problem_no_feedback": QT_TRANSLATE_NOOP("settings", "按这个理由督办时写的话"),
    "notice_texts.problem_agreed_item_missed": QT_TRANSLATE_NOOP(
        "settings", "按这个理由督办时写的话"
    ),
    "notice_texts.problem_none": QT_TRANSLATE_NOOP("settings", "说不出具体理由时写的话"),
    "notice_texts.basis": QT_TRANSLATE_NOOP("settings", "批示和议定事项有才写，写在［］里"),
    "notice_texts.demands_ordinary": QT_TRANSLATE_NOOP("settings", "每行一条，自动编号"),
    "notice_texts.demands_yellow": QT_TRANSLATE_NOOP("settings", "每行一条，自动编号"),
    "notice_texts.demands_red": QT_TRANSLATE_NOOP("settings", "每行一条，自动编号"),
    "notice_texts.consequence_ordinary": QT_TRANSLATE_NOOP("settings", "只说规则里真有的后果"),
    "notice_texts.consequence_yellow": QT_TRANSLATE_NOOP("settings", "只说规则里真有的后果"),
    "notice_texts.consequence_red": QT_TRANSLATE_NOOP("settings", "只说规则里真有的后果"),
}
"""Key of a setting → what it touches, in one sentence without a full stop."""

LABELS: dict[str, str] = {
    "SettingUnit.WORKING_MINUTES": QT_TRANSLATE_NOOP("labels", "分钟（工作时间）"),
    "SettingUnit.MINUTES": QT_TRANSLATE_NOOP("labels", "分钟"),
    "SettingUnit.WORKDAYS": QT_TRANSLATE_NOOP("labels", "个工作日"),
    "SettingUnit.HOURS": QT_TRANSLATE_NOOP("labels", "小时"),
    "SettingUnit.PERCENT": QT_TRANSLATE_NOOP("labels", "%"),
    "SettingUnit.TIMES": QT_TRANSLATE_NOOP("labels", "次"),
    "SettingUnit.MEETINGS": QT_TRANSLATE_NOOP("labels", "次例会"),
    "SettingUnit.POINTS": QT_TRANSLATE_NOOP("labels", "分"),
    "SettingUnit.YES_NO": QT_TRANSLATE_NOOP("labels", "是或否"),
    "SettingUnit.DAY_HOURS": QT_TRANSLATE_NOOP("labels", "上下班时间"),
    "SettingUnit.WORDS": QT_TRANSLATE_NOOP("labels", "文字"),
    "SettingUnit.TEMPLATE": QT_TRANSLATE_NOOP("labels", "用语"),
    "Numbered.NOTICE": QT_TRANSLATE_NOOP("labels", "督办通知单"),
    "Numbered.MINUTES": QT_TRANSLATE_NOOP("labels", "会议纪要"),
    "Numbered.REMINDER": QT_TRANSLATE_NOOP("labels", "催办通知书"),
    "Numbered.DEPARTMENT_LETTER": QT_TRANSLATE_NOOP("labels", "督办函（致派出部门）"),
    "Numbered.LISTING_REQUEST": QT_TRANSLATE_NOOP("labels", "提请挂牌督办的请示"),
    "Numbered.LISTED_ORDER": QT_TRANSLATE_NOOP("labels", "挂牌督办通知书"),
    "Numbered.BULLETIN": QT_TRANSLATE_NOOP("labels", "督办通报"),
    "SettingTopic.LIMITS": QT_TRANSLATE_NOOP("labels", "办理时限"),
    "SettingTopic.SUPERVISION": QT_TRANSLATE_NOOP("labels", "督办规则"),
    "SettingTopic.PAPERS": QT_TRANSLATE_NOOP("labels", "文书用语"),
}

SENTENCES: dict[str, str] = {
    "setting_out_of_bounds": QT_TRANSLATE_NOOP(
        "sentences",
        "“{setting}”只能填 {least} 到 {most}（{unit}），没有改动，仍按原来的执行。请改正数字。",
    ),
    "setting_order": QT_TRANSLATE_NOOP(
        "sentences",
        "“{setting}”必须小于“{higher}”，没有改动，仍按原来的执行。请先调整另一项。",
    ),
    "setting_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "“{setting}”填的不是{unit}，没有改动，仍按原来的执行。请改正。",
    ),
    "place_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "这一段不能用〔{place}〕，没有保存，写的内容还在。相近的有：{nearest}。",
    ),
    "place_brackets": QT_TRANSLATE_NOOP(
        "sentences",
        "括号〔〕或［］没有成对，没有保存，写的内容还在。请补上或去掉多余的括号。",
    ),
    "setting_from_past": QT_TRANSLATE_NOOP(
        "sentences",
        "{day}已经过去，没有改动。以前的时限不能追改，请填今天或以后的日期，或不填立即生效。",
    ),
    "setting_from_far": QT_TRANSLATE_NOOP(
        "sentences",
        "{day}太远，没有改动。最多提前两年安排，请填近一些的日期。",
    ),
    "organ_code_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "机关代字“{code}”不能用，没有改动。请填 1 到 9 个汉字，如 龙永督。",
    ),
    "number_goes_back": QT_TRANSLATE_NOOP(
        "sentences",
        "编号只能往后调，没有改动。下一个已经是 {next}，请填更大的数。",
    ),
    "number_too_high": QT_TRANSLATE_NOOP(
        "sentences",
        "编号太大，没有改动。一年的编号最大到 {most}，请填小一些的数。",
    ),
    "planned_setting_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "{day}没有安排好的改动，或已经生效，没有撤回。请刷新后再看。",
    ),
    "setting_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "没有“{name}”这项设置，没有改动。可以设置的有：{known}。",
    ),
    "setting_fields_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "“{name}”有好几项，没有写明改哪一项，没有改动。请逐项写明，可以设置的有：{known}。",
    ),
    "setting_fields_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "设置中没有 {fields}，没有改动。可以设置的有：{known}。",
    ),
}
