"""Names of leaders: exchanged, or spelt as nobody spells them."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.checks.pair.differs import Differs
from drafter.model import Span

# In the order of the name: family name, given name.
_LEADERS = """
习近平 Xi Jinping|李强 Li Qiang|赵乐际 Zhao Leji|王沪宁 Wang Huning|蔡奇 Cai Qi|丁薛祥 Ding Xuexiang|李希 Li Xi
韩正 Han Zheng|李克强 Li Keqiang|栗战书 Li Zhanshu|汪洋 Wang Yang|胡锦涛 Hu Jintao|温家宝 Wen Jiabao
江泽民 Jiang Zemin|朱镕基 Zhu Rongji|邓小平 Deng Xiaoping|毛泽东 Mao Zedong|周恩来 Zhou Enlai|刘少奇 Liu Shaoqi
何立峰 He Lifeng|张国清 Zhang Guoqing|刘国中 Liu Guozhong|王毅 Wang Yi|吴政隆 Wu Zhenglong|黄润秋 Huang Runqiu
孙金龙 Sun Jinlong|刘鹤 Liu He|胡春华 Hu Chunhua|孙春兰 Sun Chunlan|黄坤明 Huang Kunming|陈吉宁 Chen Jining
"""
_NEAR = 2
"""Letters by which a misspelt given name may differ from the right one."""


@cache
def _leaders() -> dict[str, str]:
    rows = (row.partition(" ") for line in _LEADERS.strip().splitlines() for row in line.split("|"))
    return {zh: en for zh, _, en in rows}


@cache
def _zh_names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_leaders(), key=len, reverse=True)))


@cache
def _en_names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_leaders().values())})\b")


def other_people(zh: str, en: str) -> Iterator[Differs]:
    """Give the leaders that stand in the English where the Chinese names another, and names misspelt.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    ours = list({found[0]: found for found in _zh_names().finditer(zh)}.values())
    lost = [found for found in ours if _leaders()[found[0]] not in en]
    if not lost:
        return
    named = {_leaders()[found[0]] for found in ours}
    foreign = [found for found in _en_names().finditer(en) if found[0] not in named]
    for one in lost:
        right = _leaders()[one[0]]
        wrong = _misspelt(right, en)
        if wrong is not None:
            yield Differs(wrong, Span(*one.span()), right)
        elif len(lost) == 1 and len({found[0] for found in foreign}) == 1:
            for other in foreign:
                yield Differs(Span(*other.span()), Span(*one.span()), right)


def _misspelt(right: str, en: str) -> Span | None:
    """Find a name that is nearly the right one."""
    family, given = right.split(" ")
    for found in re.finditer(rf"\b{family}[ -]([A-Z][a-z]+(?:[- ][A-Za-z][a-z]*)?)|\b{given}[ ,]+{family}\b", en):
        if found[1] is None:
            return Span(*found.span())
        said = re.sub("[^a-z]", "", found[1].lower())
        first = re.sub("[^a-z]", "", found[1].lower().split(" ")[0])
        for letters in dict.fromkeys((said, first)):
            if letters == given.lower() or (
                letters[0] == given[0].lower()
                and abs(len(letters) - len(given)) <= 1
                and _apart(letters, given.lower()) <= _NEAR
            ):
                end = found.end() if letters == said else found.start(1) + len(found[1].split(" ")[0])
                return Span(found.start(), end)
    return None


def _apart(one: str, other: str) -> int:
    """Count the letters to change, put in or take out to make one word the other."""
    row = list(range(len(other) + 1))
    for i, ch in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, target in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (ch != target))
    return row[-1]
