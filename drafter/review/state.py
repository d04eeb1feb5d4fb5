"""A review as it stands: everything about it that can be looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from drafter.checks import Cells
from drafter.exports import ReviewSnapshot
from drafter.language.house_style import read_choices
from drafter.model import (
    Clause,
    Decision,
    Document,
    DrafterError,
    Finding,
    Ignore,
    Message,
    Note,
    Notice,
    Progress,
    Revision,
    Segment,
    Side,
    Span,
    State,
)
from drafter.project import LockedStore, ProjectStore, Record
from drafter.review.deciding import OPEN
from drafter.review.ledger import Ledger
from drafter.review.marked import MarkNames, holds_marks
from drafter.review.mixed import Manner
from drafter.review.notes import Notebook
from drafter.review.own_rules import rules_kept, trouble_with
from drafter.review.places import Place, corrected_paragraphs, place_of
from drafter.review.progressing import ProgressCounter
from drafter.review.recalling import Changed, Past, changed_since, later_than, past_of
from drafter.taxonomy import Taxonomy, shipped_taxonomy

BOTH: tuple[Side, Side] = ("zh", "en")
HOUSE_STYLE = "house_style"
_NO_DOCUMENTS = frozenset(["tmx"])  # a memory's sentences come from anywhere


class ReviewState:
    """A review that can be looked at, and not changed.

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
        self._mixed = is_mixed(self._documents, clauses)
        self._ledger = Ledger(
            clauses,
            Notebook(self._documents, clauses, mixed=self._mixed),
            record.revisions if record else (),
            store,
            progress,
            marked=holds_marks(self._documents),
            cells=cells_of(self._documents),
            style=self.house_style,
            own=lambda: rules_kept(self._settings),
        )
        self._mark_names = MarkNames(self._documents)
        self._counter: ProgressCounter | None = None
        own = (one.number for one in reversed(self._ledger.revisions) if one.author == author)
        self._seen = next(own, 0)  # what this reviewer knows of

    @property
    def marked(self) -> bool:
        """Whether the texts hold marks: they come from a translation tool's file."""
        return self._ledger.marked

    @property
    def house_style(self) -> Mapping[str, str]:
        """What the reviewers have chosen of the way figures are written, by name; the rest is the document's habit."""
        try:
            return read_choices(self._settings.get(HOUSE_STYLE, ""))
        except DrafterError:
            return {}  # a later version knows more

    def mark_names(self, clause: int, side: Side) -> Mapping[int, str]:
        """Give what the marks on one side of a clause stand for, by number.

        Raises:
            KeyError: there is no such clause.
        """
        return self._mark_names.names(self._ledger.clauses[clause], side)

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
        return tuple(dict.fromkeys([*found, *self._notices, *trouble_with(self._settings)]))

    @property
    def settings(self) -> Mapping[str, str]:
        """What the review remembers that is no change of its content."""
        return self._settings

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

    @property
    def store(self) -> ProjectStore | None:
        """What every change is written with, None where there is no project file yet."""
        return self._ledger.store

    @property
    def read_only(self) -> Message | None:
        """Why the review can only be looked at, None where it can be changed."""
        return self._ledger.store.error.message if isinstance(self._ledger.store, LockedStore) else None

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
            for finding, key in self._ledger.found(id_)
            if self._ledger.books.deciding.is_ignored(finding, key) == ignored
        ]

    def decision(self, finding: Finding) -> Decision:
        """Tell what was decided about a finding at its place: "open" where nothing was.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        return self._ledger.books.deciding.decision(finding.clause, self._key(finding))

    def decided(self, finding: Finding) -> Revision | None:
        """Give the change that decided about a finding at its place: who, when, why; None where it is undecided.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        made = self._ledger.books.deciding.made(finding.clause, self._key(finding))
        return made if made and made.after != OPEN else None

    def ignore_of(self, finding: Finding) -> Ignore | None:
        """Give what sets a finding aside, None where it is open.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        return self._ledger.books.deciding.ignore_of(finding, self._key(finding))

    def ignores(self) -> tuple[Ignore, ...]:
        """Give all that sets findings aside: places where the finding still stands, texts, rules here, rules always."""
        found = (known for id_ in self._ledger.clauses for known in self._ledger.found(id_))
        return tuple(self._ledger.books.deciding.ignores(found))

    def found_by(self, finding: Finding) -> str:
        """Give the name of the reviewer whose own finding it is; "" for those of the rules."""
        made = self._ledger.books.standing.made(("finding", 0, finding.id)) if finding.id else ()
        return made[0].author if made else ""

    def state(self, clause: int) -> State:
        """Give the state of a clause.

        Raises:
            KeyError: there is no such clause.
        """
        return self._ledger.books.states.of(self.clause(clause).id)

    def is_locked(self, clause: int) -> bool:
        """Whether a clause is finished, so that its text can't be changed until somebody reopens it.

        Raises:
            KeyError: there is no such clause.
        """
        return self._ledger.books.states.is_locked(self.clause(clause).id)

    def progress(self) -> Progress:
        """Count clauses and words by state, section and person; cheap after a change, once it was asked for."""
        if self._counter is None:
            self._counter = ProgressCounter(self._ledger)
        return self._counter.progress()

    def history(self, clause: int) -> tuple[Past, ...]:
        """Give all changes of a clause, oldest first, those of clauses that its text stood in before too.

        Raises:
            KeyError: there is no such clause.
        """
        return past_of(self.clause(clause).id, self._ledger.revisions)

    def changes_since(self, since: int | datetime | None = None) -> tuple[Changed, ...]:
        """Tell what changed since some point, thing by thing; what came to nothing is left out.

        Args:
            since: number of the last change before it; a time (one without a zone is local); None for when this
                reviewer last worked on the review before it was opened now, where they never did for the beginning.
        """
        if since is None:
            since = self._seen
        return changed_since(later_than(since, self._ledger.revisions))

    def tags(self, clause: int) -> tuple[str, ...]:
        """Give the notations of the concepts on a clause, in the order in which they were put there."""
        return self._ledger.books.tagging.tags(clause)

    def notes(self, clause: int | None = None) -> tuple[Note, ...]:
        """Give the notes of a clause, comments of the file among them; each thread's first before its replies.

        Args:
            clause: only those of this clause; else all, those whose place the file has lost too.
        """
        return tuple(self._ledger.books.notebook.notes(clause))

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
            tags={clause: tuple(map(self.taxonomy.known, self.tags(clause))) for clause in self._ledger.books.tagging},
            zh_name=self._documents["zh"].name if "zh" in self._documents else "",
            en_name=self._documents["en"].name if "en" in self._documents else "",
            states={clause.id: self.state(clause.id) for clause in self.clauses},
            notes=self.notes(),
            cells=cells_of(self._documents) or {},
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
        return corrected_paragraphs(self._documents[side], self.clauses, BOTH if self._mixed else (side,))

    @property
    def manner(self) -> Manner:
        """How the files are read: two paired, pairs that one file holds ready, one in both languages, or one in one."""
        if self._mixed:
            return "both"
        if len(self._documents) == 1:
            return next(iter(self._documents))
        data = {document.data for document in self._documents.values()}
        return "pair" if len(data) == len(BOTH) else "pairs"

    @property
    def mixed(self) -> bool:
        """Whether both sides came from one file that holds both languages."""
        return self._mixed

    def _key(self, finding: Finding) -> str:
        """Give the key of a finding.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        for known, key in self._ledger.found(finding.clause):
            if known == finding:
                return key
        raise KeyError(finding.rule)


def is_mixed(documents: Mapping[Side, Document], clauses: Iterable[Clause]) -> bool:
    """Tell one file in two languages from two files, even from two that happen to be the same."""
    if documents.keys() != set(BOTH) or documents["zh"] != documents["en"]:
        return False
    zh, en = set[Segment](), set[Segment]()
    for clause in clauses:
        zh.update(clause.zh.segments)
        en.update(clause.en.segments)
    return zh.isdisjoint(en)


def cells_of(documents: Mapping[Side, Document]) -> Cells | None:
    """Tell which paragraphs stand in tables; None where there is no document, only pairs of sentences."""
    if all(document.format in _NO_DOCUMENTS for document in documents.values()):
        return None
    return {
        side: {index: one.cell for index, one in enumerate(document.paragraphs) if one.cell is not None}
        for side, document in documents.items()
    }
