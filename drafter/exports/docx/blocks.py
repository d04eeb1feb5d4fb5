"""Paragraphs and plain tables of Word files that are no translation: reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from drafter.exports.docx.grid import grid, row
from drafter.exports.docx.roles import is_chinese
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.xml import Element, element, value
from drafter.i18n import language

_SHADE: Final = "EDEDED"
_SMALL: Final = 17
"""The height of small text, in half points."""

_LINE: Final = 230
_ABOVE: Final = 24
"""The height of its lines, and the room above and below them, in twips."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text with one look.

    Attributes:
        text: the words.
        bold: whether it is bold.
        marked: whether it is underlined too: the words that a finding is about.
        quiet: whether it is grey.
        size: its height in half points, 0 for that of the paragraph.
    """

    text: str
    bold: bool = False
    marked: bool = False
    quiet: bool = False
    size: int = 0


Words = str | Text | Sequence[Text]


def paragraph(
    words: Words, style: str = "RV-Target", *, after: int | None = None, keep: bool = False, small: bool = False
) -> Element:
    """Make a paragraph.

    Args:
        words: what stands in it.
        style: the paragraph style's identifier.
        after: the room below it in twips; None leaves it to the style.
        keep: whether it stays on the page of what follows.
        small: whether it is written small and close, as in tables.
    """
    properties = element("pPr", value("pStyle", style))
    if keep:
        properties.append(element("keepNext"))
    if small:
        properties.append(element("spacing", before=_ABOVE, after=_ABOVE, line=_LINE, lineRule="exact"))
    elif after is not None:
        properties.append(element("spacing", before=0, after=after))
    return element("p", properties, *(_run(text, _SMALL if small else 0) for text in _texts(words)))


def table(widths: Sequence[int], rows: Iterable[Sequence[Words]], *, whole: bool = True) -> Element:
    """Make a table.

    Args:
        widths: the columns' widths in twips.
        rows: its cells, row by row; the first row is a head, which is repeated on every page.
        whole: whether a row stays on one page.
    """
    made = grid(widths)
    for index, cells in enumerate(rows):
        is_head = not index
        made.append(
            row((_cell(w, c, shaded=is_head) for w, c in zip(widths, cells, strict=True)), whole=whole, head=is_head)
        )
    return made


def _cell(width: int, words: Words, *, shaded: bool) -> Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill=_SHADE))
    return element("tc", properties, paragraph(words, "RV-Table" if shaded else "RV-Target", small=True))


def _texts(words: Words) -> Sequence[Text]:
    if isinstance(words, str):
        return [Text(words)]
    return [words] if isinstance(words, Text) else words


def _run(text: Text, size: int) -> Element:
    side = "zh" if is_chinese(text.text) else language()
    made = run(text.text, Look(side, bold=text.bold or text.marked or None))
    properties = made[0]
    if text.quiet:
        properties.append(value("color", "595959"))
    if height := text.size or size:
        properties.extend((value("sz", height), value("szCs", height)))
    if text.marked:
        properties.append(value("u", "single"))
    return made
