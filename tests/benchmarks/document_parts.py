"""What documents are made of that have a fault put into them, or none."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model import Side
from tests.checks.documents import Writer

COUNTIES = (
    ("海棠县", "Haitang County"), ("白石县", "Baishi County"), ("青岚区", "Qinglan District"), ("河口镇", "Hekou Town"),
    ("东桥镇", "Dongqiao Town"), ("新港区", "Xingang District"), ("南岭县", "Nanling County"),
    ("云梦县", "Yunmeng County"),
)  # fmt: skip
THINGS = (
    ("锅炉", "台", "boilers"), ("学校", "所", "schools"), ("泵站", "座", "pumping stations"), ("货车", "辆", "lorries"),
    ("企业", "家", "enterprises"), ("供水点", "个", "water points"),
)  # fmt: skip
FALLING = (
    ("细颗粒物年均浓度", "微克/立方米", "the annual mean concentration of fine particles", "μg/m³", 30, 60),
    ("单位产值能耗", "吨标准煤", "energy use per unit of output", "tce", 40, 90),
    ("工业用水量", "万吨", "industrial water use", "million tonnes", 120, 400),
)
RISING = (
    ("森林覆盖率", "%", "forest cover", "%", 30, 70),
    ("污水集中收集率", "%", "the sewage collection rate", "%", 50, 90),
    ("清洁运输比例", "%", "the share of clean transport", "%", 40, 80),
)


@dataclass
class Made:
    """A document in the making.

    Attributes:
        writer: its clauses.
        at: the clauses in which a finding tells of the fault.
        side: which side the finding is to stand on.
    """

    writer: Writer = field(default_factory=Writer)
    at: set[int] = field(default_factory=set)
    side: Side = "zh"


def spoilt(pick: random.Random, figure: str) -> str:
    """A figure with one digit changed, or two that stand beside each other turned round."""
    places = [index for index, ch in enumerate(figure) if ch.isdigit()]
    for _ in range(50):
        digits = list(figure)
        if len(places) > 1 and pick.random() < 0.4:
            at = pick.randrange(len(places) - 1)
            one, other = places[at], places[at + 1]
            digits[one], digits[other] = digits[other], digits[one]
        else:
            digits[pick.choice(places)] = pick.choice("0123456789")
        changed = "".join(digits)
        if changed != figure and (changed[0] != "0" or changed.startswith("0.")):
            return changed
    return figure + "0"


def spoil_one(pick: random.Random, figures: Sequence[str], fault: bool) -> list[str]:
    if not fault:
        return list(figures)
    index = pick.randrange(len(figures))
    return [spoilt(pick, one) if place == index else one for place, one in enumerate(figures)]


def body(pick: random.Random, made: Made) -> None:
    """Sound paragraphs around what matters."""
    for _ in range(pick.randint(1, 3)):
        zh, en = pick.choice(
            (
                (
                    "各县区要压实责任，细化措施，按月报送进展。",
                    "All counties shall refine their measures and report monthly.",
                ),
                (
                    "到2026年，建成监测站12座，培训人员350名。",
                    "By 2026, 12 monitoring stations will be built and 350 people trained.",
                ),
                ("加强执法检查，对问题突出的进行约谈。", "Inspections shall be stepped up."),
                ("力争用三年时间完成管网改造260公里。", "Within three years 260 km of pipes are to be renewed."),
            )
        )
        say(made, zh, en)


def say(made: Made, zh: str, en: str) -> int:
    both = made.side == "zh" and made.writer.clauses and made.writer.clauses[0].en.text
    return made.writer.text(zh if made.side == "zh" else "", en if made.side == "en" or both else "")


def begin(pick: random.Random) -> Made:
    made = Made(side=pick.choice(("zh", "zh", "en")))
    if made.side == "zh" and pick.random() < 0.4:
        made.writer.text("海棠市水气同治行动方案", "Haitang City Action Plan for Water and Air")
    else:
        say(made, "海棠市水气同治行动方案", "Haitang City Action Plan for Water and Air")
    body(pick, made)
    return made


def counts(pick: random.Random, number: int, low: int = 12, high: int = 480) -> list[int]:
    return [pick.randint(low, high) for _ in range(number)]


def series(pick: random.Random, fault: bool, number: int) -> tuple[tuple[str, str, str, str], int, list[str]]:
    """An indicator, its direction, and a series that follows it; with a fault one figure runs against it."""
    direction = pick.choice((-1, 1))
    name, zh_unit, en_name, en_unit, low, high = pick.choice(FALLING if direction < 0 else RISING)
    start = pick.randint(low, high)
    values = [start]
    while len(values) < number:
        values.append(values[-1] + direction * pick.randint(1, 4))
    if fault:
        index = pick.randrange(1, number)
        values[index] = values[index - 1] - direction * pick.randint(2, 9)
    return (name, zh_unit, en_name, en_unit), direction, list(map(str, values))
