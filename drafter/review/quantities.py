"""The ledger of a review: every figure in order, what it is about, how either side reads, and whether they agree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.checks import Answer, answers
from drafter.language.about import About, abouts
from drafter.language.marks import Reading
from drafter.language.quantities import quantities_of
from drafter.language.regions import area_of
from drafter.model import Clause, LedgerRow, Quantity, Side, Span, Verdict
from drafter.review.marked import unmarked
from drafter.review.state import ReviewState

_OPENING = 12  # clauses in which a document says what area it is about
_SIDES: tuple[Side, Side] = ("zh", "en")
# Findings that tell of a figure what its pair alone does not.
_FAMILIES = frozenset(("number", "unit", "date", "reference"))
_Wrong = tuple[Span, Span]
"""Where a finding stands in the English, and what it is held against in the Chinese."""


class QuantityLedger:
    """The figures of a review, kept clause by clause: only what has changed is read again."""

    def __init__(self, session: ReviewState) -> None:
        """Read nothing yet.

        Args:
            session: the review.
        """
        self._session = session
        self._known: dict[int, tuple[Clause, tuple[_Wrong, ...], tuple[LedgerRow, ...], tuple[bool, ...]]] = {}
        self._areas: Mapping[Side, str | None] | None = None

    def rows(self) -> Iterator[LedgerRow]:
        """Give every figure in the order of the text."""
        for clause in self._session.clauses:
            yield from self.rows_of(clause.id)

    def rows_of(self, clause_id: int, *, every: bool = False) -> tuple[LedgerRow, ...]:
        """Give the figures of a clause.

        Args:
            clause_id: id of the clause.
            every: give item numbers too, and number words of the English that are a manner of speaking.

        Raises:
            KeyError: there is no such clause.
        """
        rows, passing = self._of(clause_id)
        return rows if every else tuple(row for row, only in zip(rows, passing, strict=True) if not only)

    def _of(self, clause_id: int) -> tuple[tuple[LedgerRow, ...], tuple[bool, ...]]:
        clause = self._session.clause(clause_id)
        wrong = self._wrong(clause)
        known = self._known.get(clause_id)
        if known and known[0] is clause and known[1] == wrong:
            return known[2], known[3]
        read = unmarked(clause)
        found = answers(read)
        told = [(row, one.in_passing) for row, one in zip(self._read(clause, read, found, wrong), found, strict=True)]
        told = _paired(told, wrong)
        rows, passing = tuple(row for row, _ in told), tuple(only for _, only in told)
        self._known[clause_id] = clause, wrong, rows, passing
        return rows, passing

    def _wrong(self, clause: Clause) -> tuple[_Wrong, ...]:
        """The places in a clause where something is found wrong with a figure: in the English, and in the Chinese."""
        if not (clause.zh.text and clause.en.text):
            return ()
        findings = self._session.findings(clause.id)
        return tuple(
            (one.span, one.counterpart)
            for one in findings
            if one.side == "en" and one.counterpart is not None and one.severity != "minor" and one.family in _FAMILIES
        )

    def _read(
        self, clause: Clause, read: Clause, found: Iterable[Answer], wrong: tuple[_Wrong, ...]
    ) -> Iterator[LedgerRow]:
        """Make the rows of a clause.

        Args:
            clause: the clause.
            read: the clause without the marks of a translation tool.
            found: its figures.
            wrong: where something is found wrong.
        """
        about = {side: _abouts(read, side) for side in _SIDES}
        for answer in found:
            said = _about(answer, about)
            zh, en = _placed(answer.zh, clause, read, "zh"), _placed(answer.en, clause, read, "en")
            yield LedgerRow(
                clause=clause.id,
                zh=zh,
                en=en,
                verdict="differs" if _is_wrong(answer.verdict, en, wrong) else answer.verdict,
                indicator=said.indicator,
                year=said.year,
                region=self._region(said, "zh" if zh else "en"),
                zh_line=self._line(clause.id, "zh", zh),
                en_line=self._line(clause.id, "en", en),
            )

    def _region(self, about: About, side: Side) -> str | None:
        """The place a figure holds for; where no other is named, the area that the document is about."""
        if about.indicator is None or (about.region and not about.whole):
            return about.region
        if self._areas is None:
            opening = self._session.clauses[:_OPENING]
            self._areas = {one: area_of((clause.side(one).original for clause in opening), one) for one in _SIDES}
        return self._areas[side] or about.region

    def _line(self, clause: int, side: Side, quantity: Quantity | None) -> int:
        if quantity is None or not self._session.has_place(side):
            return 0
        return self._session.place_of(clause, side, quantity.span).line


def _abouts(clause: Clause, side: Side) -> dict[Span, About]:
    text = clause.side(side).text
    quantities = quantities_of(text, side)
    return {one.span: said for one, said in zip(quantities, abouts(text, side, quantities), strict=True)}


def _about(answer: Answer, about: Mapping[Side, Mapping[Span, About]]) -> About:
    """What a figure is about, by the Chinese where it is there, else by the English."""
    if answer.zh:
        return about["zh"][answer.zh.span]
    return about["en"][answer.en.span] if answer.en else About(None, None, None)


def _placed(quantity: Quantity | None, clause: Clause, read: Clause, side: Side) -> Quantity | None:
    """Give a figure at its place in the text with its marks."""
    if quantity is None or clause is read:
        return quantity
    reading = Reading.of(clause.side(side).text)
    return replace(quantity, span=reading.there(quantity.span), figure=reading.there(quantity.figure))


def _is_wrong(verdict: Verdict, en: Quantity | None, wrong: tuple[_Wrong, ...]) -> bool:
    return verdict == "same" and en is not None and any(span.overlaps(en.span) for span, _ in wrong)


def _paired(told: list[tuple[LedgerRow, bool]], wrong: tuple[_Wrong, ...]) -> list[tuple[LedgerRow, bool]]:
    """Put figures into one row that a finding holds against each other: 第37次 and the 73rd."""
    for en_span, zh_span in wrong:
        zh = next((row for row, _ in told if row.zh and not row.en and row.zh.span.overlaps(zh_span)), None)
        en = next((row for row, _ in told if row.en and not row.zh and row.en.span.overlaps(en_span)), None)
        if zh is not None and en is not None:
            both = replace(zh, en=en.en, en_line=en.en_line, verdict="differs")
            told = [(both, False) if row is zh else (row, only) for row, only in told if row is not en]
    return told
