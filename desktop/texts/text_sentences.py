"""Texts at the door."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "text_too_long": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”太长（{length}个字），没有保存，已填的内容都在。请缩短到{most}{limit}个字以内。",
    ),
    "text_too_short": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”太短，没有保存，已填的内容都在。请至少写{least}个字。",
    ),
    "text_with_nul": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字符无法保存，内容还在。请删去后再提交。",
    ),
    "text_with_surrogate": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字符是残缺的字，内容还在。请重新输入这个字。",
    ),
    "text_with_control": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字符是看不见的控制符，内容还在。请删去后再提交。",
    ),
    "text_with_noncharacter": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字符不是有效的字，内容还在。请删去后再提交。",
    ),
    "text_with_many_marks": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字符附加符号太多，内容还在。请删去多余的符号。",
    ),
    "phone_with_other_signs": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”里有“{sign}”，没有保存，已填的内容都在。电话请只写数字。",
    ),
    "phone_without_digits": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”里没有数字，没有保存，已填的内容都在。请写电话号码，或留空。",
    ),
    "missing_glyph": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字“{character}”（{code_point}）没有可用的字体，没有制作文"
        "书。请在“字体”文件夹放入含这个字的字体，或换一个字。",
    ),
    "private_character": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字（{code_point}）是自造字，没有制作文书。请改用标准汉字。",
    ),
    "broken_character": QT_TRANSLATE_NOOP(
        "sentences",
        "“{field}”第{position}个字（{code_point}）无法打印，没有制作文书。请重新输入这个字。",
    ),
    "too_many_pages": QT_TRANSLATE_NOOP(
        "sentences",
        "文书超过{limit}页，没有制作。请缩短内容，或分成几份。",
    ),
    "row_width": QT_TRANSLATE_NOOP(
        "sentences",
        "表格有一行的列数不对，没有制作。请把详情复制给管理员。",
    ),
    "font_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "缺少打印用的字体，没有制作文书。请重新安装程序，或在“字体”文件夹放入字体。",
    ),
    "font_damaged": QT_TRANSLATE_NOOP(
        "sentences",
        "字体文件 {path} 损坏，没有制作文书。请重新安装程序，或换一份字体。",
    ),
    "font_folder": QT_TRANSLATE_NOOP(
        "sentences",
        "字体不能解压到 {path}，没有制作文书。请检查这个文件夹能否写入。",
    ),
    "reportlab_version": QT_TRANSLATE_NOOP(
        "sentences",
        "PDF 组件的版本 {found} 与程序不配，没有制作文书。请重新安装程序。",
    ),
    "printer_gone": QT_TRANSLATE_NOOP(
        "sentences", "打印机{printer}现在不能用，没有打印。请换一台，或另存为 PDF。"
    ),
    "printer_refused": QT_TRANSLATE_NOOP(
        "sentences",
        "打印机{printer}没有接收，没有打印：{reason}。请检查打印机后再打，或另存为 PDF。",
    ),
    "pages_not_there": QT_TRANSLATE_NOOP(
        "sentences", "这份文书只有{count}页，没有第{pages}页，没有打印。请改页码范围。"
    ),
    "print_broken_off": QT_TRANSLATE_NOOP(
        "sentences",
        "打印机{printer}在第{page}页停下，后面的没有打印。请检查打印机后再打，或另存为 PDF。",
    ),
    "pdf_unreadable": QT_TRANSLATE_NOOP("sentences", "这个 PDF 打不开，没有显示。请重新制作文书。"),
}
"""Error code → what happened, what was kept, what to do next."""
