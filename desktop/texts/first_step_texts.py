"""The first steps of a street and why they matter, and what is said when one cannot be taken."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

LABELS: dict[str, str] = {
    "FirstStep.PEOPLE": QT_TRANSLATE_NOOP("labels", "人员和账号"),
    "FirstStep.UNITS": QT_TRANSLATE_NOOP("labels", "单位和网格"),
    "FirstStep.ITEMS": QT_TRANSLATE_NOOP("labels", "事项清单"),
    "FirstStep.CALENDAR": QT_TRANSLATE_NOOP("labels", "工作日历"),
    "FirstStep.REGISTRATION": QT_TRANSLATE_NOOP("labels", "第一件登记"),
    "FirstStep.BACKUP": QT_TRANSLATE_NOOP("labels", "第一次备份"),
}

REASONS: dict[str, str] = {
    "PEOPLE": QT_TRANSLATE_NOOP(
        "first_steps",
        "每个人用自己的账号，流转记录里才有名有姓。先给值班员和各站所承办人建账号，不要合用。",
    ),
    "UNITS": QT_TRANSLATE_NOOP(
        "first_steps",
        "站所、内设机构和村社已经按区里的名单建好，网格在导入台账时自动补齐。"
        "核对名称、负责人和电话：交办和督办通知单都用它们。",
    ),
    "ITEMS": QT_TRANSLATE_NOOP(
        "first_steps",
        "六十一项准入清单已经装好，时限和牵头单位是建议值。"
        "核对牵头单位和时限，本地的临时事项写明依据和截止日期。",
    ),
    "CALENDAR": QT_TRANSLATE_NOOP(
        "first_steps",
        "一般事件的期限按工作日历计算。国家公布的假日和调休已经在里面，核对本地的停工和补班。",
    ),
    "REGISTRATION": QT_TRANSLATE_NOOP(
        "first_steps",
        "按 F2 登记第一件事件，看看编号、期限和建议的承办单位对不对。想先练手，请用练习模式。",
    ),
    "BACKUP": QT_TRANSLATE_NOOP(
        "first_steps",
        "台账只有这一个文件。做一份备份，存到另一块硬盘或 U 盘；"
        "备份做完会自动验证，验证通过才算数。",
    ),
}

SENTENCES: dict[str, str] = {
    "practice_only": QT_TRANSLATE_NOOP(
        "sentences", "这不是练习数据，没有打开，也没有改动。请在登录页重新开始练习模式。"
    ),
    "first_step_not_confirmed": QT_TRANSLATE_NOOP(
        "sentences", "“{step}”要真正做过才算完成，没有记录。请按提示去做，做完会自动打勾。"
    ),
}
