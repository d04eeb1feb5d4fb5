"""Right figures in the wrong order: 甲、乙分别为3%和5% as 5% and 3% respectively.

Each figure has its source, so nothing is missing and nothing is extra; it is what they belong to that has changed. Only
lists told one by one (分别, 依次, respectively) are judged: elsewhere a translator turns the sentence round.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.checks.number.figures import Figure
from drafter.language import lexicon
from drafter.language.around import before
from drafter.language.pinyin import read_in
from drafter.language.quantities import quantities_of
from drafter.language.tokens import english_words
from drafter.model import Quantity, Span

_ONE_BY_ONE = re.compile(r"(?:分别|依次)[^，。；;、0-9]{0,12}\Z")
_ZH_JOINTS = frozenset(("、", "和", "与", "及", "以及", "，", "，和"))
_EN_JOINT = re.compile(r",?\s?(?:and\s)?(?:to\s|by\s|of\s)?(?:CNY\s|RMB\s|US\$|[$£€¥])?|\s?/\s?")
_PARTS = re.compile("[，。；;：:！？\n]")
_SUBJECTS = re.compile("[、和与及]")
_EN_PARTS = re.compile(r"[.;:](?=\s|$)|\n")
_NAME = re.compile(r"[A-Z][a-z]{2,}")
_ZH_REACH, _EN_REACH, _ZH_LABEL, _EN_BEHIND = 40, 60, 8, 30
_BOTH = 2


class Exchanged(NamedTuple):
    """Figures that stand in each other's place.

    Attributes:
        source: where they stand in the Chinese.
        target: where they stand in the English.
        meant: what shall stand there.
    """

    source: Span
    target: Span
    meant: str


def exchanged(matched: Sequence[tuple[Figure, Figure]], zh: str, en: str) -> Iterator[Exchanged]:
    """Give the figures of the English that tell of another thing than in the Chinese.

    Args:
        matched: figures of the same value on both sides.
        zh: the Chinese.
        en: the English.
    """
    if not ("分别" in zh or "依次" in zh or "respectively" in en):
        return
    pairs = _sure(matched)
    if _in_order(pairs):
        return
    for run in _lists(pairs, zh):
        if _in_order(run) or not _is_one_by_one(zh, en, run):
            continue
        subjects = _subjects(zh, run)
        if _is_list(en, run):
            wrong = not _named_in_turn(subjects, en)
        else:
            wrong = len(run) == len(subjects) == _BOTH and _crossed(run, subjects, en)
        if wrong:
            yield _rewritten(run, en)


def _sure(matched: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """The measures of one value on both sides, in the order of the Chinese."""
    return sorted(
        (
            (one, other)
            for one, other in matched
            if one.quantity.kind == other.quantity.kind == "measure"
            and (one.base == other.base if one.unit == other.unit else _shares_unit(one, other))
            and one.quantity.value_max is None
            and other.quantity.value_max is None
        ),
        key=lambda pair: pair[0].quantity.span,
    )


def _shares_unit(one: Figure, other: Figure) -> bool:
    """40、37和35微克/立方米: all but the last of a list stand without their unit."""
    return one.value == other.value and "count" in (one.unit, other.unit)


def _lists(pairs: Sequence[tuple[Figure, Figure]], zh: str) -> Iterator[list[tuple[Figure, Figure]]]:
    """The runs of figures of one unit that only commas and the like part in the Chinese."""
    run: list[tuple[Figure, Figure]] = []
    for pair in pairs:
        if run:
            last = run[-1][0].quantity
            joint = zh[last.span.end : pair[0].quantity.span.start]
            if last.unit not in (pair[0].unit, "count") or joint not in _ZH_JOINTS:
                if len(run) > 1:
                    yield run
                run = []
        run.append(pair)
    if len(run) > 1:
        yield run


def _is_one_by_one(zh: str, en: str, run: Sequence[tuple[Figure, Figure]]) -> bool:
    head = before(zh, run[0][0].quantity.span.start, _ZH_REACH)
    return _ONE_BY_ONE.search(head) is not None or "respectively" in en


def _in_order(run: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether the English has the values of a list in the order of the Chinese; a value may come twice."""
    there = sorted((other for _, other in run), key=lambda other: other.quantity.span)
    return [one.value for one, _ in run] == [own.value for own in _sources(run, there)]


def _sources(run: Sequence[tuple[Figure, Figure]], there: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of the Chinese that those of the English stand for."""
    return (next(one for one, own in run if own is other) for other in there)


def _is_list(en: str, run: Sequence[tuple[Figure, Figure]]) -> bool:
    places = sorted(other.quantity.span for _, other in run)
    return all(_EN_JOINT.fullmatch(en, one.end, two.start) for one, two in pairwise(places))


def _rewritten(run: Sequence[tuple[Figure, Figure]], en: str) -> Exchanged:
    """The figures in the order of the Chinese, each at the place of another."""
    places = sorted(other.quantity.figure for _, other in run)
    words = [en[slice(*other.quantity.figure)] for _, other in run]
    meant, last = "", places[0].start
    for place, word in zip(places, words, strict=True):
        meant += en[last : place.start] + word
        last = place.end
    source = Span(run[0][0].quantity.span.start, run[-1][0].quantity.span.end)
    return Exchanged(source, Span(places[0].start, places[-1].end), meant)


# --- what the figures belong to --------------------------------------------------------------------------------------


def _subjects(zh: str, run: Sequence[tuple[Figure, Figure]]) -> list[str]:
    """What stands before 分别, one for each figure of a list; none where they are not as many."""
    head = before(zh, run[0][0].quantity.span.start, _ZH_REACH)
    head = head[: head.rfind("分别")] if "分别" in head else head
    for part in reversed(_PARTS.split(head)):
        names = _SUBJECTS.split(part)
        if len(names) == len(run) and all(names):
            return [*(name[-_ZH_LABEL:] for name in names[:-1]), names[-1][:_ZH_LABEL]]
    return []


def _named_in_turn(subjects: Sequence[str], en: str) -> bool:
    """Whether the English names what is told of in another order too."""
    meanings = _names(subjects)
    words = [(word.start, set(lexicon.keys(word.word))) for word in english_words(en)]
    names = [(found.start(), found[0]) for found in _NAME.finditer(en)]
    places: list[int] = []
    for index, (name, own) in enumerate(zip(subjects, meanings, strict=True)):
        alone = own.difference(*(other for place, other in enumerate(meanings) if place != index))
        found = [start for start, keys in words if not keys.isdisjoint(alone)]
        found = found or [start for start, word in names if read_in(word, name)]
        places += found[:1]
    return places != sorted(places)


def _names(subjects: Sequence[str]) -> list[frozenset[str]]:
    """What each thing of a list may be called in English; behind the last stands what is told of them all."""
    known = [[keys for _, keys in lexicon.words(name)] for name in subjects]
    return [frozenset[str]().union(*keys) for keys in (*known[:-1], *(last[:1] for last in known[-1:]))]


def _crossed(run: Sequence[tuple[Figure, Figure]], subjects: Sequence[str], en: str) -> bool:
    """Whether each of two figures stands beside the words for the other, and neither beside its own."""
    mine, other = _names(subjects)
    contexts = (_context(en, one.quantity) for _, one in run)
    own, its = mine - other, other - mine
    crossed = False
    for near, far in zip(*contexts, strict=True):
        same = (not own.isdisjoint(near - far)) + (not its.isdisjoint(far - near))
        cross = (not own.isdisjoint(far - near)) + (not its.isdisjoint(near - far))
        if same == _BOTH:
            return False
        crossed = crossed or (cross == _BOTH and not same)
    return crossed


def _context(en: str, quantity: Quantity) -> tuple[frozenset[str], frozenset[str]]:
    """The words before a figure of the English, and those behind it, up to the next figure or the end of its part."""
    quantities = quantities_of(en, "en")
    span = quantity.span
    start = max((other.span.end for other in quantities if other.span.end <= span.start), default=0)
    end = min((other.span.start for other in quantities if other.span.start >= span.end), default=len(en))
    ahead = _EN_PARTS.split(en[max(start, span.start - _EN_REACH) : span.start])[-1]
    behind = re.split(r"[,.;:](?=\s|$)", en[span.end : min(end, span.end + _EN_BEHIND)])[0]
    return frozenset(lexicon.keys(ahead)), frozenset(lexicon.keys(behind))
