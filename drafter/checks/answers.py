"""Which figure of one side answers which of the other, and whether it says the same: the rows of the ledger."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.checks.number.compare import compare
from drafter.checks.number.compared import SURE_PAIRING
from drafter.language.quantities import quantities_of
from drafter.model import Clause, Quantity, Span, Verdict

_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure with its counterpart.

    Attributes:
        zh: the Chinese figure, None where it has no counterpart there.
        en: the English one, None likewise.
        verdict: whether the two agree; "" where the clause has one side only.
    """

    zh: Quantity | None
    en: Quantity | None
    verdict: Verdict

    @property
    def in_passing(self) -> bool:
        """Whether it is no figure to list: an item's number, or a number word that answers nothing (one, both)."""
        if self.zh is not None:
            return self.zh.kind == "list"
        if self.en is None or self.en.kind == "list":
            return True
        return self.verdict == "unsure" and not _DIGIT.search(self.en.text)


def answers(clause: Clause) -> list[Answer]:
    """Give every figure of a clause once, in the order of the Chinese, those of the English where they belong.

    Args:
        clause: the clause, as corrected so far.
    """
    zh, en = quantities_of(clause.zh.text, "zh"), quantities_of(clause.en.text, "en")
    if not clause.zh.text.strip() or not clause.en.text.strip():
        return [*(Answer(one, None, "") for one in zh), *(Answer(None, one, "") for one in en)]
    judged = _Judged(clause, zh, en)
    rows: list[Answer] = []
    behind = dict[Span, list[Answer]]()  # English figures of their own, by the matched one they follow
    first: list[Answer] = []
    at = first
    for one in en:
        if one.span in judged.answered:
            at = behind.setdefault(one.span, [])
        else:
            at.append(Answer(None, one, judged.alone(one, "extra")))
    rows.extend(first)
    for one in zh:
        partner = judged.partners.get(one.span)
        if partner is None:
            rows.append(Answer(one, None, judged.alone(one, "missing")))
        else:
            rows.append(Answer(one, partner, judged.together(one, partner)))
            rows.extend(behind.pop(partner.span, ()))
    return rows


class _Judged:
    """The figures of a clause, paired.

    Attributes:
        partners: the English counterpart of each Chinese figure, by where that stands.
        answered: where the English counterparts stand.
    """

    def __init__(self, clause: Clause, zh: Sequence[Quantity], en: Sequence[Quantity]) -> None:
        self._sure = clause.confidence >= SURE_PAIRING
        found = compare(clause.zh.text, clause.en.text)
        self._wrong = {(one.quantity.span, other.quantity.span) for one, other in [*found.differing, *found.unlike]}
        self._lost = {one.quantity.span for one in found.missing}
        self._new = {one.quantity.span for one in found.extra}
        pairs = [(one.quantity, other.quantity) for one, other in [*found.matched, *found.differing]]
        self.partners = _one_to_one(pairs)
        self.answered = {other.span for other in self.partners.values()}
        self._named(zh, en)

    def _named(self, zh: Sequence[Quantity], en: Sequence[Quantity]) -> None:
        """Pair what names rather than measures: stages, document numbers, item numbers, in their order."""
        for one in zh:
            if one.kind in ("measure", "date") or one.span in self.partners:
                continue
            alike = (
                other
                for other in en
                if (other.kind, other.value) == (one.kind, one.value) and other.span not in self.answered
            )
            if partner := next(alike, None):
                self.partners[one.span] = partner
                self.answered.add(partner.span)

    def together(self, one: Quantity, other: Quantity) -> Verdict:
        """Judge a pair."""
        if not self._sure:
            return "unsure"
        limits = {one.bound, other.bound}
        reversed_ = limits & {"<", "<="} and limits & {">", ">="}
        ranges = (one.value_max is None) != (other.value_max is None)
        return "differs" if reversed_ or ranges or (one.span, other.span) in self._wrong else "same"

    def alone(self, one: Quantity, verdict: Verdict) -> Verdict:
        """Judge a figure without counterpart: what words explain is not surely missing."""
        lost = self._lost if verdict == "missing" else self._new
        return verdict if self._sure and one.span in lost else "unsure"


def _one_to_one(pairs: Sequence[tuple[Quantity, Quantity]]) -> dict[Span, Quantity]:
    """Give each Chinese figure one counterpart: of a range the one that both its ends, or the first of them, match."""
    votes: dict[Span, Counter[Span]] = {}
    known: dict[Span, Quantity] = {}
    for one, other in pairs:
        votes.setdefault(one.span, Counter())[other.span] += 1
        known[other.span] = other
    partners: dict[Span, Quantity] = {}
    taken: set[Span] = set()
    for span, count in votes.items():
        best = next((place for place, _ in count.most_common() if place not in taken), None)
        if best is not None:
            partners[span] = known[best]
            taken.add(best)
    return partners
