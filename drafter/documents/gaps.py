"""Where a text file may have lost lines: more blank ones than part its paragraphs elsewhere.

Who copies a web page into a text file may lose its headings, each of which leaves its blank line behind.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from drafter.language.enumerators import read_enumerator
from drafter.language.scripts import has_han
from drafter.model import N_, Message, Notice

_FEWEST: Final = 12  # paragraphs that show how a text is laid out
_USUALLY: Final = 0.6
_AT_MOST_CLOSE: Final = 0.1  # of the paragraphs follow the one before at once
_FEWEST_WIDE: Final = 3
_MOSTLY: Final = 0.8
_BODY: Final = {True: 40, False: 100}
"""Characters from which on a line is no heading, by whether it is Chinese."""
_MOST_TOLD: Final = 20
_MAY_BE_LOST: Final = N_(
    "One blank line parts the paragraphs of “{name}”, but more stand above these lines: {lines}. Headings may be lost "
    "there."
)


def tell_gaps(lines: Sequence[str], name: str) -> tuple[Notice, ...]:
    """Tell where headings may be lost; nothing where wide gaps are a habit, as above the headings that are there.

    Args:
        lines: the lines of a text file.
        name: its name.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    gaps = [(below - above - 1, below) for above, below in pairwise(filled)]
    blanks = [blank for blank, _ in gaps]
    if len(filled) < _FEWEST or blanks.count(1) < _USUALLY * len(gaps) or blanks.count(0) > _AT_MOST_CLOSE * len(gaps):
        return ()
    wide = [below for blank, below in gaps if blank > 1]
    lost = [below for below in wide if _is_body(lines[below])]
    if len(lost) < _FEWEST_WIDE or len(lost) < _MOSTLY * len(wide):
        return ()
    told = ", ".join(str(below + 1) for below in lost[:_MOST_TOLD]) + (", …" if len(lost) > _MOST_TOLD else "")
    return (Notice(Message(_MAY_BE_LOST, {"name": name, "lines": told}), warning=True),)


def _is_body(line: str) -> bool:
    return len(line.strip()) >= _BODY[has_han(line)] and read_enumerator(line) is None
