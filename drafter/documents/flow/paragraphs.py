"""Lines to paragraphs: by indents, short lines, marks and gaps, as a reader sees where one ends."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from drafter.documents.collect import Joined
from drafter.documents.flow.cells import Table
from drafter.documents.flow.glyphs import Line, is_wide
from drafter.documents.flow.pages import Item
from drafter.documents.flow.tables import append, cell_texts, goes_on, head_width
from drafter.language.enumerators import read_enumerator
from drafter.language.words import commonness

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
    """What the lines of the pages have in common.

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


def join_lines(pages: list[list[Item]]) -> Iterator[Joined]:
    """Join the lines of all pages into paragraphs, and tables that go on over the end of a page.

    Notes at the foot of a page follow the paragraph that goes on over its end.
    """
    layout = _layout([item for page in pages for item in page if isinstance(item, Line)])
    groups: list[list[Line] | Table] = []
    notes: dict[int, list[Line]] = {}
    for page in pages:
        foot = _notes_at_foot(page, layout.size)
        if foot:
            notes[foot[0].page] = foot
        for item in page[: len(page) - len(foot)]:
            _gather(groups, item, layout)
    tables = 0
    for index, group in enumerate(groups):
        if isinstance(group, Table):
            for text, row, column in cell_texts(group, with_line_end):
                yield Joined(clean(text), "table", (tables, row, column))
            tables += 1
        else:
            yield Joined(_text(group), "body")
        last = _page(groups[index + 1]) if index + 1 < len(groups) else len(pages)
        for page_index in sorted(one for one in notes if one < last):
            for note in _grouped(notes.pop(page_index), layout):
                yield Joined(_text(note), "note")


def _gather(groups: list[list[Line] | Table], item: Item, layout: "_Layout") -> None:
    """Let an item go on with the paragraph or table before it, or begin one of its own."""
    before = groups[-1] if groups else None
    if isinstance(item, Table):
        if isinstance(before, Table) and goes_on(before, item):
            append(before, item)
        else:
            groups.append(item)
    elif isinstance(before, list) and not _begins(before, item, layout):
        before.append(item)
    else:
        groups.append([item])


def _page(group: list[Line] | Table) -> int:
    return group.page if isinstance(group, Table) else group[0].page


def _notes_at_foot(page: list[Item], size: float) -> list[Line]:
    """Give the lines in small letters at the end of a page, from the first that opens with a note's mark."""
    found: list[Line] = []
    for item in reversed(page[1:]):
        if isinstance(item, Table) or item.size >= size * _SMALL or "\t" in item.text:
            break
        found.append(item)
    found.reverse()
    while found and not _NOTE_MARK.match(found[0].text):
        del found[0]
    return found


def _grouped(lines: list[Line], layout: _Layout) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _NOTE_MARK.match(line.text) and not _had_room(groups[-1][-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _layout(lines: list[Line]) -> _Layout:
    if not lines:
        return _Layout({}, {}, 1.0, 0.0)
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
        # Marks that may not begin a line take one or two characters along, and a figure stays in one piece.
        return room > before.size * max(_WIDE_SLACK, head_width(line.text) + 0.5)
    word = line.text.split(maxsplit=1)[0]
    return room > (len(word) + 2) * before.size * _LATIN_WIDTH


def _text(group: list[Line]) -> str:
    pieces = [group[0].text]
    for line in group[1:]:
        # Only the end of what is there matters: a paragraph may have any number of lines.
        pieces[-1] = with_line_end(pieces[-1], line.text)
        pieces.append(line.text)
    return clean("".join(pieces))


def clean(text: str) -> str:
    """Give a text without the marks that stand for hyphens."""
    return text.replace("\ufffe", "-").replace("\x02", "-").replace("\u00ad", "")


def with_line_end(before: str, after: str) -> str:
    """Give a line as it stands before another one that goes on: with a blank, without its hyphen, or as it is."""
    if before[-1] in _HYPHENS and len(before) > 1 and before[-2].isalpha() and not is_wide(before[-2]):
        return before[:-1] if _is_broken_word(before, after) else before
    return before if is_wide(before[-1]) or is_wide(after[0]) else f"{before} "


def _is_broken_word(before: str, after: str) -> bool:
    """Tell whether a hyphen at a line's end was put there by the line's end: the word is known without it."""
    if before[-1] in _SOFT_HYPHENS:
        return True
    head = _LAST_WORD.search(before[:-1])
    tail = _FIRST_WORD.match(after)
    if head is None or tail is None:
        return False
    known = commonness(head[1] + tail[1])
    compound = min(commonness(head[1]), commonness(tail[1])) >= _COMMON
    # Of two words that live by themselves, the hyphen is more likely their own.
    return known >= (_COMMON if compound else _KNOWN)
