"""What names a node: the phrase behind its marker, up to where the text goes on.

Whether a plan names its items (1.优化布局。全面…) or only numbers its paragraphs (1.各地要…) is its own habit: a short
first sentence is no name where the others have none.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.language.outline.lines import is_chinese, length, states
from drafter.language.sentences import split_sentences

_LONGEST_ZH, _LONGEST_EN = 30, 112
_LONGEST_HEADING = 240
_LOOK = 260
_HABIT = 3.0
_STOPS = " \t\u3000.。．;；,，!！?？:："
_FULL_STOPS = " \t\u3000.。．!！?？\"'”’）)]〕"
_ZH_END = re.compile(r"[。！？；!?;]|[:：](?=\s|[^0-9])|\.(?=[\u3400-\u9fff])")
# A stop before small letters ends a phrase too where something is glued to them (synergizing. focusPM2.5).
_EN_BREAK = re.compile(r"[;；](?=\s|\Z)|[:：](?=\s|[A-Z“\"])|(?<=[a-z])\.(?=\s[a-z]{2,15}[A-Z0-9])")
_IN_BRACKETS = re.compile(r"[【\[〔（(]([^】\]〕）)]{1,40})[】\]〕）)]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands behind a marker up to its first stop.

    Attributes:
        start: where it begins in its line.
        end: where it ends, stops left out.
        alone: whether nothing follows it on the line but a full stop.
        stopped: whether a stop follows it.
    """

    start: int
    end: int
    alone: bool
    stopped: bool


def phrase_of(text: str, start: int, end: int, *, zh: bool, article: bool = False) -> Phrase:
    """Find the phrase behind a marker.

    Args:
        text: the line.
        start: where the text behind the marker begins.
        end: where what belongs to the marker ends: a bracket of duties, the next item or the line.
        zh: whether the line is Chinese.
        article: whether the marker is that of an article, whose name may stand in brackets.
    """
    if article and (found := _IN_BRACKETS.match(text, start, end)):
        return Phrase(*found.span(1), alone=False, stopped=True)
    if zh:
        found = _ZH_END.search(text, start, end)
        stop = found.start() if found else end
    else:
        head = text[start : min(end, start + _LOOK)]
        sentences = split_sentences(head, "en")
        stop = start + (sentences[0].end if sentences else len(head))
        found = _EN_BREAK.search(text, start, stop)
        stop = found.start() if found else stop
    while stop > start and text[stop - 1] in _STOPS:
        stop -= 1
    rest = text[stop:end]
    return Phrase(start, stop, alone=not rest.strip(_FULL_STOPS), stopped=bool(rest.strip()))


def is_name(text: str) -> bool:
    """Tell whether a phrase could be a name: short, and no statement."""
    longest = _LONGEST_ZH if is_chinese(text) else _LONGEST_EN
    return 0 < len(text) <= longest and not states(text)


@dataclass(frozen=True, slots=True)
class Behind:
    """The phrase behind a marker, and the list that the marker belongs to.

    Attributes:
        phrase: the phrase.
        text: its line.
        run: number of the list.
        family: what the lists have in common that name their items alike: their level, or the kind of their bullets.
        article: whether it is an article of a law: its text is no name, only what stands in brackets.
    """

    phrase: Phrase
    text: str
    run: int
    family: str
    article: bool = False


def named(behind: Sequence[Behind]) -> list[bool]:
    """Tell which phrases are names."""
    could = [is_name(one.text[one.phrase.start : one.phrase.end]) for one in behind]
    lists: defaultdict[int, _Share] = defaultdict(_Share)
    families: defaultdict[str, _Share] = defaultdict(_Share)
    for one, name in zip(behind, could, strict=True):
        if one.phrase.stopped:
            lists[one.run].add(name)
            families[one.family].add(name)
    return [_is_named(one, name, lists[one.run], families[one.family]) for one, name in zip(behind, could, strict=True)]


@dataclass(slots=True)
class _Share:
    """How many of some phrases could be names."""

    names: int = 0
    all: int = 0

    def add(self, name: bool) -> None:
        self.names += name
        self.all += 1


def _is_named(one: Behind, name: bool, own: _Share, alike: _Share) -> bool:
    if not one.phrase.stopped:
        return 0 < length(one.text[one.phrase.start : one.phrase.end]) <= _LONGEST_HEADING
    if one.article:
        return _IN_BRACKETS.match(one.text, one.phrase.start - 1) is not None
    return name and (own.names + _HABIT * alike.names / alike.all) / (own.all + _HABIT) >= 0.5
