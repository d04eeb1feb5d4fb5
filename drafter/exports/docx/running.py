"""Running text: both languages paragraph under paragraph, or one of them alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePath

from drafter.exports.difference import Kind, Stamp, Words
from drafter.exports.docx import gbt9704
from drafter.exports.docx.flow import Line
from drafter.exports.docx.options import DocxOptions
from drafter.exports.docx.page import page_of
from drafter.exports.docx.roles import Role, clause_role, is_chinese, official_roles, title_clauses
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.story import Story, goes_on
from drafter.exports.docx.tables import Cell, after_table, table_of
from drafter.exports.docx.xml import Element, element
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, Side


@dataclass(slots=True)
class Block:
    """A paragraph that may hold several clauses.

    Attributes:
        role: what it is in the document.
        stamp: who changed its first clause last.
        content: its runs.
        text: what it reads.
        kinds: which of the two texts its clauses stand in: both, or one alone.
        end: which text its mark belongs to.
        clauses: the clauses it holds, whole or in part.
    """

    role: Role
    stamp: Stamp
    content: list[Element] = field(default_factory=list)
    text: str = ""
    kinds: set[Kind] = field(default_factory=set)
    end: Kind = "equal"
    clauses: list[Clause] = field(default_factory=list)

    def mark(self) -> Kind:
        """Tell which text the paragraph mark belongs to; a paragraph that came or went whole takes its mark along."""
        return next(iter(self.kinds)) if self.end == "equal" and len(self.kinds) == 1 else self.end


def alone(story: Story, side: Side) -> Iterator[Element]:
    """Give one language as its document had it: sentences of one paragraph together again."""
    titles = title_clauses(story.snapshot)
    yield from _headline(story, side, titles)
    blocks = _blocks(story, side, titles)
    if story.options.style == "gbt9704" and side == "zh":
        roles = official_roles([block.role for block in blocks], [block.text for block in blocks])
        for block, role in zip(blocks, roles, strict=True):
            block.role = role
    places = [_cell_of(story, side, block) for block in blocks]
    for number, group in groupby(range(len(blocks)), key=lambda index: (place := places[index]) and place[0]):
        held = list(group)
        if number is None:
            yield from (_paragraph(story, side, blocks, index) for index in held)
        else:
            cells: dict[Cell, list[Element]] = {}
            for index in held:
                _table, row, column = places[index] or (0, 0, 0)
                cells.setdefault((row, column), []).append(_in_cell(story, blocks[index]))
            yield table_of(cells, page_of(story.options).measure, story.paragraph("RV-Source"))
            if held[-1] + 1 == len(blocks) or places[held[-1] + 1] is not None:
                yield after_table()


def _paragraph(story: Story, side: Side, blocks: Sequence[Block], index: int) -> Element:
    block = blocks[index]
    made = story.paragraph(
        style_of(story.options, side, block.role),
        block.content,
        end=block.mark(),
        stamp=block.stamp,
        extra=_extra(story.options, side, blocks, index),
    )
    _set_run_in(story.options, side, block.role, [made])
    return made


def _cell_of(story: Story, side: Side, block: Block) -> tuple[int, int, int] | None:
    """Tell in which cell of the document a paragraph stood, None for running text."""
    return _place(story.snapshot, block.clauses[0], side) if block.clauses else None


def _place(snapshot: ReviewSnapshot, clause: Clause, side: Side) -> tuple[int, int, int] | None:
    segments = clause.side(side).segments
    return snapshot.cells.get(side, {}).get(segments[0].paragraph) if segments else None


def _in_cell(story: Story, block: Block) -> Element:
    """Give a paragraph of a cell; its mark stays whatever is accepted or rejected, as the last of a cell must."""
    return story.paragraph("RV-Source", block.content)


def interleaved(story: Story) -> Iterator[Element]:
    """Give each clause in Chinese, then in English; what stood in a table stands in one again."""
    titles = title_clauses(story.snapshot)
    yield from _headline(story, "zh", titles)
    clauses = [clause for clause in story.snapshot.clauses if _shown_sides(story, clause)]
    roles = [clause_role(clause, titles) for clause in clauses]
    if story.options.style == "gbt9704":
        roles = official_roles(roles, [clause.zh.text for clause in clauses])
    places = list(_cells_of(story.snapshot, clauses))
    for table, group in groupby(range(len(clauses)), key=lambda index: (place := places[index]) and place[0]):
        held = list(group)
        if table is None:
            for index in held:
                yield from _both(story, clauses[index], roles[index], clause_role(clauses[index], titles))
            continue
        cells: dict[Cell, list[Element]] = {}
        for index in held:
            _table, row, column = places[index] or (0, 0, 0)
            cells.setdefault((row, column), []).extend(_both_in_cell(story, clauses[index]))
        yield table_of(cells, page_of(story.options).measure, story.paragraph("RV-Source"))
        if held[-1] + 1 == len(clauses) or places[held[-1] + 1] is not None:
            yield after_table()


def _both(story: Story, clause: Clause, official: Role, ordinary: Role) -> Iterator[Element]:
    """Give a clause of running text."""
    for side in _shown_sides(story, clause):
        role = official if side == "zh" else ordinary
        style = style_of(story.options, side, role)
        made = story.side(clause, side, style, look_of(story.options, side, role), standing=False)
        _set_run_in(story.options, side, role, made)
        if role == "Title" and story.options.style == "gbt9704" and side == "zh":
            for at, indent in enumerate(gbt9704.title_indents(clause.zh.text)):
                made[0][0].insert(1 + at, indent)
        if story.shown(clause, "zh") and story.shown(clause, "en"):
            _pair(made, side)
        if len(clause.side(side).text) > _HEADING_LINE[side] and side == _shown_sides(story, clause)[-1]:
            made[-1][0].insert(1, element("keepNext", val=0))  # a paragraph that goes on behind its heading
        made[-1].extend(story.strays(clause, "en" if side == "zh" else "zh"))
        if side == "en":
            story.bookmark(clause, made)
        yield from made


def _both_in_cell(story: Story, clause: Clause) -> Iterator[Element]:
    """Give a clause of a table's cell, whose last paragraph must stay whatever is accepted or rejected."""
    for side in _shown_sides(story, clause):
        made = story.side(clause, side, "RV-Source" if side == "zh" else "RV-Target", Look(side), standing=True)
        made[-1].extend(story.strays(clause, "en" if side == "zh" else "zh"))
        if side == "en":
            story.bookmark(clause, made)
        yield from made


def _cells_of(snapshot: ReviewSnapshot, clauses: Sequence[Clause]) -> Iterator[tuple[int, int, int] | None]:
    """Tell in which cell each clause stands, None for running text: in the Chinese one's, else in the English one's."""
    found = [(_place(snapshot, clause, "zh"), _place(snapshot, clause, "en")) for clause in clauses]
    same = {en[0]: zh[0] for zh, en in found if zh is not None and en is not None}
    for zh, en in found:
        if zh is None and en is not None:
            table, row, column = en
            yield same.get(table, -1 - table), row, column  # a table that the Chinese has not is none of its own
        else:
            yield zh


def _shown_sides(story: Story, clause: Clause) -> list[Side]:
    sides: tuple[Side, ...] = ("zh", "en")
    return [side for side in sides if story.shown(clause, side)]


_HEADING_LINE: dict[Side, int] = {"zh": 50, "en": 150}
"""Characters above which a heading is a whole paragraph, which need not stay on the page of what follows it."""

_WITHIN = 40
"""Twips between a Chinese paragraph and the English one that renders it: less than between two pairs."""


def _pair(paragraphs: list[Element], side: Side) -> None:
    """Keep a Chinese paragraph close to the English one that renders it, and on the same page."""
    for paragraph in paragraphs:
        place = 1  # behind the style, before all else that may follow
        if side == "zh":
            paragraph[0].insert(place, element("keepNext"))
            place += 1
        gap = {"after": _WITHIN} if side == "zh" else {"before": _WITHIN}
        paragraph[0].insert(place, element("spacing", **gap))


def _headline(story: Story, side: Side, titles: Sequence[Clause]) -> Iterator[Element]:
    """Give the review's title where no clause is one; a file's name or the other language is no title to print."""
    text = story.snapshot.title.strip()
    if titles or not text or is_chinese(text) != (side == "zh") or _is_file_name(story.snapshot, text):
        return
    style = style_of(story.options, side, "Title")
    extra = gbt9704.title_indents(text) if style == "GW-Title" else []
    yield story.paragraph(style, [run(text, look_of(story.options, side, "Title"))], extra=extra)


def _is_file_name(snapshot: ReviewSnapshot, text: str) -> bool:
    names = [name for name in (snapshot.zh_name, snapshot.en_name) if name]
    return text in names or text in {PurePath(name).stem for name in names}


def _blocks(story: Story, side: Side, titles: Sequence[Clause]) -> list[Block]:
    blocks: list[Block] = []
    last: Clause | None = None
    strays: list[Element] = []
    for clause in story.snapshot.clauses:
        if not story.shown(clause, side):
            strays += story.strays(clause, side)
            continue
        role = clause_role(clause, titles)
        stamp = story.stamp(clause, side)
        look = look_of(story.options, side, role)
        for number, line in enumerate(_rejoined(story.lines(clause, side), clause, side)):
            if number or last is None or not goes_on(last, clause, side):
                blocks.append(Block(role, stamp))
            else:
                _join(blocks[-1], line, role, side)
            block = blocks[-1]
            block.content.extend(strays)
            strays = []
            block.content.extend(story.content(line, look, stamp))
            block.text += _reading(line)
            block.kinds.add(_standing(clause, side) if story.options.track_changes else "equal")
            block.end = line.end
            block.clauses.append(clause)
        last = clause
    if blocks:
        blocks[-1].content.extend(strays)
    return blocks


def _standing(clause: Clause, side: Side) -> Kind:
    """Tell which of the two texts a side of a clause stands in."""
    here = clause.side(side)
    if not here.original:
        return "insert"
    return "equal" if here.text else "delete"


def _join(block: Block, line: Line, role: Role, side: Side) -> None:
    """Make ready for a further clause in the same paragraph: a heading that is followed by text is no heading line."""
    if role != block.role:
        block.role = "Body"
    if side == "en" and block.text and not block.text[-1].isspace() and not _reading(line)[:1].isspace():
        block.content.append(run(" ", Look("en")))
        block.text += " "


def _reading(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces if isinstance(piece, Words) and piece.kind != "delete")


def _rejoined(found: list[Line], clause: Clause, side: Side) -> list[Line]:
    """Put lines together again that are sentences of one paragraph, where the lines still are the segments."""
    segments = clause.side(side).segments
    if len(found) != len(segments) or any(line.end != "equal" for line in found):
        return found
    joined: list[Line] = []
    for index, line in enumerate(found):
        if joined and segments[index].paragraph == segments[index - 1].paragraph:
            gap = [Words("equal", " ")] if side == "en" else []
            joined[-1].pieces += [*gap, *line.pieces]
        else:
            joined.append(line)
    return joined


def style_of(options: DocxOptions, side: Side, role: Role) -> str:
    """Give the paragraph style for a role."""
    if options.style == "gbt9704":
        return f"GW-{role}" if side == "zh" else f"GW-EN-{role}"
    return f"ZH-{role}" if side == "zh" else f"EN-{role}"


def look_of(options: DocxOptions, side: Side, role: Role) -> Look:
    """Give the look of a role's runs."""
    heading = True if role not in ("Title", "Body") else None
    if options.style == "gbt9704" and side == "zh":
        return Look("zh", gbt9704.font(role))
    return Look(side, bold=heading)


def _set_run_in(options: DocxOptions, side: Side, role: Role, paragraphs: list[Element]) -> None:
    if options.style == "gbt9704" and side == "zh" and role == "Body":
        for paragraph in paragraphs:
            gbt9704.set_run_in(paragraph)


def _extra(options: DocxOptions, side: Side, blocks: Sequence[Block], index: int) -> list[Element]:
    """Give what a paragraph needs beyond its style."""
    if options.style != "gbt9704" or side != "zh":
        return []
    role, text = blocks[index].role, blocks[index].text
    before, behind = blocks[index - 1] if index else None, blocks[index + 1] if index + 1 < len(blocks) else None
    match role:
        case "Title" if behind is not None and behind.role == "Title":
            return [*gbt9704.title_line(), *gbt9704.title_indents(text)]
        case "Title" | "AttachTitle":
            return gbt9704.title_indents(text)
        case "Sign":
            return gbt9704.issuer_indent(text, behind.text if behind else "")
        case "AttachNo":
            return gbt9704.new_page()
        case "Record":
            first, last = (one is None or one.role != "Record" for one in (before, behind))
            return gbt9704.record_rules(first=first, last=last)
        case _:
            return []
