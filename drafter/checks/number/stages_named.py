"""Numbers of names: 神舟十三号 and Shenzhou-13, 波音777 and a Boeing 777."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.checks.number.figures import Figure
from drafter.language.dates import MONTH_NAMES
from drafter.language.numerals import chinese_numerals, english_numerals
from drafter.language.quantities.masks import Mask
from drafter.language.references import references
from drafter.model import Side, Span

_ZH_NAMED = re.compile(
    r"(?:(?<=[\u4e00-\u9fff])|^)(?<![第月日年])"
    r"(?P<number>(?<![0-9])[0-9]{1,4}|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]{1,4})号"
    r"(?!线|楼|院|房|令|公告|文件)"
)
# A capital letter also opens a sentence, so words that stand before any figure are no names.
_NO_NAMES = "|".join(
    (
        *MONTH_NAMES, "In", "On", "By", "At", "Of", "The", "Some", "About", "Over", "Nearly", "Almost", "Around",
        "From", "To", "With", "For", "Only", "Another", "All", "These", "Those", "And", "But", "More", "Than",
        "Up", "Down",
        "Under", "Within", "Between", "Since", "Until", "After", "Before", "During", "Article", "Articles", "No",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
        "RMB", "CNY", "US", "HK", "COVID", "Covid",
    )
)  # fmt: skip
_EN_NAMED = re.compile(
    rf"(?<![A-Za-z])(?!(?:{_NO_NAMES})[\s-])[A-Z][A-Za-z’'&]*[ -]?(?P<number>[0-9]{{1,4}})(?![0-9A-Za-z%]|[,.][0-9])"
    r"(?!\s(?:per\s?cent|million|billion|trillion|percentage|years?|days?|months?|hours?|people|yuan|km|kilomet"
    r"|met(?:er|re)s?))"
)


_EN_NUMBERED = re.compile(r"(?<![A-Za-z])No\.?\s?(?P<number>[0-9]{1,4})(?![0-9A-Za-z%]|[,.][0-9]|\s?[\[(〔])")
_LONGEST_NAME = 4  # digits
_LETTER = re.compile("[A-Za-z]")
# CAC 40, A320: letters that both sides write.
_CODE = re.compile(r"(?<![A-Za-z])(?P<letters>[A-Za-z]{1,8})[- ]?(?P<number>[0-9]{1,4})(?![0-9A-Za-z]|[,.][0-9])")


class Named(NamedTuple):
    """A number of a name that the two sides tell differently.

    Attributes:
        source: where it stands in the Chinese.
        target: where it stands in the English.
        meant: what shall stand there.
    """

    source: Span
    target: Span
    meant: str


def unlike_name(zh: str, en: str, missing: Sequence[Figure]) -> Named | None:
    """Give the one number of a name on either side that the other lacks; None where there is none, or more than one.

    Args:
        zh: the Chinese.
        en: the English.
        missing: figures of the Chinese without counterpart; one that counts nothing may belong to a name.
    """
    if code := _unlike_code(zh, en):
        return code
    bare = [one for one in missing if one.unit == "count" and not one.quantity.noun and _is_bare(one, zh)]
    if not bare and "号" not in zh:
        return None
    in_en = {numeral.value for numeral in english_numerals(en)}
    sources = [(one.quantity.figure, one.value) for one in bare]
    for found in _ZH_NAMED.finditer(zh):
        value = next(iter(chinese_numerals(found["number"]))).value
        if value not in in_en:
            sources.append((Span(*found.span()), value))
    if len(sources) != 1:
        return None
    in_zh = {numeral.value for numeral in chinese_numerals(zh)}
    named = [*_EN_NAMED.finditer(en), *(_EN_NUMBERED.finditer(en) if "号" in zh else ())]
    targets = [found for found in named if int(found["number"]) not in in_zh]
    if len(targets) != 1:
        return None
    (source, value), target = sources[0], targets[0]
    return Named(source, Span(*target.span("number")), f"{value:f}")


def _is_bare(figure: Figure, zh: str) -> bool:
    written = zh[figure.quantity.figure.start : figure.quantity.figure.end]
    return written.isdigit() and len(written) <= _LONGEST_NAME


def _unlike_code(zh: str, en: str) -> Named | None:
    """Give the code whose letters both sides write, but not its number."""
    mine = _codes(zh, "zh") if _LETTER.search(zh) else {}
    if not mine:
        return None
    theirs = _codes(en, "en")
    letters = {key[0] for key in mine}
    odd = [found for key, found in mine.items() if key not in theirs]
    odd_en = [found for key, found in theirs.items() if key not in mine and key[0] in letters]
    if len(odd) != 1 or len(odd_en) != 1 or odd[0]["letters"].upper() != odd_en[0]["letters"].upper():
        return None
    return Named(Span(*odd[0].span()), Span(*odd_en[0].span("number")), odd[0]["number"])


def _codes(text: str, side: Side) -> dict[tuple[str, str], re.Match[str]]:
    """Give the codes of a text but those of standards and documents, by their letters and number."""
    found = list(_CODE.finditer(text))
    referred = Mask(one.span for one in references(text, side)) if found else Mask(())
    return {(one["letters"].upper(), one["number"]): one for one in found if not referred.covers(one.start())}
