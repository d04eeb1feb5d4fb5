"""Names that are easily taken for each other: the supreme court and the supreme procuratorate, the great rivers."""

import re
from collections.abc import Iterator
from typing import Final

from drafter.checks.pair.differs import Differs
from drafter.language.tokens import holds_any
from drafter.model import Span

# Groups of names: in Chinese, as it should be written, and as it may be.
_GROUPS: Final = (
    (
        ("最高人民法院|最高法|两高", "Supreme People’s Court", r"Supreme (?:People[’']s )?Court|SPC"),
        ("最高人民检察院|最高检|两高", "Supreme People’s Procuratorate", r"Supreme (?:People[’']s )?Procuratorate|SPP"),
    ),
    (
        ("黄河|沿黄|引黄|黄淮", "Yellow River", r"Yellow River|Huang ?[Hh]e"),
        ("长江|长三角|扬子江|沿江|江淮|大江", "Yangtze", r"Yangtze|Yangzi|Changjiang|Chang Jiang"),
        ("珠江|珠三角|泛珠", "Pearl River", r"Pearl River|Zhujiang"),
        ("淮河|黄淮|江淮|沿淮|治淮", "Huaihe", r"Huai ?[Hh]e|Huai River"),
        ("海河", "Haihe", r"Hai ?[Hh]e|Hai River"),
        ("松花江|松辽", "Songhua", r"Songhua|Sungari"),
        ("辽河|松辽", "Liaohe", r"Liao ?[Hh]e|Liao River"),
    ),
)
_LIKELY: Final = ("最高", "两高", "河", "江", "淮")
_COMPILED: Final = tuple(
    tuple(
        (re.compile(zh), english, re.compile(rf"(?<![A-Za-z])(?:{written})(?![a-z])")) for zh, english, written in group
    )
    for group in _GROUPS
)


def other_set_names(zh: str, en: str) -> Iterator[Differs]:
    """Give the one name of a group that stands in the English where the Chinese has another one of that group.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    for group in _COMPILED if holds_any(zh, _LIKELY) else ():
        ours = [found for pattern, _, _ in group if (found := pattern.search(zh))]
        lost = [
            (found, english)
            for pattern, english, written in group
            if (found := pattern.search(zh)) and not written.search(en)
        ]
        new = [found for pattern, _, written in group if (found := written.search(en)) and not pattern.search(zh)]
        if len(ours) == len(lost) == len(new) == 1 and not _said_elsewhere(en, new[0]):
            source, english = lost[0]
            yield Differs(Span(*new[0].span()), Span(*source.span()), english)


def _said_elsewhere(en: str, name: re.Match[str]) -> bool:
    """Whether a name stands more than once: a text about it, whose Chinese says it in another way."""
    return en.count(name[0]) > 1
