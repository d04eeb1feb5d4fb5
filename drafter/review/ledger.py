"""The ledger of a review: what its history led to, and the one place where a change is entered."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice, takewhile
from threading import RLock
from typing import Final, Literal

from drafter.checks import (
    Cells,
    DocumentFacts,
    OwnRule,
    Throughout,
    check_clause,
    check_clauses,
    chosen_rules,
    document_rules,
    together,
)
from drafter.model import Clause, Finding, Revision, Span
from drafter.project import ProjectStore, rearranged, unpacked
from drafter.review.books import Books
from drafter.review.changes import Change, Edit, now
from drafter.review.history import Steps
from drafter.review.keys import Keyed, keyed
from drafter.review.marked import located, mentioned, unmarked
from drafter.review.notes import Notebook

_MOST_LATELY: Final = 20_000


class Ledger:
    """Clauses as corrected with their findings and all that stands beside them, and the history behind them.

    Attributes:
        revisions: the whole history, oldest first.
        books: what stands beside the texts: decisions, states, tags, notes, the reviewers' own findings.
        store: the project file that every change goes to, None where there is none yet.
        marked: whether the texts hold marks.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        notebook: Notebook,
        revisions: Sequence[Revision] = (),
        store: ProjectStore | None = None,
        progress: Callable[[float], None] | None = None,
        *,
        marked: bool = False,
        cells: Cells | None = None,
        style: Mapping[str, str] | None = None,
        own: Callable[[], Sequence[OwnRule]] = tuple,
    ) -> None:
        """Check all clauses, and take the history into account.

        Args:
            clauses: the clauses as corrected, in order.
            notebook: their notes.
            revisions: the history that led to them.
            store: the project file they came from.
            progress: told the share done, 0 to 1.
            marked: whether the texts hold marks.
            cells: which paragraphs stand in tables; None where the clauses are no document, but pairs that have nothing
                to do with each other.
            style: what a reviewer has chosen of the house style, by name.
            own: gives the rules that the review brings along.
        """
        self._own_rules = own
        self.revisions = list(revisions)
        self.books = Books(notebook)
        self.store = store
        self.marked = marked
        self._readings: dict[int, tuple[Clause, Clause]] = {}  # of texts with marks, as they read
        self._clauses = {clause.id: clause for clause in clauses}
        self._last_id = max((clause.id for clause in clauses), default=0)
        self._steps = Steps(self.revisions)
        self._observers: list[Callable[[Change], None]] = []
        self._writing = RLock()
        self._own: dict[int, list[Finding]] = {}  # what each clause shows by itself
        self._lately: dict[Clause, list[Finding]] = {}  # the same of other texts, the oldest first
        self._findings: dict[int, Sequence[Keyed]] = {}
        read = {id_: self._read(clause) for id_, clause in self._clauses.items()}
        self._loose = cells is None
        over = [rule for rule in document_rules() if cells is not None and not (marked and rule.of_paragraphs)]
        self._throughout = Throughout(read, cells or {}, over)
        self._check_all(style or {}, progress)
        for revision in self.revisions:
            self._note(revision)

    def restyle(self, style: Mapping[str, str]) -> None:
        """Check all clauses anew by another house style; then tell.

        Args:
            style: what a reviewer has chosen of it, by name.
        """
        self._check_all(style, None)
        self.tell(self._clauses)

    def _check_all(self, style: Mapping[str, str], progress: Callable[[float], None] | None) -> None:
        # The habits of the text as loaded: what is found in a clause must not depend on when the review was opened.
        choice = chosen_rules().with_own(self._own_rules())
        facts = DocumentFacts.of(map(self._read, map(_as_loaded, self._clauses.values())), style, choice)
        # Pairs that have nothing to do with each other are no plan, whatever one of them is the title of.
        self._facts = replace(facts, plan_year=0) if self._loose else facts
        self._lately.clear()
        own: dict[int, list[Finding]] = {id_: [] for id_ in self._clauses}
        for finding in check_clauses(tuple(map(self._read, self._clauses.values())), progress, self._facts):
            own[finding.clause].append(finding)
        self._own = own
        self._findings = {id_: self._joined(id_, self._clauses, own[id_]) for id_ in own}

    @property
    def clauses(self) -> Mapping[int, Clause]:
        """All clauses by their ids, in order, as corrected so far."""
        return self._clauses

    @property
    def last_id(self) -> int:
        """The highest id that any clause has or had."""
        return self._last_id

    @property
    def findings(self) -> Mapping[int, Sequence[Keyed]]:
        """What the rules find, by clause; what was set aside too."""
        return self._findings

    def found(self, id_: int) -> Sequence[Keyed]:
        """Give all findings of a clause in order of place, the reviewers' own and those that were set aside too.

        Raises:
            KeyError: there is no such clause.
        """
        found, own = self._findings[id_], self.books.owning.of(self._clauses[id_])
        return sorted([*found, *own], key=_place) if own else found

    def tell(self, clauses: Iterable[int]) -> None:
        """Tell the observers that something else is to be said of some clauses, which no change of the review did."""
        change = Change(tuple(clauses), ())
        for observer in list(self._observers):
            observer(change)

    def subscribe(self, observer: Callable[[Change], None]) -> Callable[[], None]:
        """Have an observer told of every change; gives a function that ends it."""
        self._observers.append(observer)

        def end() -> None:
            with suppress(ValueError):
                self._observers.remove(observer)

        return end

    def check(self, clause: Clause) -> Sequence[Keyed]:
        """Find what a clause shows by itself."""
        return self._keyed(clause, self._shown(clause))

    def _shown(self, clause: Clause) -> list[Finding]:
        """Find what a clause shows by itself; of texts that stood there lately or were tried for a fix it is known."""
        found = self._lately.get(clause)
        if found is None:
            found = check_clause(self._read(clause), self._facts)
            self._keep(clause, found)
        return found

    def _keep(self, clause: Clause, found: list[Finding]) -> None:
        self._lately[clause] = found
        if len(self._lately) > _MOST_LATELY:
            del self._lately[next(iter(self._lately))]

    def _read(self, clause: Clause) -> Clause:
        """Give a clause as the checks read it."""
        if not self.marked:
            return clause
        known = self._readings.get(clause.id)
        if known is None or known[0] is not clause:
            known = self._readings[clause.id] = clause, unmarked(clause)
        return known[1]

    def _keyed(self, clause: Clause, findings: Iterable[Finding]) -> Sequence[Keyed]:
        return keyed(clause, located(clause, findings) if self.marked else findings)

    def can_turn(self, turn: Literal["undo", "redo"]) -> bool:
        """Whether there is a step to take back, or to bring again."""
        return self._step(turn) is not None

    def step(self, turn: Literal["undo", "redo"]) -> list[Revision]:
        """Give the revisions of the step that the next undo or redo turns round; empty where there is none."""
        step = self._step(turn)
        if step is None:
            return []
        following = islice(self.revisions, step - 1, None)  # numbers count from 1, and steps hang together
        return list(takewhile(lambda revision: revision.group == step, following))

    def turn(self, turn: Literal["undo", "redo"], author: str) -> bool:
        """Take the last step back, or bring it again; False where there is none."""
        step = self.step(turn)
        if not step:
            return False
        self.commit([Edit.turned(one, turn) for one in (reversed(step) if turn == "undo" else step)], author)
        return True

    def commit(self, edits: Sequence[Edit], author: str) -> list[Revision]:
        """Enter changes as one step: into the project file, then into memory; then tell.

        What two threads do at once, such as a long work and the window, is entered one after the other.

        Args:
            edits: the changes, at least one.
            author: who made them.

        Returns:
            The revisions made; where a decision was carried over to a changed text, those of it too.

        Raises:
            KeyError: there is no such clause.
            ProjectError: the project file can't be written; nothing was changed.
        """
        with self._writing:
            change = self._enter(edits, author)
        for observer in list(self._observers):
            observer(change)
        return list(change.revisions)

    def remember(self, name: str, value: str) -> None:
        """Keep a setting in the project file, where there is one.

        Raises:
            ProjectError: it can't be written; nothing was changed.
        """
        with self._writing:
            if self.store:
                self.store.remember(name, value)

    def _enter(self, edits: Sequence[Edit], author: str) -> Change:
        regrouped = any(edit.kind == "pairing" for edit in edits)
        clauses, changed = self._after(edits)
        gone = self._clauses.keys() - clauses.keys()
        own = {id_: self._checked(clause) for id_, clause in changed.items()}
        reached = self._reread(clauses, {*changed, *gone}) if changed or gone else set[int]()
        try:
            found = dict(self._found(clauses, own, reached))
            if not edits[0].turn:  # an undo takes back what was carried, and a redo brings it again
                carry = self._inherited if regrouped else self._carried
                edits = [*edits, *carry(clauses, changed, found)]
            made = self._revisions_of(edits, author)
            if self.store:
                self.store.append(made, changed.values(), tuple(clauses.values()) if regrouped else None)
        except BaseException:
            self._reread(self._clauses, {*changed, *gone})
            raise
        for id_ in own.keys() & self._own.keys():
            self._keep(self._clauses[id_], self._own[id_])  # an undo brings it back
        self.revisions.extend(made)
        self._steps.add(made[0])
        self._clauses = clauses
        self._own.update(own)
        self._findings.update(found)
        for id_ in gone:
            del self._own[id_], self._findings[id_]
        for revision in made:
            self._note(revision)
            self.books.deciding.follow(revision)
        touched = dict.fromkeys([*(revision.clause for revision in made), *found, *self._reached(made)])
        return Change(tuple(id_ for id_ in touched if id_ in clauses), tuple(made), regrouped)

    def _step(self, turn: Literal["undo", "redo"]) -> int | None:
        return self._steps.undoable if turn == "undo" else self._steps.redoable

    def _revisions_of(self, edits: Sequence[Edit], author: str) -> list[Revision]:
        """Number the changes of one step and stamp them."""
        first = len(self.revisions) + 1
        time = now()
        return [edit.revision(first + i, author, time, first) for i, edit in enumerate(edits)]

    def _after(self, edits: Sequence[Edit]) -> tuple[dict[int, Clause], dict[int, Clause]]:
        """Give all clauses as changes leave them, and those of them that are not as they were."""
        clauses = dict(self._clauses)
        changed: dict[int, Clause] = {}
        for edit in edits:
            if edit.kind == "pairing":
                arranged = rearranged(tuple(clauses.values()), unpacked(edit.before), unpacked(edit.after))
                clauses = {clause.id: clause for clause in arranged}
                changed |= {clause.id: clause for _index, clause in unpacked(edit.after)}
            elif edit.kind == "text":
                clauses[edit.clause] = changed[edit.clause] = clauses[edit.clause].with_text(edit.side, edit.after)
        return clauses, {id_: clause for id_, clause in changed.items() if id_ in clauses}

    def _checked(self, clause: Clause) -> list[Finding]:
        """Find what a changed clause shows by itself; where only its place changed, that is known."""
        known = self._clauses.get(clause.id)
        if known is not None and replace(known, level=clause.level, fixed=clause.fixed) == clause:
            return self._own[clause.id]
        return self._shown(clause)

    def _reread(self, clauses: Mapping[int, Clause], changed: Collection[int]) -> set[int]:
        """Let the document rules look at what changed; give the clauses where they may find something else."""
        read = {id_: self._read(clause) for id_, clause in clauses.items()} if self.marked else clauses
        return self._throughout.update(read, changed)

    def _found(
        self, clauses: Mapping[int, Clause], own: Mapping[int, list[Finding]], reached: Iterable[int]
    ) -> Iterator[tuple[int, Sequence[Keyed]]]:
        """Give the findings of the changed clauses, and of those where the change makes a difference.

        Args:
            clauses: all clauses as changed.
            own: what the changed ones show by themselves.
            reached: those in which the document rules may find something else.
        """
        for id_ in {*own, *reached}:
            found = self._joined(id_, clauses, own[id_] if id_ in own else self._own[id_])
            if id_ in own or found != self._findings.get(id_):
                yield id_, found

    def _joined(self, id_: int, clauses: Mapping[int, Clause], own: Iterable[Finding]) -> Sequence[Keyed]:
        """Give what a clause shows by itself and in its document."""
        found = self._throughout.findings(id_)
        return self._keyed(
            clauses[id_], together(own, [mentioned(one, clauses) for one in found] if self.marked else found)
        )

    def _carried(
        self, _clauses: Mapping[int, Clause], changed: Mapping[int, Clause], found: Mapping[int, Sequence[Keyed]]
    ) -> Iterator[Edit]:
        """Give the changes that edits of texts bring with them."""
        return self.books.carried(self._clauses, self._findings, changed, found)

    def _inherited(
        self, clauses: Mapping[int, Clause], changed: Mapping[int, Clause], found: Mapping[int, Sequence[Keyed]]
    ) -> Iterator[Edit]:
        """Give the changes that pairing otherwise brings with it."""
        before = [clause for id_, clause in self._clauses.items() if id_ in changed or id_ not in clauses]
        after = [clause for id_, clause in clauses.items() if id_ in changed]
        return self.books.inherited(before, self._findings, after, found)

    def _reached(self, made: Iterable[Revision]) -> Iterator[int]:
        """Give the clauses with findings that a change of what is ignored throughout may set aside, or bring back."""
        rules = {one.key.split("|", 2)[1] for one in made if one.kind == "ignore"}
        if rules:
            yield from (id_ for id_, found in self._findings.items() if any(one.rule in rules for one, _key in found))

    def _note(self, revision: Revision) -> None:
        """Take into account what a revision did besides changing a text."""
        self.books.note(revision)
        if revision.kind == "pairing":
            arranged = (*unpacked(revision.before), *unpacked(revision.after))
            self._last_id = max(self._last_id, *(clause.id for _index, clause in arranged))


def _as_loaded(clause: Clause) -> Clause:
    return clause.with_text("zh", clause.zh.original).with_text("en", clause.en.original)


def _place(known: Keyed) -> tuple[bool, Span]:
    finding, _key = known
    return finding.side != "zh", finding.span
