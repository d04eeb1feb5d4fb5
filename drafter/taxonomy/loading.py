"""Reading a taxonomy, in whatever form it comes, and saying clearly what is wrong with one."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from drafter.model import N_, Concept, reason_of
from drafter.taxonomy.entries import TaxonomyError, concept_of
from drafter.taxonomy.taxonomy import Taxonomy

TAXONOMY_ENDINGS: Final = (".yaml", ".yml", ".ttl", ".xlsx")
_FACETS: Final = ("measure", "instrument", "pollutant", "scope", "role", "time")
_MOST_BYTES: Final = 5_000_000


def load_taxonomy(path: Path) -> Taxonomy:
    """Read and check a taxonomy.

    Args:
        path: a YAML file with `scheme` and `concepts`, SKOS as Turtle (.ttl), or a workbook (.xlsx).

    Raises:
        TaxonomyError: it can't be read, a code stands twice, a label is missing, a facet or a parent is unknown, or
            parents run in a circle.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TaxonomyError(
            N_("The taxonomy “{name}” can't be read: {why}."), name=path.name, why=reason_of(error)
        ) from error
    if len(data) > _MOST_BYTES:
        raise TaxonomyError(N_("The taxonomy “{name}” is too large to be one."), name=path.name)
    taxonomy = taxonomy_of(data, path.name)
    _check_facets(path.name, taxonomy.concepts())
    return taxonomy


def taxonomy_of(data: bytes, name: str) -> Taxonomy:
    """Read and check a taxonomy that was read from a file already.

    Args:
        data: the file's bytes.
        name: its name; the ending says what it is.

    Raises:
        TaxonomyError: as `load_taxonomy` says, but for unknown facets: what a review keeps was taken once already.
    """
    ending = Path(name).suffix.lower()
    entries: Sequence[object]
    if ending == ".ttl":
        from drafter.taxonomy.turtle import entries_of_turtle

        scheme, entries = entries_of_turtle(data, name)
    elif ending == ".xlsx":
        from drafter.taxonomy.sheet import entries_of_sheet

        scheme, entries = entries_of_sheet(data, name)
    else:
        scheme, entries = _entries_of_yaml(data, name)
    concepts = [concept_of(entry, name) for entry in entries]
    check(name, concepts)
    return Taxonomy(str(scheme.get("id") or Path(name).stem), str(scheme.get("version") or ""), concepts)


def _entries_of_yaml(data: bytes, name: str) -> tuple[Mapping[str, Any], Sequence[object]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast where it was built
    try:
        content = yaml.load(data, Loader=loader)  # noqa: S506 -- both are the safe loader
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        if Path(name).suffix.lower() not in TAXONOMY_ENDINGS:
            raise TaxonomyError(
                N_("“{name}” is no taxonomy: choose a file that ends in {endings}."), name=name,
                endings=", ".join(TAXONOMY_ENDINGS),
            ) from error  # fmt: skip
        raise TaxonomyError(
            N_("The taxonomy “{name}” is no sound YAML; look at line {line}."), name=name,
            line=mark.line + 1 if mark else "?",
        ) from error  # fmt: skip
    if not isinstance(content, Mapping) or not isinstance(content.get("concepts"), list):
        raise TaxonomyError(N_("The taxonomy “{name}” has no list of concepts."), name=name)
    scheme = content.get("scheme")
    return scheme if isinstance(scheme, Mapping) else {}, content["concepts"]


def _check_facets(name: str, concepts: Iterable[Concept]) -> None:
    for concept in concepts:
        if concept.facet and concept.facet not in _FACETS:
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the concept {code} has an unknown facet: {facet}. Known are {facets}."),
                name=name, code=concept.notation, facet=concept.facet, facets=", ".join(_FACETS),
            )  # fmt: skip


def check(name: str, concepts: Iterable[Concept]) -> None:
    """Look whether concepts make a taxonomy.

    Args:
        name: what it is called, for messages.
        concepts: all its concepts.

    Raises:
        TaxonomyError: a code stands twice, a parent, a successor or a usual instrument or pollutant is unknown, or
            parents run in a circle.
    """
    by_notation: dict[str, Concept] = {}
    for concept in concepts:
        if concept.notation in by_notation:
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the code {code} stands twice."), name=name, code=concept.notation
            )
        by_notation[concept.notation] = concept
    for concept in by_notation.values():
        _check_parents(name, concept, by_notation)
        _check_defaults(name, concept, by_notation)
        if concept.replaced_by and concept.replaced_by not in by_notation:
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the concept {code} is replaced by an unknown one: {other}."),
                name=name, code=concept.notation, other=concept.replaced_by,
            )  # fmt: skip


def _check_defaults(name: str, concept: Concept, by_notation: Mapping[str, Concept]) -> None:
    """Look whether the usual instrument and pollutants are there, where the taxonomy has those facets at all."""
    for facet, codes in (("instrument", (concept.instrument,)), ("pollutant", concept.pollutants)):
        unknown = next((code for code in codes if code and code not in by_notation), "")
        if unknown and any(one.facet == facet for one in by_notation.values()):
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the concept {code} names an unknown one: {other}."),
                name=name, code=concept.notation, other=unknown,
            )  # fmt: skip


def _check_parents(name: str, concept: Concept, by_notation: Mapping[str, Concept]) -> None:
    seen = {concept.notation}
    parent = concept.broader
    while parent:
        if parent not in by_notation:
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the concept {code} has an unknown parent: {parent}."),
                name=name, code=concept.notation, parent=parent,
            )  # fmt: skip
        if parent in seen:
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the parents of {code} run in a circle."), name=name, code=concept.notation
            )
        seen.add(parent)
        parent = by_notation[parent].broader
