"""The review session: open, look, correct, decide, undo, and hand over a snapshot."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from drafter.language.house_style import read_choices, written_choices
from drafter.model import N_, Confidence, DrafterError, Finding, Revision, Side
from drafter.project import ProjectError, ProjectStore, Record, spare_copy
from drafter.review.changes import Change, Edit, storable
from drafter.review.fixing import fixed, settled
from drafter.review.handpairing import HandPairing
from drafter.review.judging import Judging
from drafter.review.marked import rewritten
from drafter.review.recalling import texts_at
from drafter.review.searching import Searched
from drafter.review.state import BOTH, HOUSE_STYLE


class Fixed(list[Revision]):
    """The revisions that a change of many clauses made, one a changed side of a clause.

    Attributes:
        locked: finished clauses that were left alone, though there was something to change.
    """

    def __init__(self, made: Iterable[Revision] = (), locked: Iterable[int] = ()) -> None:
        super().__init__(made)
        self.locked = tuple(locked)


class ReviewSession(Judging):
    """A review that is open.

    Everything that changes a review goes through here; whatever shows it is told by `subscribe`. Make one with
    `open_pair`, `open_side`, `open_mixed`, `open_pairs` or `open_project`. It needs no screen: what the window does, a
    script can do.

    Clauses, findings and fixes:
        >>> from drafter.review import open_pairs
        >>> session = open_pairs(
        ...     [("PM2.5浓度下降10%。", "The concentration ofPM2.five fell by 10%."), ("改造12台。", "21 boilers.")],
        ...     author="Li",
        ... )
        >>> [(clause.id, clause.zh.text) for clause in session.clauses]
        [(1, 'PM2.5浓度下降10%。'), (2, '改造12台。')]
        >>> [finding.rule for finding in session.findings(1)]
        ['spacing.glued', 'number.digit-word']
        >>> len(session.apply_fixes("safe"))
        1
        >>> session.clause(1).en.text
        'The concentration of PM2.5 fell by 10%.'
        >>> session.edit(1, "en", "PM2.5 fell by 10%.", reason="shorter")
        True

    Decisions about findings: of one place, of the same words everywhere, of a whole rule:
        >>> wrong = session.findings(2)[0]
        >>> wrong.severity
        'critical'
        >>> session.ignore(wrong, "as in the annex")
        >>> session.ignore_rule("spacing.stray", "the template writes it so")
        True
        >>> [(one.scope, one.rule, one.reason) for one in session.ignores()]
        [('place', 'number.value', 'as in the annex'), ('rule', 'spacing.stray', 'the template writes it so')]
        >>> session.revoke(session.ignores()[0])
        True
        >>> session.confirm(wrong)
        >>> session.decision(wrong)
        'confirmed'

    Findings of one's own, which follow their words:
        >>> from drafter.model import Span
        >>> own = session.add_finding(2, "en", Span(3, 10), "terminology", "minor", "furnaces?")
        >>> session.edit(2, "en", "In all 21 boilers.")
        True
        >>> [(finding.text, finding.span.start) for finding in session.findings(2) if finding.id]
        [('boilers', 10)]
        >>> session.remove_finding(own.id)

    Tags and notes:
        >>> session.tag(1, session.taxonomy.concepts()[0].notation)
        True
        >>> session.add_note(2, "Ask the drafter")
        >>> [note.text for note in session.notes(2)]
        ['Ask the drafter']

    States; what is finished is locked, and critical findings keep a clause from being finished:
        >>> session.set_state([1, 2], "final")
        StatesSet(changed=(1,), blocked=(2,))
        >>> session.set_state(2, "final", overrule="agreed with the drafter").changed
        (2,)
        >>> session.edit(1, "en", "Other words.")
        Traceback (most recent call last):
        drafter.model.message.DrafterError: Clause 1 is finished: reopen it before you change it.
        >>> session.progress().states["final"].clauses
        2
        >>> session.set_state([1, 2], "reviewed").changed
        (1, 2)

    Pairing by hand:
        >>> session.pairing.merge(1, 2)
        True
        >>> len(session.clauses)
        1

    The history, which undo follows back across restarts:
        >>> session.undo()
        True
        >>> session.restore(2, 0)
        True
        >>> [past.revision.after for past in session.history(2) if past.revision.kind == "text"][-1]
        '21 boilers.'
        >>> session.state(2)
        'translated'
        >>> [(change.clause, change.before) for change in session.changes_since(0) if change.kind == "text"]
        [(1, 'The concentration ofPM2.five fell by 10%.')]

    Files: kept from now on, written, and opened again:
        >>> import tempfile
        >>> from pathlib import Path
        >>> from drafter.review import export_review, open_project
        >>> folder = tempfile.TemporaryDirectory()
        >>> session.save_as(Path(folder.name, "plan.drafter"))
        >>> export_review(session, Path(folder.name, "verdict.html"))
        ()
        >>> session.close()
        >>> again = open_project(Path(folder.name, "plan.drafter"), author="Wang")
        >>> again.clause(1).en.text
        'PM2.5 fell by 10%.'

    Out and back: clauses for whoever translates, and a copy that tells nothing of how it came about:
        >>> from drafter.review import hand_over, send_out, take_back, take_over
        >>> send_out(again, Path(folder.name, "pack.xlsx"), ["all"])
        2
        >>> take_over(again, take_back(again, Path(folder.name, "pack.xlsx")).proposed, author="Vendor")
        ()
        >>> hand_over(again, Path(folder.name, "handed over.drafter"))
        >>> again.close()
        >>> folder.cleanup()
    """

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
        Marks of a translation tool's file stay, see `drafter.language.marks`.

        Returns:
            Whether that changed anything.

        Raises:
            KeyError: there is no such clause.
            DrafterError: the clause is finished.
            ProjectError: the project file can't be written; nothing was changed.
        """
        return self._write(clause, {side: text}, reason)

    def restore(self, clause: int, revision: int, reason: str = "") -> bool:
        """Let a clause read again as it did just after a revision, which is a change like any other.

        Args:
            clause: the clause.
            revision: number of the revision, 0 for the text as loaded.
            reason: why.

        Returns:
            Whether that changed anything.

        Raises:
            KeyError: there is no such clause.
            DrafterError: the clause is finished, it was paired otherwise then, or there is no such revision.
        """
        here = self._ledger.clauses[clause]
        current: dict[Side, str] = {side: here.side(side).text for side in BOTH}
        return self._write(clause, texts_at(clause, revision, current, self._ledger.revisions), reason)

    def apply_fix(self, finding: Finding) -> None:
        """Put a finding's fix into the text.

        Raises:
            KeyError: there is no such clause.
            DrafterError: the finding has no fix, the text has changed under it, or the clause is finished.
        """
        # Where something is missing the words of the finding are "", and would fit any text.
        if all(finding != known for known, _key in self._ledger.found(finding.clause)):
            raise DrafterError(N_("The text has changed since this was found; look again."))
        self._ledger.books.states.require_unlocked([finding.clause])
        before = self._ledger.clauses[finding.clause].side(finding.side).text
        after = fixed(before, [finding], marked=self.marked)
        self._commit([Edit(finding.clause, finding.side, before, after, reason=finding.rule)])

    def apply_fixes(
        self, level: Confidence = "safe", rules: Iterable[str] | None = None, sides: Iterable[Side] = BOTH
    ) -> Fixed:
        """Apply the fixes of all open findings, as one step; finished clauses are left alone.

        Args:
            level: "safe" leaves the suggested ones alone.
            rules: only findings of these rules.
            sides: only findings on these sides.

        Returns:
            The revisions made, and the clauses that were left alone.
        """
        chosen, read = None if rules is None else set(rules), set(sides)

        def wanted(finding: Finding) -> bool:
            safe_enough = finding.fix is not None and (level == "suggested" or finding.fix.confidence == "safe")
            return safe_enough and finding.side in read and (chosen is None or finding.rule in chosen)

        ledger = self._ledger
        is_ignored, is_locked = ledger.books.deciding.is_ignored, ledger.books.states.is_locked
        edits: list[Edit] = []
        locked: list[int] = []
        for id_, clause in ledger.clauses.items():
            found = ledger.findings[id_]
            if not is_locked(id_):
                edits.extend(settled(clause, found, wanted, is_ignored, ledger.check, marked=self.marked))
            elif any(wanted(one) and not is_ignored(one, key) for one, key in found):
                locked.append(id_)
        made = self._commit(edits) if edits else []
        return Fixed((one for one in made if one.kind == "text"), locked)

    def replace(self, words: Searched, by: str, sides: Iterable[Side] = BOTH) -> Fixed:
        """Put other words wherever some stand, as one step; finished clauses are left alone.

        Args:
            words: what is looked for.
            by: what shall stand there.
            sides: the sides that are changed.

        Returns:
            The revisions made, and the clauses that were left alone.

        Raises:
            ProjectError: the project file can't be written; nothing was changed.
        """
        read, is_locked = set(sides), self._ledger.books.states.is_locked
        edits: list[Edit] = []
        locked: list[int] = []
        for id_, clause in self._ledger.clauses.items():
            changed = {side: words.replaced(clause.side(side).text, by) for side in read}
            made = list(self._edits(id_, changed, ""))
            if is_locked(id_):
                locked.extend([id_] if made else [])
            else:
                edits.extend(made)
        done = self._commit(edits) if edits else []
        return Fixed((one for one in done if one.kind == "text"), locked)

    def edit_all(self, texts: Mapping[int, Mapping[Side, str]], reason: str = "") -> Fixed:
        """Set the corrected texts of many clauses as one step; finished ones are left alone.

        Args:
            texts: by clause, the texts of its sides.
            reason: why.

        Returns:
            The revisions made, and the clauses that were left alone.

        Raises:
            KeyError: there is no such clause.
            ProjectError: the project file can't be written; nothing was changed.
        """
        edits: list[Edit] = []
        locked: list[int] = []
        for id_, sides in texts.items():
            made = list(self._edits(id_, sides, reason))
            if self._ledger.books.states.is_locked(id_):
                locked.extend([id_] if made else [])
            else:
                edits.extend(made)
        done = self._commit(edits) if edits else []
        return Fixed((one for one in done if one.kind == "text"), locked)

    @property
    def pairing(self) -> HandPairing:
        """What can be done to the pairs by hand."""
        return HandPairing(self._ledger, self._documents, self.author)

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
        return self._turn("undo")

    def redo(self) -> bool:
        """Bring the last undone step again; False where there is none."""
        return self._turn("redo")

    # --- keeping ---------------------------------------------------------------------------------------------------

    def save_as(self, path: Path) -> None:
        """Write the review to a project file; from now on every change goes there at once.

        Raises:
            ProjectError: it can't be written there; the review goes on as before.
        """
        if self._is_at(path):
            return  # every change is there already
        store = ProjectStore.create(path, self.record())
        self.close()
        self._ledger.store = store

    def save_copy(self, path: Path) -> None:
        """Write the review as it stands to another project file; changes go on where they went before.

        Raises:
            ProjectError: it can't be written there.
        """
        if self._ledger.store:
            self._ledger.store.copy_to(path)
        else:
            ProjectStore.create(path, self.record()).close()

    def take_over(self, other: "ReviewSession", *, spare: bool = False) -> Path | None:
        """Be kept in the place of another review: in its project file, which that one lets go.

        Args:
            other: the review; where it was kept nowhere, so is this one.
            spare: whether a copy of its file shall stay beside it.

        Returns:
            The copy, None where there is none.

        Raises:
            ProjectError: the file can't be written; the other review is kept as before.
        """
        path = other.path
        if path is None:
            return None
        other.close()  # an open file can't be replaced everywhere
        try:
            copy = spare_copy(path) if spare else None
            self.save_as(path)
        except ProjectError:
            other._ledger.store = ProjectStore.open(path)  # noqa: SLF001 -- another one of our own kind
            raise
        return copy

    def record(self) -> Record:
        """Give all that a project file keeps of the review."""
        return Record(self.title, self._documents, self.clauses, self.revisions, self._settings, self._notices)

    def setting(self, name: str) -> str:
        """Give what the review remembers under a name, "" where it remembers nothing."""
        return self._settings.get(name, "")

    def remember(self, name: str, value: str) -> None:
        """Have the review remember something that is no change of its content, such as the place last looked at.

        Raises:
            ProjectError: the project file can't be written; nothing was changed.
        """
        self._ledger.remember(name, value)
        self._settings[name] = value

    def choose_style(self, choices: str, *, keep: bool = True) -> None:
        """Choose how figures are written, and check everything anew by it.

        Args:
            choices: `dates=american, percent=per cent`; what is not named follows the document's habit. "" for none.
            keep: whether the review remembers it.

        Raises:
            DrafterError: there is no such choice.
            ProjectError: the project file can't be written; nothing was changed.
        """
        chosen = read_choices(choices)
        if keep:
            self.remember(HOUSE_STYLE, written_choices(chosen))
        self._ledger.restyle(chosen)

    def recheck(self) -> None:
        """Check everything anew: by other rules, or another glossary, that were chosen since."""
        self._ledger.restyle(self.house_style)

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

    def _write(self, clause: int, texts: Mapping[Side, str], reason: str) -> bool:
        """Set the texts of some sides of a clause, as one step; tell whether that changed anything."""
        edits = list(self._edits(clause, texts, reason))
        if not edits:
            return False
        self._ledger.books.states.require_unlocked([clause])
        self._commit(edits)
        return True

    def _edits(self, clause: int, texts: Mapping[Side, str], reason: str) -> Iterator[Edit]:
        """Give the changes that set the texts of some sides of a clause."""
        here = self._ledger.clauses[clause]
        for side, text in texts.items():
            before, after = here.side(side).text, storable(text)
            after = rewritten(here, side, after) if self.marked else after
            if before != after:
                yield Edit(clause, side, before, after, reason=storable(reason))

    def _turn(self, turn: Literal["undo", "redo"]) -> bool:
        step = self._ledger.step(turn)
        turned = self._ledger.turn(turn, self.author)
        self._keep_always(step)
        return turned
