"""Markdown: which lines of a text are headings.

The text itself stays raw, marks and all: places in a text file count in its lines as they stand, and a correction goes
back there.
"""

import re
from collections.abc import Sequence
from typing import Final

ENDINGS: Final = frozenset({".md", ".markdown"})

# Chinese writers often leave the blank out; a single mark without it is a topic (#环保#).
_HEADING: Final = re.compile(r" {0,3}(?:(#{1,6})[ \t\u3000]+\S|(#{2,6})[^#\s])")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-{2,})\s*")
_NO_TITLE: Final = re.compile(r"\s*(?:$|[>#|`~]|[-*+]\s|\d{1,9}[.)]\s|=+\s*$|-+\s*$)| {4}|\t")
_MARKS: Final = re.compile(r"\*\*\S|__\S|^\s*\|.*\||\]\(|^\s*[-*+] \S|^\s*>|`[^`]+`")


def heading_levels(lines: Sequence[str]) -> dict[int, int]:
    """Give the outline levels of headings by the index of their line; none is looked for in blocks of code."""
    found: dict[int, int] = {}
    fence = ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark is not None and (not fence or (mark[1].startswith(fence) and line.strip() == mark[1])):
            fence = "" if fence else mark[1]
        elif not fence:
            heading = _HEADING.match(line)
            if heading is not None:
                found[index] = len(heading[1] or heading[2])
            elif index and _UNDERLINE.fullmatch(line) and _is_title(lines, index - 1, found):
                found[index - 1] = 1 if line.strip().startswith("=") else 2
    return found


def _is_title(lines: Sequence[str], index: int, found: dict[int, int]) -> bool:
    """Tell whether a line is one of its own that an underline may make a heading."""
    alone = index == 0 or not lines[index - 1].strip()
    return alone and index not in found and _NO_TITLE.match(lines[index]) is None


def has_marks(lines: Sequence[str]) -> bool:
    """Tell whether a text holds marks of Markdown beside its headings."""
    return any(_MARKS.search(line) for line in lines)
