"""Marks: the inline tags of a translation tool's file as they stand in a text, ⟦1⟧ … ⟦/1⟧ round words, ⟦2/⟧ alone.

An edit changes words; what a mark stands for goes back into the file, so an edit may move a mark, but neither lose one
nor make one up.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from drafter.model import Span

MARK: Final = re.compile("⟦(?:/?[0-9]{1,9}|[0-9]{1,9}/)⟧")
"""What a mark looks like; readers see to it that no words of a file look so."""

_TOKEN: Final = re.compile(r"[^\W㐀-\u9fff_]+|.", re.DOTALL)
_MOST_TOKENS: Final = 1500
"""Words of a changed stretch that are compared one by one: the time grows with the square."""

Kind = Literal["open", "close", "alone"]


class Mark(NamedTuple):
    """A mark where it stands.

    Attributes:
        text: the mark itself.
        start: its first code point.
        place: how many characters that are no marks stand before it.
    """

    text: str
    start: int
    place: int

    @property
    def end(self) -> int:
        """The end of the mark, exclusive."""
        return self.start + len(self.text)

    @property
    def kind(self) -> Kind:
        """Whether it opens or closes a pair or stands alone."""
        return kind_of(self.text)

    @property
    def number(self) -> int:
        """The number that both marks of a pair bear."""
        return int(self.text.strip("⟦/⟧"))


def kind_of(mark: str) -> Kind:
    """Tell whether a mark opens or closes a pair or stands alone."""
    return "close" if mark[1] == "/" else "alone" if mark[-2] == "/" else "open"


def marks_in(text: str) -> list[Mark]:
    """Give the marks of a text in order."""
    found: list[Mark] = []
    length = 0
    for match in MARK.finditer(text) if "⟦" in text else ():
        found.append(Mark(match.group(), match.start(), match.start() - length))
        length += len(match.group())
    return found


def plain(text: str) -> str:
    """Give a text without its marks; what would look like one only after others are gone goes too."""
    while "⟦" in text and MARK.search(text):
        text = MARK.sub("", text)
    return text


def nested(marks: Iterable[str]) -> bool:
    """Tell whether each mark that opens is closed, and none across another pair."""
    stack: list[str] = []
    for mark in marks:
        kind = kind_of(mark)
        if kind == "open":
            stack.append(mark[1:])
        elif kind == "close" and (not stack or stack.pop() != mark[2:]):
            return False
    return not stack


def kept(before: str, after: str) -> str:
    """Give an edited text with exactly the marks that it had before.

    Marks that the edit moved stay where it put them, as long as all are there once and pairs stay nested. Marks that it
    lost come back where the words around them lead, ones that it made up or doubled go.

    Args:
        before: the text before the edit.
        after: the text after it.

    Returns:
        The text, its words those of `after`.
    """
    had, words = marks_in(before), plain(after)
    wanted = [mark.text for mark in had]
    has = _legible(after, words)
    if has is not None and _sound([mark.text for mark in has], wanted):
        return after
    there = list(zip(wanted, _carried(plain(before), words, had), strict=True))
    survivors = _survivors(has or (), wanted)
    order = _merged(survivors, there)
    sound = survivors and _sound([text for text, _place in order], wanted)
    return _written(words, order if sound else there)


def adopted(reference: str, text: str) -> str:
    """Give a text that is written where there was none with the marks of the text that it renders.

    Marks before the first word stand before the first word, all others behind the last, in their order: where they
    belong in another language nobody can tell but the person who writes.

    Args:
        reference: the text on the other side.
        text: what was written.
    """
    there, words = marks_in(reference), plain(text)
    has = _legible(text, words)
    if not words.strip():
        return words
    if has is not None and _sound([mark.text for mark in has], [mark.text for mark in there]):
        return text
    first = len(plain(reference)) - len(plain(reference).lstrip())
    return _written(words, [(mark.text, 0 if mark.place <= first else len(words)) for mark in there])


def _legible(text: str, words: str) -> list[Mark] | None:
    """Give the marks of a text; None where some hide in others, so that no place tells where one stood."""
    found = marks_in(text)
    return found if len(text) - sum(len(mark.text) for mark in found) == len(words) else None


def _sound(marks: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether these are exactly the marks that are wanted, in an order that a file can hold."""
    if list(marks) == list(wanted):
        return True
    return Counter(marks) == Counter(wanted) and nested(wanted) and nested(marks)


def _survivors(has: Iterable[Mark], wanted: Iterable[str]) -> list[tuple[str, int]]:
    """Give the marks that an edit left, with their places among the words; of doubled ones the first."""
    missing = Counter(wanted)
    found = []
    for mark in has:
        if missing[mark.text]:
            missing[mark.text] -= 1
            found.append((mark.text, mark.place))
    return found


def _merged(survivors: Sequence[tuple[str, int]], all_: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Put marks that were lost among those that were left, beside the ones they stood beside."""
    order, left = list(survivors), Counter(text for text, _place in survivors)
    earlier: set[str] = set()
    for text, place in all_:
        if left[text]:
            left[text] -= 1
        else:
            low = sum(1 for _text, other in order if other < place)
            high = sum(1 for _text, other in order if other <= place)
            at = next((index + 1 for index in reversed(range(low, high)) if order[index][0] in earlier), low)
            order.insert(at, (text, place))
        earlier.add(text)
    return order


def _written(words: str, marks: Iterable[tuple[str, int]]) -> str:
    """Put marks into words, given in order with their places."""
    parts, last = [], 0
    for text, place in marks:
        parts += [words[last:place], text]
        last = place
    return "".join((*parts, words[last:]))


# --- where the places of a text are after it was changed --------------------------------------------------------------


def _carried(old: str, new: str, marks: Sequence[Mark]) -> list[int]:
    """Tell where marks of the old words belong among the new ones, in the same order."""
    changes = _changes(old, new) if marks else []
    found: list[int] = []
    for mark in marks:
        place = _moved(mark, changes, old, new)
        found.append(max(place, found[-1]) if found else place)
    return found


class _Change(NamedTuple):
    """A stretch of the old words and what stands in its place; in between nothing changed."""

    start: int
    end: int
    new_start: int
    new_end: int


def _changes(old: str, new: str) -> list[_Change]:
    """Compare two texts word by word."""
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    ones, others = [0, *accumulate(map(len, one))], [0, *accumulate(map(len, other))]
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    if max(map(len, middle)) > _MOST_TOKENS:
        return [_Change(ones[head], ones[head + len(middle[0])], others[head], others[head + len(middle[1])])]
    codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
    return [
        _Change(ones[head + a], ones[head + b], others[head + c], others[head + d])
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count what two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _moved(mark: Mark, changes: Sequence[_Change], old: str, new: str) -> int:
    """Tell where a mark of the old words is among the new ones; one that opens goes with the words behind it."""
    place, shift = mark.place, 0
    for change in changes:
        if place < change.start:
            break
        if place == change.start == change.end:
            return change.new_end if mark.kind == "open" else change.new_start
        if place == change.start:
            return change.new_start
        if place == change.end:
            return change.new_end
        if place < change.end:
            return _inside(place, change, old, new)
        shift = change.new_end - change.end
    return place + shift


def _inside(place: int, change: _Change, old: str, new: str) -> int:
    """Tell where a place is that lies inside what was changed: by the characters left of it, else by its share."""
    one, other = old[change.start : change.end], new[change.new_start : change.new_end]
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    if place <= change.start + head:
        return place - change.start + change.new_start
    if place >= change.end - tail:
        return place - change.end + change.new_end
    share = (place - change.start - head) / (len(one) - head - tail)
    return _between_words(new, change.new_start + head + round(share * (len(other) - head - tail)), change)


def _between_words(text: str, place: int, change: _Change) -> int:
    """Give the nearest place behind the first word of what was changed that is not inside a word."""

    def inside(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1 : at + 1].isalnum()

    near = (at for step in range(change.new_end - change.new_start + 1) for at in (place - step, place + step))
    fitting = (at for at in near if change.new_start < at <= change.new_end and not inside(at))
    return next(fitting, change.new_end)


# --- a text as it reads -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it reads without its marks, and the way back to the places in it.

    Attributes:
        text: the words; a line feed where a mark stands alone between two words, for it stands for something there
            (a break, a picture).
        marked: the text with its marks.
        places: where each character of the words stands in the marked text.
    """

    text: str
    marked: str
    places: tuple[Span, ...]

    @classmethod
    def of(cls, marked: str) -> "Reading":
        """Read a text."""
        parts: list[str] = []
        places: list[Span] = []
        last = 0
        for group in _groups(marks_in(marked)):
            start, end = group[0].start, group[-1].end
            parts.append(marked[last:start])
            places += (Span(at, at + 1) for at in range(last, start))
            if _parts_words(marked, group):
                parts.append("\n")
                places.append(Span(start, end))
            last = end
        parts.append(marked[last:])
        places += (Span(at, at + 1) for at in range(last, len(marked)))
        return cls("".join(parts), marked, tuple(places))

    def there(self, span: Span) -> Span:
        """Give the stretch of the marked text that a stretch of the words stands for.

        Marks at its edges stay outside. A place where something is missing lies behind marks that close, and before
        those that open.
        """
        if span.start < span.end:
            return Span(self.places[span.start].start, self.places[span.end - 1].end)
        place = self.places[span.start - 1].end if span.start else 0
        while (mark := MARK.match(self.marked, place)) and kind_of(mark.group()) == "close":
            place = mark.end()
        return Span(place, place)

    def here(self, span: Span) -> Span:
        """Give the stretch of the words that a stretch of the marked text reads as."""
        start = bisect_left(self.places, span.start, key=lambda place: place.start)
        end = bisect_left(self.places, span.end, key=lambda place: place.start)
        return Span(start, max(start, end))


def _groups(marks: Iterable[Mark]) -> Iterable[list[Mark]]:
    """Put marks together that stand side by side."""
    group: list[Mark] = []
    for mark in marks:
        if group and group[-1].end != mark.start:
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _parts_words(text: str, group: Sequence[Mark]) -> bool:
    """Whether marks stand between the letters of two words, one of them alone; Chinese words stand side by side."""
    before, behind = text[: group[0].start][-1:], text[group[-1].end :][:1]
    letters = all(one.lower() != one.upper() for one in (before, behind))
    return letters and any(mark.kind == "alone" for mark in group)
