"""Concepts as a tree, to walk and to search."""

from collections.abc import Iterable
from functools import cache

from drafter.model import Concept, Side
from drafter.resources import resource_path


class Taxonomy:
    """Concepts of all facets; every parent named is there, and no concept is its own ancestor.

    Attributes:
        id: identifier of the scheme.
        version: its version.
    """

    def __init__(self, id_: str, version: str, concepts: Iterable[Concept]) -> None:
        self.id = id_
        self.version = version
        self._concepts = {concept.notation: concept for concept in concepts}
        self._narrower: dict[str, list[Concept]] = {}
        for concept in self._concepts.values():
            self._narrower.setdefault(concept.broader, []).append(concept)

    def __len__(self) -> int:
        return len(self._concepts)

    def concepts(self) -> tuple[Concept, ...]:
        """Give all concepts in the order of the file."""
        return tuple(self._concepts.values())

    def get(self, notation: str) -> Concept | None:
        """Find a concept by its notation."""
        return self._concepts.get(notation)

    def known(self, notation: str) -> Concept:
        """Give a concept, or one that bears only its notation where this version does not have it."""
        return self._concepts.get(notation) or Concept(notation, "", {"zh": notation, "en": notation})

    def tops(self, facet: str) -> tuple[Concept, ...]:
        """Give the top concepts of a facet."""
        return tuple(concept for concept in self._narrower.get("", ()) if concept.facet == facet)

    def top_of(self, notation: str) -> str:
        """Give the notation of the top concept that a concept stands under; its own where it is one or unknown."""
        while (concept := self._concepts.get(notation)) and concept.broader:
            notation = concept.broader
        return notation

    def is_leaf(self, notation: str) -> bool:
        """Tell whether a concept has none below it."""
        return notation not in self._narrower

    def narrower(self, notation: str) -> tuple[Concept, ...]:
        """Give the children of a concept."""
        return tuple(self._narrower.get(notation, ()))

    def facets(self) -> tuple[str, ...]:
        """Give the facets in the order of the file."""
        return tuple(dict.fromkeys(concept.facet for concept in self._concepts.values()))

    def search(self, words: str, language: Side) -> list[Concept]:
        """Find concepts by what somebody types: part of a code, of a label, or of another name, in either language.

        Args:
            words: what was typed; each word must be met.
            language: the language whose labels count first.

        Returns:
            The best first: code, then beginning of a label, then anywhere.
        """
        wanted = words.casefold().split()
        if not wanted:
            return []
        ranked = [
            (rank, place, concept)
            for place, concept in enumerate(self._concepts.values())
            if (rank := _rank(concept, wanted, language)) is not None
        ]
        return [concept for _rank_, _place, concept in sorted(ranked, key=lambda entry: entry[:2])]


def _rank(concept: Concept, wanted: list[str], language: Side) -> int | None:
    label = concept.label[language].casefold()
    notation = concept.notation.casefold()
    names = [name for names in concept.alternatives.values() for name in names]
    other = " ".join([*concept.label.values(), *names]).casefold()
    if not all(word in notation or word in label or word in other for word in wanted):
        return None
    if notation == wanted[0]:
        return 0
    if notation.startswith(wanted[0]):
        return 1
    if label.startswith(wanted[0]):
        return 2
    return 3 if all(word in label for word in wanted) else 4


@cache
def shipped_taxonomy() -> Taxonomy:
    """Give the taxonomy that comes with the program."""
    from drafter.taxonomy.loading import load_taxonomy

    return load_taxonomy(resource_path("taxonomy", "measures.yaml"))
