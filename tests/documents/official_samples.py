"""Samples of the papers in 文件格式 and 信函格式, with all that such a paper may have."""

from datetime import date

from desktop.documents.contents import (
    Annex,
    Column,
    FormContents,
    FormField,
    LetterContents,
    OfficialContents,
    Paragraph,
    Table,
)

SECTIONS = (
    Paragraph(
        "为深入贯彻落实《中华人民共和国消防法》和市、区关于开展“畅通生命通道”专项行动的部署要求，"
        "切实消除辖区老旧小区火灾隐患，经街道党工委、办事处研究，决定对云峰路11号院、23号院、"
        "45号院等3处消防通道堵塞隐患实行挂牌督办。现将有关事项通知如下："
    ),
    Paragraph(level=1, heading="一、督办事项"),
    Paragraph(
        "东侧消防车通道被地锁、花坛占用，净宽不足4米，不符合《建筑设计防火规范》"
        "（GB 50016—2014）要求。",
        level=2,
        heading="（一）云峰路11号院。",
    ),
    Paragraph(
        "3号楼、5号楼楼道堆放杂物，室内消火栓被遮挡；共排查出17处。",
        level=2,
        heading="（二）云峰路23号院。",
    ),
    Paragraph(level=1, heading="二、整改要求"),
    Paragraph("1.压实责任。牵头单位主要负责人李喆堃为第一责任人，应于3日内制定整改方案。", level=3),
    Paragraph("（1）整改完成后，由街道指挥室会同欧阳𬱖现场核查，符合条件的予以摘牌。", level=4),
    Paragraph(level=1, heading="三、办理时限"),
    Paragraph("上述事项应于2026年12月20日前全部整改到位。"),
)
LIST = Table(
    (Column("序号", 1, "centre"), Column("督办事项", 5), Column("责任单位", 3)),
    tuple((str(n), f"云峰路{n}号院消防通道堵塞隐患", "社区建设办公室") for n in range(1, 61)),
)


def official(**changes: object) -> OfficialContents:
    """Return a notice of listed supervision of two pages with everything on it."""
    values: dict[str, object] = {
        "organ": "云峰街道办事处",
        "kind": "挂牌督办通知书",
        "number": "云街办发〔2026〕38号",
        "title": "关于对云峰路老旧小区消防通道堵塞隐患实行挂牌督办的通知",
        "recipients": ("各社区居民委员会", "街道各内设机构、直属事业单位"),
        "paragraphs": SECTIONS,
        "issue_date": date(2026, 11, 20),
        "copy_serial": 12,
        "secrecy": "机密★1年",
        "urgency": "特急",
        "attachments": ("挂牌督办事项清单", "整改销号申请表"),
        "remark": "此件公开发布",
        "copy_to": ("区应急管理局", "区消防救援大队", "区住建局"),
        "printed_by": "云峰街道党政综合办公室",
        "printed_on": date(2026, 11, 20),
    }
    return OfficialContents(**{**values, **changes})  # type: ignore[arg-type]


def upward(**changes: object) -> OfficialContents:
    """Return a request to the district, which names its signers."""
    values: dict[str, object] = {
        "kind": "请示",
        "title": "关于提请对云峰路农贸市场周边占道经营问题实行挂牌督办的请示",
        "recipients": ("区综合指挥中心",),
        "signers": ("王建国", "李喆堃", "欧阳𬱖"),
        "secrecy": "",
        "copy_serial": None,
    }
    return official(**{**values, **changes})


def bulletin(**changes: object) -> OfficialContents:
    """Return a circular with two annexes, one of them a table of several pages."""
    values: dict[str, object] = {
        "kind": "通报",
        "title": "关于2026年11月督办情况的通报",
        "attachments": (),
        "annexes": (
            Annex(title="督办情况统计表", table=LIST, note="数据截至2026年11月30日。"),
            Annex(title="整改要求", paragraphs=(Paragraph("各责任单位要逐条整改。"),)),
        ),
        "remark": "",
    }
    return official(**{**values, **changes})


def letter(**changes: object) -> LetterContents:
    """Return a letter of one page."""
    values: dict[str, object] = {
        "organ": "云峰街道办事处",
        "kind": "督办函",
        "number": "云街督〔2026〕15号",
        "title": "关于商请督促整治云峰路农贸市场周边占道经营问题的函",
        "recipients": ("区综合行政执法局",),
        "paragraphs": (
            Paragraph(
                "近期，街道指挥室巡查发现，云峰路农贸市场北门至38号院段（约120米）占道经营问题"
                "反复出现，12345热线受理投诉7件。"
            ),
            Paragraph("请督促派驻执法队于2026年12月4日前办结，并将办理情况函复。"),
        ),
        "issue_date": date(2026, 11, 20),
        "urgency": "特急",
        "copy_to": ("区城市运行管理中心", "街道党工委办公室"),
    }
    return LetterContents(**{**values, **changes})  # type: ignore[arg-type]


def form(**changes: object) -> FormContents:
    """Return a form with one opinion given and one still to be written by hand."""
    values: dict[str, object] = {
        "organ": "永中街道综合信息指挥室",
        "title": "销号审批表",
        "number": "龙永督〔2026〕3号",
        "corners": ("永中街道综合信息指挥室", "编号：龙永督〔2026〕3号"),
        "rows": (
            (FormField("原督办编号", "龙永督〔2026〕3号", 0.34), FormField("督办级别", "黄牌督办")),
            (FormField("整改情况", "占道摊点已清理，欧阳𬱖现场核查。", height=40),),
            (
                FormField(
                    "承办单位\n意见",
                    "申请销号。",
                    height=28,
                    signed=True,
                    signer="李喆堃",
                    signed_on=date(2026, 11, 20),
                ),
            ),
            (FormField("分管领导\n意见", height=28, signed=True),),
        ),
        "notes": ("注：本表一式两份。",),
    }
    return FormContents(**{**values, **changes})  # type: ignore[arg-type]
