"""Lines to paragraphs: by indents, short lines, marks and gaps, as a reader sees where one ends."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from drafter.documents.flow.glyphs import Line, is_wide
from drafter.language.enumerators import read_enumerator
from drafter.language.words import commonness
from drafter.model import Part

_TERMINAL: Final = tuple("。！？；：!?;:.…")
_OTHER_SIZE: Final = 1.12
_INDENT: Final = 1.2
_TITLE: Final = 1.15
_WIDE_SLACK: Final = 2.2
_LATIN_WIDTH: Final = 0.5
_SMALL: Final = 0.9
_NOTE_MARK: Final = re.compile(r"[\[［〔(（]?(?:[0-9]{1,3}|[①-⑳*†‡])")
_GAP: Final = 0.7
_COMMON: Final = 3.0
_KNOWN: Final = 1.5
_LAST_WORD: Final = re.compile("([A-Za-z]+)$")
_FIRST_WORD: Final = re.compile("([a-z]+)")
_HYPHENS: Final = "-\u2010\u00ad\ufffe\x02"
_SOFT_HYPHENS: Final = "\u00ad"


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the pages have in common.

    Attributes:
        left: the left margin of each page.
        right: the right margin of each page.
        size: the height of most letters.
        gap: the usual distance between lines.
    """

    left: dict[int, float]
    right: dict[int, float]
    size: float
    gap: float


def join_lines(pages: list[list[Line]]) -> list[tuple[str, Part]]:
    """Join the lines of all pages into paragraphs, each "body" or "note".

    Notes at the foot of a page follow the paragraph that goes on over its end.
    """
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    layout = _layout(lines)
    groups: list[list[Line]] = []
    notes: dict[int, list[Line]] = {}
    for page in pages:
        foot = _notes_at_foot(page, layout.size)
        if foot:
            notes[foot[0].page] = foot
        for line in page[: len(page) - len(foot)]:
            if groups and not _begins(groups[-1], line, layout):
                groups[-1].append(line)
            else:
                groups.append([line])
    found: list[tuple[str, Part]] = []
    for index, group in enumerate(groups):
        found.append((_text(group), "body"))
        last = groups[index + 1][0].page if index + 1 < len(groups) else len(pages)
        for page_index in sorted(one for one in notes if one < last):
            found += [(_text(note), "note") for note in _grouped(notes.pop(page_index), layout)]
    return found


def _notes_at_foot(page: list[Line], size: float) -> list[Line]:
    """Give the lines in small letters at the end of a page, from the first that opens with a note's mark."""
    start = len(page)
    while start > 1 and page[start - 1].size < size * _SMALL and "\t" not in page[start - 1].text:
        start -= 1
    while start < len(page) and not _NOTE_MARK.match(page[start].text):
        start += 1
    return page[start:]


def _grouped(lines: list[Line], layout: _Layout) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _NOTE_MARK.match(line.text) and not _had_room(groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _layout(lines: list[Line]) -> _Layout:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    size = sizes.most_common(1)[0][0] or 1.0
    body = [line for line in lines if abs(line.size - size) <= size * 0.1 and "\t" not in line.text] or lines
    gaps = [below.y0 - above.y1 for above, below in pairwise(body) if above.page == below.page and below.y0 > above.y0]
    by_page: dict[int, list[Line]] = {}
    for line in body:
        by_page.setdefault(line.page, []).append(line)
    whole = _margins(body)
    margins = {page: _margins(found) if len(found) > 12 else whole for page, found in by_page.items()}
    pages = {line.page for line in lines}
    return _Layout(
        left={page: margins.get(page, whole)[0] for page in pages},
        right={page: margins.get(page, whole)[1] for page in pages},
        size=size,
        gap=median(gaps) if gaps else size * 0.5,
    )


def _margins(lines: list[Line]) -> tuple[float, float]:
    """Give the outermost edges that more than a stray line reaches."""
    starts, ends = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    stray = len(lines) // 25
    return starts[stray], ends[-1 - stray]


def _begins(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Tell whether a line begins a paragraph rather than going on with the one before."""
    before = group[-1]
    if "\t" in line.text or "\t" in before.text or _is_other_size(before, line):
        return True
    if before.page == line.page and line.y0 - before.y1 > max(layout.gap, 0) + layout.size * _GAP:
        return True
    if _is_title(before, layout) and _is_title(line, layout):
        return False
    if _is_hanging(group, line, layout):
        return False
    if line.x0 - layout.left[line.page] > line.size * _INDENT:
        return True
    if _had_room(before, line, layout):
        return True
    return before.text.endswith(_TERMINAL) and read_enumerator(line.text) is not None


def _is_other_size(one: Line, other: Line) -> bool:
    small, large = sorted((one.size, other.size))
    return large > small * _OTHER_SIZE


def _is_title(line: Line, layout: _Layout) -> bool:
    """Tell whether a line is centred in letters larger than the text's."""
    left, right = layout.left[line.page], layout.right[line.page]
    centred = abs((line.x0 - left) - (right - line.x1)) < line.size
    return centred and line.size > layout.size * _TITLE


def _is_hanging(group: list[Line], line: Line, layout: _Layout) -> bool:
    """Tell whether a line goes on below the text of a numbered item whose number stands out."""
    first = group[0]
    if read_enumerator(first.text) is None or read_enumerator(line.text) is not None:
        return False
    if line.x0 <= first.x0 + line.size * 0.3 or first.x0 - layout.left[first.page] > first.size * _INDENT:
        return False
    if len(group) > 1 and abs(group[-1].x0 - line.x0) > line.size * 0.3:
        return False
    return line.x0 - first.x0 < line.size * 4 and not _had_room(group[-1], line, layout)


def _had_room(before: Line, line: Line, layout: _Layout) -> bool:
    """Tell whether the first word of a line would have stood on the line before: it was ended on purpose."""
    room = layout.right[before.page] - before.x1
    if is_wide(line.text[0]) or is_wide(before.text[-1]):
        # Marks that may not begin a line take one or two characters along.
        return room > before.size * _WIDE_SLACK
    word = line.text.split(maxsplit=1)[0]
    return room > (len(word) + 2) * before.size * _LATIN_WIDTH


def _text(group: list[Line]) -> str:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text)
    return text.replace("\ufffe", "-").replace("\x02", "-").replace("\u00ad", "")


def _joined(before: str, after: str) -> str:
    if before[-1] in _HYPHENS and len(before) > 1 and before[-2].isalpha() and not is_wide(before[-2]):
        return _without_hyphen(before, after)
    if is_wide(before[-1]) or is_wide(after[0]):
        return before + after
    return f"{before} {after}"


def _without_hyphen(before: str, after: str) -> str:
    """Undo a hyphen at a line's end where the word is known without it."""
    head = _LAST_WORD.search(before[:-1])
    tail = _FIRST_WORD.match(after)
    if before[-1] in _SOFT_HYPHENS:
        return before[:-1] + after
    if head is None or tail is None:
        return before + after
    known = commonness(head[1] + tail[1])
    compound = min(commonness(head[1]), commonness(tail[1])) >= _COMMON
    # Of two words that live by themselves, the hyphen is more likely their own.
    if known >= (_COMMON if compound else _KNOWN):
        return before[:-1] + after
    return before + after
