"""What was decided about findings, as the history leads to it: of one place, of the same text, of a whole rule."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

from drafter.model import Clause, Decision, Finding, Ignore, Message, Revision, Scope, Side
from drafter.review.always import AlwaysIgnored, Unwanted
from drafter.review.changes import Edit
from drafter.review.history import Standing
from drafter.review.keys import Keyed, around, likeness, older, said, successor

OPEN: Final[Decision] = "open"
IGNORED: Final[Decision] = "ignored"
CONFIRMED: Final[Decision] = "confirmed"
REJECTED: Final[Decision] = "rejected"
ASIDE: Final = (IGNORED, REJECTED)
"""Decisions that set a finding aside."""
ON: Final = "on"


class Deciding:
    """Which findings were set aside: each known by its key, by its words, or by its rule.

    What was decided of one place counts before what was decided of many.

    Attributes:
        always: the rules that the user never wants to hear of.
    """

    def __init__(self, standing: Standing) -> None:
        self.always = AlwaysIgnored()
        self._standing = standing
        self._throughout: dict[str, None] = {}

    def note(self, revision: Revision) -> None:
        """Take a revision's ignore of more than one place into account."""
        if revision.after == ON:
            self._throughout[revision.key] = None
        else:
            self._throughout.pop(revision.key, None)

    def follow(self, revision: Revision) -> None:
        """Have the user's own rules follow a change that was just made; a review's past leaves them alone."""
        if revision.kind != "ignore":
            return
        scope, rule = _scope_of(revision.key)
        if scope != "always":
            return
        if revision.after == ON:
            self.always.put(Unwanted(rule, revision.reason, revision.author, revision.time))
        else:
            self.always.drop(rule)

    def decision(self, clause: int, key: str) -> Decision:
        """Give what was decided about a finding of a clause at its place."""
        placed = self.made(clause, key)
        return cast(Decision, placed.after) if placed else OPEN

    def is_ignored(self, finding: Finding, key: str) -> bool:
        """Whether a finding was set aside."""
        decision = self.decision(finding.clause, key)
        return decision in ASIDE or (decision == OPEN and self._wide(finding, key) is not None)

    def ignore_of(self, finding: Finding, key: str) -> Ignore | None:
        """Give what sets a finding aside, None where nothing does."""
        placed = self.made(finding.clause, key)
        if placed and placed.after in ASIDE:
            return _told(placed, finding)
        return self._wide(finding, key) if not placed or placed.after == OPEN else None

    def ignores(self, findings: Iterable[Keyed]) -> Iterator[Ignore]:
        """Give all that sets findings aside: places in their order, then what goes further.

        Args:
            findings: all findings of the review.
        """
        covers: Counter[tuple[Scope, str]] = Counter()
        for finding, key in findings:
            found = self.ignore_of(finding, key)
            if found is not None and found.scope == "place":
                yield replace(found, covers=1)
            elif found is not None:
                covers[found.scope, found.key] += 1
        for one in [*self._wide_ones(), *map(_unwanted, self.always)]:
            yield replace(one, covers=covers[one.scope, one.key])

    def decided(self, finding: Finding, key: str, decision: Decision, reason: str) -> Edit | None:
        """Give the change that decides about a finding; None where it is so decided already."""
        placed = self.made(finding.clause, key)
        before = placed.after if placed else OPEN
        if before == decision:
            return None
        known = placed.key if placed else key
        return Edit(finding.clause, finding.side, before, decision, "decision", known, reason)

    def set_throughout(self, key: str, clause: int, side: Side, reason: str, *, on: bool) -> Edit | None:
        """Give the change that ignores something throughout, or revokes that; None where it is so already.

        Args:
            key: what is ignored, by `text_key` or `rule_key`.
            clause: where it is decided.
            side: of which side.
            reason: why.
            on: whether it is ignored from now on.
        """
        scope, rule = _scope_of(key)
        known = rule in self.always if scope == "always" else key in self._throughout
        before, after = ("", ON) if on else (ON, "")
        return Edit(clause, side, before, after, "ignore", key, reason) if known != on else None

    def regrouped(self, before: Iterable[Keyed], after: Iterable[Keyed]) -> Iterator[Edit]:
        """Carry what was decided over to clauses that are paired otherwise: the third of its like stays the third.

        Args:
            before: the findings of the clauses that went, in order.
            after: the findings of those that stand in their place.
        """
        known, found = _by_likeness(before), _by_likeness(after)
        for like, old in known.items():
            new = found.get(like, [])
            if len(new) != len(old):
                continue  # which is which can't be told: all of them stand open
            for (finding, key), (moved, moved_key) in zip(old, new, strict=True):
                made = self.made(finding.clause, key)
                same = (finding.clause, key) == (moved.clause, moved_key)
                if made and not same and made.after != OPEN:
                    yield from self._decided_again(made, moved.clause, moved.side, moved_key)

    def carried(self, before: Clause, known: Sequence[Keyed], after: Clause, found: Sequence[Keyed]) -> Iterator[Edit]:
        """Carry what was decided over to a changed text, where the same finding still stands there.

        Args:
            before: the clause as it was.
            known: its findings as it was.
            after: the clause as it is.
            found: its findings as it is.
        """
        for finding, key in known:
            made = self.made(before.id, key)
            if made is None or made.after == OPEN:
                continue
            new = successor(finding, before, after, found)
            if new is not None and new != key:
                yield Edit(before.id, finding.side, made.after, OPEN, "decision", made.key, author=made.author)
                yield from self._decided_again(made, before.id, finding.side, new)

    def _decided_again(self, made: Revision, clause: int, side: Side, key: str) -> Iterator[Edit]:
        """Decide at another place what was decided, for the same reason and in the same name."""
        placed = self.made(clause, key)
        there = placed.after if placed else OPEN
        if there != made.after:
            known = placed.key if placed else key
            yield Edit(clause, side, there, made.after, "decision", known, made.reason, author=made.author)

    def made(self, clause: int, key: str) -> Revision | None:
        """Give the change that decided about a finding of a clause at its place, None where nobody did."""
        if not self._standing.is_touched("decision", clause):
            return None
        last = self._standing.last
        return last(("decision", clause, key)) or last(("decision", clause, older(key)))

    def _wide(self, finding: Finding, key: str) -> Ignore | None:
        if self._throughout:
            for wide in (text_key(finding, key), rule_key(finding.rule)):
                if wide in self._throughout:
                    return self._ignore(wide)
        unwanted = self.always.get(finding.rule)
        return _unwanted(unwanted) if unwanted else None

    def _wide_ones(self) -> Iterator[Ignore]:
        for key in self._throughout:
            if _scope_of(key)[0] != "always":
                yield self._ignore(key)

    def _ignore(self, key: str) -> Ignore:
        made = self._standing.last(("ignore", 0, key))
        scope, rule = _scope_of(key)
        reason, author, time = (made.reason, made.author, made.time) if made else ("", "", "")
        if scope != "text" or made is None:
            return Ignore(scope, rule, key, reason, author, time)
        text = key.split("|", 4)[4]
        return Ignore(scope, rule, key, reason, author, time, side=made.side, text=text)


def text_key(finding: Finding, key: str) -> str:
    """Give what the same finding is known by wherever it stands: the same words, and the same said of them.

    Blanks and marks are the same everywhere: of those it is the words around them that must be the same.
    """
    words = finding.text if any(map(str.isalnum, finding.text)) or finding.id else around(key)
    return f"text|{finding.rule}|{finding.side}|{said(finding.message)}|{words}"


def rule_key(rule: str, *, always: bool = False) -> str:
    """Give what a rule is known by, in one document or in all."""
    return f"{'always' if always else 'rule'}|{rule}"


def _scope_of(key: str) -> tuple[Scope, str]:
    scope, rule, *_rest = [*key.split("|", 2), ""]
    return cast(Scope, scope), rule


def _told(made: Revision, finding: Finding) -> Ignore:
    return Ignore(
        "place", finding.rule, made.key, made.reason, made.author, made.time, cast(Decision, made.after),
        finding.clause, finding.side, finding.text,
    )  # fmt: skip


def _unwanted(one: Unwanted) -> Ignore:
    return Ignore("always", one.rule, rule_key(one.rule, always=True), one.reason, one.author, one.time)


def _by_likeness(findings: Iterable[Keyed]) -> dict[tuple[str, Side, str, Message], list[Keyed]]:
    sorted_: dict[tuple[str, Side, str, Message], list[Keyed]] = {}
    for finding, key in findings:
        sorted_.setdefault(likeness(finding), []).append((finding, key))
    return sorted_
