"""Reviews of translation tools' files, whose texts hold marks: no check sees one, and no edit breaks one."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from drafter.documents import UnreadableError
from drafter.documents.bitext import FORMATS, pairs_of
from drafter.exports import ReviewSnapshot
from drafter.language.marks import Reading, adopted, kept
from drafter.model import Clause, Document, Finding, Mention, Side

_SIDES: tuple[Side, Side] = ("zh", "en")


def holds_marks(documents: Mapping[Side, Document]) -> bool:
    """Tell whether the texts of a review hold marks."""
    return any(document.format in FORMATS for document in documents.values())


def unmarked(clause: Clause) -> Clause:
    """Give a clause as it reads."""
    for side in _SIDES:
        if "⟦" in (text := clause.side(side).text):
            clause = clause.with_text(side, Reading.of(text).text)
    return clause


def located(clause: Clause, findings: Iterable[Finding]) -> list[Finding]:
    """Give what was found in a clause as it reads at its places in the clause with its marks."""
    readings = {side: Reading.of(clause.side(side).text) for side in _SIDES}
    return [_located(finding, readings) for finding in findings]


def _located(finding: Finding, readings: Mapping[Side, Reading]) -> Finding:
    here, there = readings[finding.side], readings["zh" if finding.side == "en" else "en"]
    span = here.there(finding.span)
    counterpart = there.there(finding.counterpart) if finding.counterpart else finding.counterpart
    return replace(finding, span=span, text=here.marked[slice(*span)], counterpart=counterpart)


def mentioned(finding: Finding, clauses: Mapping[int, Clause]) -> Finding:
    """Give a finding with what it points at elsewhere at its places in the clauses with their marks."""
    if not finding.elsewhere:
        return finding
    there = []
    for mention in finding.elsewhere:
        reading = Reading.of(clauses[mention.clause].side(mention.side).text)
        span = reading.there(mention.span)
        there.append(replace(mention, span=span, text=reading.marked[slice(*span)]))
    return replace(finding, elsewhere=tuple(there))


def rewritten(clause: Clause, side: Side, text: str) -> str:
    """Give the text that an edit leaves: with the marks that stood there, or where there was no text, the other side's.

    Args:
        clause: the clause before the edit.
        side: the side that is edited.
        text: what was written.
    """
    before = clause.side(side).text
    return kept(before, text) if before.strip() else adopted(clause.side("zh" if side == "en" else "en").text, text)


def unmarked_snapshot(snapshot: ReviewSnapshot) -> ReviewSnapshot:
    """Give a review as it reads, for whoever prints it."""
    clauses = {clause.id: clause for clause in snapshot.clauses}
    return replace(
        snapshot,
        clauses=tuple(map(_bare, snapshot.clauses)),
        findings=tuple(_bared(finding, clauses) for finding in snapshot.findings),
        ignored=tuple(_bared(finding, clauses) for finding in snapshot.ignored),
        revisions=tuple(
            replace(one, before=Reading.of(one.before).text, after=Reading.of(one.after).text)
            if one.kind == "text"
            else one
            for one in snapshot.revisions
        ),
    )


def _bare(clause: Clause) -> Clause:
    """Give a clause without marks, as loaded and as corrected."""
    zh, en = (
        replace(here, original=Reading.of(here.original).text, text=Reading.of(here.text).text)
        for here in (clause.zh, clause.en)
    )
    return replace(clause, zh=zh, en=en)


def _bared(finding: Finding, clauses: Mapping[int, Clause]) -> Finding:
    clause = clauses[finding.clause]
    here = Reading.of(clause.side(finding.side).text)
    there = Reading.of(clause.side("zh" if finding.side == "en" else "en").text)
    span = here.here(finding.span)
    counterpart = there.here(finding.counterpart) if finding.counterpart else finding.counterpart
    elsewhere = tuple(_bared_mention(mention, clauses) for mention in finding.elsewhere)
    text = here.text[slice(*span)]
    return replace(finding, span=span, text=text, counterpart=counterpart, elsewhere=elsewhere)


def _bared_mention(mention: Mention, clauses: Mapping[int, Clause]) -> Mention:
    reading = Reading.of(clauses[mention.clause].side(mention.side).text)
    span = reading.here(mention.span)
    return replace(mention, span=span, text=reading.text[slice(*span)])


class MarkNames:
    """What the marks of a review stand for, read from the file as far as somebody asks."""

    def __init__(self, documents: Mapping[Side, Document]) -> None:
        document = next((one for one in documents.values() if one.format in FORMATS), None)
        self._pairs = pairs_of(document.data, document.name, document.format) if document else iter(())
        self._known: list[Mapping[int, str]] = []

    def names(self, clause: Clause, side: Side) -> Mapping[int, str]:
        """Give what the marks on one side of a clause stand for, by number; of texts that were joined the first's."""
        segments = clause.side(side).segments or clause.zh.segments or clause.en.segments
        return self._of_pair(segments[0].paragraph) if segments else {}

    def _of_pair(self, index: int) -> Mapping[int, str]:
        with suppress(UnreadableError):  # it was read before, by another version perhaps; its marks still stand
            while index >= len(self._known) and (pair := next(self._pairs, None)) is not None:
                self._known.append(pair.tags())
        return self._known[index] if index < len(self._known) else {}
