"""The review session: open, look, correct, decide, undo, and hand over a snapshot."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Literal

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
from drafter.review.deciding import IGNORED, OPEN
from drafter.review.fixing import fixed, settled
from drafter.review.ledger import Ledger
from drafter.review.places import Place, corrected_paragraphs, place_of
from drafter.review.tagging import ON
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
        self._settings = dict(record.settings if record else {})
        self._notices = record.notices if record else tuple(notices)
        self._mixed = _is_mixed(self._documents, clauses)
        self._ledger = Ledger(clauses, record.revisions if record else (), store, progress)

    # --- looking ---------------------------------------------------------------------------------------------------

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in order, as corrected so far."""
        return tuple(self._ledger.clauses.values())

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
        return tuple(self._ledger.revisions)

    @property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy that clauses are tagged with."""
        return shipped_taxonomy()

    @property
    def path(self) -> Path | None:
        """The project file that every change goes to, None where there is none yet."""
        return self._ledger.store.path if self._ledger.store else None

    def clause(self, id_: int) -> Clause:
        """Give a clause.

        Raises:
            KeyError: there is no such clause.
        """
        return self._ledger.clauses[id_]

    def findings(self, clause: int | None = None, *, ignored: bool = False) -> list[Finding]:
        """Give findings in order of clause and place.

        Args:
            clause: only those of this clause.
            ignored: give those that were set aside instead of the open ones.
        """
        ids = [clause] if clause is not None else list(self._ledger.clauses)
        return [
            finding
            for id_ in ids
            for finding, key in self._ledger.findings[id_]
            if self._ledger.deciding.is_ignored(id_, key) == ignored
        ]

    def tags(self, clause: int) -> tuple[str, ...]:
        """Give the notations of the concepts on a clause, in the order in which they were put there."""
        return self._ledger.tagging.tags(clause)

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
        if self._ledger.clauses[clause].side(side).segments:
            return place_of(self._ledger.clauses[clause], side, span, document)
        before = takewhile(lambda known: known.id != clause, self._ledger.clauses.values())
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
            tags={clause: tuple(map(self.taxonomy.known, self.tags(clause))) for clause in self._ledger.tagging},
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
        return self._ledger.subscribe(observer)

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
        before, after = self._ledger.clauses[clause].side(side).text, storable(text)
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
        if all(finding != known for known, _key in self._ledger.findings[finding.clause]):
            raise DrafterError(N_("The text has changed since this was found; look again."))
        before = self._ledger.clauses[finding.clause].side(finding.side).text
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

        ledger = self._ledger
        edits = [
            edit
            for id_, clause in ledger.clauses.items()
            for edit in settled(clause, ledger.findings[id_], wanted, ledger.deciding.is_ignored, ledger.check)
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
        return self._ledger.can_turn("undo")

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring again."""
        return self._ledger.can_turn("redo")

    def step_size(self, turn: Literal["undo", "redo"]) -> int:
        """Tell how many changes the next undo or redo turns round: a large one wants a thread of its own."""
        return len(self._ledger.step(turn))

    def undo(self) -> bool:
        """Take the last step back, across restarts too; False where there is none."""
        return self._ledger.turn("undo", self.author)

    def redo(self) -> bool:
        """Bring the last undone step again; False where there is none."""
        return self._ledger.turn("redo", self.author)

    # --- keeping ---------------------------------------------------------------------------------------------------

    def save_as(self, path: Path) -> None:
        """Write the review to a project file; from now on every change goes there at once.

        Raises:
            ProjectError: it can't be written there; the review goes on as before.
        """
        if self._is_at(path):
            return  # every change is there already
        record = Record(self.title, self._documents, self.clauses, self.revisions, self._settings, self._notices)
        store = ProjectStore.create(path, record)
        self.close()
        self._ledger.store = store

    def setting(self, name: str) -> str:
        """Give what the review remembers under a name, "" where it remembers nothing."""
        return self._settings.get(name, "")

    def remember(self, name: str, value: str) -> None:
        """Have the review remember something that is no change of its content, such as the place last looked at.

        Raises:
            ProjectError: the project file can't be written; nothing was changed.
        """
        if self._ledger.store:
            self._ledger.store.remember(name, value)
        self._settings[name] = value

    def close(self) -> None:
        """Let the project file go."""
        if self._ledger.store:
            self._ledger.store.close()
            self._ledger.store = None

    # --- inside ----------------------------------------------------------------------------------------------------

    def _is_at(self, path: Path) -> bool:
        try:
            return self.path is not None and self.path.samefile(path)
        except (OSError, ValueError):
            return False

    def _decide(self, finding: Finding, decision: Decision, reason: str) -> None:
        key = next((key for known, key in self._ledger.findings[finding.clause] if known == finding), None)
        if key is None:
            raise KeyError(finding.rule)
        edit = self._ledger.deciding.decided(finding, key, decision, storable(reason))
        if edit is not None:
            self._commit([edit])

    def _set_tag(self, clause: int, notation: str, *, on: bool) -> bool:
        if clause not in self._ledger.clauses:
            raise KeyError(clause)
        if (notation in self.tags(clause)) == on:
            return False
        before, after = ("", ON) if on else (ON, "")
        self._commit([Edit(clause, "zh", before, after, "tag", notation)])
        return True

    def _commit(self, edits: Sequence[Edit]) -> list[Revision]:
        return self._ledger.commit(edits, self.author)


def _is_mixed(documents: Mapping[Side, Document], clauses: Iterable[Clause]) -> bool:
    """Tell one file in two languages from two files, even from two that happen to be the same."""
    if documents.keys() != set(_BOTH) or documents["zh"] != documents["en"]:
        return False
    zh, en = set[Segment](), set[Segment]()
    for clause in clauses:
        zh.update(clause.zh.segments)
        en.update(clause.en.segments)
    return zh.isdisjoint(en)
