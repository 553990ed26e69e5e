"""Break a title by sense: no word torn, lines of similar length in a trapezoid or a rhombus."""

from itertools import combinations, pairwise
from typing import Protocol

# Words of titles that are not torn apart.
# fmt: off
_WORDS = (
    "关于", "街道", "社区", "指挥室", "办事处", "委员会", "督办", "通知", "问题", "整治",
    "整改", "隐患", "消防", "通道", "堵塞", "占道", "经营", "周边", "市场", "农贸", "小区",
    "老旧", "垃圾", "环境", "卫生", "道路", "车辆", "停放", "违法", "违章", "建筑", "建设",
    "施工", "噪声", "扰民", "矛盾", "纠纷", "安全", "生产", "检查", "排查", "治理", "专项",
    "行动", "工作", "会议", "纪要", "专题", "研究", "例会", "联席", "综合", "信息", "网格",
    "居民", "群众", "投诉", "反映", "处理", "处置", "办理", "情况", "限期", "挂牌", "超期",
    "未办结", "事项", "事件", "企业", "工地", "实行", "通报", "请示", "提请", "商请", "督促",
    "电动自行车", "电动车", "飞线充电", "充电", "出租房", "城中村", "突出", "违规", "隔间", "污染",
    "无照", "无证", "噪音", "油烟", "路面", "破损", "积水", "欠薪", "河道", "绿化",
)
# fmt: on
_GOOD_AFTER = "的和及与、等暨"
_BAD_BEFORE = "的和及与、等暨地得了号室楼路街区镇村市"
_NEVER_FIRST = "，。；：、）》”！？〕】"
_NEVER_LAST = "（《“〔【"
_GOOD_STARTS = {"实行": 11.0, "占道": 3.0, "违法": 3.0, "专题": 2.0, "专项": 2.0, "隐患": 2.0}
NEVER = 30.0
TORN = 8.0
HOURGLASS = 12.0  # a line shorter than both its neighbours is neither trapezoid nor rhombus
MOST_LINES = 5
REACH = 7  # how far from equal lines a break is looked for


class Titled(Protocol):
    """What has a title, and perhaps the breaks that somebody set in it by hand."""

    @property
    def title(self) -> str:
        """The title on one line."""
        ...

    @property
    def title_lines(self) -> tuple[str, ...]:
        """Its lines, none to have it broken by sense."""
        ...


def title_lines(contents: Titled) -> tuple[str, ...]:
    """Return the lines of a title: as set by hand, or broken by sense."""
    return contents.title_lines or broken(contents.title)


def broken(text: str, longest: int = 19) -> tuple[str, ...]:
    """Return the lines of a title; `longest` counts full characters."""
    text = " ".join(text.split())
    count = int(max(-(-_length(text) // longest), 1))
    for lines in range(count, MOST_LINES + 1):
        found = _best(text, lines, longest)
        if found:
            return found
    # Longer than any title: whoever draws it refuses so many lines.
    return tuple(text[at : at + longest] for at in range(0, len(text), longest))


def _best(text: str, count: int, longest: int) -> tuple[str, ...]:
    """Return the best break into so many lines; nothing if none keeps to the longest."""
    if count == 1:
        return (text,) if _length(text) <= longest else ()
    tears = {at: _tear(text, at) for at in range(1, len(text))}
    ideal = len(text) / count
    near = [at for at in tears if min(abs(at - ideal * part) for part in range(1, count)) <= REACH]
    best: tuple[str, ...] = ()
    least = float("inf")
    for breaks in combinations(near, count - 1):
        ends = (0, *breaks, len(text))
        lines = tuple(text[a:b].strip() for a, b in pairwise(ends))
        lengths = [_length(line) for line in lines]
        if max(lengths) > longest:
            continue
        cost = sum(tears[at] for at in breaks) + _unlike(lengths)
        if cost < least:
            best, least = lines, cost
    return best


def _unlike(lengths: list[float]) -> float:
    """Return how far the lines are from a trapezoid or a rhombus of similar lines."""
    cost = max(lengths) - min(lengths)
    if min(lengths) < 0.4 * max(lengths):
        cost += TORN
    inner = zip(lengths, lengths[1:], lengths[2:], strict=False)
    cost += HOURGLASS * sum(middle < min(above, below) for above, middle, below in inner)
    # Lines of one length make a block, which the standard does not name.
    return cost + (1.5 if max(lengths) == min(lengths) else 0.0)


def _tear(text: str, at: int) -> float:
    """Return how bad it is to break the title there."""
    cost = 0.0
    before, after = text[at - 1], text[at]
    if before in _GOOD_AFTER:
        cost -= 3
    cost -= _GOOD_STARTS.get(text[at : at + 2], 0.0)
    if after in _BAD_BEFORE:
        cost += NEVER if after in "的地得了" else TORN
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        cost += NEVER
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        cost += NEVER
    if before.isdigit() != after.isdigit():
        cost += 4
    for word in _WORDS:
        for start in range(max(0, at - len(word) + 1), at):
            if text.startswith(word, start):
                cost += TORN
    return cost


def _length(text: str) -> float:
    """Return the length in full characters: letters and digits count half."""
    return sum(0.5 if one.isascii() else 1.0 for one in text)
