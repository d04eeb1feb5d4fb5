"""Whatever a reviewer does, in any order: the history leads to the text, and leads back."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from drafter.model import Clause, Finding, Side
from drafter.review import Change, ReviewSession, open_mixed, open_project

TEXT = (
    "石桥镇清洁空气计划\n"
    "The loss ofPM2.five fell by 1 0% , and later ofPM2.five again.\n\n"
    "改造锅炉120台&nbsp;，下降10%。\n"
    "oneOverall goals\n"
    "Refit12 boilers , and 12 stoves 。\n"
)
BOTH: tuple[Side, Side] = ("zh", "en")
CLAUSES = st.integers(1, 5)
SIDES = st.sampled_from(BOTH)
WORDS = st.text(st.sampled_from("ab ,ofPM2.5\n\r五%𫚖\ud800"), max_size=24)
State = tuple[tuple[Clause, ...], list[Finding], list[Finding], list[tuple[str, ...]], str]


def state(session: ReviewSession) -> State:
    return (
        session.clauses,
        session.findings(),
        session.findings(ignored=True),
        [session.tags(clause.id) for clause in session.clauses],
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

    @rule(clause=CLAUSES, side=SIDES, text=WORDS)
    def write(self, clause: int, side: Side, text: str) -> None:
        self.done(self.session.edit(clause, side, text))

    @rule(clause=CLAUSES, at=st.integers(0, 60), text=WORDS)
    def insert(self, clause: int, at: int, text: str) -> None:
        old = self.session.clause(clause).en.text
        self.done(self.session.edit(clause, "en", old[:at] + text + old[at:]))

    @precondition(lambda self: any(finding.fix for finding in self.session.findings()))
    @rule(choice=st.integers(0, 99))
    def fix(self, choice: int) -> None:
        fixable = [finding for finding in self.session.findings() if finding.fix]
        self.session.apply_fix(fixable[choice % len(fixable)])
        self.done(True)

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
        self.session.reopen(findings[choice % len(findings)])
        self.done(True)

    @rule(clause=CLAUSES, notation=st.sampled_from("abc"), on=st.booleans())
    def tag(self, clause: int, notation: str, on: bool) -> None:
        self.done((self.session.tag if on else self.session.untag)(clause, notation))

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
        texts = {(clause.id, side): clause.side(side).original for clause in self.session.clauses for side in BOTH}
        for number, revision in enumerate(self.session.revisions, 1):
            assert revision.number == number
            if revision.kind == "text":
                assert texts[revision.clause, revision.side] == revision.before
                texts[revision.clause, revision.side] = revision.after
        assert texts == {(clause.id, side): clause.side(side).text for clause in self.session.clauses for side in BOTH}

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
