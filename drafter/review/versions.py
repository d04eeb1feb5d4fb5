"""A new version of a file: what of the work on the old one still stands, and what changed."""

import secrets
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from drafter.documents import read_document
from drafter.i18n import _
from drafter.language.marks import kept
from drafter.language.scripts import dominant_side
from drafter.model import (
    N_,
    Clause,
    ClauseSide,
    Document,
    DrafterError,
    Message,
    Notice,
    Pairing,
    Paragraph,
    Segment,
    Side,
)
from drafter.project import Record
from drafter.review.changes import Edit, now
from drafter.review.clauses import heading_level, text_paragraphs
from drafter.review.notes import Notebook
from drafter.review.own_rules import OWN_RULES
from drafter.review.realigning import AlignParagraphs, realigned
from drafter.review.retelling import Retelling, Stamp
from drafter.review.session import ReviewSession
from drafter.review.state import HOUSE_STYLE

_ALIKE = 0.6  # of the letters of two paragraphs; below that one was taken out and another put in
_PAIRED = 0.3  # of the work; the rest is checking
_REPLACED = N_("{name}: {changed} clauses changed, {new} are new, {gone} went.")


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A review with a new version of one of its files.

    Attributes:
        session: the review; it is not kept anywhere yet, and the old one is as it was.
        changed: clauses whose text as loaded is another one now, with the old text.
        new: clauses that hold only what is new.
        gone: clauses of the old review whose text is there no more.
        refused: clauses where a correction did not fit the new text; the old review still has it.
    """

    session: ReviewSession
    changed: Mapping[int, str]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    refused: tuple[int, ...]


def with_new_version(
    old: ReviewSession,
    side: Side,
    document: Document,
    align: AlignParagraphs,
    progress: Callable[[float], None] | None = None,
) -> NewVersion:
    """Put a new version of a file in the place of the old one.

    Clauses whose text did not change keep everything; in the others what was corrected is corrected again where it
    still fits, and what has no counterpart yet is paired.

    Args:
        old: the review.
        side: which of its files there is a new version of.
        document: the new version.
        align: pairs two lists of paragraphs.
        progress: told the share of the checking that is done, 0 to 1.
    """
    moved = _Moved(old.documents[side], document)
    kept, changed, refused = _translated(old.clauses, side, moved)
    documents = {**old.documents, side: document}
    used = {segment.paragraph for clause in kept for segment in clause.side(side).segments}
    last = max((clause.id for clause in old.clauses), default=0)
    added = [
        _added(last + number, side, document, index)
        for number, index in enumerate((one for one in text_paragraphs(document) if one not in used), 1)
    ]
    clauses = _arranged(kept, added, documents, align, last + len(added) + 1)
    present = {clause.id for clause in clauses}
    retelling = Retelling(
        old,
        clauses,
        Notebook(documents, clauses, mixed=False),
        lambda clause: clause.id if clause.id in present else None,
        {"zh": "zh", "en": "en"},
    )
    record = Record(
        title=old.title,
        documents=documents,
        clauses=tuple(clauses),
        revisions=retelling.revisions(
            _told(old.author, side, {id_: changed[id_] for id_ in changed if id_ in present})
        ),
        settings={name: old.setting(name) for name in (HOUSE_STYLE, OWN_RULES) if old.setting(name)},
        notices=(_notice(document, changed, added, old.clauses, present),),
    )
    session = ReviewSession(record.title, documents, clauses, author=old.author, record=record, progress=progress)
    retelling.decide(session)
    fresh = {clause.id for clause in added}
    return NewVersion(
        session=session,
        changed={id_: text for id_, text in changed.items() if id_ in present},
        new=tuple(clause.id for clause in clauses if clause.id in fresh),
        gone=tuple(clause.id for clause in old.clauses if clause.id not in present),
        refused=tuple(id_ for id_ in refused if id_ in present),
    )


class _Moved:
    """Where each paragraph of the old version stands in the new one."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self._to: dict[int, int] = {}
        olds, news = text_paragraphs(old), text_paragraphs(new)
        texts = [old.paragraphs[index].text for index in olds], [new.paragraphs[index].text for index in news]
        for kind, a, b, c, d in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            if kind == "equal":
                self._to.update(zip(olds[a:b], news[c:d], strict=True))
            elif kind == "replace":
                self._to.update(_alike(olds[a:b], texts[0][a:b], news[c:d], texts[1][c:d]))

    def __call__(self, segments: Sequence[Segment], others: Mapping[int, Sequence[int]]) -> tuple[Segment, ...]:
        """Give the pieces of the new version that pieces of the old one became; those that went are left out.

        Args:
            segments: pieces of the old version.
            others: where the pieces of each of its paragraphs begin.
        """
        found = []
        for segment in segments:
            index = self._to.get(segment.paragraph)
            if index is None:
                continue
            before, after = self.old.paragraphs[segment.paragraph].text, self.new.paragraphs[index].text
            if before == after:
                found.append(Segment(index, segment.start, segment.end))
                continue
            starts = others[segment.paragraph]
            following = next((start for start in starts if start > segment.start), None)
            start = 0 if segment.start == starts[0] else _place(before, after, segment.start)
            end = len(after) if following is None else _place(before, after, following)
            while following is not None and end > start and after[end - 1].isspace():
                end -= 1
            found.append(Segment(index, start, max(start, end)))
        return tuple(found)


def _alike(
    olds: Sequence[int], old_texts: Sequence[str], news: Sequence[int], new_texts: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Pair paragraphs that were rewritten, in order, each with the one most like it."""
    best: list[list[float]] = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    ratios = [[_likeness(one, other) for other in new_texts] for one in old_texts]
    for i, row in enumerate(ratios):
        for j, ratio in enumerate(row):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + ratio)
    i, j = len(olds), len(news)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            yield olds[i], news[j]


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0


def _place(before: str, after: str, at: int) -> int:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    return int(differ.diff_xIndex(differ.diff_main(before, after, checklines=False), at))


def _translated(clauses: Sequence[Clause], side: Side, moved: _Moved) -> tuple[list[Clause], dict[int, str], list[int]]:
    """Give the old clauses with the new text, those that changed with their old text, and where corrections failed."""
    starts: dict[int, list[int]] = {}
    for clause in clauses:
        for segment in clause.side(side).segments:
            starts.setdefault(segment.paragraph, []).append(segment.start)
    for places in starts.values():
        places.sort()
    kept, changed, refused = [], {}, []
    for clause in clauses:
        here = clause.side(side)
        segments = moved(here.segments, starts)
        original = "\n".join(moved.new.paragraphs[one.paragraph].text[one.start : one.end] for one in segments)
        text, fitted = _corrected_again(here, original)
        there = ClauseSide(segments, original, text)
        new = replace(clause, zh=there) if side == "zh" else replace(clause, en=there)
        if original != here.original:
            changed[clause.id] = here.original
        if not fitted:
            refused.append(clause.id)
        if any(one.segments or one.text for one in (new.zh, new.en)):
            kept.append(new)
    return kept, changed, refused


def _corrected_again(here: ClauseSide, original: str) -> tuple[str, bool]:
    """Make the corrections of a text in another version of it; False where they don't fit."""
    if here.text == here.original:
        return original, True
    if original == here.original or not here.segments:
        return here.text, True
    if not original:
        return "", False
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    text, applied = differ.patch_apply(differ.patch_make(here.original, here.text), original)
    same_lines = text.count("\n") == original.count("\n")
    return (kept(original, text), True) if all(applied) and same_lines else (original, False)


def _added(id_: int, side: Side, document: Document, index: int) -> Clause:
    text = document.paragraphs[index].text
    here = ClauseSide((Segment(index, 0, len(text)),), text, text)
    level = heading_level(document, index, side)
    zh, en = (here, ClauseSide()) if side == "zh" else (ClauseSide(), here)
    return Clause(id_, zh, en, level=level)


def _arranged(
    kept: Sequence[Clause],
    added: Sequence[Clause],
    documents: Mapping[Side, Document],
    align: AlignParagraphs,
    next_id: int,
) -> list[Clause]:
    """Find the place of what is new, and its counterpart among what stands alone; every other pair stays."""
    whole = {clause.id for clause in kept if clause.zh.segments and clause.en.segments}
    fixed = [replace(clause, fixed=True) if clause.id in whole else clause for clause in kept]
    arranged = realigned([*fixed, *added], documents, align, next_id)
    by_hand = {clause.id for clause in kept if clause.fixed}
    return [replace(clause, fixed=clause.id in by_hand) for clause in arranged]


def _told(author: str, side: Side, changed: Mapping[int, str]) -> Iterator[tuple[Edit, Stamp]]:
    """Note at each changed clause how it read."""
    for id_, before in changed.items():
        was = _("Before the new version: {text}", text=before) if before else _("New in this version.")
        yield Edit(id_, side, "", was, "note", secrets.token_hex(6)), (author, now(), "")


def _notice(
    document: Document,
    changed: Mapping[int, str],
    added: Sequence[Clause],
    before: Sequence[Clause],
    present: Container[int],
) -> Notice:
    gone = sum(clause.id not in present for clause in before)
    counts = {"name": document.name, "changed": len(changed), "new": len(added), "gone": gone}
    return Notice(Message(_REPLACED, counts))


def open_new_version(
    old: ReviewSession, side: Side | None, path: Path, *, progress: Callable[[float], None] = lambda _share: None
) -> NewVersion:
    """Read a new version of a file of a review and put it in the place of the old one.

    Args:
        old: the review.
        side: which of its files there is a new version of; None where its language shall tell.
        path: the new version.
        progress: told the share done, 0 to 1.

    Raises:
        DrafterError: it can't be read, or the review has no such file of its own.
    """
    from drafter.alignment import align_paragraphs

    document = read_document(path)
    if side is None:
        side = dominant_side("\n".join(paragraph.text for paragraph in document.paragraphs)) or "en"
    if side not in old.documents or old.mixed:
        raise DrafterError(N_("This review has no file of its own for that side: open the new version as a review."))

    def align(zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> Sequence[Pairing]:
        return align_paragraphs(zh, en, moves=True, progress=lambda share: progress(_PAIRED * share))

    return with_new_version(
        old, side, document, align, progress=lambda share: progress(_PAIRED + (1 - _PAIRED) * share)
    )
