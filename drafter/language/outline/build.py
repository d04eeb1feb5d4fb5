"""Puts an outline together: lines, frame, markers, levels, names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.language.marks import plain
from drafter.language.outline.duties import Duty, duties_of
from drafter.language.outline.letter import Framed, frame_of
from drafter.language.outline.levels import Placed, place
from drafter.language.outline.lines import Line, lines_of
from drafter.language.outline.markers import (
    BULLET,
    BULLETS,
    Found,
    after_marker,
    inside_list,
    joined_markers,
    opening_marker,
)
from drafter.language.outline.nodes import Node, Outline, linked
from drafter.language.outline.titles import Behind, Phrase, named, phrase_of
from drafter.language.outline.unnumbered import PLAIN, as_marker, known_levels, plain_headings
from drafter.model import Paragraph, Span

_ARTICLES = ("zh-article", "article-word")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What begins at one place of a line: a part of the frame, a marker (level 0 = below what is open), a duty."""

    line: int
    start: int
    framed: Framed | None = None
    placed: Placed | None = None
    duty: Duty | None = None


def outline_of(paragraphs: Sequence[Paragraph]) -> Outline:
    """Find the structure of a document.

    Args:
        paragraphs: its paragraphs, all of them, in reading order.

    Returns:
        The outline; places are indexes of these paragraphs and offsets in their texts.
    """
    lines = lines_of(paragraphs)
    entries = sorted(_entries(lines), key=lambda entry: (entry.line, entry.start))
    return _Tree(lines, entries).grown()


def heading_levels(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Give the outline level of each paragraph that is a heading, 0 for body text.

    A title counts as a heading of the first level; an item whose text goes on is body text, whatever its number, unless
    the word processor says otherwise.

    Args:
        paragraphs: all paragraphs of a document, in reading order; marks of a translation tool's file don't count.
    """
    levels = [paragraph.level for paragraph in paragraphs]
    for node in outline_of([replace(one, text=plain(one.text)) for one in paragraphs]).nodes:
        if node.kind == "title":
            for piece in node.title:
                levels[piece.paragraph] = 1
        elif node.kind == "heading":
            levels[node.paragraph] = node.level
    return levels


def _entries(lines: Sequence[Line]) -> Iterator[_Entry]:
    """Find all that stands in the outline, in no order."""
    opening = {index: one for index, line in enumerate(lines) if line.body and (one := opening_marker(lines, index))}
    frame = frame_of(lines, {index: one for index, one in opening.items() if not one.likely})
    opening = {index: one for index, one in opening.items() if index not in frame.taken}
    plain = plain_headings(lines, opening, frame.taken)
    known = known_levels(lines, opening) | {PLAIN: 1}
    markers: list[Found] = []
    for index, line in enumerate(lines):
        if not line.body or index in frame.taken:
            continue
        first = opening.get(index)
        if first and first.style in BULLETS:
            if _in_list(opening, index):
                yield _Entry(index, first.start, placed=Placed(first, 0, 0 if first.style == BULLET else -1))
        elif first:
            markers.append(first)
        elif line.level or index in plain:
            style = f"word-{line.level}" if line.level else PLAIN
            known[style] = line.level or 1
            markers.append(as_marker(index, style))
        start = first.end if first else 0
        inside = inside_list(lines, index, start)
        yield from (_Entry(index, one.start, placed=Placed(one, 0, -2 - index)) for one in inside)
        yield from (_Entry(index, duty.start, duty=duty) for duty in duties_of(line.text))
        listed = {one.start for one in inside}
        markers += (one for one in joined_markers(lines, index, start) if one.start not in listed)
    breaks = [index for index, one in frame.parts.items() if one.part.kind in ("title", "annex")]
    placed = place(markers, breaks, known)
    if any(line.level for line in lines):
        placed = _from_one(placed)
    yield from (_Entry(one.found.line, one.found.start, placed=one) for one in placed)
    yield from (_Entry(index, 0, framed=framed) for index, framed in frame.parts.items())


def _from_one(placed: Sequence[Placed]) -> list[Placed]:
    """Let levels begin with one: where the title is the heading of the first level, 一、 is one of the second."""
    highest = min((one.level for one in placed), default=1)
    return [replace(one, level=one.level - highest + 1) for one in placed]


def _in_list(opening: dict[int, Found], index: int) -> bool:
    """Tell whether a bullet stands in a list: the line before or behind has one of its kind."""
    around = (opening.get(index - 1), opening.get(index + 1))
    return any(other is not None and other.style == opening[index].style for other in around)


class _Tree:
    """Grows the tree from its entries."""

    def __init__(self, lines: Sequence[Line], entries: Sequence[_Entry]) -> None:
        self.lines = lines
        self.entries = entries
        self.names = self._names()
        self.nodes: list[Node] = []
        self.parents: list[int | None] = []
        self.open: list[int] = []

    def grown(self) -> Outline:
        """Give the whole tree."""
        for index, entry in enumerate(self.entries):
            if entry.framed:
                self._add_framed(entry.framed)
            elif entry.placed:
                self._add_placed(index, entry.placed)
            elif entry.duty:
                self._add_duty(self.lines[entry.line], entry.duty)
        return linked(self.nodes, self.parents)

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        self.parents.append(self.open[-1] if self.open else None)
        return len(self.nodes) - 1

    def _level_below(self) -> int:
        return self.nodes[self.open[-1]].level + 1 if self.open else 1

    def _add_framed(self, framed: Framed) -> None:
        """A part of the frame closes all but the title above it, a title or an annex closes that too."""
        part, line = framed.part, self.lines[framed.line]
        top = part.kind in ("title", "annex")
        keeps = not top and self.open and self.nodes[self.open[0]].kind == "title"
        del self.open[1 if keeps else 0 :]
        marker = Span(line.start, line.start + part.marker)
        level = 0 if top else 1
        node = Node(part.kind, level, part.ordinal, "", marker, framed.title, line.paragraph, part.damaged)
        index = self._add(node)
        if top:
            self.open.append(index)

    def _add_placed(self, index: int, placed: Placed) -> None:
        found = placed.found
        if found.place != "inside":
            while self.open and self._closes(placed, self.nodes[self.open[-1]]):
                self.open.pop()
        level = placed.level or self._level_below()
        line, name = self.lines[found.line], self.names[index]
        added = self._add(
            Node(
                "heading" if name and self._is_heading(index, name, level) else "item",
                level,
                found.ordinal,
                found.style if found.end > found.start else "",
                Span(line.start + found.start, line.start + found.end),
                (line.piece(name.start, name.end),) if name else (),
                line.paragraph,
                found.damaged,
                inside=found.place == "inside",
            )
        )
        if found.place != "inside":
            self.open.append(added)

    def _closes(self, placed: Placed, above: Node) -> bool:
        """Tell whether an entry ends what is open: bullets stand below no bullets."""
        return above.style in BULLETS or (placed.level > 0 and above.level >= placed.level)

    def _add_duty(self, line: Line, duty: Duty) -> None:
        piece = line.piece(duty.start, duty.end)
        marker = Span(piece.start, piece.start)
        self._add(Node("duty", self._level_below(), 0, "", marker, (piece,), line.paragraph, duty.damaged))

    def _names(self) -> dict[int, Phrase | None]:
        """Give the name of each entry with a marker, None where it has none."""
        behind: dict[int, Behind] = {}
        for index, entry in enumerate(self.entries):
            if entry.placed is None:
                continue
            found, line = entry.placed.found, self.lines[entry.line]
            article = found.style in _ARTICLES
            start = after_marker(line.text, found.end)
            phrase = phrase_of(line.text, start, self._end_of(index), zh=line.zh, article=article)
            family = str(entry.placed.level or found.style)
            behind[index] = Behind(phrase, line.text, entry.placed.run, family, article)
        names = named(list(behind.values()))
        return {index: one.phrase if name else None for (index, one), name in zip(behind.items(), names, strict=True)}

    def _end_of(self, index: int) -> int:
        """Give where the text behind a marker ends: at what begins next on its line, or with the line."""
        line = self.entries[index].line
        if index + 1 < len(self.entries) and self.entries[index + 1].line == line:
            return self.entries[index + 1].start
        return len(self.lines[line].text)

    def _is_heading(self, index: int, name: Phrase, level: int) -> bool:
        """Tell whether a marker and its name have their line to themselves, and something stands below."""
        entry = self.entries[index]
        found = entry.placed.found if entry.placed else None
        if not name.alone or found is None or found.place != "opening" or found.style in BULLETS:
            return False
        after = index + 1
        while after < len(self.entries) and self.entries[after].line == entry.line:
            after += 1
        following = self.entries[after] if after < len(self.entries) else None
        if following is None or following.line > entry.line + 1 or following.start > 0:
            return entry.line + 1 < len(self.lines)
        return following.placed is not None and (following.placed.level > level or following.placed.level == 0)
