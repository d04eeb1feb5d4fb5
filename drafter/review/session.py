"""The review session: open, look, correct, decide, undo, and hand over a snapshot."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice, takewhile
from pathlib import Path
from typing import Literal

from drafter.checks import DocumentFacts, check_clause, check_clauses
from drafter.exports import ReviewSnapshot
from drafter.model import (
    N_,
    Clause,
    Confidence,
    Decision,
    Document,
    DrafterError,
    Finding,
    Notice,
    Revision,
    Segment,
    Side,
    Span,
)
from drafter.project import ProjectStore, Record
from drafter.review.changes import Change, Edit, storable
from drafter.review.deciding import IGNORED, OPEN, Deciding
from drafter.review.fixing import fixed, settled
from drafter.review.history import Steps
from drafter.review.keys import Keyed, keyed
from drafter.review.places import Place, corrected_paragraphs, place_of
from drafter.review.tagging import ON, Tagging
from drafter.taxonomy import Taxonomy, shipped_taxonomy

_BOTH: tuple[Side, Side] = ("zh", "en")


class ReviewSession:
    """A review that is open.

    Everything that changes a review goes through here; whatever shows it is told by `subscribe`. Make one with
    `open_pair`, `open_side`, `open_mixed`, `open_pairs` or `open_project`.

    Example:
        >>> from drafter.review import open_pairs
        >>> session = open_pairs([("PM2.5浓度下降10%。", "The concentration ofPM2.five decreased by 10%.")])
        >>> [finding.rule for finding in session.findings()]
        ['spacing.glued', 'number.digit-word']
        >>> len(session.apply_fixes("safe"))
        1
        >>> session.clause(1).en.text
        'The concentration of PM2.5 decreased by 10%.'
        >>> session.undo()
        True

    Attributes:
        title: what the review is called.
        author: the reviewer's name, written into every revision; "" where none was given.
    """

    def __init__(
        self,
        title: str,
        documents: Mapping[Side, Document],
        clauses: Sequence[Clause],
        *,
        author: str = "",
        record: Record | None = None,
        store: ProjectStore | None = None,
        notices: Sequence[Notice] = (),
        progress: Callable[[float], None] | None = None,
    ) -> None:
        self.title = title
        self.author = author
        self._documents = dict(documents)
        self._clauses = {clause.id: clause for clause in clauses}
        self._revisions = list(record.revisions if record else ())
        self._settings = dict(record.settings if record else {})
        self._store = store
        self._notices = tuple(notices)
        self._steps = Steps(self._revisions)
        self._observers: list[Callable[[Change], None]] = []
        self._mixed = _is_mixed(self._documents, clauses)
        # The habits of the text as loaded: what is found in a clause must not depend on when the review was opened.
        self._facts = DocumentFacts.of(map(_as_loaded, clauses))
        found: dict[int, list[Finding]] = {id_: [] for id_ in self._clauses}
        for finding in check_clauses(tuple(self._clauses.values()), progress, self._facts):
            found[finding.clause].append(finding)
        self._findings = {id_: keyed(self._clauses[id_], findings) for id_, findings in found.items()}
        self._deciding = Deciding()
        self._tagging = Tagging()
        for revision in self._revisions:
            self._note(revision)

    # --- looking ---------------------------------------------------------------------------------------------------

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in order, as corrected so far."""
        return tuple(self._clauses.values())

    @property
    def documents(self) -> Mapping[Side, Document]:
        """The documents as loaded."""
        return self._documents

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was left out, guessed, or looks wrong, of each document and of the two together."""
        found = [notice for document in self._documents.values() for notice in document.notices]
        return tuple(dict.fromkeys([*found, *self._notices]))

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The whole history, oldest first."""
        return tuple(self._revisions)

    @property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy that clauses are tagged with."""
        return shipped_taxonomy()

    @property
    def path(self) -> Path | None:
        """The project file that every change goes to, None where there is none yet."""
        return self._store.path if self._store else None

    def clause(self, id_: int) -> Clause:
        """Give a clause.

        Raises:
            KeyError: there is no such clause.
        """
        return self._clauses[id_]

    def findings(self, clause: int | None = None, *, ignored: bool = False) -> list[Finding]:
        """Give findings in order of clause and place.

        Args:
            clause: only those of this clause.
            ignored: give those that were set aside instead of the open ones.
        """
        ids = [clause] if clause is not None else list(self._clauses)
        return [
            finding
            for id_ in ids
            for finding, key in self._findings[id_]
            if self._deciding.is_ignored(id_, key) == ignored
        ]

    def tags(self, clause: int) -> tuple[str, ...]:
        """Give the notations of the concepts on a clause, in the order in which they were put there."""
        return self._tagging.tags(clause)

    def place(self, finding: Finding) -> Place:
        """Give the line of the file that a finding came from, and its offsets in that line as corrected."""
        return self.place_of(finding.clause, finding.side, finding.span)

    def place_of(self, clause: int, side: Side, span: Span) -> Place:
        """Give the line of the file that a stretch of a clause's text came from, and its offsets in that line.

        The offsets count in the line as corrected; as long as its clause is as loaded, that is the line of the file.
        Text that a reviewer wrote where the file had none is placed at the line it follows.

        Raises:
            KeyError: there is no such clause, or the side came from no file.
        """
        document = self._documents[side]
        if self._clauses[clause].side(side).segments:
            return place_of(self._clauses[clause], side, span, document)
        before = takewhile(lambda known: known.id != clause, self._clauses.values())
        index = max((segment.paragraph for known in before for segment in known.side(side).segments[-1:]), default=0)
        return Place(document.paragraphs[index].line, *span)

    def has_place(self, side: Side) -> bool:
        """Whether a side came from a file, so that places in it can be told."""
        return side in self._documents

    def snapshot(self) -> ReviewSnapshot:
        """Give the review as it stands, for an exporter."""
        return ReviewSnapshot(
            title=self.title,
            clauses=self.clauses,
            findings=tuple(self.findings()),
            ignored=tuple(self.findings(ignored=True)),
            revisions=self.revisions,
            tags={clause: tuple(map(self.taxonomy.known, self.tags(clause))) for clause in self._tagging},
            zh_name=self._documents["zh"].name if "zh" in self._documents else "",
            en_name=self._documents["en"].name if "en" in self._documents else "",
        )

    def corrected_text(self, side: Side) -> str:
        """Give one side's document with every correction put in, paragraph by paragraph, blank lines kept.

        Of a file that holds both languages it is the whole file, whichever side is asked for.
        """
        if side not in self._documents:
            return "\n".join(clause.side(side).text for clause in self.clauses)
        return "\n".join(self.corrected_paragraphs(side))

    def corrected_paragraphs(self, side: Side) -> list[str]:
        """Give the paragraphs of `corrected_text`, as many as the document has.

        Raises:
            KeyError: the side came from no file.
        """
        return corrected_paragraphs(self._documents[side], self.clauses, _BOTH if self._mixed else (side,))

    @property
    def mixed(self) -> bool:
        """Whether both sides came from one file that holds both languages."""
        return self._mixed

    # --- being told ------------------------------------------------------------------------------------------------

    def subscribe(self, observer: Callable[[Change], None]) -> Callable[[], None]:
        """Have an observer told of every change, after it happened.

        Returns:
            A function that ends the subscription.
        """
        self._observers.append(observer)

        def end() -> None:
            with suppress(ValueError):
                self._observers.remove(observer)

        return end

    # --- changing --------------------------------------------------------------------------------------------------

    def edit(self, clause: int, side: Side, text: str, reason: str = "") -> bool:
        """Set the corrected text of one side of a clause.

        Line ends become line feeds, and half a character (a lone surrogate) becomes U+FFFD: no file could hold it.

        Returns:
            Whether that changed anything.

        Raises:
            KeyError: there is no such clause.
            ProjectError: the project file can't be written; nothing was changed.
        """
        before, after = self._clauses[clause].side(side).text, storable(text)
        if before == after:
            return False
        self._commit([Edit(clause, side, before, after, reason=storable(reason))])
        return True

    def apply_fix(self, finding: Finding) -> None:
        """Put a finding's fix into the text.

        Raises:
            KeyError: there is no such clause.
            DrafterError: the finding has no fix, or the text has changed under it.
        """
        # Where something is missing the words of the finding are "", and would fit any text.
        if all(finding != known for known, _key in self._findings[finding.clause]):
            raise DrafterError(N_("The text has changed since this was found; look again."))
        before = self._clauses[finding.clause].side(finding.side).text
        after = fixed(before, [finding])
        self._commit([Edit(finding.clause, finding.side, before, after, reason=finding.rule)])

    def apply_fixes(
        self, level: Confidence = "safe", rules: Iterable[str] | None = None, sides: Iterable[Side] = _BOTH
    ) -> list[Revision]:
        """Apply the fixes of all open findings, as one step.

        Args:
            level: "safe" leaves the suggested ones alone.
            rules: only findings of these rules.
            sides: only findings on these sides.

        Returns:
            The revisions made, one a changed side of a clause.
        """
        chosen, read = None if rules is None else set(rules), set(sides)

        def wanted(finding: Finding) -> bool:
            safe_enough = finding.fix is not None and (level == "suggested" or finding.fix.confidence == "safe")
            return safe_enough and finding.side in read and (chosen is None or finding.rule in chosen)

        edits = [
            edit
            for id_, clause in self._clauses.items()
            for edit in settled(clause, self._findings[id_], wanted, self._deciding.is_ignored, self._check)
        ]
        return [made for made in self._commit(edits) if made.kind == "text"] if edits else []

    def ignore(self, finding: Finding, reason: str) -> None:
        """Set a finding aside at this place.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        self._decide(finding, IGNORED, reason)

    def reopen(self, finding: Finding, reason: str = "") -> None:
        """Take a finding up again that was set aside.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        self._decide(finding, OPEN, reason)

    def tag(self, clause: int, notation: str) -> bool:
        """Put a concept on a clause.

        Args:
            clause: the clause.
            notation: the concept's notation.

        Returns:
            Whether it was not there yet.

        Raises:
            KeyError: there is no such clause.
        """
        return self._set_tag(clause, notation, on=True)

    def untag(self, clause: int, notation: str) -> bool:
        """Take a concept off a clause; False where it was not on it."""
        return self._set_tag(clause, notation, on=False)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._steps.undoable is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring again."""
        return self._steps.redoable is not None

    def step_size(self, turn: Literal["undo", "redo"]) -> int:
        """Tell how many changes the next undo or redo turns round: a large one wants a thread of its own."""
        step = self._steps.undoable if turn == "undo" else self._steps.redoable
        return 0 if step is None else len(self._step(step))

    def undo(self) -> bool:
        """Take the last step back, across restarts too; False where there is none."""
        step = self._steps.undoable
        if step is None:
            return False
        edits = [Edit.turned(one, "undo") for one in reversed(self._step(step))]
        self._commit(edits)
        return True

    def redo(self) -> bool:
        """Bring the last undone step again; False where there is none."""
        step = self._steps.redoable
        if step is None:
            return False
        edits = [Edit.turned(one, "redo") for one in self._step(step)]
        self._commit(edits)
        return True

    # --- keeping ---------------------------------------------------------------------------------------------------

    def save_as(self, path: Path) -> None:
        """Write the review to a project file; from now on every change goes there at once.

        Raises:
            ProjectError: it can't be written there; the review goes on as before.
        """
        if self._is_at(path):
            return  # every change is there already
        record = Record(self.title, self._documents, self.clauses, self.revisions, self._settings)
        store = ProjectStore.create(path, record)
        self.close()
        self._store = store

    def setting(self, name: str) -> str:
        """Give what the review remembers under a name, "" where it remembers nothing."""
        return self._settings.get(name, "")

    def remember(self, name: str, value: str) -> None:
        """Have the review remember something that is no change of its content, such as the place last looked at.

        Raises:
            ProjectError: the project file can't be written; nothing was changed.
        """
        if self._store:
            self._store.remember(name, value)
        self._settings[name] = value

    def close(self) -> None:
        """Let the project file go."""
        if self._store:
            self._store.close()
            self._store = None

    # --- inside ----------------------------------------------------------------------------------------------------

    def _is_at(self, path: Path) -> bool:
        try:
            return self._store is not None and self._store.path.samefile(path)
        except (OSError, ValueError):
            return False

    def _check(self, clause: Clause) -> list[Keyed]:
        return keyed(clause, check_clause(clause, self._facts))

    def _decide(self, finding: Finding, decision: Decision, reason: str) -> None:
        key = next((key for known, key in self._findings[finding.clause] if known == finding), None)
        if key is None:
            raise KeyError(finding.rule)
        edit = self._deciding.decided(finding, key, decision, storable(reason))
        if edit is not None:
            self._commit([edit])

    def _set_tag(self, clause: int, notation: str, *, on: bool) -> bool:
        if clause not in self._clauses:
            raise KeyError(clause)
        if (notation in self.tags(clause)) == on:
            return False
        before, after = ("", ON) if on else (ON, "")
        self._commit([Edit(clause, "zh", before, after, "tag", notation)])
        return True

    def _note(self, revision: Revision) -> None:
        """Take a revision's decision or tag into account."""
        if revision.kind == "decision":
            self._deciding.note(revision)
        elif revision.kind == "tag":
            self._tagging.note(revision)

    def _step(self, step: int) -> list[Revision]:
        following = islice(self._revisions, step - 1, None)  # numbers count from 1, and steps hang together
        return list(takewhile(lambda revision: revision.group == step, following))

    def _commit(self, edits: Sequence[Edit]) -> list[Revision]:
        """Write the changes to the project file, then to memory, then tell."""
        changed: dict[int, Clause] = {}
        for edit in edits:
            if edit.kind == "text":
                clause = changed.get(edit.clause, self._clauses[edit.clause])
                changed[edit.clause] = clause.with_text(edit.side, edit.after)
        found = {clause.id: self._check(clause) for clause in changed.values()}
        if not edits[0].turn:  # an undo takes back what was carried, and a redo brings it again
            edits = [*edits, *(edit for clause in changed.values() for edit in self._carried(clause, found[clause.id]))]

        made = self._revisions_of(edits)
        if self._store:
            self._store.append(made, changed.values())
        self._revisions.extend(made)
        self._steps.add(made[0])
        self._clauses.update(changed)
        self._findings.update(found)
        for revision in made:
            self._note(revision)
        change = Change(tuple(dict.fromkeys(revision.clause for revision in made)), tuple(made))
        for observer in list(self._observers):
            observer(change)
        return made

    def _revisions_of(self, edits: Sequence[Edit]) -> list[Revision]:
        """Number the changes of one step and stamp them."""
        first = len(self._revisions) + 1
        time = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return [edit.revision(first + i, self.author, time, first) for i, edit in enumerate(edits)]

    def _carried(self, clause: Clause, found: Sequence[Keyed]) -> Iterator[Edit]:
        before = self._clauses[clause.id]
        return self._deciding.carried(before, self._findings[clause.id], clause, found)


def _as_loaded(clause: Clause) -> Clause:
    return clause.with_text("zh", clause.zh.original).with_text("en", clause.en.original)


def _is_mixed(documents: Mapping[Side, Document], clauses: Iterable[Clause]) -> bool:
    """Tell one file in two languages from two files, even from two that happen to be the same."""
    if documents.keys() != set(_BOTH) or documents["zh"] != documents["en"]:
        return False
    zh, en = set[Segment](), set[Segment]()
    for clause in clauses:
        zh.update(clause.zh.segments)
        en.update(clause.en.segments)
    return zh.isdisjoint(en)
