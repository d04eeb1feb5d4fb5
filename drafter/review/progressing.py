"""How far a review has come, counted once and then kept in step with its changes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from drafter.language.marks import plain
from drafter.model import STATES, Amount, Clause, PersonProgress, Progress, SectionProgress, State
from drafter.review.books import Books
from drafter.review.changes import Change
from drafter.review.ledger import Ledger

_WORD: Final = re.compile(
    r"[㐀-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_㐀-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_SIDES: Final = ("zh", "en")


def count_words(clause: Clause) -> int:
    """Count the words of a clause's source as loaded: each Chinese character, and each word of Latin letters."""
    here = clause.zh if clause.zh.original else clause.en
    return len(_WORD.findall(plain(here.original)))


class _Counted(NamedTuple):
    """What one clause counts for.

    Attributes:
        section: id of the clause that is its heading, 0 for none.
        state: its state.
        by: who brought it there, None where nobody did.
        editors: whose edits it has.
        words: how many words it has.
    """

    section: int
    state: State
    by: str | None
    editors: frozenset[str]
    words: int


class ProgressCounter:
    """Counts clauses and words by section, state and person; after a change only what it touched."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._books: Books = ledger.books
        self._counted: dict[int, _Counted] = {}
        self._levels: dict[int, int] = {}
        self._clauses: Counter[tuple[int, State]] = Counter()
        self._words: Counter[tuple[int, State]] = Counter()
        self._people: Counter[tuple[str, State | None]] = Counter()  # None: what they edited
        self._people_words: Counter[tuple[str, State | None]] = Counter()
        self._stale: set[int] | None = None  # None: everything
        ledger.subscribe(self._follow)

    def progress(self) -> Progress:
        """Give the counts as they stand."""
        # Taken before anything is counted: what another thread changes meanwhile is counted the next time.
        stale, self._stale = self._stale, set()
        if stale is None:
            self._begin()
        else:
            for id_ in stale & self._ledger.clauses.keys():
                self._enter(id_, self._counted[id_].section)
        sections = tuple(
            SectionProgress(id_, level, _amounts(id_, self._clauses, self._words))
            for id_, level in self._levels.items()
        )
        whole = {state: _sum(section.states[state] for section in sections) for state in STATES}
        names = sorted({name for (name, _state), count in self._people.items() if count})
        people = tuple(
            PersonProgress(
                name,
                Amount(self._people[name, None], self._people_words[name, None]),
                _amounts(name, self._people, self._people_words),
            )
            for name in names
        )
        return Progress(whole, sections, people)

    def _follow(self, change: Change) -> None:
        if change.regrouped:
            self._stale = None
        elif self._stale is not None:
            self._stale.update(change.clauses)

    def _begin(self) -> None:
        for counts in (self._clauses, self._words, self._people, self._people_words):
            counts.clear()
        self._counted.clear()
        self._levels.clear()
        section = 0
        for id_, clause in self._ledger.clauses.items():
            if clause.level:
                section = id_
            self._levels.setdefault(section, clause.level if section == id_ else 0)
            self._enter(id_, section)

    def _enter(self, id_: int, section: int) -> None:
        old = self._counted.get(id_)
        words = old.words if old else count_words(self._ledger.clauses[id_])
        made = self._books.states.made(id_)
        last = self._books.standing.made
        editors = frozenset(one.author for side in _SIDES for one in last(("text", id_, side)))
        new = _Counted(section, self._books.states.of(id_), made.author if made else None, editors, words)
        if old != new:
            if old:
                self._count(old, -1)
            self._count(new, 1)
            self._counted[id_] = new

    def _count(self, one: _Counted, times: int) -> None:
        self._clauses[one.section, one.state] += times
        self._words[one.section, one.state] += times * one.words
        people: list[tuple[str, State | None]] = [(name, None) for name in one.editors]
        if one.by is not None and one.state != STATES[0]:
            people.append((one.by, one.state))
        for person in people:
            self._people[person] += times
            self._people_words[person] += times * one.words


def _amounts(of: int | str, clauses: Mapping[Any, int], words: Mapping[Any, int]) -> dict[State, Amount]:
    return {state: Amount(clauses[of, state], words[of, state]) for state in STATES}


def _sum(amounts: Iterable[Amount]) -> Amount:
    clauses = words = 0
    for one in amounts:
        clauses, words = clauses + one.clauses, words + one.words
    return Amount(clauses, words)
