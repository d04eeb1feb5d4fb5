"""The review table: number, Chinese, English, a row for each clause."""

from collections.abc import Sequence
from typing import Final

from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.story import Story
from drafter.exports.docx.xml import Element, element, value
from drafter.i18n import _, language
from drafter.model import Clause

LONG_ROW: Final = 1200
"""Characters of the longer side above which a row may break over pages: whole it would leave half a page empty."""

_NUMBER: Final = 680
"""The width of the first column in twips: four figures, or its head in one line."""

_CHINESE: Final = 41
"""The share of the rest that the Chinese gets, in percent: English takes about half as much room again."""


_TAGS: Final = 16
"""The share of the whole that the column of tags gets, in percent."""


def table(story: Story, width: int) -> Element:
    """Make the table.

    Args:
        story: the text in the making.
        width: the width of the type area in twips.
    """
    tags = width * _TAGS // 100 if story.options.tags else 0
    chinese = (width - _NUMBER - tags) * _CHINESE // 100
    widths = [_NUMBER, chinese, width - _NUMBER - chinese - tags]
    if tags:
        widths.append(tags)
    made = element(
        "tbl",
        element(
            "tblPr",
            value("tblStyle", "RV-Grid"),
            element("tblW", w=width, type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        ),
        element("tblGrid", *(element("gridCol", w=column) for column in widths)),
        _head(story, widths),
    )
    made.extend(_row(story, clause, widths) for clause in story.snapshot.clauses)
    return made


def _head(story: Story, widths: Sequence[int]) -> Element:
    """Make the row that is repeated on every page."""
    look = Look(language())
    titles = [_("No."), _("Chinese"), _("English")]
    if story.options.tags:
        titles.append(_("Measures"))
    cells = [
        _cell(width, [story.paragraph("RV-Table", [run(title, look)])], shaded=True)
        for title, width in zip(titles, widths, strict=True)
    ]
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _row(story: Story, clause: Clause, widths: Sequence[int]) -> Element:
    bold = True if clause.level else None
    number = [story.paragraph("RV-Id", [run(str(clause.id), Look("en"))])]
    source = story.side(clause, "zh", "RV-Source", Look("zh", bold=bold), standing=True)
    target = story.side(clause, "en", "RV-Target", Look("en", bold=bold), standing=True)
    story.bookmark(clause, target)
    contents = [number, source, target]
    if story.options.tags:
        contents.append(_tags(story, clause))
    cells = [_cell(width, content) for width, content in zip(widths, contents, strict=True)]
    longest = max(len(part.text) for part in (clause.zh, clause.en))
    whole = [element("trPr", element("cantSplit"))] if longest <= LONG_ROW else []
    return element("tr", *whole, *cells)


def _tags(story: Story, clause: Clause) -> list[Element]:
    """Give a paragraph a concept, code and label; an empty one where there is none, since a cell has a paragraph."""
    words = [f"{concept.notation} {concept.label[language()]}" for concept in story.snapshot.tags.get(clause.id, ())]
    return [story.paragraph("RV-Table", [run(word, Look(language()))]) for word in words or [""]]


def _cell(width: int, paragraphs: Sequence[Element], *, shaded: bool = False) -> Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill="EDEDED"))
    return element("tc", properties, *paragraphs)
