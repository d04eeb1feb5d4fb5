"""The sections of a review as the panel shows them: marker and name in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.language.enumerators import read_enumerator
from drafter.language.marks import plain
from drafter.language.outline import Node, outline_of_pair
from drafter.model import Clause, ClauseSide, Document, Paragraph, Side

_BEGINNING = 90
_SHORT: Mapping[Side, int] = {"zh": 40, "en": 130}


@dataclass(frozen=True, slots=True)
class Words:
    """What a section is called in one language.

    Attributes:
        text: its marker and its name, or the beginning of its text where it has no name.
        named: whether it has a name.
    """

    text: str
    named: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the review.

    Attributes:
        clause: id of the clause it begins in.
        level: its level, 0 for a title or an annex.
        parent: index of the section above, None at the top.
        children: indexes of the sections one step below.
        zh: what it is called in Chinese, None where it has no Chinese.
        en: what it is called in English.
    """

    clause: int
    level: int
    parent: int | None
    children: tuple[int, ...]
    zh: Words | None
    en: Words | None


def sections_of(clauses: Sequence[Clause], documents: Mapping[Side, Document]) -> tuple[Section, ...]:
    """Find the sections of a review.

    Args:
        clauses: its clauses, as corrected.
        documents: the documents they came from.
    """
    zh = [_paragraph(clause.zh, documents.get("zh")) for clause in clauses]
    en = [_paragraph(clause.en, documents.get("en")) for clause in clauses]
    pair = outline_of_pair(zh, en)
    return tuple(
        Section(
            clauses[one.clause].id,
            one.level,
            one.parent,
            one.children,
            _words(pair.node(one, "zh"), zh, "zh"),
            _words(pair.node(one, "en"), en, "en"),
        )
        for one in pair.sections
    )


def may_head(clause: Clause) -> bool:
    """Tell whether a clause could begin a section: it opens with a marker, or is short as headings are."""
    sides: tuple[Side, Side] = ("zh", "en")
    for side in sides:
        text = plain(clause.side(side).text)
        if text.strip() and (len(text) <= _SHORT[side] or read_enumerator(text) is not None):
            return True
    return False


def _paragraph(side: ClauseSide, document: Document | None) -> Paragraph:
    """Give one side of a clause as a paragraph, with what the word processor knows of the one it begins in."""
    index = side.segments[0].paragraph if side.segments else -1
    text = plain(side.text)
    if document is None or not 0 <= index < len(document.paragraphs):
        return Paragraph(text, 1)
    loaded = document.paragraphs[index]
    begins = side.segments[0].start == 0
    return Paragraph(
        text,
        loaded.line,
        loaded.part,
        loaded.number,
        loaded.level if begins else 0,
        loaded.style if begins else "",
    )


def _words(node: Node | None, paragraphs: Sequence[Paragraph], side: Side) -> Words | None:
    if node is None:
        return None
    text = paragraphs[node.paragraph].text
    marker = text[node.marker.start : node.marker.end].strip()
    name = ("" if side == "zh" else " ").join(
        paragraphs[piece.paragraph].text[piece.start : piece.end] for piece in node.title
    )
    begin = name or " ".join(text[node.marker.end :].split("\n", 1)[0][:_BEGINNING].split())
    gap = " " if marker and marker[-1].isascii() else ""
    return Words(f"{marker}{gap}{begin}", bool(name))
