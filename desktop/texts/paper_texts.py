"""What the parts of a printed paper are called when one of them cannot be printed."""

import re

from desktop.texts.marking import QT_TRANSLATE_NOOP

NAMES: dict[str, str] = {
    "organ": QT_TRANSLATE_NOOP("papers", "发文机关"),
    "number": QT_TRANSLATE_NOOP("papers", "编号"),
    "title": QT_TRANSLATE_NOOP("papers", "标题"),
    "title_lines": QT_TRANSLATE_NOOP("papers", "标题"),
    "subject": QT_TRANSLATE_NOOP("papers", "督办事项"),
    "addressee": QT_TRANSLATE_NOOP("papers", "主送单位"),
    "urgency": QT_TRANSLATE_NOOP("papers", "紧急程度"),
    "head": QT_TRANSLATE_NOOP("papers", "负责人"),
    "phone": QT_TRANSLATE_NOOP("papers", "联系电话"),
    "means": QT_TRANSLATE_NOOP("papers", "督办方式"),
    "case_numbers": QT_TRANSLATE_NOOP("papers", "关联事件"),
    "item_code": QT_TRANSLATE_NOOP("papers", "事项代码"),
    "background": QT_TRANSLATE_NOOP("papers", "基本情况"),
    "previous_note": QT_TRANSLATE_NOOP("papers", "前期办理情况"),
    "problem": QT_TRANSLATE_NOOP("papers", "存在问题"),
    "basis": QT_TRANSLATE_NOOP("papers", "督办依据"),
    "demands": QT_TRANSLATE_NOOP("papers", "办理要求"),
    "lead_unit": QT_TRANSLATE_NOOP("papers", "牵头单位"),
    "assist_units": QT_TRANSLATE_NOOP("papers", "协办单位"),
    "report_means": QT_TRANSLATE_NOOP("papers", "反馈方式"),
    "report_to": QT_TRANSLATE_NOOP("papers", "报送对象"),
    "consequence": QT_TRANSLATE_NOOP("papers", "逾期后果"),
    "drafter": QT_TRANSLATE_NOOP("papers", "拟办人"),
    "checker": QT_TRANSLATE_NOOP("papers", "审核人"),
    "signer": QT_TRANSLATE_NOOP("papers", "签发人"),
    "contact": QT_TRANSLATE_NOOP("papers", "督办联系人"),
    "contact_phone": QT_TRANSLATE_NOOP("papers", "联系人电话"),
    "copy_to": QT_TRANSLATE_NOOP("papers", "抄送单位"),
    "signatory": QT_TRANSLATE_NOOP("papers", "署名"),
    "notice_number": QT_TRANSLATE_NOOP("papers", "原督办编号"),
    "handler": QT_TRANSLATE_NOOP("papers", "承办人"),
    "process": QT_TRANSLATE_NOOP("papers", "办理过程"),
    "unfinished_reason": QT_TRANSLATE_NOOP("papers", "未办结原因"),
    "feedback": QT_TRANSLATE_NOOP("papers", "群众反馈"),
    "attachments": QT_TRANSLATE_NOOP("papers", "附件"),
    "unit_head": QT_TRANSLATE_NOOP("papers", "单位负责人"),
    "verification": QT_TRANSLATE_NOOP("papers", "核查意见"),
    "verifier": QT_TRANSLATE_NOOP("papers", "核查人"),
    "mark": QT_TRANSLATE_NOOP("papers", "红头文字"),
    "place": QT_TRANSLATE_NOOP("papers", "地点"),
    "chair": QT_TRANSLATE_NOOP("papers", "主持人"),
    "recorder": QT_TRANSLATE_NOOP("papers", "记录人"),
    "opening": QT_TRANSLATE_NOOP("papers", "首段"),
    "paragraphs": QT_TRANSLATE_NOOP("papers", "正文"),
    "agreed": QT_TRANSLATE_NOOP("papers", "议定事项"),
    "matter": QT_TRANSLATE_NOOP("papers", "事项"),
    "person": QT_TRANSLATE_NOOP("papers", "责任人"),
    "result": QT_TRANSLATE_NOOP("papers", "成果形式"),
    "code": QT_TRANSLATE_NOOP("papers", "代码"),
    "present": QT_TRANSLATE_NOOP("papers", "出席人员"),
    "on_leave": QT_TRANSLATE_NOOP("papers", "请假人员"),
    "sitting_in": QT_TRANSLATE_NOOP("papers", "列席人员"),
    "printed_by": QT_TRANSLATE_NOOP("papers", "印发机关"),
    "heading": QT_TRANSLATE_NOOP("papers", "小标题"),
    "subtitle": QT_TRANSLATE_NOOP("papers", "副标题"),
    "columns": QT_TRANSLATE_NOOP("papers", "表头"),
    "rows": QT_TRANSLATE_NOOP("papers", "表格行"),
    "notes": QT_TRANSLATE_NOOP("papers", "附注"),
    "note": QT_TRANSLATE_NOOP("papers", "说明"),
    "shift": QT_TRANSLATE_NOOP("papers", "班次"),
    "giver": QT_TRANSLATE_NOOP("papers", "交班人"),
    "taker": QT_TRANSLATE_NOOP("papers", "接班人"),
    "matters": QT_TRANSLATE_NOOP("papers", "交接事项"),
    "counts": QT_TRANSLATE_NOOP("papers", "交班数"),
    "period": QT_TRANSLATE_NOOP("papers", "时段"),
    "issue": QT_TRANSLATE_NOOP("papers", "期号"),
    "sections": QT_TRANSLATE_NOOP("papers", "章节"),
    "table": QT_TRANSLATE_NOOP("papers", "表格"),
    "tables": QT_TRANSLATE_NOOP("papers", "表格"),
    "figures": QT_TRANSLATE_NOOP("papers", "指标"),
    "labels": QT_TRANSLATE_NOOP("papers", "横轴文字"),
    "trend": QT_TRANSLATE_NOOP("papers", "趋势图例"),
    "items": QT_TRANSLATE_NOOP("papers", "事项排行"),
    "stations": QT_TRANSLATE_NOOP("papers", "站所排名"),
    "fields": QT_TRANSLATE_NOOP("papers", "信息项"),
    "label": QT_TRANSLATE_NOOP("papers", "名称"),
    "name": QT_TRANSLATE_NOOP("papers", "名称"),
    "text": QT_TRANSLATE_NOOP("papers", "内容"),
    "description": QT_TRANSLATE_NOOP("papers", "事件描述"),
    "timeline": QT_TRANSLATE_NOOP("papers", "办理过程"),
    "step": QT_TRANSLATE_NOOP("papers", "环节"),
    "unit": QT_TRANSLATE_NOOP("papers", "单位"),
    "remark": QT_TRANSLATE_NOOP("papers", "说明"),
    "settled": QT_TRANSLATE_NOOP("papers", "接班后办理"),
    "files": QT_TRANSLATE_NOOP("papers", "附件"),
}
NTH = QT_TRANSLATE_NOOP("papers", "{name}第{number}项")
WITHIN = QT_TRANSLATE_NOOP("papers", "{whole}的{part}")
PAPER_CODES = frozenset(
    {
        "missing_glyph", "private_character", "broken_character", "paper_text_too_long",
        "line_too_long", "paper_text_empty",
    }
)  # fmt: skip
"""Refusals whose field is a part of a paper."""

PARTS = re.compile(r"([^.\[\]]+)|\[(\d+)\]")

SENTENCES: dict[str, str] = {
    "paper_text_too_long": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”太长（{length}个字），没有制作文书。请缩短到{limit}个字以内，或另作附件。",
    ),
    "line_too_long": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”太长（{length}个字），一行排不下，没有制作文书。请缩短到{limit}个字以内。",
    ),
    "paper_text_empty": QT_TRANSLATE_NOOP(
        "sentences", "“{field}”是空的，没有制作文书。请先填写，再制作。"
    ),
    "font_substitute": QT_TRANSLATE_NOOP(
        "sentences",
        "本机没有“{face}”，又设为不用替代字体，没有制作文书。请把这款字体放进“字体”文件夹。",
    ),
}
