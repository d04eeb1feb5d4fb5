"""A history told anew, for the same work on other clauses: one change for each thing that still stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.model import STATES, Clause, Finding, Marking, Note, Revision, Side
from drafter.project.marking import packed_marking
from drafter.review.changes import Edit
from drafter.review.deciding import CONFIRMED, ON, REJECTED
from drafter.review.history import Standing, Thing
from drafter.review.moving import moved
from drafter.review.notes import DONE, Notebook, ids_of, key_of
from drafter.review.session import ReviewSession
from drafter.review.state import BOTH

Stamp = tuple[str, str, str]
"""Who, when, and why."""


class Retelling:
    """Takes what was done in a review over to clauses that were made otherwise from its files.

    Attributes:
        lost: clauses of the old review of which something found no place.
    """

    def __init__(
        self,
        old: ReviewSession,
        clauses: Iterable[Clause],
        notebook: Notebook,
        home: Callable[[Clause], int | None],
        sides: Mapping[Side, Side],
    ) -> None:
        """Look where everything belongs.

        Args:
            old: the review as it was.
            clauses: the new clauses, corrected as the old ones were.
            notebook: the comments of the files, at the new clauses.
            home: tells which new clause has what hangs on an old one; None where there is none.
            sides: which side of the new clauses each side of the old ones is.
        """
        self.lost: set[int] = set()
        self._old, self._sides = old, sides
        self._new = {clause.id: clause for clause in clauses}
        self._homes = {clause.id: home(clause) for clause in old.clauses}
        self._guests: dict[int, list[Clause]] = {}
        for clause in old.clauses:
            if (to := self._homes[clause.id]) is not None:
                self._guests.setdefault(to, []).append(clause)
        self._standing = Standing()
        self._by_text: dict[str, Revision] = {}
        for one in old.revisions:
            self._standing.note(one)
            if one.kind == "text":
                self._by_text[one.after] = one
        self._comments = {_words_of(note): note for note in notebook.notes() if note.imported}

    def revisions(self, more: Iterable[tuple[Edit, Stamp]] = ()) -> tuple[Revision, ...]:
        """Give a history that leads to all that was taken over but the decisions of single places.

        Args:
            more: other changes that belong into it.
        """
        edits = [
            *self._texts(), *self._tags(), *self._notes(), *self._states(), *self._own(), *self._ignores(), *more,
        ]  # fmt: skip
        return tuple(
            replace(edit, reason=reason).revision(number, author, time, number)
            for number, (edit, (author, time, reason)) in enumerate(sorted(edits, key=lambda entry: entry[1][1]), 1)
        )

    def decide(self, session: ReviewSession) -> None:
        """Decide again what was decided about single places, where the same is found.

        Args:
            session: the review that was made with the history.
        """
        for finding in (*self._old.findings(), *self._old.findings(ignored=True)):
            made = self._old.decided(finding)
            if made is None:
                continue
            home = self._home_or_lost(finding.clause)
            there = (*session.findings(home), *session.findings(home, ignored=True)) if home is not None else ()
            alike = next((one for one in there if self._is_like(finding, one) and session.decided(one) is None), None)
            if alike is None:
                self.lost.add(finding.clause)
                continue
            session.author = made.author
            if made.after == CONFIRMED:
                session.confirm(alike, made.reason)
            elif made.after == REJECTED:
                session.reject(alike, made.reason)
            else:
                session.ignore(alike, made.reason)
        session.author = self._old.author

    def _is_like(self, old: Finding, new: Finding) -> bool:
        same = (old.rule, old.text, old.message, old.id) == (new.rule, new.text, new.message, new.id)
        return same and new.side == self._sides[old.side]

    def _home_or_lost(self, clause: int) -> int | None:
        home = self._homes[clause]
        if home is None:
            self.lost.add(clause)
        return home

    def _stamp(self, *things: Thing) -> Stamp:
        """Tell who did something last, when, and why; of what was joined into one, the last change of all."""
        made = next((one for thing in things if (one := self._standing.last(thing))), None)
        return _stamped(made) if made else self._latest()

    def _latest(self) -> Stamp:
        last = self._old.revisions[-1] if self._old.revisions else None
        return (last.author, last.time, "") if last else (self._old.author, "", "")

    def _texts(self) -> Iterator[tuple[Edit, Stamp]]:
        back = {new: old for old, new in self._sides.items()}
        for clause in self._new.values():
            for side in BOTH:
                here = clause.side(side)
                if here.text == here.original:
                    continue
                made = self._by_text.get(here.text)
                things: list[Thing] = [
                    ("text", one.id, back.get(side, side)) for one in self._guests.get(clause.id, ())
                ]
                yield Edit(clause.id, side, here.original, here.text), _stamped(made) if made else self._stamp(*things)

    def _tags(self) -> Iterator[tuple[Edit, Stamp]]:
        put: set[tuple[int, str]] = set()
        for clause in self._old.clauses:
            for notation in self._old.tags(clause.id):
                home = self._home_or_lost(clause.id)
                if home is not None and (home, notation) not in put:
                    put.add((home, notation))
                    yield Edit(home, "zh", "", ON, "tag", notation), self._stamp(("tag", clause.id, notation))

    def _notes(self) -> Iterator[tuple[Edit, Stamp]]:
        keys = {ids_of(one.key)[0]: one.key for one in self._old.revisions if one.kind == "note"}
        known = {note.id: self._comments.get(_words_of(note)) for note in self._old.notes() if note.imported}
        first = next(iter(self._new), None)
        for note in self._old.notes():
            home = self._home_or_lost(note.clause) if note.clause is not None else first
            if home is None:
                continue
            comment = known.get(note.id)
            if note.imported and comment is None:
                continue  # the new version of the file does not have it
            side = self._sides[note.side]
            if not note.imported:
                id_, parent = ids_of(keys[note.id])
                answered = known.get(parent)
                key = key_of(id_, answered.id if answered else parent)
                yield Edit(home, side, "", note.text, "note", key), (note.author, note.time, "")
            if not note.parent and note.done != bool(comment and comment.done):
                words = ("", DONE) if note.done else (DONE, "")
                thread = comment.id if comment else note.id
                yield Edit(home, side, *words, "done", thread), self._stamp(("done", 0, note.id))

    def _states(self) -> Iterator[tuple[Edit, Stamp]]:
        """Keep the states of clauses that are the same on both sides, as loaded and as corrected."""
        for clause in self._old.clauses:
            state = self._old.state(clause.id)
            if state == STATES[0]:
                continue
            home = self._homes[clause.id]
            if home is not None and self._is_same(clause, self._new[home]):
                yield Edit(home, "zh", STATES[0], state, "state"), self._stamp(("state", clause.id, ""))
            else:
                self.lost.add(clause.id)

    def _is_same(self, old: Clause, new: Clause) -> bool:
        pairs = [(old.side(side), new.side(self._sides[side])) for side in BOTH if old.side(side).text]
        return all((one.original, one.text) == (other.original, other.text) for one, other in pairs) and bool(
            new.zh.text
        ) + bool(new.en.text) == len(pairs)

    def _own(self) -> Iterator[tuple[Edit, Stamp]]:
        for finding in (*self._old.findings(), *self._old.findings(ignored=True)):
            made = self._standing.made(("finding", 0, finding.id)) if finding.id else ()
            home = self._home_or_lost(finding.clause) if made else None
            if home is None:
                continue
            side = self._sides[finding.side]
            before = self._old.clause(finding.clause).side(finding.side).text
            span = moved(finding.span, before, self._new[home].side(side).text)
            if span is None:
                self.lost.add(finding.clause)
                continue
            note = str(finding.message.values.get("note", ""))
            marking = packed_marking(Marking(home, finding.rule, finding.severity, span, note))
            yield Edit(home, side, "", marking, "finding", finding.id), _stamped(made[0])

    def _ignores(self) -> Iterator[tuple[Edit, Stamp]]:
        first = next(iter(self._new), None)
        for one in self._old.ignores():
            if one.scope not in ("text", "rule") or first is None:
                continue
            made, key = self._standing.last(("ignore", 0, one.key)), one.key
            home = self._homes.get(made.clause) if made else None
            side = self._sides[one.side or "zh"]
            if one.scope == "text":
                scope, rule, _side, rest = key.split("|", 3)
                key = "|".join((scope, rule, side, rest))
            yield Edit(home or first, side, "", ON, "ignore", key), (one.author, one.time, one.reason)


def _stamped(made: Revision) -> Stamp:
    return made.author, made.time, made.reason


def _words_of(note: Note) -> tuple[str, ...]:
    return note.author, note.time, note.text, note.about
