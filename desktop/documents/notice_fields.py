"""What stands in the rows of 督办通知单: labels and texts, for the PDF and the DOCX alike."""

from desktop.documents.contents import NoticeContents
from desktop.documents.dates import day, moment
from desktop.documents.flow import numbered

LEVELS = {"ordinary": "普通督办", "yellow": "黄牌督办", "red": "红牌督办"}

# Label, text, the field it comes from, its share of the width; 0 takes what is left.
FormField = tuple[str, str, str, float]
FieldRow = tuple[FormField, ...]


def fields(contents: NoticeContents) -> list[FieldRow]:
    """Return the rows above the signatures, from the number to the consequence."""
    level = LEVELS[contents.level]
    cases = "、".join(contents.case_numbers)
    assist = "、".join(contents.assist_units)
    return [
        (
            ("编号", contents.number, "number", 0.23),
            ("签发日期", day(contents.issue_date), "issue_date", 0.20),
            ("份数", _copies(contents), "copies", 0.0),
        ),
        (
            ("被督办单位", contents.addressee, "addressee", 0.29),
            ("站所负责人", contents.head, "head", 0.12),
            ("联系电话", contents.phone, "phone", 0.0),
        ),
        (
            ("督办级别", level, "level", 0.21),
            ("督办方式", contents.means, "means", 0.22),
            ("紧急程度", contents.urgency or "一般", "urgency", 0.0),
        ),
        (("督办事项", contents.subject, "subject", 0.0),),
        (
            ("关联事件", cases, "case_numbers", 0.53),
            ("事项代码", contents.item_code, "item_code", 0.0),
        ),
        (("事件来源与\n基本情况", contents.background, "background", 0.0),),
        (("前期办理及\n超期情况", _previous(contents), "previous_note", 0.0),),
        (("存在问题", contents.problem, "problem", 0.0),),
        (("督办依据", contents.basis, "basis", 0.0),),
        (("办理要求", "\n".join(numbered(contents.demands)), "demands", 0.0),),
        (
            ("牵头单位", contents.lead_unit, "lead_unit", 0.30),
            ("协办单位", assist, "assist_units", 0.0),
        ),
        (
            ("办结时限", moment(contents.finish_by), "finish_by", 0.235),
            ("反馈时限", moment(contents.report_by), "report_by", 0.235),
            ("反馈方式", contents.report_means, "report_means", 0.0),
        ),
        (("逾期后果", contents.consequence, "consequence", 0.0),),
    ]


def people(contents: NoticeContents) -> list[FormField]:
    """Return who drafted, checked and signed, whom to call, and the receipt by hand."""
    return [
        ("拟办人", contents.drafter, "drafter", 0.0),
        ("审核人", contents.checker, "checker", 0.0),
        ("签发人", contents.signer, "signer", 0.0),
        ("督办联系人", contents.contact, "contact", 0.0),
        ("联系电话", contents.contact_phone, "contact_phone", 0.0),
        ("送达签收人", "", "", 0.0),
        ("签收时间", "    年   月   日   时   分", "", 0.0),
    ]


def copied(contents: NoticeContents) -> FieldRow:
    """Return the row of those who get a copy."""
    return (("抄送", "，".join(contents.copy_to), "copy_to", 0.0),)


def _copies(contents: NoticeContents) -> str:
    if contents.copies is None:
        return "共  份 第  份"
    number = contents.copy_number if contents.copy_number is not None else "  "
    return f"共{contents.copies}份 第{number}份"


def _previous(contents: NoticeContents) -> str:
    """Write the row of earlier handling; what is not known is left blank."""
    late = contents.overdue_working_days
    facts = (
        f"交办时间：{moment(contents.assigned_at) or '—'}",
        f"原办结期限：{moment(contents.due) or '—'}",
        f"已超期：{'—' if late is None else f'{late}个工作日'}",
        f"催办次数：{'—' if contents.reminders is None else f'{contents.reminders}次'}",
    )
    lines = ["；".join(facts) + "。"]
    if contents.previous_note:
        lines.append(contents.previous_note)
    return "\n".join(lines)
