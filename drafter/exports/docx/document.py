"""A review as a Word file: the template filled, numbered and saved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.exports.characters import legal
from drafter.exports.docx import gbt9704, manifest
from drafter.exports.docx.cover import cover
from drafter.exports.docx.formulas import set_scripts
from drafter.exports.docx.office_template import OfficeTemplate
from drafter.exports.docx.options import DocxOptions
from drafter.exports.docx.package import open_template, saved
from drafter.exports.docx.page import Page, lay_out, page_of
from drafter.exports.docx.roles import is_chinese
from drafter.exports.docx.running import alone, interleaved
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.story import Story
from drafter.exports.docx.table import table
from drafter.exports.docx.tables import after_table
from drafter.exports.docx.xml import Element, element
from drafter.exports.pack.rows import Check
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Message, Side

_LONGEST_PROPERTY = 255


@dataclass(frozen=True, slots=True)
class Built:
    """A Word file.

    Attributes:
        data: its bytes.
        said: what the user should know about it.
    """

    data: bytes
    said: tuple[Message, ...] = ()


def build(snapshot: ReviewSnapshot, options: DocxOptions, progress: Callable[[float], None] | None = None) -> Built:
    """Give the Word file of a review.

    Args:
        snapshot: the review.
        options: the user's choices.
        progress: told the share done, 0 to 1.

    Raises:
        DrafterError: the office's template can't be used.
    """
    story = Story(snapshot if options.names else _nameless(snapshot), options, progress)
    said: tuple[Message, ...] = ()
    if options.template is not None:
        office = OfficeTemplate(options.template)
        document = office.document
        body = list(_body(story, office.page))
        said = office.fill(snapshot, body, story.notes.paragraphs(), alone=_language(options))
    else:
        document = open_template()
        page = page_of(options)
        lay_out(document, page)
        end = document.element.body.get_or_add_sectPr()
        for part in list(_body(story, page)) or [element("p")]:  # Word wants one paragraph at least
            end.addprevious(part)
    if options.scripts:
        for root in (document.element.body, *story.notes.paragraphs()):
            set_scripts(root)
    story.notes.attach(document)
    story.comments.attach(document)
    if options.returnable and options.layout == "table":
        manifest.attach(document, _checks(snapshot))
    document.core_properties.title = legal(snapshot.title)[:_LONGEST_PROPERTY]
    return Built(saved(document), said)


def _language(options: DocxOptions) -> Side | None:
    """Give the one language of a file, None where it holds both."""
    return options.layout if options.layout in ("zh", "en") else None


def _nameless(snapshot: ReviewSnapshot) -> ReviewSnapshot:
    """Give a review without the names of those who worked on it."""
    return replace(
        snapshot,
        revisions=tuple(replace(one, author="") for one in snapshot.revisions),
        notes=tuple(replace(one, author="") for one in snapshot.notes),
    )


def _checks(snapshot: ReviewSnapshot) -> Iterator[tuple[int, Check]]:
    for clause in snapshot.clauses:
        source, target = clause.side(snapshot.source).text, clause.side(snapshot.target).text
        yield clause.id, Check.of(clause.id, source, target)


def _body(story: Story, page: Page) -> Iterator[Element]:
    """Give everything that stands in the document."""
    if story.options.cover:
        yield from cover(story)
    match story.options.layout:
        case "table":
            yield from _tabled(story, page)
        case "interleaved":
            yield from interleaved(story)
        case side:
            yield from alone(story, side)


def _tabled(story: Story, page: Page) -> Iterator[Element]:
    title = story.snapshot.title.strip()
    official = story.options.style == "gbt9704"
    if title:
        look = Look("zh" if is_chinese(title) else "en", gbt9704.font("Title") if official else "宋体")
        extra = gbt9704.table_title(title) if official else []
        yield story.paragraph("GW-Title" if official else "RV-Title", [run(title, look)], extra=extra)
    yield table(story, page.measure)
    yield after_table()
