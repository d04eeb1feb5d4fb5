"""Headings without a number: those a word processor marks, and short lines between paragraphs."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from drafter.language.outline.lines import Line, ends_sentence
from drafter.language.outline.markers import Found, is_lone_phrase

PLAIN = "plain"
_AGREED = 0.8
_FEW_NUMBERED = 3
_LONGEST = 90
_SHORTEST_TEXT = 20


def known_levels(lines: Sequence[Line], markers: Mapping[int, Found]) -> dict[str, int]:
    """Give the levels that the word processor has for styles of markers; none where it is of two minds about them."""
    votes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for index, found in markers.items():
        votes[found.style][lines[index].level] += 1
    known = {}
    for style, counts in votes.items():
        level, count = counts.most_common(1)[0]
        if level and count >= _AGREED * counts.total():
            known[style] = level
    return known if len(set(known.values())) == len(known) else {}


def plain_headings(lines: Sequence[Line], markers: Mapping[int, Found], taken: Collection[int]) -> frozenset[int]:
    """Find short lines that head the text below them, in a document that has hardly any heading with a number.

    Args:
        lines: the lines of the document.
        markers: the markers that lines open with, by line.
        taken: indexes of lines that belong to the frame.
    """
    numbered = sum(1 for one in markers.values() if one.short)
    if numbered >= _FEW_NUMBERED or any(line.level for line in lines):
        return frozenset()
    found = [
        index
        for index, line in enumerate(lines[:-1])
        if index not in taken
        and index not in markers
        and is_lone_phrase(line, _LONGEST)
        and (line.zh or line.text[0].isupper())
        and (index == 0 or index - 1 in taken or ends_sentence(lines[index - 1].text))
        and index + 1 not in taken
        and _is_text(lines[index + 1])
    ]
    # One alone may be anything.
    return frozenset(found) if len(found) > 1 else frozenset()


def _is_text(line: Line) -> bool:
    return line.body and ends_sentence(line.text) and len(line.text) > _SHORTEST_TEXT


def as_marker(index: int, style: str) -> Found:
    """Give a heading without a number the form of a marker."""
    return Found(index, 0, 0, 0, style, "opening", short=True)
