"""Editing a taxonomy: each operation gives a new one, and says where tags go.

Nothing is changed in place, so that a dialog can try, show and take back. A code that was once given away is never
given another sense: what goes is retired, and keeps its entry.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from drafter.model import N_, Concept, Side
from drafter.taxonomy.entries import TaxonomyError
from drafter.taxonomy.loading import check
from drafter.taxonomy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Edited:
    """A taxonomy after a change.

    Attributes:
        taxonomy: the new one.
        moved: where tags go: by the notation that goes, the one that takes its place, "" where tags stay as they are
            on a retired concept.
    """

    taxonomy: Taxonomy
    moved: Mapping[str, str] = field(default_factory=dict)


def add_concept(taxonomy: Taxonomy, concept: Concept) -> Edited:
    """Add a concept below its parent, behind that parent's others.

    Raises:
        TaxonomyError: the code is taken, a label is missing, or the parent is unknown or retired.
    """
    if not concept.notation.strip():
        raise TaxonomyError(N_("In the taxonomy “{name}” a concept has no code (notation)."), name=taxonomy.id)
    if taxonomy.get(concept.notation):
        raise TaxonomyError(
            N_("In the taxonomy “{name}” the code {code} stands twice."), name=taxonomy.id, code=concept.notation
        )
    _require_labels(taxonomy, concept)
    if (parent := taxonomy.get(concept.broader)) and parent.deprecated:
        raise TaxonomyError(N_("{code} is retired: nothing can be put below it."), code=parent.notation)
    order = list(taxonomy.concepts())
    places = [place for place, one in enumerate(order) if concept.broader in (one.notation, one.broader)]
    order.insert(_end_of(taxonomy, order, places[-1]) if concept.broader and places else len(order), concept)
    return Edited(_made(taxonomy, order))


def rename_concept(
    taxonomy: Taxonomy, notation: str, label: Mapping[Side, str], note: Mapping[Side, str] | None = None
) -> Edited:
    """Give a concept other labels, and perhaps another note; its code stays.

    Raises:
        TaxonomyError: there is no such concept, or a label is missing.
    """
    concept = _known(taxonomy, notation)
    renamed = replace(concept, label=dict(label), note=concept.note if note is None else dict(note))
    _require_labels(taxonomy, renamed)
    return Edited(_made(taxonomy, _changed(taxonomy, renamed)))


def move_concept(taxonomy: Taxonomy, notation: str, broader: str) -> Edited:
    """Put a concept, with all below it, under another parent; "" puts it on top.

    Raises:
        TaxonomyError: one of the two is unknown, they are of different facets, or the parent stands below the concept.
    """
    concept = _known(taxonomy, notation)
    if broader:
        parent = _known(taxonomy, broader)
        if parent.facet != concept.facet:
            raise TaxonomyError(
                N_("{code} and {other} are of different facets: one can't stand below the other."),
                code=notation, other=broader,
            )  # fmt: skip
    return Edited(_made(taxonomy, _changed(taxonomy, replace(concept, broader=broader))))


def retire_concept(taxonomy: Taxonomy, notation: str, replaced_by: str = "") -> Edited:
    """Retire a concept: it keeps its code, and nothing new is tagged with it.

    Args:
        taxonomy: the taxonomy.
        notation: the concept.
        replaced_by: the concept that takes its place, and its tags; "" leaves the tags where they are.

    Raises:
        TaxonomyError: a concept is unknown, has others below it that are in use, or would replace itself.
    """
    concept = _known(taxonomy, notation)
    if any(not one.deprecated for one in taxonomy.narrower(notation)):
        raise TaxonomyError(N_("{code} has concepts below it: move or retire those first."), code=notation)
    if replaced_by:
        successor = _known(taxonomy, replaced_by)
        if successor.deprecated or replaced_by == notation:
            raise TaxonomyError(N_("{other} can't take the place of {code}."), code=notation, other=replaced_by)
    retired = replace(concept, deprecated=True, replaced_by=replaced_by)
    return Edited(_made(taxonomy, _changed(taxonomy, retired)), {notation: replaced_by})


def merge_concepts(taxonomy: Taxonomy, notations: Iterable[str], into: str) -> Edited:
    """Merge concepts into one: it takes over their cues, other names and tags; they are retired.

    Raises:
        TaxonomyError: a concept is unknown, or one has others below it that are in use.
    """
    target = _known(taxonomy, into)
    merged = [_known(taxonomy, notation) for notation in dict.fromkeys(notations) if notation != into]
    for one in merged:
        target = replace(
            target,
            alternatives=_joined(
                target.alternatives, {side: (one.label[side],) for side in one.label}, one.alternatives
            ),
            cues=_joined(target.cues, one.cues),
            hints=_joined(target.hints, one.hints),
            damaged=_joined(target.damaged, one.damaged),
        )
    edited = _made(taxonomy, _changed(taxonomy, target))
    moved: dict[str, str] = {}
    for one in merged:
        step = retire_concept(edited, one.notation, into)
        edited = step.taxonomy
        moved |= step.moved
    return Edited(edited, moved)


def tags_after(tags: Iterable[str], moved: Mapping[str, str]) -> tuple[str, ...]:
    """Give the tags of a clause after a change, each once."""
    return tuple(dict.fromkeys(moved.get(tag) or tag for tag in tags))


def with_version(taxonomy: Taxonomy, version: str) -> Taxonomy:
    """Give the same concepts under another version."""
    return Taxonomy(taxonomy.id, version, taxonomy.concepts())


def _known(taxonomy: Taxonomy, notation: str) -> Concept:
    concept = taxonomy.get(notation)
    if concept is None:
        raise TaxonomyError(N_("The taxonomy “{name}” has no concept {code}."), name=taxonomy.id, code=notation)
    return concept


def _require_labels(taxonomy: Taxonomy, concept: Concept) -> None:
    if not all(str(concept.label.get(side, "")).strip() for side in ("zh", "en")):
        raise TaxonomyError(
            N_("In the taxonomy “{name}” the concept {code} lacks a label in Chinese or English."),
            name=taxonomy.id, code=concept.notation,
        )  # fmt: skip


def _changed(taxonomy: Taxonomy, changed: Concept) -> list[Concept]:
    return [changed if one.notation == changed.notation else one for one in taxonomy.concepts()]


def _made(taxonomy: Taxonomy, concepts: list[Concept]) -> Taxonomy:
    check(taxonomy.id, concepts)
    return Taxonomy(taxonomy.id, taxonomy.version, concepts)


def _end_of(taxonomy: Taxonomy, order: list[Concept], place: int) -> int:
    """Where what stands below a concept ends in the order."""
    end = place + 1
    while end < len(order) and order[place].notation in _above(taxonomy, order[end]):
        end += 1
    return end


def _above(taxonomy: Taxonomy, concept: Concept) -> set[str]:
    found: set[str] = set()
    parent = taxonomy.get(concept.broader)
    while parent is not None and parent.notation not in found:
        found.add(parent.notation)
        parent = taxonomy.get(parent.broader)
    return found


def _joined(*names: Mapping[Side, tuple[str, ...]]) -> dict[Side, tuple[str, ...]]:
    made: dict[Side, tuple[str, ...]] = {}
    for one in names:
        for side, words in one.items():
            made[side] = tuple(dict.fromkeys((*made.get(side, ()), *words)))
    return made
