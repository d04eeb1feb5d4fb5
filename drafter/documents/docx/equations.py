"""Formulas on one line: what is set above, below and beside each other is written one after the other."""

import re
from collections.abc import Callable, Collection
from typing import Final

from drafter.documents.docx import names
from drafter.documents.docx.names import m, w
from drafter.documents.xml import Element

_RAISED: Final = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_CAN_BE_RAISED: Final = re.compile(r"[0-9+\-−=()ni]+")
_ONE_THING: Final = re.compile(r"[\w.%]*|\([^()]*\)|.", re.DOTALL)
_PLAIN_INDEX: Final = re.compile(r"[0-9.,]+")
_CHEMICAL: Final = re.compile(r"(?:[A-Z][a-z]?[0-9]*)+")
_CHEMICAL_INDEX: Final = re.compile(r"[0-9.x]+")
_INTEGRAL: Final = "∫"
_ROOT: Final = "√"
_HAT: Final = "\u0302"
_OVERLINE: Final = "\u0305"


def linear(formula: Element, skipped: Collection[str] = ()) -> str:
    """Write a formula on one line: (a+b)/2, x², PM2.5, ∑_(i=1)^n x_i, √x.

    Args:
        formula: an `m:oMath` or `m:oMathPara`.
        skipped: elements around what is not shown (tracked changes).
    """
    return _Writer(skipped).inside(formula)


def raised(text: str) -> str:
    """Write a superscript: ² where there are such characters, else ^(…)."""
    if not text:
        return ""
    return text.translate(_RAISED) if _CAN_BE_RAISED.fullmatch(text) else f"^{grouped(text)}"


def lowered(base: str, text: str) -> str:
    """Write a subscript: figures and chemical formulas as they are usually typed (PM2.5, NOx), else _i."""
    plain = _PLAIN_INDEX.fullmatch(text) or (_CHEMICAL.fullmatch(base) and _CHEMICAL_INDEX.fullmatch(text))
    return text if plain or not text else f"_{grouped(text)}"


def grouped(text: str) -> str:
    """Put a text into brackets unless it is one thing."""
    return text if _ONE_THING.fullmatch(text) else f"({text})"


class _Writer:
    def __init__(self, skipped: Collection[str]) -> None:
        self._skipped = skipped
        self._forms: dict[str, Callable[[Element], str]] = {
            m("f"): self._fraction,
            m("sSup"): lambda e: self._part(e, "e") + raised(self._part(e, "sup")),
            m("sSub"): self._subscript,
            m("sSubSup"): lambda e: self._subscript(e) + raised(self._part(e, "sup")),
            m("sPre"): lambda e: raised(self._part(e, "sup")) + self._part(e, "sub") + self._part(e, "e"),
            m("rad"): lambda e: raised(self._part(e, "deg")) + _ROOT + grouped(self._part(e, "e")),
            m("nary"): self._operator,
            m("d"): self._brackets,
            m("func"): self._function,
            m("limLow"): lambda e: self._part(e, "e") + _hung("_", self._part(e, "lim")),
            m("limUpp"): lambda e: self._part(e, "e") + _hung("^", self._part(e, "lim")),
            m("acc"): lambda e: self._part(e, "e") + _value(e, "accPr", "chr", _HAT),
            m("bar"): lambda e: self._part(e, "e") + _OVERLINE,
            m("m"): lambda e: f"[{'; '.join(self._entries(row) for row in e.iterchildren(m('mr')))}]",
            m("eqArr"): lambda e: "; ".join(self.inside(line) for line in e.iterchildren(m("e"))),
        }

    def inside(self, element: Element) -> str:
        """Write what is in an element."""
        return "".join(self._write(child) for child in element)

    def _write(self, element: Element) -> str:
        tag = element.tag
        if tag in (m("t"), names.T):
            return element.text or ""
        if tag in self._skipped or tag in _PROPERTIES:
            return ""
        if tag == w("br"):
            return "\n"
        form = self._forms.get(tag)
        if form is not None:
            return form(element)
        formula = self.inside(element)
        # Formulas of one block stand below each other.
        return f"{formula}\n" if tag == names.MATH and element.getnext() is not None else formula

    def _part(self, element: Element, name: str) -> str:
        part = element.find(m(name))
        return "" if part is None else self.inside(part)

    def _entries(self, row: Element) -> str:
        return ", ".join(self.inside(entry) for entry in row.iterchildren(m("e")))

    def _fraction(self, element: Element) -> str:
        above, below = self._part(element, "num"), self._part(element, "den")
        if _value(element, "fPr", "type", "bar") == "noBar":
            return f"({above}, {below})"
        return f"{grouped(above)}/{grouped(below)}"

    def _subscript(self, element: Element) -> str:
        base = self._part(element, "e")
        return base + lowered(base, self._part(element, "sub"))

    def _operator(self, element: Element) -> str:
        sign = _value(element, "naryPr", "chr", _INTEGRAL)
        limits = _hung("_", self._part(element, "sub")) + _hung("^", self._part(element, "sup"))
        return f"{sign}{limits} {self._part(element, 'e')}" if limits else sign + self._part(element, "e")

    def _brackets(self, element: Element) -> str:
        opening, closing = _value(element, "dPr", "begChr", "("), _value(element, "dPr", "endChr", ")")
        between = _value(element, "dPr", "sepChr", "|")
        return opening + between.join(self.inside(one) for one in element.iterchildren(m("e"))) + closing

    def _function(self, element: Element) -> str:
        argument = self._part(element, "e")
        return self._part(element, "fName") + ("" if argument.startswith("(") else " ") + argument


# Properties hold no text that is shown.
_PROPERTIES: Final = frozenset(
    (w("rPr"), w("sdtPr"), w("delText"), w("instrText"), w("delInstrText"), m("rPr"), m("ctrlPr"), m("oMathParaPr"))
)


def _hung(mark: str, text: str) -> str:
    return f"{mark}{grouped(text)}" if text else ""


def _value(element: Element, properties: str, name: str, default: str) -> str:
    found = element.find(f"{m(properties)}/{m(name)}")
    if found is None:
        return default
    value = found.get(m("val"))
    return default if value is None else value
