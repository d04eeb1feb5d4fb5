"""What reviewers say of a review beside its texts: about findings, how far each clause has come, tags and notes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from drafter.model import (
    LOCKED,
    N_,
    Decision,
    DrafterError,
    Finding,
    Ignore,
    Marking,
    Revision,
    Severity,
    Side,
    Span,
    State,
)
from drafter.review.always import AlwaysIgnored
from drafter.review.changes import Edit, storable
from drafter.review.deciding import CONFIRMED, IGNORED, OPEN, REJECTED, rule_key, text_key
from drafter.review.state import ReviewState
from drafter.review.tagging import ON

_NO_REASON = N_("Say why: a reason has to be given for this.")
_WIDER = N_("This is set aside together with others: take that back in the list of what is ignored.")


@dataclass(frozen=True, slots=True)
class StatesSet:
    """What came of bringing clauses to a state.

    Attributes:
        changed: clauses that were brought there.
        blocked: clauses that were not: they can't be finished while critical findings are open in them.
    """

    changed: tuple[int, ...] = ()
    blocked: tuple[int, ...] = ()


class Judging(ReviewState):
    """A review of which something can be said; its texts stay as they are."""

    # --- about findings --------------------------------------------------------------------------------------------

    def ignore(self, finding: Finding, reason: str) -> None:
        """Set a finding aside at this place, until the text, what it is held against, or what is said of it changes.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        self._decide(finding, IGNORED, reason)

    def reject(self, finding: Finding, reason: str = "") -> None:
        """Say that the rule is wrong about this place: the finding is set aside as an ignored one is.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        self._decide(finding, REJECTED, reason)

    def confirm(self, finding: Finding, reason: str = "") -> None:
        """Say that this is a fault indeed; it stays open, even where its rule is ignored.

        Raises:
            KeyError: the finding is not among the clause's findings.
        """
        self._decide(finding, CONFIRMED, reason)

    def reopen(self, finding: Finding, reason: str = "") -> None:
        """Take back what was decided about a finding at its place.

        Raises:
            KeyError: the finding is not among the clause's findings.
            DrafterError: it is set aside together with others: see `ignore_of`, `revoke`, and `confirm`.
        """
        ignored = self.ignore_of(finding)
        if ignored is not None and ignored.scope != "place":
            raise DrafterError(_WIDER)
        self._decide(finding, OPEN, reason)

    def decide_all(self, findings: Iterable[Finding], decision: Decision, reason: str = "") -> int:
        """Decide about findings at their places, as one step.

        Args:
            findings: the findings.
            decision: what is decided about each.
            reason: why.

        Returns:
            About how many it was not decided so already.

        Raises:
            KeyError: a finding is not among its clause's findings; nothing was changed.
        """
        deciding, why = self._ledger.books.deciding, storable(reason.strip())
        edits = [edit for finding in findings if (edit := deciding.decided(finding, self._key(finding), decision, why))]
        if edits:
            self._commit(edits)
        return len(edits)

    def ignore_text(self, finding: Finding, reason: str) -> bool:
        """Set a finding aside wherever the same is said of the same words in this document.

        Returns:
            Whether it was not so already.

        Raises:
            KeyError: the finding is not among the clause's findings.
            DrafterError: no reason is given.
        """
        key = text_key(finding, self._key(finding))
        return self._throughout(key, reason, finding.clause, finding.side, on=True)

    def ignore_rule(self, rule: str, reason: str, *, always: bool = False) -> bool:
        """Set aside whatever a rule finds in this document.

        Args:
            rule: its name.
            reason: why.
            always: in whatever this user opens, too; see `heed`. An undo takes that back as well.

        Returns:
            Whether it was not so already.

        Raises:
            DrafterError: no reason is given, or the user's file can't be written; it holds until the program ends.
        """
        return self._throughout(rule_key(rule, always=always), reason, on=True)

    def revoke(self, ignore: Ignore, reason: str = "") -> bool:
        """Take back something that `ignores` lists; False where it does not hold any more.

        Raises:
            DrafterError: the user's file can't be written.
        """
        if ignore.scope != "place":
            return self._throughout(ignore.key, reason, on=False)
        deciding = self._ledger.books.deciding
        for finding, key in self._ledger.found(ignore.clause) if ignore.clause in self._ledger.clauses else ():
            known = deciding.ignore_of(finding, key)
            if known is not None and (known.scope, known.key) == ("place", ignore.key):
                self._decide(finding, OPEN, reason)
                return True
        return False

    def heed(self, always: AlwaysIgnored) -> None:
        """Leave out from now on what the user never wants to hear of, and keep there what `ignore_rule` adds."""
        self._ledger.books.deciding.always = always
        self._ledger.tell(self._ledger.clauses)

    # --- own findings ----------------------------------------------------------------------------------------------

    def add_finding(
        self, clause: int, side: Side, span: Span, rule: str, severity: Severity = "major", note: str = ""
    ) -> Finding:
        """Add a finding of one's own. It follows its words through every edit, and goes when they go.

        Args:
            clause: the clause.
            side: the side.
            span: code points in the side's text; an empty one where something is missing.
            rule: a rule of the catalogue (`number.value`) or an MQM error type (`accuracy/omission`).
            severity: how bad it is.
            note: what is wrong.

        Raises:
            KeyError: there is no such clause.
            ValueError: the span lies outside the text, or the rule has no name.
        """
        if not rule.strip():
            raise ValueError(rule)
        marking = Marking(clause, storable(rule.strip()), severity, Span(*span), storable(note.strip()))
        edit = self._ledger.books.owning.added(self.clause(clause), side, marking)
        self._commit([edit])
        return next(one for one in self.findings(clause) if one.id == edit.key)

    def change_finding(
        self, finding: str, *, rule: str | None = None, severity: Severity | None = None, note: str | None = None
    ) -> bool:
        """Let a finding of the reviewers' own say something else; tell whether that changed anything.

        Args:
            finding: its id.
            rule: another rule or error type.
            severity: another severity.
            note: other words.

        Raises:
            DrafterError: it is not there any more.
        """
        given = {"rule": rule, "severity": severity, "note": note}
        changes = {name: storable(value.strip()) for name, value in given.items() if value is not None}
        if changes.get("rule") == "":
            raise ValueError(rule)
        edit = self._ledger.books.owning.changed(finding, changes)
        return bool(edit and self._commit([edit]))

    def remove_finding(self, finding: str) -> None:
        """Take a finding of the reviewers' own away.

        Raises:
            DrafterError: it is not there any more.
        """
        edit = self._ledger.books.owning.changed(finding, None)
        if edit is not None:
            self._commit([edit])

    # --- states ----------------------------------------------------------------------------------------------------

    def set_state(self, clauses: int | Collection[int], state: State, *, overrule: str = "") -> StatesSet:
        """Bring clauses to a state, as one step.

        A finished clause ("final") is locked until it is brought to another state. One with open critical findings
        can't be finished, unless that is overruled.

        Args:
            clauses: one or many.
            state: the state.
            overrule: why they may be finished all the same; the history keeps it.

        Raises:
            KeyError: there is no such clause; nothing was changed.
        """
        wanted = [clauses] if isinstance(clauses, int) else list(dict.fromkeys(clauses))
        critical = {id_ for id_ in wanted if self._has_critical(id_)} if state == LOCKED else set[int]()
        reason = storable(overrule.strip())
        changed: list[Edit] = []
        for id_ in wanted:
            overruled = id_ in critical
            edit = self._ledger.books.states.changed(self.clause(id_).id, state, reason if overruled else "")
            if edit is not None and (reason or not overruled):
                changed.append(edit)
        if changed:
            self._commit(changed)
        done = {edit.clause for edit in changed}
        blocked = tuple(id_ for id_ in wanted if id_ in critical and id_ not in done and self.state(id_) != state)
        return StatesSet(tuple(edit.clause for edit in changed), blocked)

    # --- tags and notes ----------------------------------------------------------------------------------------------

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

    def tag_all(self, tags: Iterable[tuple[int, str]]) -> int:
        """Put concepts on clauses, as one step; say how many were not there yet.

        Args:
            tags: clause and notation of each.

        Raises:
            KeyError: there is no such clause; nothing was changed.
        """
        wanted = [(self.clause(clause).id, notation) for clause, notation in dict.fromkeys(tags)]
        edits = [
            Edit(clause, "zh", "", ON, "tag", notation)
            for clause, notation in wanted
            if notation not in self.tags(clause)
        ]
        if edits:
            self._commit(edits)
        return len(edits)

    def untag(self, clause: int, notation: str) -> bool:
        """Take a concept off a clause; False where it was not on it."""
        return self._set_tag(clause, notation, on=False)

    def add_note(self, clause: int, text: str, side: Side = "en", *, reply_to: str = "") -> None:
        """Write a note at a clause.

        Args:
            clause: the clause; a reply stands where its thread does.
            text: what it says; nothing is written where it says nothing.
            side: the side it is about.
            reply_to: id of the note it answers.

        Raises:
            KeyError: there is no such clause.
            DrafterError: the note to answer is not there.
        """
        self.clause(clause)
        if text.strip():
            self._commit([self._ledger.books.notebook.written(clause, side, text.strip(), reply_to)])

    def rewrite_note(self, note: str, text: str) -> bool:
        """Let a note of the reviewers say something else; "" takes it away. Tell whether that changed anything.

        Raises:
            DrafterError: it is not there, or came with the file.
        """
        edit = self._ledger.books.notebook.rewritten(note, text.strip())
        return bool(edit and self._commit([edit]))

    def settle_note(self, note: str, *, done: bool = True) -> bool:
        """Mark a note's thread as dealt with, or take it up again. Tell whether that changed anything.

        Raises:
            DrafterError: it is not there.
        """
        edit = self._ledger.books.notebook.settled(note, done=done)
        return bool(edit and self._commit([edit]))

    # --- inside ----------------------------------------------------------------------------------------------------

    def _has_critical(self, clause: int) -> bool:
        return any(finding.severity == "critical" for finding in self.findings(clause))

    def _decide(self, finding: Finding, decision: Decision, reason: str) -> None:
        self.decide_all([finding], decision, reason)

    def _set_tag(self, clause: int, notation: str, *, on: bool) -> bool:
        if clause not in self._ledger.clauses:
            raise KeyError(clause)
        if (notation in self.tags(clause)) == on:
            return False
        before, after = ("", ON) if on else (ON, "")
        self._commit([Edit(clause, "zh", before, after, "tag", notation)])
        return True

    def _throughout(self, key: str, reason: str, clause: int | None = None, side: Side = "zh", *, on: bool) -> bool:
        if on and not reason.strip():
            raise DrafterError(_NO_REASON)
        home = clause if clause is not None else next(iter(self._ledger.clauses), None)
        if home is None:
            return False  # a review without any text
        edit = self._ledger.books.deciding.set_throughout(key, home, side, storable(reason.strip()), on=on)
        if edit is None:
            return False
        self._commit([edit])
        return True

    def _commit(self, edits: Sequence[Edit]) -> list[Revision]:
        made = self._ledger.commit(edits, self.author)
        self._keep_always(made)
        return made

    def _keep_always(self, made: Sequence[Revision]) -> None:
        """Write the user's own file where a change reached it."""
        if any(one.kind == "ignore" and one.key.startswith("always|") for one in made):
            self._ledger.books.deciding.always.save()
