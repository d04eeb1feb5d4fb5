"""One term rendered in several ways."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.checks.document import GroupRule, Member, Passage
from drafter.checks.term.renderings import LEVELS, is_plain, renderings
from drafter.language.terms import fitted, in_singular, without_aside
from drafter.language.terms.phrases import words_of
from drafter.model import N_, Finding, Fix, Message, Span, Term

_MOST_NAMED = 3


class _Rendered(NamedTuple):
    """A rendering where it stands."""

    member: Member
    span: Span
    term: Term

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in their plain forms; the level of an office says nothing about how it is called."""
        return tuple(word for word in words_of(self.member.text[slice(*self.span)]) if word not in _LEVELS)


_LEVELS = frozenset(words_of(" ".join(LEVELS)))
_LEVEL = re.compile(rf"(?:{'|'.join(LEVELS)})\s+", re.IGNORECASE)


def _is_name(term: Term) -> bool:
    return not term.locked and not is_plain(term) and bool(term.accepted or term.en[:1].isupper())


class TermInconsistent(GroupRule[_Rendered]):
    """One term rendered in several ways.

    What it does: where a document renders a term now as the glossary has it and now in another way that is right as
    well, points at the fewer; between two that are about as frequent the glossary decides.

    Why it is bad: the reader takes two names for two things.

    Example: 省生态环境厅 as `Department of Ecology and Environment`, then `Department of Ecological Environment`.

    Source: MQM, terminology/inconsistent.
    """

    name = "term.inconsistent"
    severity = "minor"
    mqm = "terminology/inconsistent"
    sides = ("en",)

    def gather(self, passage: Passage) -> Iterable[tuple[str, _Rendered]]:
        """See `GroupRule.gather`."""
        for member in passage.members:
            for span, found in renderings(member.text):
                # 生态环境厅 and 省生态环境厅 share a name: the row that knows more of its renderings speaks for both
                right = max((one.term for one in found if one.right), key=lambda term: len(term.accepted), default=None)
                if right is not None and _is_name(right):
                    yield right.zh, _Rendered(member, span, right)

    def find(self, items: Sequence[_Rendered]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        counts = Counter(item.words for item in items)
        if len(counts) == 1:
            return
        term = items[0].term
        preferred = tuple(word for word in words_of(without_aside(term.en)) if word not in _LEVELS)
        # Of two as frequent the one that has more words of the official name.
        most, frequent = max(counts.items(), key=lambda item: (item[1], len({*item[0]} & {*preferred})))
        official = term.en[:1].isupper() and counts[preferred] > 0  # a name is not put to the vote
        usual = preferred if official or counts[preferred] * 2 >= frequent else most
        model = next(item for item in items if item.words == usual)
        words = model.member.text[slice(*model.span)]
        words = {right.lower(): right for right in (term.en, *term.accepted)}.get(words.lower(), words)
        elsewhere = [item.member.mention(item.span) for item in items if item.words == usual][:_MOST_NAMED]
        for item in items:
            if item.words == usual:
                continue
            text = item.member.text
            meant = fitted(in_singular(_at_level_of(text[slice(*item.span)], words)), text, item.span)
            values = {"text": text[slice(*item.span)], "usual": words, "zh": term.zh}
            message = Message(N_("“{text}” and “{usual}” both stand for “{zh}”: keep to one of them."), values)
            yield self.finding(item.member, meant.span, message, elsewhere, fix=Fix(meant.text, "suggested"))


def _at_level_of(there: str, words: str) -> str:
    """Give a rendering with the level that the place names before it, or none where that is said elsewhere."""
    own = _LEVEL.match(there)
    bare = _LEVEL.sub("", words)
    return f"{own[0]}{bare}" if own else bare
