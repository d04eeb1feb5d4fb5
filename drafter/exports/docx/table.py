"""The review table: number, Chinese, English, a row for each clause."""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from drafter.exports.docx.comments import quoted, said
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.story import Story
from drafter.exports.docx.xml import Element, element, value
from drafter.exports.html.facts import SEVERITY_NAMES
from drafter.i18n import _, language
from drafter.model import N_, Clause

Beside = Literal["tags", "findings", "notes"]
"""A column beside the texts; options of the same names ask for them."""

LONG_ROW: Final = 1200
"""Characters of the longer side above which a row may break over pages: whole it would leave half a page empty."""

_NUMBER: Final = 680
"""The width of the first column in twips: four figures, or its head in one line."""

_CHINESE: Final = 41
"""The share of the rest that the Chinese gets, in percent: English takes about half as much room again."""


_BESIDE: Final[dict[Beside, int]] = {"tags": 16, "findings": 24, "notes": 18}
"""The share of the whole that each column beside the texts gets, in percent."""

_MOST_BESIDE: Final = 40
"""What they get together, in percent: the texts need the rest."""

_LEAST_BESIDE: Final = 1120
"""The width in twips that the head of such a column needs in one line."""

_HEADS: Final[dict[Beside, str]] = {"tags": N_("Measures"), "findings": N_("Findings"), "notes": N_("Notes")}


def table(story: Story, width: int) -> Element:
    """Make the table.

    Args:
        story: the text in the making.
        width: the width of the type area in twips.
    """
    beside = [name for name in _BESIDE if getattr(story.options, name)]
    wanted = sum(_BESIDE[name] for name in beside)
    scale = min(1.0, _MOST_BESIDE / wanted) if wanted else 1.0
    shares = [max(_LEAST_BESIDE, round(width * _BESIDE[name] * scale / 100)) for name in beside]
    left = width - _NUMBER - sum(shares)
    chinese = left * _CHINESE // 100
    widths = [_NUMBER, chinese, left - chinese, *shares]
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
        _head(story, widths, beside),
    )
    made.extend(_row(story, clause, widths, beside) for clause in story.snapshot.clauses)
    return made


def _head(story: Story, widths: Sequence[int], beside: Sequence[Beside]) -> Element:
    """Make the row that is repeated on every page."""
    look = Look(language())
    titles = [_("No."), _("Chinese"), _("English"), *(_(_HEADS[name]) for name in beside)]
    cells = [
        _cell(width, [story.paragraph("RV-Table", [run(title, look)])], shaded=True)
        for title, width in zip(titles, widths, strict=True)
    ]
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _row(story: Story, clause: Clause, widths: Sequence[int], beside: Sequence[Beside]) -> Element:
    bold = True if clause.level else None
    number = [story.paragraph("RV-Id", [run(str(clause.id), Look("en"))])]
    source = story.side(clause, "zh", "RV-Source", Look("zh", bold=bold), standing=True)
    target = story.side(clause, "en", "RV-Target", Look("en", bold=bold), standing=True)
    story.bookmark(clause, target)
    told = [_WORDS[name](story, clause) for name in beside]
    contents = [number, source, target, *(_lines(story, lines) for lines in told)]
    cells = [_cell(width, content) for width, content in zip(widths, contents, strict=True)]
    longest = max(len(clause.zh.text), len(clause.en.text), *(sum(map(len, lines)) * 2 for lines in told), 0)
    whole = [element("trPr", element("cantSplit"))] if longest <= LONG_ROW else []
    return element("tr", *whole, *cells)


def _lines(story: Story, lines: Sequence[str]) -> list[Element]:
    """Give a paragraph a line; an empty one where there is none, since a cell has a paragraph."""
    return [story.paragraph("RV-Beside", [run(line, Look(language()))]) for line in lines or [""]]


def _tags(story: Story, clause: Clause) -> list[str]:
    return [f"{concept.notation} {concept.label[language()]}" for concept in story.snapshot.tags.get(clause.id, ())]


def _findings(story: Story, clause: Clause) -> list[str]:
    return [
        f"[{_(SEVERITY_NAMES[one.severity])}] {' '.join(filter(None, (quoted(one.text), *said(one))))}"
        for one in story.findings_of(clause)
    ]


def _notes(story: Story, clause: Clause) -> list[str]:
    return [f"{note.author}: {note.text}" if note.author else note.text for note in story.notes_of(clause)]


_WORDS: Final[dict[Beside, Callable[[Story, Clause], list[str]]]] = {
    "tags": _tags, "findings": _findings, "notes": _notes,
}  # fmt: skip


def _cell(width: int, paragraphs: Sequence[Element], *, shaded: bool = False) -> Element:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if shaded:
        properties.append(element("shd", val="clear", color="auto", fill="EDEDED"))
    return element("tc", properties, *paragraphs)
