"""Samples of every kind of paper, and the bundled fonts so that every machine prints alike."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.documents.contents import (
    AgreedItem,
    Bar,
    CaseListContents,
    CaseSheetContents,
    Column,
    Field,
    Figure,
    FiguresContents,
    MinutesContents,
    NoticeContents,
    Paragraph,
    ReceiptContents,
    Section,
    Table,
    TimelineEntry,
    TrendLine,
    WeeklyContents,
)
from desktop.documents.fonts import Fonts

RARE_NAMES = ("李喆", "王堃", "张翀", "赵龑", "欧阳𬱖", "𠮷川", "郑𪚥", "周鿍", "冯䶮", "褚㐀")


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    """Return the bundled fonts, unpacked once for all tests."""
    cache: Path = tmp_path_factory.mktemp("fonts")
    return Fonts(force_bundled=True, cache=cache)


@pytest.fixture
def notice_contents() -> NoticeContents:
    """Return a notice with all rows of the form."""
    return NoticeContents(
        organ="永中街道综合信息指挥室",
        number="龙永督〔2026〕3号",
        issue_date=date(2026, 11, 20),
        addressee="永中街道综合行政执法队",
        subject="限期整治云峰路农贸市场周边占道经营问题",
        demands=(
            "立即清理云峰路农贸市场北门至38号院段占道摊点23处，恢复人行道通行；",
            "安排专人定点值守，每日7:00—9:00、16:00—18:30开展巡查，防止反弹；",
            "于反馈时限前书面报送整改情况，附整改前后对比照片。",
        ),
        finish_by=datetime(2026, 12, 4, 17, 30),
        report_by=datetime(2026, 12, 2, 17, 30),
        level="yellow",
        copies=3,
        copy_number=1,
        head=RARE_NAMES[0],
        phone="0577-12345678",
        urgency="特急",
        case_numbers=("YZ-20261103-0012", "YZ-20261109-0043"),
        item_code="CG-014",
        background=(
            "2026年11月3日起，12345热线受理云峰路农贸市场周边占道经营投诉7件；网格员"
            f"{'、'.join(RARE_NAMES[1:])}巡查发现北门至38号院段（约120米）占道经营反复出现。"
        ),
        assigned_at=datetime(2026, 11, 4, 9, 12),
        due=datetime(2026, 11, 11, 17, 30),
        overdue_working_days=7,
        reminders=2,
        previous_note="执法队于11月6日开展集中清理，11月9日起反弹。",
        problem="整治后未落实定点值守，同一点位14日内第三次被投诉。",
        basis="《街道综合指挥工作督办制度》第八条；11月16日指挥室周例会议定事项第3项。",
        lead_unit="永中街道综合行政执法队",
        assist_units=("云峰路社区居民委员会", "永中市场监督管理所"),
        report_means="书面回执",
        consequence="逾期未办结的，升级为红牌督办，扣减当月考评分2分。",
        drafter=RARE_NAMES[4],
        checker=RARE_NAMES[3],
        signer="周建国",
        contact=RARE_NAMES[5],
        contact_phone="0577-86990000",
        copy_to=("区综合指挥中心", "街道党工委办公室"),
    )


@pytest.fixture
def minutes_contents() -> MinutesContents:
    """Return minutes that fill two pages and more."""
    said = (
        "会议指出，自“畅通生命通道”专项行动开展以来，各相关单位密切配合、积极作为，累计出动检查"
        "人员386人次，排查居民小区42个、楼栋315栋，发现隐患问题268处，已整改到位231处，整改率为"
        "86.2%。但个别小区停车难、违规占用消防通道等问题仍较为突出，需引起高度重视。"
    )
    return MinutesContents(
        organ="永中街道办事处",
        number="〔2026〕12期",
        title="研究老旧小区消防通道堵塞隐患整治工作专题会议纪要",
        held_at=datetime(2026, 11, 18, 14, 30),
        place="街道办事处三楼会议室",
        chair="街道办事处主任王建国",
        recorder="卫鑫",
        paragraphs=(
            Paragraph(level=1, heading="一、关于前期工作情况"),
            *(Paragraph(said) for _ in range(5)),
            Paragraph("由社区建设办公室牵头办理。", level=2, heading="（一）加快设施改造。"),
        ),
        agreed=(
            AgreedItem(
                matter="完成云峰路11号院东侧地锁拆除和通道标线施划",
                lead_unit="社区建设办公室",
                assist_units=("云峰路社区", "区消防救援大队"),
                person=RARE_NAMES[0],
                due=date(2026, 12, 10),
                result="书面报告及照片",
                report_to="街道指挥室",
                code="议〔2026〕第47周-3",
            ),
            AgreedItem(matter="对飞线充电开展联合劝导", lead_unit="综合行政执法队"),
        ),
        present=RARE_NAMES,
        on_leave=("蒋为民（外出学习）",),
        sitting_in=("区消防救援大队韩磊", "区住房城乡建设局杨帆", "云峰路社区居民委员会朱秀英"),
        copy_to=("区委办公室", "区政府办公室", "区应急管理局", "区消防救援大队", "各社区"),
        printed_by="永中街道党政综合办公室",
        printed_on=date(2026, 11, 20),
    )


@pytest.fixture
def receipt_contents() -> ReceiptContents:
    """Return a slip as it goes out with the notice."""
    return ReceiptContents(
        organ="永中街道综合信息指挥室",
        notice_number="龙永督〔2026〕3号",
        check_code="7K2M9Q",
        addressee="永中街道综合行政执法队",
        subject="限期整治云峰路农贸市场周边占道经营问题",
        report_by=datetime(2026, 12, 2, 17, 30),
    )


@pytest.fixture
def list_contents() -> CaseListContents:
    """Return a list of two pages and more."""
    return CaseListContents(
        title="永中街道督办台账",
        subtitle="2026年11月",
        columns=(
            Column("序号", 1, "centre"),
            Column("编号", 3, "centre"),
            Column("督办事项", 6),
            Column("办结时限", 2, "centre"),
        ),
        rows=tuple(
            (
                str(number),
                f"龙永督〔2026〕{number}号",
                f"云峰路{number}号院占道经营、乱堆乱放问题专项整治" * 2,
                "2026-12-04",
            )
            for number in range(1, 41)
        ),
        notes=("注：本表数据截至2026年11月30日24:00。",),
    )


@pytest.fixture
def weekly_contents() -> WeeklyContents:
    """Return the material of a week with figures, a table and an empty section."""
    columns = (Column("名次", 1, "centre"), Column("站所", 3), Column("得分", 1, "right"))
    rows = tuple((str(place), f"第{place}站所", f"{100 - place}.50") for place in range(1, 40))
    return WeeklyContents(
        organ="永中街道综合信息指挥室",
        title="周例会材料（2026年第47周）",
        period="2026年11月16日至11月22日",
        as_of=datetime(2026, 11, 22, 23, 59),
        sections=(
            Section(heading="核心指标", figures=(Figure("录入", "506件", "↑20.48%"),)),
            Section(heading="分站所排名", table=Table(columns, rows)),
            Section(heading="超期清单", table=Table(columns, ())),
        ),
    )


@pytest.fixture
def figures_contents() -> FiguresContents:
    """Return the figures of a week with drawings and two tables."""
    columns = (Column("站所", 2), Column("录入数", 1, "right"), Column("办结率", 1, "right"))
    rows = tuple((f"第{place}站所", str(place), f"{100 - place}.50%") for place in range(1, 60))
    return FiguresContents(
        organ="永中街道综合信息指挥室",
        title="永中街道事件统计",
        period="2026 年第 47 周    录入口径",
        as_of=datetime(2026, 11, 22, 23, 59),
        figures=(Figure("录入数", "506件", "+20.48%", "—"), Figure("满意率", "95.64%", "+1.02 点")),
        labels=("周一", "周二", "周三"),
        trend=(
            TrendLine("录入", (12, 30, 21), "main"),
            TrendLine("办结", (10, 24, 25), "second"),
            TrendLine("去年录入", (9, 9, 9), "faint"),
        ),
        heat=tuple(tuple(day * hour % 7 for hour in range(24)) for day in range(7)),
        items=(
            Bar("1", "邻里纠纷", 1.0, "30", "60.00%  60.00%", 0.6),
            Bar("2", "噪声扰民", 0.66, "20", "40.00%  100.00%", 1.0),
        ),
        stations=(Bar("1", "司法所", 0.976, "97.60", "↑ 升 2"),),
        tables=(("统计明细表", Table(columns, rows)), ("事项排行", Table(columns, ()))),
        notes=("口径：录入口径 · 时期 2026-11-16 至 2026-11-22", "分母为零的比率显示“—”。"),
    )


@pytest.fixture
def sheet_contents() -> CaseSheetContents:
    """Return the sheet of one case."""
    return CaseSheetContents(
        organ="永中街道综合信息指挥室",
        number="YZ-20261103-0012",
        title="云峰路农贸市场北门占道经营",
        check_code="9F3K2A",
        printed_at=datetime(2026, 11, 20, 9, 5),
        fields=(
            Field("来源平台", "12345"),
            Field("所属网格", "第3网格"),
            Field("详细地址", "云峰路38号院北侧", wide=True),
        ),
        description="群众来电反映云峰路农贸市场北门占道经营。",
        timeline=tuple(
            TimelineEntry(at=datetime(2026, 11, 3, 9, minute), step="签收", person="王堃")
            for minute in range(30)
        ),
        files=(("现场照片.jpg", "处置前", "1.2 MB", "2026-11-03 09:12", "王堃"),),
        printed_by="值班甲",
        note="个人信息已脱敏。",
    )
