"""What differs between two versions of a taxonomy, and what becomes of tags."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.model import Concept
from drafter.taxonomy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """What a newer version brings.

    Attributes:
        added: concepts that are new.
        removed: concepts that are no longer there at all.
        renamed: concepts with other labels: as they were and as they are.
        moved: concepts under another parent, likewise.
        retired: concepts that are retired now.
        replaced: where tags go, by the notation that goes.
    """

    added: tuple[Concept, ...]
    removed: tuple[Concept, ...]
    renamed: tuple[tuple[Concept, Concept], ...]
    moved: tuple[tuple[Concept, Concept], ...]
    retired: tuple[Concept, ...]
    replaced: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renamed or self.moved or self.retired)

    def lost(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Give the tags, of some, that the newer version has no place for: a person has to look."""
        gone = {one.notation for one in self.removed} | {one.notation for one in self.retired}
        return tuple(tag for tag in dict.fromkeys(tags) if tag in gone and not self.replaced.get(tag))


def changes_between(older: Taxonomy, newer: Taxonomy) -> VersionChanges:
    """Compare two versions."""
    both = [(one, other) for one in older.concepts() if (other := newer.get(one.notation))]
    return VersionChanges(
        added=tuple(one for one in newer.concepts() if older.get(one.notation) is None),
        removed=tuple(one for one in older.concepts() if newer.get(one.notation) is None),
        renamed=tuple((one, other) for one, other in both if dict(one.label) != dict(other.label)),
        moved=tuple((one, other) for one, other in both if one.broader != other.broader),
        retired=tuple(other for one, other in both if other.deprecated and not one.deprecated),
        replaced={other.notation: last for _, other in both if (last := _successor(newer, other))},
    )


def _successor(taxonomy: Taxonomy, concept: Concept) -> str:
    """The concept in use that takes over from a retired one, "" where there is none."""
    seen = {concept.notation}
    while concept.deprecated:
        following = taxonomy.get(concept.replaced_by)
        if following is None or following.notation in seen:
            return ""
        seen.add(following.notation)
        concept = following
    return concept.notation if len(seen) > 1 else ""
