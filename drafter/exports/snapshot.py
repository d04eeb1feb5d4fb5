"""What every exporter is given: a review at one moment, which nothing can change under its hands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from drafter.model import Clause, Concept, Finding, LedgerRow, Note, Revision, Side, State

NoteKind = Literal["footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a foot- or endnote of a document hangs; several paragraphs may make one note.

    Attributes:
        note: which note of its document, in the order of their marks.
        kind: at the foot of the page, or at the end of the document.
        paragraph: index of the paragraph that its mark stands in.
        at: the code point of that paragraph's text before which the mark stands.
    """

    note: int
    kind: NoteKind
    paragraph: int
    at: int


@dataclass(frozen=True, slots=True)
class ReviewSnapshot:
    """A review as it stands.

    Attributes:
        title: what the review is called, usually the Chinese plan's title or the file's name.
        clauses: all clauses in order.
        findings: the open findings, in order of clause and place.
        ignored: findings that the reviewer set aside.
        revisions: the history, oldest first; needed for tracked changes.
        tags: the concepts on each clause that has any.
        zh_name: file name of the Chinese document, "" where there is none.
        en_name: file name of the English document, "" where there is none.
        states: how far each clause is; one that isn't named is `initial`.
        notes: remarks of reviewers and comments of the files.
        target: the side that renders the other.
        types: the MQM error type of each rule, by name.
        figures: the ledger of figures; left empty for exporters that have no use for it.
        cells: which paragraphs of each side's document stand in tables: by index, (table, row, column) from 0.
        footnotes: which paragraphs of each side's document are foot- or endnotes, by index, and where they hang.
    """

    title: str
    clauses: tuple[Clause, ...]
    findings: tuple[Finding, ...] = ()
    ignored: tuple[Finding, ...] = ()
    revisions: tuple[Revision, ...] = ()
    tags: Mapping[int, tuple[Concept, ...]] = field(default_factory=dict)
    zh_name: str = ""
    en_name: str = ""
    states: Mapping[int, State] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    target: Side = "en"
    types: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[LedgerRow, ...] = ()
    cells: Mapping[Side, Mapping[int, tuple[int, int, int]]] = field(default_factory=dict)
    footnotes: Mapping[Side, Mapping[int, NotePlace]] = field(default_factory=dict)

    @property
    def source(self) -> Side:
        """The side that is rendered."""
        return "zh" if self.target == "en" else "en"

    def state(self, clause: int) -> State:
        """Tell how far a clause is."""
        return self.states.get(clause, "initial")

    def findings_of(self) -> Mapping[int, list[Finding]]:
        """Give the open findings by clause; clauses without any are left out."""
        found: dict[int, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.clause, []).append(finding)
        return found
