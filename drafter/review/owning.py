"""The reviewers' own findings: where they stand, and how they follow the text."""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from drafter.model import N_, Clause, DrafterError, Finding, Marking, Message, Revision, Side, Span
from drafter.project.marking import packed_marking, unpacked_marking
from drafter.review.changes import Edit
from drafter.review.keys import Keyed
from drafter.review.moving import moved
from drafter.review.regrouping import origins

_ID_BYTES: Final = 6  # two reviewers' findings never get the same one
_KEY: Final = "own|"
_BARE: Final = N_("A reviewer marked this.")
_SIDES: tuple[Side, Side] = ("zh", "en")


class OwnFindings:
    """What reviewers found themselves, by clause."""

    def __init__(self) -> None:
        self._homes: dict[str, int] = {}
        self._held: dict[int, dict[str, tuple[Side, Marking]]] = {}

    def note(self, revision: Revision) -> None:
        """Take a revision into account that changed a finding."""
        home = self._homes.pop(revision.key, None)
        if home is not None:
            del self._held[home][revision.key]
        if revision.after:
            marking = unpacked_marking(revision.after)
            self._homes[revision.key] = marking.clause
            self._held.setdefault(marking.clause, {})[revision.key] = revision.side, marking

    def of(self, clause: Clause) -> list[Keyed]:
        """Give the findings of a clause."""
        held = self._held.get(clause.id, {})
        return [(_finding(clause, id_, side, marking), _KEY + id_) for id_, (side, marking) in held.items()]

    def added(self, clause: Clause, side: Side, marking: Marking) -> Edit:
        """Give the change that adds a finding.

        Raises:
            ValueError: the span lies outside the text.
        """
        if not 0 <= marking.span.start <= marking.span.end <= len(clause.side(side).text):
            raise ValueError(marking.span)
        return Edit(clause.id, side, "", packed_marking(marking), "finding", secrets.token_hex(_ID_BYTES))

    def changed(self, id_: str, changes: Mapping[str, str] | None) -> Edit | None:
        """Give the change that makes a finding say something else; None where nothing changes.

        Args:
            id_: the finding.
            changes: what becomes of its rule, severity, note; None to take it away.

        Raises:
            DrafterError: it is not there.
        """
        home = self._homes.get(id_)
        if home is None:
            raise DrafterError(N_("This finding is not there any more."))
        side, marking = self._held[home][id_]
        before = packed_marking(marking)
        after = "" if changes is None else packed_marking(replace(marking, **changes))  # type: ignore[arg-type]
        return Edit(home, side, before, after, "finding", id_) if before != after else None

    def carried(self, before: Clause, after: Clause) -> Iterator[Edit]:
        """Have findings follow a changed text; one whose words went goes with them."""
        for id_, (side, marking) in self._held.get(before.id, {}).items():
            span = moved(marking.span, before.side(side).text, after.side(side).text)
            if span != marking.span:
                yield Edit(before.id, side, packed_marking(marking), _at(marking, span), "finding", id_)

    def regrouped(self, before: Iterable[Clause], after: Iterable[Clause]) -> Iterator[Edit]:
        """Have findings follow their text into clauses that are paired otherwise.

        Args:
            before: the clauses as they were.
            after: those that stand in their place.
        """
        old = list(before)
        if not any(self._held.get(clause.id) for clause in old):
            return
        new = list(after)
        tied = origins(old, new)
        for clause in old:
            near = [one for one in new if clause.id in tied[one.id]]
            for id_, (side, marking) in self._held.get(clause.id, {}).items():
                home, span = _found_again(marking.span, clause, side, near)
                if home is not None and (home, span) == (clause.id, marking.span):
                    continue
                if home is None or span is None:
                    yield Edit(new[0].id, side, packed_marking(marking), "", "finding", id_)
                else:
                    there = packed_marking(replace(marking, clause=home, span=span))
                    yield Edit(home, side, packed_marking(marking), there, "finding", id_)


def _found_again(span: Span, clause: Clause, side: Side, near: Sequence[Clause]) -> tuple[int | None, Span | None]:
    """Find the clause that has a stretch of a clause's text now, and where."""
    text = clause.side(side).text
    words = text[slice(*span)]
    for one in near:
        there = one.side(side).text
        at = there.find(text) if text else -1  # joined with others
        if at >= 0:
            return one.id, Span(at + span.start, at + span.end)
    for one in near:
        there = one.side(side).text
        at = text.find(there) if there else -1  # cut out of it
        if at >= 0 and at <= span.start and span.end <= at + len(there):
            return one.id, Span(span.start - at, span.end - at)
    for one in near:
        at = one.side(side).text.find(words) if words else -1
        if at >= 0:
            return one.id, Span(at, at + len(words))
    return None, None


def _at(marking: Marking, span: Span | None) -> str:
    return "" if span is None else packed_marking(replace(marking, span=span))


def _finding(clause: Clause, id_: str, side: Side, marking: Marking) -> Finding:
    # What a reviewer wrote may hold braces: it is a value, never a template.
    message = Message("{note}", {"note": marking.note}) if marking.note else Message(_BARE)
    text = clause.side(side).text[slice(*marking.span)]
    return Finding(marking.rule, marking.severity, side, marking.span, text, message, clause=clause.id, id=id_)
