"""Whatever a reviewer does, in any order: the history leads to the text, and leads back."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from drafter.model import STATES, DrafterError, Side, Span, State
from drafter.project import taken_back
from drafter.review import Change, ReviewSession, open_mixed, open_project
from drafter.review.progressing import ProgressCounter

TEXT = (
    "石桥镇清洁空气计划\n"
    "The loss ofPM2.five fell by 1 0% , and later ofPM2.five again.\n\n"
    "改造锅炉120台&nbsp;，下降10%。\n"
    "oneOverall goals\n"
    "Refit12 boilers , and 12 stoves 。\n"
)
BOTH: tuple[Side, Side] = ("zh", "en")
CLAUSES = st.integers(0, 9)
SIDES = st.sampled_from(BOTH)
WORDS = st.text(st.sampled_from("ab ,ofPM2.5\n\r五%𫚖\ud800"), max_size=24)


def state(session: ReviewSession) -> tuple[object, ...]:
    ids = [clause.id for clause in session.clauses]
    ignored = session.findings(ignored=True)
    return (
        session.clauses,
        session.findings(),
        ignored,
        [session.decision(finding) for finding in (*session.findings(), *ignored)],
        [session.tags(id_) for id_ in ids],
        [session.state(id_) for id_ in ids],
        sorted((one.scope, one.key, one.reason, one.author, one.covers) for one in session.ignores()),
        session.corrected_text("en"),
    )


class Reviewer(RuleBasedStateMachine):
    """Somebody who does all there is to do."""

    @initialize(kept=st.booleans())
    def open(self, kept: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        source = Path(self.folder.name, "mixed.txt")
        source.write_text(TEXT, encoding="utf-8")
        self.session = open_mixed(source, author="柳")
        self.path = Path(self.folder.name, "a.drafter")
        if kept:
            self.session.save_as(self.path)
        self.follow()
        self.states = [state(self.session)]
        self.at = 0

    def follow(self) -> None:
        self.told: list[Change] = []
        self.session.subscribe(self.told.append)

    def done(self, changed: bool) -> None:
        """Take in a change; the observers were told of it once, or not at all."""
        assert len(self.told) == changed
        if changed:
            self.at += 1
            del self.states[self.at :]
            self.states.append(state(self.session))
        self.told.clear()

    def id_of(self, index: int) -> int:
        return self.session.clauses[index % len(self.session.clauses)].id

    def attempt(self, act: Callable[[], bool], *clauses: int) -> None:
        """Do something that is refused where a clause is finished, and only there."""
        try:
            self.done(act())
        except DrafterError:
            assert any(map(self.session.is_locked, clauses))
            assert not self.told

    @rule(clause=CLAUSES, side=SIDES, text=WORDS)
    def write(self, clause: int, side: Side, text: str) -> None:
        id_ = self.id_of(clause)
        self.attempt(lambda: self.session.edit(id_, side, text), id_)

    @rule(clause=CLAUSES, at=st.integers(0, 60), text=WORDS)
    def insert(self, clause: int, at: int, text: str) -> None:
        id_ = self.id_of(clause)
        old = self.session.clause(id_).en.text
        self.attempt(lambda: self.session.edit(id_, "en", old[:at] + text + old[at:]), id_)

    @rule(clause=CLAUSES, number=st.integers(0, 99))
    def restore(self, clause: int, number: int) -> None:
        id_ = self.id_of(clause)
        try:
            self.done(self.session.restore(id_, number % (len(self.session.revisions) + 1)))
        except DrafterError:  # finished, or paired otherwise then
            assert not self.told

    @rule(clause=CLAUSES, zh=st.integers(0, 20), en=st.integers(0, 40))
    def split(self, clause: int, zh: int, en: int) -> None:
        id_ = self.id_of(clause)
        self.attempt(lambda: self.session.pairing.split(id_, zh=zh, en=en), id_)

    @rule(clause=CLAUSES)
    def merge(self, clause: int) -> None:
        one, other = self.id_of(clause), self.id_of(clause + 1)
        self.attempt(lambda: self.session.pairing.merge(one, other), one, other)

    @rule(clauses=st.sets(CLAUSES, min_size=1, max_size=4), to=st.sampled_from(STATES), overrule=st.booleans())
    def set_state(self, clauses: set[int], to: State, overrule: bool) -> None:
        ids = {self.id_of(clause) for clause in clauses}
        found = self.session.set_state(ids, to, overrule="so be it" if overrule else "")
        self.done(bool(found.changed))
        assert {self.session.state(id_) for id_ in ids - set(found.blocked)} == {to} or not ids - set(found.blocked)

    @rule(clause=CLAUSES, side=SIDES, start=st.integers(0, 30), length=st.integers(0, 9))
    def mark(self, clause: int, side: Side, start: int, length: int) -> None:
        id_ = self.id_of(clause)
        end = len(self.session.clause(id_).side(side).text)
        span = Span(min(start, end), min(start + length, end))
        finding = self.session.add_finding(id_, side, span, "accuracy", "critical", "{why}?")
        assert (finding.clause, finding.span) == (id_, span)
        self.done(True)

    @precondition(lambda self: any(finding.id for finding in self.session.findings()))
    @rule(choice=st.integers(0, 99), words=st.sampled_from(["", "other words", None]))
    def rewrite_mark(self, choice: int, words: str | None) -> None:
        own = [finding for finding in self.session.findings() if finding.id]
        id_ = own[choice % len(own)].id
        if words is None:
            self.session.remove_finding(id_)
            self.done(True)
        else:
            self.done(self.session.change_finding(id_, note=words))

    @precondition(lambda self: self.session.findings())
    @rule(choice=st.integers(0, 99), decision=st.sampled_from(["confirm", "reject", "text", "rule"]))
    def decide(self, choice: int, decision: str) -> None:
        findings = self.session.findings()
        finding = findings[choice % len(findings)]
        if decision == "confirm":
            changed = self.session.decision(finding) != "confirmed"
            self.session.confirm(finding)
        elif decision == "reject":
            changed = True
            self.session.reject(finding, "no fault")
        elif decision == "text":
            changed = self.session.ignore_text(finding, "a brand")
        else:
            changed = self.session.ignore_rule(finding.rule, "house style")
        self.done(changed)

    @precondition(lambda self: self.session.ignores())
    @rule(choice=st.integers(0, 99))
    def revoke(self, choice: int) -> None:
        ignores = self.session.ignores()
        self.done(self.session.revoke(ignores[choice % len(ignores)]))

    @precondition(lambda self: any(finding.fix for finding in self.session.findings()))
    @rule(choice=st.integers(0, 99))
    def fix(self, choice: int) -> None:
        fixable = [finding for finding in self.session.findings() if finding.fix]
        finding = fixable[choice % len(fixable)]

        def fix() -> bool:
            self.session.apply_fix(finding)
            return True

        self.attempt(fix, finding.clause)

    @rule(suggested=st.booleans(), side=SIDES)
    def fix_all(self, suggested: bool, side: Side) -> None:
        made = self.session.apply_fixes("suggested" if suggested else "safe", sides=[side])
        self.done(bool(made))

    @precondition(lambda self: self.session.findings())
    @rule(choice=st.integers(0, 99))
    def ignore(self, choice: int) -> None:
        findings = self.session.findings()
        self.session.ignore(findings[choice % len(findings)], "as printed")
        self.done(True)

    @precondition(lambda self: self.session.findings(ignored=True))
    @rule(choice=st.integers(0, 99))
    def reopen(self, choice: int) -> None:
        findings = self.session.findings(ignored=True)
        finding = findings[choice % len(findings)]
        ignored = self.session.ignore_of(finding)
        assert ignored is not None
        try:
            self.session.reopen(finding)
            self.done(True)
        except DrafterError:
            assert ignored.scope != "place"

    @rule(clause=CLAUSES, notation=st.sampled_from("abc"), on=st.booleans())
    def tag(self, clause: int, notation: str, on: bool) -> None:
        self.done((self.session.tag if on else self.session.untag)(self.id_of(clause), notation))

    @rule()
    def undo(self) -> None:
        assert self.session.undo() == (self.at > 0)
        self.turned(-1 if self.at else 0)

    @rule()
    def redo(self) -> None:
        there = self.at < len(self.states) - 1
        assert self.session.redo() == there
        self.turned(1 if there else 0)

    def turned(self, step: int) -> None:
        assert len(self.told) == abs(step)
        self.told.clear()
        self.at += step
        assert state(self.session) == self.states[self.at]

    @rule()
    def close_and_open(self) -> None:
        if self.session.path is None:
            self.session.save_as(self.path)
        self.session.close()
        self.session = open_project(self.path, author="王")
        self.follow()
        assert state(self.session) == self.states[self.at]

    @invariant()
    def history_leads_to_the_text(self) -> None:
        assert [one.number for one in self.session.revisions] == list(range(1, len(self.session.revisions) + 1))
        for clause in taken_back(self.session.clauses, self.session.revisions):
            assert [clause.side(side).text for side in BOTH] == [clause.side(side).original for side in BOTH]

    @invariant()
    def progress_keeps_in_step(self) -> None:
        assert self.session.progress() == ProgressCounter(self.session._ledger).progress()

    @invariant()
    def own_findings_lie_in_their_texts(self) -> None:
        for finding in self.session.findings():
            text = self.session.clause(finding.clause).side(finding.side).text
            assert text[slice(*finding.span)] == finding.text

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        while self.session.undo():
            self.at -= 1
        assert self.at == 0
        assert state(self.session) == self.states[0]
        while self.session.redo():
            self.at += 1
            assert state(self.session) == self.states[self.at]
        assert self.at == len(self.states) - 1
        self.session.close()
        self.folder.cleanup()


TestReviewer = Reviewer.TestCase
TestReviewer.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
