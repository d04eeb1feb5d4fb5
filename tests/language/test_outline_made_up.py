"""The outline of plans made up at random: many ways of numbering, sound and damaged, each with its truth."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from drafter.language.outline import Node, outline_of
from drafter.model import Paragraph

Marker = Callable[[int], str]

_PLANS = 12
_MOST_WORDS = 12
_HAN = "〇一二三四五六七八九十"
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 -- a short line instead of thirteen
_NTH = "Zeroth First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()  # noqa: SIM905 -- a short line instead of thirteen
_ROMAN = "0 I II III IV V VI VII VIII IX X XI XII".split()  # noqa: SIM905 -- a short line instead of thirteen


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones else "")


def _dotted(above: Sequence[int], blank: bool) -> Marker:
    return lambda n: ".".join(map(str, (*above, n))) + (" " if blank else "")


def _letter(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[number - 1]


_ZH: dict[str, Marker] = {
    "一、": lambda n: f"{_han(n)}、",
    "（一）": lambda n: f"（{_han(n)}）",
    "1.": lambda n: f"{n}.",
    "1．": lambda n: f"{n}．",
    "1、": lambda n: f"{n}、",
    "（1）": lambda n: f"（{n}）",
    "①": lambda n: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"[n - 1],
    "第一章": lambda n: f"第{_han(n)}章 ",
    "第一条": lambda n: f"第{_han(n)}条 ",
    "一是": lambda n: f"{_han(n)}是",
    "第一部分": lambda n: f"第{_han(n)}部分 ",
    "（一）、": lambda n: f"（{_han(n)}）、",
    "1)": lambda n: f"{n})",
}
_EN: dict[str, Marker] = {
    "I.": lambda n: f"{_ROMAN[n]}. ",
    "A.": lambda n: f"{_letter(n).upper()}. ",
    "1.": lambda n: f"{n}. ",
    "(1)": lambda n: f"({n}) ",
    "(a)": lambda n: f"({_letter(n)}) ",
    "(i)": lambda n: f"({_ROMAN[n].lower()}) ",
    "1)": lambda n: f"{n}) ",
    "a.": lambda n: f"{_letter(n)}. ",
    "First,": lambda n: f"{_NTH[n]}, ",
    "Task 1:": lambda n: f"Task {n}: ",
    "Chapter I": lambda n: f"Chapter {_ROMAN[n]} ",
    "Article 1": lambda n: f"Article {n} ",
}
# What machine translation makes of 一、（一）1.
_DAMAGED: dict[str, Sequence[Marker]] = {
    "I.": (_EN["I."], lambda n: f"{_NTH[n]}, ", lambda n: f"{_WORDS[n]}, "),
    "(1)": (
        _EN["(1)"],
        _EN["(1)"],
        lambda n: f"({_WORDS[n]}) ",
        lambda n: f"({_letter(n).upper()}) ",
        lambda n: f"({_ROMAN[n]}) ",
    ),
    "1.": (lambda n: f"{n}. ", lambda n: f"{_WORDS[n]}", lambda n: f"{n}"),
}


@dataclass(frozen=True)
class Scheme:
    """A way of numbering.

    Attributes:
        zh: whether the plan is Chinese.
        markers: the markers of its levels.
        running: levels whose numbers run on through the sections.
    """

    zh: bool
    markers: Sequence[str]
    running: frozenset[int] = frozenset()


SCHEMES = (
    Scheme(zh=True, markers=("一、", "（一）", "1.", "（1）")),
    Scheme(zh=True, markers=("一、", "（一）", "1.", "（1）"), running=frozenset((2,))),
    Scheme(zh=True, markers=("一、", "（一）", "1．"), running=frozenset((2, 3))),
    Scheme(zh=True, markers=("一、", "（一）", "一是")),
    Scheme(zh=True, markers=("一、", "1.", "（1）", "①")),
    Scheme(zh=True, markers=("一、", "1、", "①")),
    Scheme(zh=True, markers=("第一章", "第一条", "（一）", "1."), running=frozenset((2,))),
    Scheme(zh=True, markers=("第一部分", "一、", "（一）", "1.")),
    Scheme(zh=True, markers=("1 ", "1.1 ", "1.1.1 ", "（1）")),
    Scheme(zh=True, markers=("1.", "1.1", "（1）")),
    Scheme(zh=True, markers=("一、", "（一）、", "1)")),
    Scheme(zh=True, markers=("（一）", "1.")),
    Scheme(zh=True, markers=("1.", "（1）", "①")),
    Scheme(zh=False, markers=("I.", "(1)", "1.", "(a)")),
    Scheme(zh=False, markers=("I.", "(1)", "1."), running=frozenset((2,))),
    Scheme(zh=False, markers=("I.", "(1)", "1."), running=frozenset((3,))),
    Scheme(zh=False, markers=("I.", "A.", "1.", "(a)")),
    Scheme(zh=False, markers=("I.", "1.", "(a)", "(i)")),
    Scheme(zh=False, markers=("1.", "(1)", "(a)")),
    Scheme(zh=False, markers=("1.", "(a)", "(i)")),
    Scheme(zh=False, markers=("1. ", "1.1 ", "1.1.1 ")),
    Scheme(zh=False, markers=("I.", "1)", "a.")),
    Scheme(zh=False, markers=("(1)", "Task 1:", "First,"), running=frozenset((2,))),
    Scheme(zh=False, markers=("Chapter I", "Article 1", "(1)", "(a)"), running=frozenset((2,))),
)

_ZH_NAMES = """\
完善水源保护
推进河道清淤
加强船舶监管
优化公交线网
改造老旧管网
严控工地扬尘
普及清洁炉具
建设绿色仓库
规范餐饮排放
健全预警机制
""".splitlines()
_ZH_TEXTS = """\
2024年年底前，完成12个乡镇的管网改造，其中3个乡镇提前至6月底。
各县要落实属地责任，按月报送进度，对进展缓慢的予以通报。
“十四五”期间，新增绿地3.5万平方米，公众满意度达到90%以上。
一批重点项目要在年内开工，第三方机构开展评估。
到2025年，一、二级水源保护区内的排污口全部取缔，水质达到Ⅱ类标准。
""".splitlines()
_EN_NAMES = """\
Protect the sources of drinking water
Dredge the lower reaches
Supervise ships and barges
Extend the bus network
Renew old pipes
Control dust at building sites
Clean stoves for villages
Green warehouses
Early warning of floods
Support for small farms
""".splitlines()
_EN_TEXTS = """\
By the end of 2024, 12 towns are to renew their pipes, 3 of them by June. One of them has begun.
Counties shall report every month. Second reports are due in July, and delays will be made public.
3.5 million square metres of green space will be added. At least 90% of residents should be satisfied (see Annex 2).
Two pilot projects, one in the north and one in the south, have been approved by the U.N. office.
All outlets in protection zones of classes I and II must be closed by 2025.
""".splitlines()


@dataclass
class Plan:
    """A plan with its truth.

    Attributes:
        lines: its lines.
        truth: level, number and name ("" = none) by line.
    """

    lines: list[str] = field(default_factory=list)
    truth: dict[int, tuple[int, int, str]] = field(default_factory=dict)


def made_up(dice: random.Random, scheme: Scheme, *, damaged: bool = False, lost: float = 0.0) -> Plan:
    """Make up a plan.

    Args:
        dice: the source of chance.
        scheme: how it is numbered.
        damaged: whether it went through a machine translator that took the numbers apart.
        lost: the share of numbers that are lost.
    """
    plan = Plan()
    names, texts = (_ZH_NAMES, _ZH_TEXTS) if scheme.zh else (_EN_NAMES, _EN_TEXTS)
    plan.lines.append("关于推进清水工程的实施方案" if scheme.zh else "Action Plan for the Clear Water Project")
    plan.lines.append(dice.choice(texts))
    last = len(scheme.markers) - 1
    counts: Counter[int] = Counter()
    # What a plan does on a level it does everywhere: names on lines of their own, names with text behind them, or text.
    habits = [
        "line",
        *(dice.choice(("line", "line", "run-in")) for _ in range(last - 1)),
        dice.choice(("run-in", "text")),
    ]
    if "第一条" in scheme.markers or "Article 1" in scheme.markers:
        habits = ["line", *("text" for _ in range(last))]

    def grow(depth: int, path: tuple[int, ...] = ()) -> None:
        markers = {**_ZH} if scheme.zh else {**_EN}
        for number in range(1, dice.randint(2, 5) + 1):
            counts[depth] += 1
            ordinal = counts[depth] if depth + 1 in scheme.running and depth else number
            wanted = scheme.markers[depth]
            usual = markers.get(wanted) or _dotted(path, " " in wanted)
            choices = _DAMAGED.get(wanted, (usual,)) if damaged else (usual,)
            name, text = dice.choice(names), dice.choice(texts)
            habit = habits[depth]
            known = "" if habit == "text" else name
            stop = "。" if scheme.zh else ". "
            body = {"line": name, "run-in": f"{name}{stop}{text}", "text": text}[habit]
            # No one could tell a glued number from the one that follows.
            glues = ordinal <= _MOST_WORDS and not body.startswith(("3.5", "Two"))
            marker = (dice.choice(choices) if glues else choices[0])(ordinal)
            if dice.random() < lost:
                marker = ""
            else:
                plan.truth[len(plan.lines)] = (depth + 1, ordinal, known)
            plan.lines.append(marker + body)
            if habit == "line" and (depth == last or dice.random() < 0.4):
                plan.lines.append(dice.choice(texts))
            if depth < last and dice.random() < (1.0 if number == 1 else 0.7):
                grow(depth + 1, (*path, ordinal))
            elif habit == "line" and plan.lines[-1] == marker + body:
                plan.lines.append(dice.choice(texts))

    grow(0)
    return plan


def _found(lines: Sequence[str]) -> tuple[dict[int, tuple[int, int, str]], Sequence[Node]]:
    outline = outline_of([Paragraph(line, number) for number, line in enumerate(lines, 1)])
    found = {}
    for node in outline.nodes:
        if node.kind in ("heading", "item") and not node.inside:
            name = "".join(lines[piece.paragraph][piece.start : piece.end] for piece in node.title)
            found[node.paragraph] = (node.level, node.ordinal, name)
    return found, outline.nodes


def _judged(plans: Iterator[Plan]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for plan in plans:
        found, _ = _found(plan.lines)
        counts["spurious"] += len(found.keys() - plan.truth.keys())
        for line, truth in plan.truth.items():
            counts["all"] += 1
            said = found.get(line, (0, 0, "?"))
            for what, one, other in zip(("level", "ordinal", "title"), truth, said, strict=True):
                counts[what] += one == other
    return counts


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: " ".join(scheme.markers))
def test_sound_plans(scheme: Scheme) -> None:
    dice = random.Random(7)
    counts = _judged(made_up(dice, scheme) for _ in range(_PLANS))
    assert counts["spurious"] <= counts["all"] * 0.002, counts
    for what in ("level", "ordinal", "title"):
        assert counts[what] >= counts["all"] * 0.99, counts


@pytest.mark.parametrize("markers", [("I.", "(1)", "1."), ("I.", "1."), ("(1)", "1.")], ids=" ".join)
def test_damaged_plans(markers: Sequence[str]) -> None:
    dice = random.Random(11)
    counts = _judged(made_up(dice, Scheme(zh=False, markers=markers), damaged=True) for _ in range(2 * _PLANS))
    assert counts["spurious"] <= counts["all"] * 0.005, counts
    for what in ("level", "ordinal", "title"):
        assert counts[what] >= counts["all"] * 0.98, counts


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: " ".join(scheme.markers))
def test_lost_numbers(scheme: Scheme) -> None:
    dice = random.Random(13)
    counts = _judged(made_up(dice, scheme, lost=0.06) for _ in range(_PLANS))
    assert counts["spurious"] <= counts["all"] * 0.01, counts
    # Where the only number of a level is lost nobody could tell that there was one.
    for what, share in (("level", 0.9), ("ordinal", 0.98), ("title", 0.98)):
        assert counts[what] >= counts["all"] * share, counts
