"""How good a review's text was as loaded and is as corrected: what a quality report is made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from drafter.checks import DocumentRule, Rule, chosen_rules, document_rules, rules
from drafter.exports import ReviewSnapshot
from drafter.exports.quality import Assessment, QualityOptions, QualityReport, assess, write_quality
from drafter.model import Clause, Finding, Message, Revision, Side, Span
from drafter.project.marking import unpacked_marking
from drafter.review.deciding import ASIDE, CONFIRMED, IGNORED, rule_key, text_key
from drafter.review.history import Standing
from drafter.review.keys import around, keyed, older, said
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
    return assess(
        Assessment(now, then.findings, frozenset(confirmed), _translated(session, now), error_types()), options
    )


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


def error_types() -> Mapping[str, str]:
    """Give the error type of every rule, by name."""
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
        standing = Standing()
        for revision in session.revisions:
            standing.note(revision)
        self._placed: dict[int, dict[str, str]] = {}
        for made in standing.of_kind("decision"):
            if made.after in (*ASIDE, CONFIRMED):
                self._placed.setdefault(made.clause, {})[made.key] = made.after
        self._wide = {ignore.key for ignore in session.ignores() if ignore.scope != "place"}
        self._own: dict[int, list[Finding]] = {}
        for own in (*filter(lambda one: one.id, session.findings()), *_mended(session.revisions)):
            self._own.setdefault(own.clause, []).append(own)

    def own(self, clause: int) -> list[Finding]:
        """Give the reviewers' own findings of a clause, those that were mended since too."""
        return self._own.get(clause, [])

    def of(self, clause: Clause, findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
        """Give what was decided of each finding in a clause as loaded, "" for nothing.

        A decision is known by the text it was made in. One that was made in a corrected text, or carried over to it,
        is that of the first finding which is of the same words and says the same.
        """
        found, placed, decided = keyed(clause, findings), dict(self._placed.get(clause.id, {})), dict[str, str]()
        for _finding, key in found:
            known = next((one for one in (key, older(key)) if one in placed), None)
            if known is not None:
                decided[key] = placed.pop(known)
        for finding, key in found:
            if key not in decided:
                known = next((one for one in placed if _alike(one, finding)), None)
                decided[key] = placed.pop(known) if known is not None else self._throughout(finding, key)
            yield finding, decided[key]

    def _throughout(self, finding: Finding, key: str) -> str:
        wide = text_key(finding, key), rule_key(finding.rule), rule_key(finding.rule, always=True)
        return IGNORED if not self._wide.isdisjoint(wide) else ""


def _alike(key: str, finding: Finding) -> bool:
    """Tell whether a key made in another text is that of a finding: the rule, the side, the words, what is said."""
    return (
        key.startswith(f"{finding.rule}|{finding.side}|")
        and f"[{finding.text}]" in around(key)
        and key.endswith(f"={said(finding.message)}")
    )


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
