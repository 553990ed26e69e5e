"""Accounts, units, items, settings."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "permission_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "您没有“{permission}”的权限，没有改动。需要时请找指挥室主任开通。",
    ),
    "account_of_another": QT_TRANSLATE_NOOP(
        "sentences", "您是以 {login} 登录服务器的，不能代替别人操作，没有改动。请本人登录后再办。"
    ),
    "account_off": QT_TRANSLATE_NOOP("sentences", "账号已停用或过期，没有改动。请找指挥室主任。"),
    "account_locked": QT_TRANSLATE_NOOP(
        "sentences",
        "密码连续输错，账号锁定到{until}。请稍后再试，或找管理员重设密码。",
    ),
    "password_expired": QT_TRANSLATE_NOOP(
        "sentences",
        "密码过期已超过 14 天，没有登录。请找管理员重设密码，登录后改成自己的。",
    ),
    "login_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "登录名或密码不对，没有登录。请再输一次；连续五次输错，账号会锁定半小时。",
    ),
    "login_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "没有“{login}”这个账号，没有改动。请核对登录名。",
    ),
    "login_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "登录名“{login}”不能用，没有保存。请用 2 到 40 个小写字母、数字、点、短横或下划线。",
    ),
    "login_taken": QT_TRANSLATE_NOOP(
        "sentences",
        "登录名“{login}”已有人用，没有保存。请换一个。",
    ),
    "password_weak": QT_TRANSLATE_NOOP(
        "sentences",
        "密码太简单，没有保存。请用至少{minimum}个字符，含大写、小写、数字、符号中的三种，不"
        "含登录名。",
    ),
    "own_account": QT_TRANSLATE_NOOP(
        "sentences",
        "不能停用自己的账号，没有改动。请由另一位管理员停用。",
    ),
    "last_director": QT_TRANSLATE_NOOP(
        "sentences",
        "这是最后一个主任账号，没有停用。请先增加另一个主任账号。",
    ),
    "account_unknown": QT_TRANSLATE_NOOP("sentences", "找不到这个账号，没有改动。请刷新后再选。"),
    "account_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "账号刚被别人改动，没有保存。请刷新后再试。",
    ),
    "person_unknown": QT_TRANSLATE_NOOP("sentences", "找不到这个人，没有改动。请刷新后再选。"),
    "person_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "人员信息刚被别人改动，没有保存。请刷新后再试。",
    ),
    "unit_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这个单位，没有改动。请从单位列表中选择。",
    ),
    "unit_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "单位信息刚被别人改动，没有保存。请刷新后再试。",
    ),
    "unit_exists": QT_TRANSLATE_NOOP(
        "sentences",
        "编码 {code} 已用于{unit}，没有保存。请换一个编码。",
    ),
    "unit_holds_cases": QT_TRANSLATE_NOOP(
        "sentences",
        "{unit}还承办着{count}件没有办结的事件，没有停用。请先改派这些事件。",
    ),
    "unit_code_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "单位编码 {codes} 不存在或不能承办事件，没有保存。请核对编码。",
    ),
    "room_exists": QT_TRANSLATE_NOOP(
        "sentences",
        "每个街道只有一个指挥室，没有改动。请修改原来的指挥室。",
    ),
    "grid_without_community": QT_TRANSLATE_NOOP(
        "sentences",
        "网格要属于一个村社，没有保存。请先选村社。",
    ),
    "parent_for_grids_only": QT_TRANSLATE_NOOP(
        "sentences",
        "只有网格才有上级单位，没有保存。请去掉“{unit}”。",
    ),
    "item_exists": QT_TRANSLATE_NOOP(
        "sentences",
        "编码或名称已用于“{code} {name}”，没有保存。请换一个。",
    ),
    "item_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "事项刚被别人改动，您填写的内容还在，没有保存。请刷新后再提交。",
    ),
    "fields_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "您打开后别人改了同一处，您填写的内容还在，没有保存。再按一次保存，就按您填写的改。",
    ),
    "suggestion_rule_exists": QT_TRANSLATE_NOOP(
        "sentences",
        "“{words}”已经指向“{name}”，没有保存。请直接修改那一条。",
    ),
    "suggestion_rule_retired": QT_TRANSLATE_NOOP(
        "sentences",
        "提示词“{words}”已停用，没有改动。需要时请重新新增。",
    ),
    "suggestion_rule_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "这条提示词已不在，没有改动。请刷新后再看。",
    ),
    "suggestion_rule_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "提示词刚被别人改动，您填写的内容还在，没有保存。请刷新后再提交。",
    ),
    "suggestion_words_short": QT_TRANSLATE_NOOP(
        "sentences",
        "提示词太短，没有保存。每个词至少两个字，几个词之间用空格隔开。",
    ),
    "suggestion_weight_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "分量不对，没有保存。请填 1 到 {most}。",
    ),
    "limit_hours_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "办理时限{hours}小时不对，没有保存。请填 1 到 {most} 小时。",
    ),
    "platform_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "没有“{platform}”这个平台，没有保存。可用的平台是：{known}。",
    ),
    "temporary_without_end": QT_TRANSLATE_NOOP(
        "sentences",
        "临时事项“{name}”没有截止日期，没有保存。请填写有效期。",
    ),
    "validity_backwards": QT_TRANSLATE_NOOP(
        "sentences",
        "有效期的结束日期{end}早于开始日期{start}，没有保存。请改正日期。",
    ),
    "calendar_day_bad": QT_TRANSLATE_NOOP(
        "sentences",
        "日期{day}不在可以设置的范围内，没有改动。请填 2000 年到 2100 年的日期。",
    ),
    "calendar_days_count": QT_TRANSLATE_NOOP(
        "sentences",
        "一次可以设置 1 到 {most} 天，没有改动。请分几次设置。",
    ),
    "extension_request_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这份延期申请，没有改动。请刷新后再看。",
    ),
    "extension_request_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "延期申请刚被改动，没有保存。请刷新后再看。",
    ),
    "street_exists": QT_TRANSLATE_NOOP(
        "sentences",
        "{name}已经建好了，没有改动。请直接使用，或换一个数据库文件。",
    ),
    "street_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "街道信息刚被别人改动，没有保存。请刷新后再试。",
    ),
    "street_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库里没有“{name}”，没有改动。这里的街道是：{known}。",
    ),
    "clock_not_settable": QT_TRANSLATE_NOOP(
        "sentences",
        "只有演练数据库才能设定时间，没有改动。请去掉 at，或换用演练数据库。",
    ),
    "server_clock": QT_TRANSLATE_NOOP(
        "sentences",
        "本机时间和服务器相差太多，没有保存。请校准本机时间，重新打开程序后再试。",
    ),
    "command_id_taken": QT_TRANSLATE_NOOP(
        "sentences",
        "这个操作编号已用于另一项操作，没有改动。请重新打开表单再提交。",
    ),
    "attachment_unknown": QT_TRANSLATE_NOOP("sentences", "找不到这个附件。请刷新后再看。"),
    "attachment_damaged": QT_TRANSLATE_NOOP(
        "sentences",
        "附件“{name}”的内容与存入时不一致，没有打开。请报告管理员核查。",
    ),
    "file_kind_refused": QT_TRANSLATE_NOOP(
        "sentences",
        "不能附加“{name}”这种文件，没有保存。请用图片、PDF、Word、Excel、文本或 MP4。",
    ),
    "view_name_taken": QT_TRANSLATE_NOOP(
        "sentences",
        "已有名为“{name}”的视图，没有保存。请换一个名称，或更新原来的视图。",
    ),
    "too_many_views": QT_TRANSLATE_NOOP(
        "sentences",
        "自己的视图最多{most}个，没有保存。请先删除不用的视图。",
    ),
    "saved_view_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "找不到这个视图，没有改动。可能已被删除，请刷新后再看。",
    ),
    "saved_view_moved_on": QT_TRANSLATE_NOOP(
        "sentences",
        "这个视图刚被别人改过，没有改动。请刷新后再改。",
    ),
    "no_account": QT_TRANSLATE_NOOP(
        "sentences",
        "数据库里还没有可用的账号，没有改动。请先用 init 建立街道。",
    ),
    "person_ambiguous": QT_TRANSLATE_NOOP(
        "sentences",
        "叫“{name}”的账号不止一个：{logins}。没有改动，请写登录名。",
    ),
}
"""Error code → what happened, what was kept, what to do next."""
