"""A quantity written the way the words are that stand there: its unit in words or as a symbol, its bound likewise.

A repair should change what is wrong and nothing else: `less than 23 micrograms per cubic metre` for 低于32微克/立方米
becomes `less than 32 micrograms per cubic metre`, and `CNY 32 million` becomes `CNY 320 million`.
"""

import re
from dataclasses import replace

from drafter.language.house_style import DEFAULT, HouseStyle
from drafter.language.quantities.en import read_english_quantities
from drafter.language.quantities.unit_words import unit_words
from drafter.language.quantities.write import BOUNDS_BEFORE, BOUNDS_BEHIND, write_amount
from drafter.language.units import Unit, unit_by_code
from drafter.model import Quantity

_DIGIT = re.compile("[0-9]")
_THOUSANDS = re.compile(r"[0-9](?P<comma>,)?[0-9]{3}(?![0-9])")
_MONEY = (("CNY", "CNY"), ("¥", "CNY"), ("RMB", "RMB"), ("yuan", "yuan"))
_PERCENT = re.compile(r"per\s?cent(?!a)", re.IGNORECASE)


def reshaped(words: str, meant: Quantity, style: HouseStyle = DEFAULT) -> str:
    """Write a quantity in the shape of the words it is to replace.

    Args:
        words: what stands there: one English quantity, perhaps with its bound.
        meant: the quantity that should stand there.
        style: the style of the house, for what the words don't show.
    """
    read = read_english_quantities(words)
    if len(read) != 1 or read[0].kind != "measure":
        return BOUNDS_BEFORE[meant.bound] + write_amount(meant, style)
    (there,) = read
    amount = write_amount(meant, _shape(words, there, style))
    before = words[there.span.start : there.figure.start]
    if meant.bound == there.bound:
        head = before if _only_a_bound(before) else ""
        return f"{head}{amount}{_bound_behind(there)}"
    behind = not _only_a_bound(before) and bool(_bound_behind(there))
    if behind and meant.bound in BOUNDS_BEHIND:
        return amount + BOUNDS_BEHIND[meant.bound]
    return BOUNDS_BEFORE[meant.bound] + amount


def unit_in_shape_of(words: str, there: str, meant: Unit, style: HouseStyle = DEFAULT, *, single: bool = False) -> str:
    """Write a unit in words where the unit it is to replace is in words, else as its symbol.

    Args:
        words: what stands there: a unit, perhaps with its figure.
        there: the notation of that unit.
        meant: the unit that should stand there.
        style: the style of the house, for what the words don't show.
        single: whether the figure is one.
    """
    return unit_words(meant, _like_unit(words, there, style), single=single)


def _like_unit(words: str, there: str, style: HouseStyle) -> HouseStyle:
    """The style of the house, with units written and spelled as one that stands there."""
    unit = unit_by_code(there)
    if unit is None or there in ("%", "CNY"):
        return style
    british, american = (
        any(
            unit_words(unit, replace(style, units="words", spelling=spelling), single=single) in words
            for single in (True, False)
        )
        for spelling in ("british", "american")
    )
    style = replace(style, units="words" if british or american else "symbols")
    return replace(style, spelling="american" if american and not british else style.spelling)


def _shape(words: str, there: Quantity, style: HouseStyle) -> HouseStyle:
    """The style of the house with what the words show."""
    if found := _PERCENT.search(words):
        style = replace(style, percent="per cent" if " " in found[0] else "percent")
    elif "%" in words:
        style = replace(style, percent="%")
    style = _like_unit(words, there.unit, style)
    for sign, money in _MONEY:
        if there.unit == "CNY" and sign in words:
            style = replace(style, money="yuan" if money == "yuan" else "CNY" if money == "CNY" else "RMB")
            break
    if not _DIGIT.search(words):
        style = replace(style, counts="words")
    elif there.unit in ("count", ""):
        style = replace(style, counts="digits")
    if found := _THOUSANDS.search(words):
        style = replace(style, thousands="four" if found["comma"] else "five")
    return style


def _only_a_bound(before: str) -> bool:
    """Whether letters stand before a figure: a bound, not a sign of money."""
    return before.strip().islower() and bool(before.strip())


def _bound_behind(there: Quantity) -> str:
    """The words of a bound behind a figure and its unit, with the blank before them."""
    found = re.search(r"\s(?:or|and)\s(?:more|less|above|below|over|under|fewer|higher|lower)\Z|\sor\sso\Z", there.text)
    return found[0] if found else ""
