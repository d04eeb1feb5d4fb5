"""The cases of the rules: text files that anyone can read.

One file a rule, one case a line:

    en: By ⟦202 1⟧{2021}, all counties ...        damaged English; in ⟦ ⟧ the finding's span, in { } its fix
    zh: ...                                       damaged Chinese
    pair: 中文 ||| English with ⟦damage⟧{fix}      both sides, where the finding takes the Chinese to see it
    ok: a clean line, or 中文 ||| English          nothing may be found: by this rule at all, by any rule at major
    doc: a line that stands in the same document as all cases of the file

A span without { } is a finding without a fix; an empty span is a place where something is missing; `\\n` is a line
break.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from drafter.checks import DocumentFacts
from drafter.language.scripts import dominant_side
from drafter.model import Clause, ClauseSide, Side

FOLDER = Path(__file__).parent / "cases"
_MARKED = re.compile(r"⟦(?P<text>[^⟧]*)⟧(?P<fix>\{[^}]*\})?")
_KINDS = ("en", "zh", "pair", "ok")


@dataclass(frozen=True)
class Expected:
    """One finding that a case shows."""

    side: Side
    start: int
    end: int
    fix: str | None


@dataclass(frozen=True)
class Case:
    """One line of a cases file."""

    name: str
    place: str
    clause: Clause
    facts: DocumentFacts
    expected: tuple[Expected, ...]
    good: bool


def clause_of(zh: str, en: str) -> Clause:
    """Make a clause of two texts."""
    return Clause(1, ClauseSide((), zh, zh), ClauseSide((), en, en))


def _read_side(text: str, side: Side) -> tuple[str, list[Expected]]:
    plain, last = "", 0
    found = []
    for mark in _MARKED.finditer(text):
        plain += text[last : mark.start()]
        start = len(plain)
        plain += mark["text"]
        found.append(Expected(side, start, len(plain), mark["fix"][1:-1] if mark["fix"] is not None else None))
        last = mark.end()
    return plain + text[last:], found


def _sides(kind: str, text: str) -> tuple[str, str]:
    if "|||" in text:
        zh, en = text.split("|||")
        return zh.rstrip(" "), en[1:]
    chinese = kind == "zh" or (kind == "ok" and dominant_side(text) == "zh")
    return (text, "") if chinese else ("", text)


def read_cases(path: Path) -> list[Case]:
    """Read a file of cases."""
    rows = []
    others = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        kind, _, text = line.partition(": ")
        text = text.replace("\\n", "\n")
        if kind == "doc":
            others.append(clause_of(*_sides("ok", text)))
            continue
        assert kind in _KINDS, f"{path.name}:{number}: {kind}?"
        zh, en = _sides(kind, text)
        rows.append((number, kind, _read_side(zh, "zh"), _read_side(en, "en")))
    cases = []
    for number, kind, (zh, zh_found), (en, en_found) in rows:
        clause = clause_of(zh, en)
        facts = DocumentFacts.of([*others, clause])
        expected = (*zh_found, *en_found)
        place = f"{path.stem}:{number}"
        assert bool(expected) != (kind == "ok"), f"{place}: a bad line has marks, a good one none"
        cases.append(Case(path.stem, place, clause, facts, expected, kind == "ok"))
    return cases


def all_cases() -> list[Case]:
    """Read every file of cases."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]
