"""The cases of the document rules: text files that anyone can read.

One file a rule. Documents are set apart by blank lines, and each of their lines is a clause:

    zh: 淘汰锅炉⟦120台⟧，其中：        Chinese; in ⟦ ⟧ the finding's span, behind it in { } its fix
    en: Of the ⟦120⟧{118} boilers:      English that stands alone
    pair: 中文 ||| English              both sides
    |zh| 合计 | ⟦38⟧ | 12 |             a row of a Chinese table, cell by cell; an empty cell is no clause
    |en| Total | 38 | 12 |              a row of an English one
    |pair| 合计 ||| Total | 38 ||| 38 |  a row of both

A document without marks is clean: nothing may be found in it, by any rule at major or above. Lines that begin with #
are remarks.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from drafter.checks import Cells, DocumentFacts, Throughout, check_clauses, together
from drafter.checks.document import Cell
from drafter.model import Clause, ClauseSide, Finding, Segment, Side, Span

_BETWEEN_CELLS = re.compile(r"(?<!\|)\|(?!\|)")
FOLDER = Path(__file__).parent / "documents"
_MARKED = re.compile(r"⟦(?P<text>[^⟧]*)⟧(?P<fix>\{[^}]*\})?")
BOTH: tuple[Side, Side] = ("zh", "en")


@dataclass(frozen=True)
class Marked:
    """One finding that a case shows."""

    clause: int
    side: Side
    span: Span
    fix: str | None


@dataclass(frozen=True)
class Case:
    """One document.

    Attributes:
        rule: the rule that its file is about.
        place: where it stands.
        clauses: its clauses.
        cells: where its tables stand.
        expected: what is to be found.
    """

    rule: str
    place: str
    clauses: tuple[Clause, ...]
    cells: Cells
    expected: tuple[Marked, ...]


class Writer:
    """Puts a document together, clause by clause."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.cells: dict[Side, dict[int, Cell]] = {"zh": {}, "en": {}}
        self.marks: list[Marked] = []
        self._table = -1
        self._row = -1

    def text(self, zh: str, en: str, *, confidence: float = 1.0) -> int:
        """Add a clause of running text; give its id."""
        self._row = -1
        return self._add(zh, en, confidence)

    def row(self, zh: list[str], en: list[str], *, confidence: float = 1.0) -> None:
        """Add a row of a table; rows that follow each other are one table."""
        if self._row < 0:
            self._table += 1
        self._row += 1
        for column in range(max(len(zh), len(en))):
            texts = [side[column] if column < len(side) else "" for side in (zh, en)]
            if any(texts):
                paragraph = len(self.clauses)
                self._add(texts[0], texts[1], confidence)
                for side, text in zip(BOTH, texts, strict=True):
                    if text:
                        self.cells[side][paragraph] = (self._table, self._row, column)

    def _add(self, zh: str, en: str, confidence: float) -> int:
        id_ = len(self.clauses) + 1
        sides = [self._side(id_, side, text) for side, text in zip(BOTH, (zh, en), strict=True)]
        self.clauses.append(Clause(id_, sides[0], sides[1], confidence))
        return id_

    def _side(self, id_: int, side: Side, text: str) -> ClauseSide:
        plain, last = "", 0
        for mark in _MARKED.finditer(text):
            plain += text[last : mark.start()]
            span = Span(len(plain), len(plain) + len(mark["text"]))
            plain += mark["text"]
            self.marks.append(Marked(id_, side, span, mark["fix"][1:-1] if mark["fix"] is not None else None))
            last = mark.end()
        plain += text[last:]
        if not plain:
            return ClauseSide()
        return ClauseSide((Segment(id_ - 1, 0, len(plain)),), plain, plain)

    def line(self, line: str) -> None:
        """Add what a line of a file says."""
        if line.startswith("|"):
            kind, *texts = [cell.strip() for cell in _BETWEEN_CELLS.split(line.strip()[1:-1])]
            pairs = [cell.split(" ||| ") if kind == "pair" and " ||| " in cell else [cell, cell] for cell in texts]
            zh_cells, en_cells = [pair[0].strip() for pair in pairs], [pair[1].strip() for pair in pairs]
            self.row(zh_cells if kind != "en" else [], en_cells if kind != "zh" else [])
            return
        kind, _, text = line.partition(": ")
        assert kind in ("zh", "en", "pair"), line
        parts = text.split(" ||| ")
        zh, en = (parts[0], parts[1]) if kind == "pair" else (text, "") if kind == "zh" else ("", text)
        self.text(zh.replace("\\n", "\n"), en.replace("\\n", "\n"))


def read_documents(path: Path) -> list[Case]:
    """Read a file of cases."""
    cases = []
    number = 1
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        writer = Writer()
        lines = block.split("\n")
        for line in lines:
            if line.strip() and not line.startswith("#"):
                writer.line(line)
        if writer.clauses:
            place = f"{path.stem}:{number}"
            cases.append(Case(path.stem, place, tuple(writer.clauses), writer.cells, tuple(writer.marks)))
        number += len(lines) + 1
    return cases


def all_documents() -> list[Case]:
    """Read every file of cases."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in read_documents(path)]


def check_document(clauses: tuple[Clause, ...], cells: Cells) -> list[Finding]:
    """Run every rule over a document."""
    by_id = {clause.id: clause for clause in clauses}
    own: dict[int, list[Finding]] = {id_: [] for id_ in by_id}
    for finding in check_clauses(clauses, facts=DocumentFacts.of(clauses)):
        own[finding.clause].append(finding)
    throughout = Throughout(by_id, cells)
    return [finding for id_ in by_id for finding in together(own[id_], throughout.findings(id_))]
