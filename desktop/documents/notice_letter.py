"""督办通知 as a letter (信函格式): the running text that says what the form says."""

from desktop.documents.contents import LetterContents, NoticeContents, Paragraph
from desktop.documents.dates import moment
from desktop.documents.flow import numbered
from desktop.documents.notice_fields import LEVELS

URGENCIES = {"一般": "", "紧急": "加急", "重大": "特急"}
"""Urgency of a case → 紧急程度 of a paper, which knows two."""


def as_letter(contents: NoticeContents) -> LetterContents:
    """Return the letter that says what the form says."""
    return LetterContents(
        organ=contents.organ,
        kind="督办通知单",
        number=contents.number,
        title=title(contents),
        recipients=(contents.addressee,),
        paragraphs=tuple(Paragraph(text) for _, text in paragraphs(contents)),
        issue_date=contents.issue_date,
        urgency=URGENCIES.get(contents.urgency, contents.urgency),
        signatory=contents.signatory,
        copy_to=contents.copy_to,
        title_lines=contents.title_lines,
        keywords=" ".join(contents.case_numbers),
    )


def paragraphs(contents: NoticeContents) -> list[tuple[str, str]]:
    """Return the text of the letter from what the form says."""
    found = [("background", contents.background + contents.problem)]
    basis = contents.basis.rstrip("。")
    opening = f"依据{basis}，" if basis else ""
    found.append(("basis", f"{opening}决定予以{LEVELS[contents.level]}，现通知如下："))
    found += [("demands", demand) for demand in numbered(contents.demands)]
    limits = [
        f"请于{moment(contents.finish_by)}前办结" if contents.finish_by else "",
        f"于{moment(contents.report_by)}前反馈办理情况" if contents.report_by else "",
    ]
    sentence = "，".join(part for part in limits if part)
    if contents.contact:
        phone = f"，电话：{contents.contact_phone}" if contents.contact_phone else ""
        sentence += f"（联系人：{contents.contact}{phone}）"
    if sentence:
        found.append(("finish_by", sentence + "。"))
    found.append(("consequence", contents.consequence))
    return [(place, text) for place, text in found if text]


def title(contents: NoticeContents) -> str:
    """Return the title of the letter: 关于……的督办通知."""
    if contents.title_lines:
        return "".join(contents.title_lines)
    subject = contents.subject.removeprefix("关于").strip("。")
    ending = "" if subject.endswith(("通知", "督办通知单")) else "的督办通知"
    return f"关于{subject}{ending}"
