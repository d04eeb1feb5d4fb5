"""Reading a taxonomy from YAML, and saying clearly what is wrong with one."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from drafter.model import N_, Concept, DrafterError, Match, Side, reason_of
from drafter.taxonomy.taxonomy import Taxonomy

_LANGUAGES: tuple[Side, Side] = ("zh", "en")
_MOST_BYTES = 5_000_000
_RELATIONS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


class TaxonomyError(DrafterError):
    """A taxonomy can't be used: the message names the file, the concept and the fault."""


def load_taxonomy(path: Path) -> Taxonomy:
    """Read and check a taxonomy.

    Args:
        path: a YAML file with `scheme` and `concepts`, shaped after SKOS.

    Raises:
        TaxonomyError: it can't be read, a code stands twice, a label is missing, a parent is unknown, or parents run in
            a circle.
    """
    content = _yaml(path)
    concepts = [_concept(path, entry) for entry in content["concepts"]]
    _check(path, concepts)
    scheme = content.get("scheme")
    scheme = scheme if isinstance(scheme, Mapping) else {}
    return Taxonomy(str(scheme.get("id", path.stem)), str(scheme.get("version", "")), concepts)


def _yaml(path: Path) -> Mapping[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast where it was built
    try:
        data = path.read_bytes()
        if len(data) > _MOST_BYTES:
            raise TaxonomyError(N_("The taxonomy “{name}” is too large to be one."), name=path.name)
        content = yaml.load(data, Loader=loader)  # noqa: S506 -- both are the safe loader
    except OSError as error:
        raise TaxonomyError(
            N_("The taxonomy “{name}” can't be read: {why}."), name=path.name, why=reason_of(error)
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise TaxonomyError(
            N_("The taxonomy “{name}” is no sound YAML; look at line {line}."), name=path.name,
            line=mark.line + 1 if mark else "?",
        ) from error  # fmt: skip
    if not isinstance(content, Mapping) or not isinstance(content.get("concepts"), list):
        raise TaxonomyError(N_("The taxonomy “{name}” has no list of concepts."), name=path.name)
    return content


def _concept(path: Path, entry: object) -> Concept:
    if not isinstance(entry, Mapping) or not entry.get("notation"):
        raise TaxonomyError(N_("In the taxonomy “{name}” a concept has no code (notation)."), name=path.name)
    notation = str(entry["notation"])
    label = entry.get("prefLabel")
    if not isinstance(label, Mapping) or not all(str(label.get(language) or "").strip() for language in _LANGUAGES):
        raise TaxonomyError(
            N_("In the taxonomy “{name}” the concept {code} lacks a label in Chinese or English."),
            name=path.name,
            code=notation,
        )
    note = entry.get("scopeNote")
    return Concept(
        notation=notation,
        facet=str(entry.get("facet", "")),
        label={language: str(label[language]) for language in _LANGUAGES},
        broader=str(entry.get("broader") or ""),
        alternatives=_names(entry.get("altLabel")),
        note={language: str(note.get(language, "")) for language in _LANGUAGES} if isinstance(note, Mapping) else {},
        cues=_names(entry.get("cues")),
        hints=_names(entry.get("hints")),
        damaged=_names(entry.get("cues"), suffix="_mt"),
        basis=_words(entry.get("basis")),
        instrument=_coded("I", entry.get("instrument")),
        pollutants=tuple(_coded("P", code) for code in _words(entry.get("pollutants"))),
        matches=tuple(_matches(entry.get("match"))),
        deprecated=bool(entry.get("deprecated")),
        replaced_by=str(entry.get("replacedBy") or ""),
    )


def _names(entry: object, suffix: str = "") -> dict[Side, tuple[str, ...]]:
    if not isinstance(entry, Mapping):
        return {}
    return {language: names for language in _LANGUAGES if (names := _words(entry.get(language + suffix)))}


def _words(entry: object) -> tuple[str, ...]:
    return tuple(map(str, entry)) if isinstance(entry, Sequence) and not isinstance(entry, str) else ()


def _coded(facet: str, code: object) -> str:
    """Give the notation that a default names: of the facet's codes only the part behind the facet's letter."""
    name = str(code or "")
    return name if not name or name.startswith(f"{facet}-") else f"{facet}-{name}"


def _matches(entry: object) -> Iterator[Match]:
    for match in entry if isinstance(entry, Sequence) and not isinstance(entry, str) else ():
        if isinstance(match, Mapping) and match.get("scheme") and match.get("type") in _RELATIONS:
            yield Match(
                str(match["scheme"]), match["type"], str(match.get("code") or ""), str(match.get("label") or ""),
                str(match.get("certainty") or ""),
            )  # fmt: skip


def _check(path: Path, concepts: Sequence[Concept]) -> None:
    by_notation: dict[str, Concept] = {}
    for concept in concepts:
        if concept.notation in by_notation:
            raise TaxonomyError(
                N_("In the taxonomy “{name}” the code {code} stands twice."), name=path.name, code=concept.notation
            )
        by_notation[concept.notation] = concept
    for concept in concepts:
        seen = {concept.notation}
        parent = concept.broader
        while parent:
            if parent not in by_notation:
                raise TaxonomyError(
                    N_("In the taxonomy “{name}” the concept {code} has an unknown parent: {parent}."),
                    name=path.name, code=concept.notation, parent=parent,
                )  # fmt: skip
            if parent in seen:
                raise TaxonomyError(
                    N_("In the taxonomy “{name}” the parents of {code} run in a circle."),
                    name=path.name,
                    code=concept.notation,
                )
            seen.add(parent)
            parent = by_notation[parent].broader
