"""How good a review's text was as loaded and is as corrected: what a quality report is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from drafter.checks import DocumentRule, Rule, chosen_rules, document_rules, rules
from drafter.exports import ReviewSnapshot
from drafter.exports.quality import Assessment, QualityOptions, QualityReport, assess, write_quality
from drafter.model import Clause, Finding, Message, Revision, Side, Span
from drafter.project.marking import unpacked_marking
from drafter.review.deciding import ASIDE, CONFIRMED, rule_key, text_key
from drafter.review.history import Standing
from drafter.review.keys import keyed, likeness
from drafter.review.marked import unmarked_snapshot
from drafter.review.original import target_side
from drafter.review.session import ReviewSession
from drafter.review.state import BOTH


def quality_of(session: ReviewSession, options: QualityOptions | None = None) -> QualityReport:
    """Weigh what is found in a review, in its texts as loaded and as corrected.

    The texts as loaded are checked anew where anything was corrected, which takes about as long as opening the review.
    """
    before, confirmed = _as_loaded(session)
    now = session.snapshot()
    confirmed |= {finding for finding in now.findings if finding.id or session.decision(finding) == CONFIRMED}
    then = replace(now, clauses=tuple(map(_loaded, now.clauses)), findings=before, ignored=(), revisions=())
    if session.marked:
        both = [(one, unmarked_snapshot(one)) for one in (then, now)]
        pairs = ((marked, bare) for old, new in both for marked, bare in zip(old.findings, new.findings, strict=True))
        confirmed = {bare for marked, bare in pairs if marked in confirmed}
        then, now = (new for _old, new in both)
    return assess(Assessment(now, then.findings, frozenset(confirmed), _translated(session, now), _types()), options)


def export_quality(session: ReviewSession, path: Path, options: QualityOptions | None = None) -> None:
    """Write the quality report of a review.

    Raises:
        DrafterError: the ending is not known, or the file can't be written; an old file there is untouched.
    """
    write_quality(quality_of(session, options), path)


def _translated(session: ReviewSession, snapshot: ReviewSnapshot) -> tuple[Side, ...]:
    """Give the sides whose errors count: the translation, or all there is where nothing tells which that is."""
    if session.mixed:
        return BOTH
    side = target_side(session)
    if side is None:
        side = (
            "en" if any(clause.en.original.strip() or clause.en.text.strip() for clause in snapshot.clauses) else "zh"
        )
    return (side,)


def _types() -> Mapping[str, str]:
    kinds: tuple[Rule | DocumentRule, ...] = (*rules(), *document_rules(), *chosen_rules().own)
    return {rule.name: rule.mqm for rule in kinds}


def _loaded(clause: Clause) -> Clause:
    return clause.with_text("zh", clause.zh.original).with_text("en", clause.en.original)


def _as_loaded(session: ReviewSession) -> tuple[tuple[Finding, ...], set[Finding]]:
    """Give what is found in the texts as loaded without what reviewers set aside, and what of it they confirmed."""
    clauses = tuple(map(_loaded, session.clauses))
    if clauses == session.clauses:
        return tuple(session.findings()), set()
    fresh = replace(session.record(), clauses=clauses, revisions=())
    found = ReviewSession(session.title, session.documents, clauses, record=fresh)
    decided = _Decided(session)
    kept: list[Finding] = []
    confirmed: set[Finding] = set()
    for clause in clauses:
        for finding, decision in decided.of(clause, found.findings(clause.id)):
            if decision not in ASIDE:
                kept.append(finding)
            if decision == CONFIRMED:
                confirmed.add(finding)
        for own in decided.own(clause.id):
            kept.append(own)
            confirmed.add(own)
    return tuple(kept), confirmed


class _Decided:
    """What reviewers decided, told of the texts as loaded."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._standing = Standing()
        for revision in session.revisions:
            self._standing.note(revision)
        self._wide = {ignore.key for ignore in session.ignores() if ignore.scope != "place"}
        self._own: dict[int, list[Finding]] = {}
        for own in (*filter(lambda one: one.id, session.findings()), *_mended(session.revisions)):
            self._own.setdefault(own.clause, []).append(own)

    def own(self, clause: int) -> list[Finding]:
        """Give the reviewers' own findings of a clause, those that were mended since too."""
        return self._own.get(clause, [])

    def of(self, clause: Clause, findings: list[Finding]) -> Iterator[tuple[Finding, str]]:
        """Give what was decided of each finding in a clause as loaded.

        A decision is known by the text it was made in; one that was carried over to a corrected text is told by the
        finding's likeness there.
        """
        carried = self._carried(clause.id)
        for finding, key in keyed(clause, findings):
            made = self._standing.last(("decision", clause.id, key))
            decision = made.after if made else ""
            alike = carried.get(likeness(finding))
            if decision in (*ASIDE, CONFIRMED):
                yield finding, decision
            elif alike:
                yield finding, alike.pop()
            else:
                wide = not self._wide.isdisjoint(
                    (text_key(finding, key), rule_key(finding.rule), rule_key(finding.rule, always=True))
                )
                yield finding, ASIDE[0] if wide else ""

    def _carried(self, clause: int) -> dict[tuple[object, ...], list[str]]:
        """Give the decisions that stand in a clause as corrected, by the likeness of what they are about."""
        session, found = self._session, dict[tuple[object, ...], list[str]]()
        for finding in session.findings(clause, ignored=True):
            found.setdefault(likeness(finding), []).append(ASIDE[0])
        for finding in session.findings(clause):
            if session.decision(finding) == CONFIRMED:
                found.setdefault(likeness(finding), []).append(CONFIRMED)
        return found


def _mended(revisions: tuple[Revision, ...]) -> Iterator[Finding]:
    """Give the reviewers' own findings that went with words that were corrected; not those withdrawn."""
    edited = {revision.group for revision in revisions if revision.kind == "text"}
    last = {revision.key: revision for revision in revisions if revision.kind == "finding"}
    for revision in last.values():
        if not revision.after and revision.before and revision.group in edited:
            marking = unpacked_marking(revision.before)
            yield Finding(
                marking.rule, marking.severity, revision.side, Span(0, 0), "", Message(""), clause=revision.clause,
                id=revision.key,
            )  # fmt: skip
