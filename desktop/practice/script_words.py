"""The words of the busy day: what is asked, how it is done, and who says what on the telephone."""

from __future__ import annotations

from desktop.texts.marking import QT_TRANSLATE_NOOP

TITLES: dict[str, str] = {
    "register": QT_TRANSLATE_NOOP("practice", "登记第一个来电"),
    "assign": QT_TRANSLATE_NOOP("practice", "受理并交办"),
    "urgent": QT_TRANSLATE_NOOP("practice", "登记紧急来电，直接交办"),
    "duplicate": QT_TRANSLATE_NOOP("practice", "同一件事又来电"),
    "self_handled": QT_TRANSLATE_NOOP("practice", "记一件网格自办"),
    "verify": QT_TRANSLATE_NOOP("practice", "核查单位的反馈"),
    "call_back": QT_TRANSLATE_NOOP("practice", "回访来电人"),
    "reassign": QT_TRANSLATE_NOOP("practice", "退回的改派"),
    "extension": QT_TRANSLATE_NOOP("practice", "批一个延期"),
    "remind": QT_TRANSLATE_NOOP("practice", "催办超期的"),
    "draft": QT_TRANSLATE_NOOP("practice", "采纳建议，拟督办单"),
    "issue": QT_TRANSLATE_NOOP("practice", "签发编号"),
    "print": QT_TRANSLATE_NOOP("practice", "打印通知单"),
    "decide": QT_TRANSLATE_NOOP("practice", "例会议定一件"),
}
HOW: dict[str, str] = {
    "register": QT_TRANSLATE_NOOP(
        "practice",
        "按 F2。来电 {phone}，{caller}：“{words}” "
        "类别打 {initials}，地点打 {place}，Ctrl Enter 保存。",
    ),
    "assign": QT_TRANSLATE_NOOP(
        "practice", "按 Ctrl 3，在待受理里找到刚登记的 {number}，空格受理，再空格交办给应急管理站。"
    ),
    "urgent": QT_TRANSLATE_NOOP(
        "practice",
        "按 F2，选紧急。来电 {phone}，{caller}：“{words}” "
        "类别打 {initials}，地点打 {place}，Ctrl D 直接交办。",
    ),
    "duplicate": QT_TRANSLATE_NOOP(
        "practice",
        "按 F2。来电 {phone}，{caller}：“{words}” "
        "右边出现疑似重复，按 F8 走到第一件，按空格并入，再保存。",
    ),
    "self_handled": QT_TRANSLATE_NOOP(
        "practice",
        "按 F2，再按 Ctrl G。网格员 {caller}（{phone}）：“{words}” "
        "类别打 {initials}，地点打 {place}，写处置结果后保存。",
    ),
    "verify": QT_TRANSLATE_NOOP(
        "practice",
        "应急管理站已经签收并反馈 {number}。在台账里打开它，按 F9 核查通过，写一句意见。",
    ),
    "call_back": QT_TRANSLATE_NOOP(
        "practice", "打给来电人，问满不满意。在我的待办的待回访里，空格回访，选一个答复。"
    ),
    "reassign": QT_TRANSLATE_NOOP(
        "practice", "“巷口路灯不亮”被派出所退回，应当由城市建设办公室办。在待改派里按 F6 改派。"
    ),
    "extension": QT_TRANSLATE_NOOP(
        "practice", "“河边步道护栏松动”申请延期一个工作日。打开它，看理由，同意延期。"
    ),
    "remind": QT_TRANSLATE_NOOP("practice", "在我的待办的超期里选一件，按 F7 催办，写明和谁通话。"),
    "draft": QT_TRANSLATE_NOOP(
        "practice", "按 Ctrl 4，在左栏选一条普通督办建议，按 Enter 采纳并拟稿，存为拟稿。"
    ),
    "issue": QT_TRANSLATE_NOOP(
        "practice", "另一位值班长已经审核了您的拟稿。在督办台账里选它，签发编号，看文号怎么取。"
    ),
    "print": QT_TRANSLATE_NOOP("practice", "按 Ctrl P，把通知单和回执写成 PDF。"),
    "decide": QT_TRANSLATE_NOOP(
        "practice",
        "按 Ctrl 7，Ctrl N 准备例会，排出议程，打开会议，"
        "对第一件按 Alt 1 继续办，Ctrl Enter 确认。",
    ),
}

CALLS: dict[str, dict[str, str]] = {
    "register": {
        "phone": "13805770811",
        "caller": "林女士",
        "words": "永上社区龙永路88号2幢楼道里停满电动车，还从楼上拉线充电，怕着火。",
        "initials": "ddzx",
        "place": "ysjwh",
        "item": "ZA05",
    },
    "urgent": {
        "phone": "13805770812",
        "caller": "张先生",
        "words": "万新社区文昌路12号路口井盖没了，晚上看不见，刚才有人差点摔下去。",
        "initials": "gxjg",
        "place": "wxsq",
        "item": "ZA17",
    },
    "duplicate": {
        "phone": "13805770813",
        "caller": "陈先生",
        "words": "永上社区龙永路88号2幢楼道里停满电动车，拉线充电没人管。",
        "initials": "ddzx",
        "place": "ysjwh",
        "item": "ZA05",
    },
    "self_handled": {
        "phone": "13805770814",
        "caller": "小周",
        "words": "镇中社区店门口纸箱占了盲道，已当场劝店主清走。",
        "initials": "zdjy",
        "place": "zzsq",
        "item": "MS02",
    },
}
"""What is heard on the telephone is data: it stays Chinese on an English screen."""
