"""The outlines of two languages as one: which Chinese node is which English one, by the clauses they stand in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from drafter.language.outline.build import outline_of
from drafter.language.outline.nodes import SECTIONS, Node, Outline
from drafter.model import Paragraph, Side


@dataclass(frozen=True, slots=True)
class Section:
    """A title, heading, item or annex, in one language or both.

    Attributes:
        clause: index of the clause it begins in.
        level: its level.
        zh: index of its node in the Chinese outline, None where it has none there.
        en: index of its node in the English outline.
        parent: index of the section above, None at the top.
        children: indexes of the sections one step below, in order.
    """

    clause: int
    level: int
    zh: int | None
    en: int | None
    parent: int | None = None
    children: tuple[int, ...] = ()

    def node(self, side: Side) -> int | None:
        """Give the index of its node on one side."""
        return self.zh if side == "zh" else self.en


@dataclass(frozen=True)
class PairOutline:
    """The outlines of two texts that stand beside each other clause by clause.

    Attributes:
        zh: the Chinese outline; places are indexes of clauses and offsets in their Chinese text.
        en: the English one.
        sections: the sections of both in reading order.
    """

    zh: Outline
    en: Outline
    sections: tuple[Section, ...]

    def node(self, section: Section, side: Side) -> Node | None:
        """Give the node of a section on one side, None where it has none there."""
        index = section.node(side)
        return None if index is None else (self.zh if side == "zh" else self.en).nodes[index]

    @cached_property
    def of_clauses(self) -> dict[int, int]:
        """The index of the last section that begins in a clause, by the clause; clauses without one are left out."""
        return {section.clause: index for index, section in enumerate(self.sections)}


def outline_of_pair(zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> PairOutline:
    """Find the structure of two texts that stand beside each other.

    Args:
        zh: the Chinese text of each clause as a paragraph, blank where it has none.
        en: the English text, as many.
    """
    if any(one.text.strip() and other.text.strip() for one, other in zip(zh, en, strict=True)):
        outlines = outline_of(zh), outline_of(en)
        found = list(_matched(*outlines))
    else:
        # Nothing is beside anything: one text, that may turn into the other language on its way.
        whole = outline_of([one if one.text.strip() else other for one, other in zip(zh, en, strict=True)])
        outlines = whole, whole
        found = []
        for index, node in _sections(whole):
            chinese = bool(zh[node.paragraph].text.strip())
            found.append(Section(node.paragraph, node.level, index if chinese else None, None if chinese else index))
    return PairOutline(*outlines, tuple(_linked(found)))


def _sections(outline: Outline) -> Iterator[tuple[int, Node]]:
    return ((index, one) for index, one in enumerate(outline.nodes) if one.kind in SECTIONS and not one.inside)


def _matched(zh: Outline, en: Outline) -> Iterator[Section]:
    """Pair the nodes clause by clause; those without a partner stand alone."""
    by_clause: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, outline in enumerate((zh, en)):
        for index, node in _sections(outline):
            by_clause[node.paragraph][side].append(index)
    for clause in sorted(by_clause):
        yield from _matched_in(clause, zh, en, *by_clause[clause])


def _matched_in(clause: int, zh: Outline, en: Outline, ours: list[int], theirs: list[int]) -> Iterator[Section]:
    rest = list(theirs)
    for mine in ours:
        node = zh.nodes[mine]
        alike = [other for other in rest if (en.nodes[other].kind == "title") == (node.kind == "title")]
        same = [other for other in alike if en.nodes[other].ordinal == node.ordinal]
        # As many on both sides are the same ones, whatever has become of their numbers.
        partner = same[0] if same else alike[0] if alike and len(ours) == len(theirs) else None
        if partner is not None:
            rest.remove(partner)
        yield Section(clause, node.level, mine, partner)
    for other in rest:
        yield Section(clause, en.nodes[other].level, None, other)


def _linked(sections: Sequence[Section]) -> Iterator[Section]:
    parents: list[int | None] = []
    children: list[list[int]] = [[] for _ in sections]
    above: list[int] = []
    for index, section in enumerate(sections):
        while above and sections[above[-1]].level >= section.level:
            above.pop()
        parents.append(above[-1] if above else None)
        if above:
            children[above[-1]].append(index)
        above.append(index)
    for section, parent, below in zip(sections, parents, children, strict=True):
        yield replace(section, parent=parent, children=tuple(below))
