"""Documents, standards and articles of laws that a text refers to, the same from either language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from drafter.language.numerals import read_chinese
from drafter.model import Side, Span

ReferenceKind = Literal["standard", "document", "article"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another text.

    Attributes:
        kind: what it refers to.
        series: the standard's letters ("GB", "GB/T"), "" for the other kinds.
        number: the number of the standard, document or article.
        year: the year of a standard or document, None where none is said.
        span: where it stands.
    """

    kind: ReferenceKind
    series: str
    number: str
    year: int | None
    span: Span


_STANDARD = re.compile(
    r"(?<![A-Za-z])(?P<series>GB|GBZ|HJ|DB[0-9]{2}|CJ|JT|JGJ|JB|AQ|NY|SL|QB|YY|SY|DL|HG)\s?(?P<tee>/\s?T)?\s?(?P<number>[0-9]{2,6}(?:\.[0-9]{1,3})?|[0-9]\.[0-9]{1,3})"
    r"(?:\s?[—–―-]{1,2}\s?(?P<year>(?:19|20)[0-9]{2}))?(?![0-9])"
)
_STANDARD_LIKELY = re.compile(r"[A-Z](?<=[A-Z]{2})[A-Z0-9]{0,2}\s?(?:/\s?T)?\s?[0-9]")
_ZH_DOCUMENT = re.compile(r"[〔\[［(（【](?P<year>(?:19|20)[0-9]{2})[〕\]］)）】]\s?第?(?P<number>[0-9]{1,4})\s?号")
_ZH_ARTICLE = re.compile(r"第(?P<number>[一二三四五六七八九十百零〇0-9]{1,7})条(?!线|生产线|高速|铁路|地铁|道路)")
_EN_DOCUMENT = re.compile(
    r"[〔\[(](?P<year>(?:19|20)[0-9]{2})[〕\])]\s?(?:No\.?|Number)\s?(?P<number>[0-9]{1,4})(?![0-9])"
    r"|(?<![A-Za-z])No\.?\s?(?P<number2>[0-9]{1,4})\s?[〔\[(](?P<year2>(?:19|20)[0-9]{2})[〕\])]"
)
_EN_ARTICLE = re.compile(r"(?<![A-Za-z])(?:Article|article|Art\.)\s(?P<number>[0-9]{1,4})(?![0-9])")


@lru_cache(maxsize=1024)
def references(text: str, side: Side) -> tuple[Reference, ...]:
    """Give the references of a text in order.

    Args:
        text: the text.
        side: its language.
    """
    found = [*_standards(text), *(_chinese(text) if side == "zh" else _english(text))]
    return tuple(sorted(found, key=lambda one: one.span))


def _standards(text: str) -> Iterator[Reference]:
    for found in _STANDARD.finditer(text) if _STANDARD_LIKELY.search(text) else ():
        series = found["series"] + ("/T" if found["tee"] else "")
        year = int(found["year"]) if found["year"] else None
        yield Reference("standard", series, found["number"], year, Span(*found.span()))


def _chinese(text: str) -> Iterator[Reference]:
    for found in _ZH_DOCUMENT.finditer(text) if "号" in text else ():
        yield Reference("document", "", str(int(found["number"])), int(found["year"]), Span(*found.span()))
    for found in _ZH_ARTICLE.finditer(text) if "条" in text else ():
        if numeral := read_chinese(found["number"]):
            yield Reference("article", "", str(int(numeral.value)), None, Span(*found.span()))


def _english(text: str) -> Iterator[Reference]:
    for found in _EN_DOCUMENT.finditer(text) if "No" in text or "Number" in text else ():
        number, year = found["number"] or found["number2"], found["year"] or found["year2"]
        yield Reference("document", "", str(int(number)), int(year), Span(*found.span()))
    for found in _EN_ARTICLE.finditer(text) if "rt" in text else ():
        yield Reference("article", "", str(int(found["number"])), None, Span(*found.span()))
