"""Concepts as entries of a file: names and values, whatever the form of the file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.model import N_, Concept, DrafterError, Match, Side

LANGUAGES: tuple[Side, Side] = ("zh", "en")
RELATIONS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


class TaxonomyError(DrafterError):
    """A taxonomy can't be used: the message names the file, the concept and the fault."""


def concept_of(entry: object, name: str) -> Concept:
    """Read a concept.

    Args:
        entry: names and values, as in a YAML file.
        name: the file's name, for messages.

    Raises:
        TaxonomyError: it has no code, or lacks a label.
    """
    if not isinstance(entry, Mapping) or not entry.get("notation"):
        raise TaxonomyError(N_("In the taxonomy “{name}” a concept has no code (notation)."), name=name)
    notation = str(entry["notation"])
    label = entry.get("prefLabel")
    if not isinstance(label, Mapping) or not all(str(label.get(language) or "").strip() for language in LANGUAGES):
        raise TaxonomyError(
            N_("In the taxonomy “{name}” the concept {code} lacks a label in Chinese or English."),
            name=name,
            code=notation,
        )
    note = entry.get("scopeNote")
    return Concept(
        notation=notation,
        facet=str(entry.get("facet", "")),
        label={language: str(label[language]) for language in LANGUAGES},
        broader=str(entry.get("broader") or ""),
        alternatives=_names(entry.get("altLabel")),
        note={language: str(note.get(language, "")) for language in LANGUAGES} if isinstance(note, Mapping) else {},
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


def entry_of(concept: Concept) -> dict[str, Any]:
    """Give a concept as the entry that `concept_of` reads as the same."""
    entry: dict[str, Any] = {"notation": concept.notation, "facet": concept.facet}
    if concept.broader:
        entry["broader"] = concept.broader
    entry["prefLabel"] = {language: concept.label[language] for language in LANGUAGES}
    cues = {
        **_lists(concept.cues),
        **{
            f"{language}_mt": list(concept.damaged[language]) for language in LANGUAGES if concept.damaged.get(language)
        },
    }
    optional: dict[str, Any] = {
        "altLabel": _lists(concept.alternatives),
        "scopeNote": {language: text for language in LANGUAGES if (text := concept.note.get(language))},
        "cues": cues,
        "hints": _lists(concept.hints),
        "basis": list(concept.basis),
        "instrument": concept.instrument.removeprefix("I-"),
        "pollutants": [code.removeprefix("P-") for code in concept.pollutants],
        "match": [
            {"scheme": one.scheme, "type": one.relation, "code": one.code, "label": one.label,
             "certainty": one.certainty} for one in concept.matches
        ],
        "deprecated": concept.deprecated,
        "replacedBy": concept.replaced_by,
    }  # fmt: skip
    return entry | {name: value for name, value in optional.items() if value}


def _lists(names: Mapping[Side, tuple[str, ...]]) -> dict[str, list[str]]:
    return {language: list(names[language]) for language in LANGUAGES if names.get(language)}


def _names(entry: object, suffix: str = "") -> dict[Side, tuple[str, ...]]:
    if not isinstance(entry, Mapping):
        return {}
    return {language: names for language in LANGUAGES if (names := _words(entry.get(language + suffix)))}


def _words(entry: object) -> tuple[str, ...]:
    """Give the words of a list, without empty ones; a single word needs no list."""
    listed = [entry] if isinstance(entry, str) else entry if isinstance(entry, Sequence) else []
    return tuple(str(one) for one in listed if one is not None and str(one).strip())


def _coded(facet: str, code: object) -> str:
    """Give the notation that a default names: of the facet's codes only the part behind the facet's letter."""
    name = str(code or "")
    return name if not name or name.startswith(f"{facet}-") else f"{facet}-{name}"


def _matches(entry: object) -> Iterator[Match]:
    for match in entry if isinstance(entry, Sequence) and not isinstance(entry, str) else ():
        if isinstance(match, Mapping) and match.get("scheme") and match.get("type") in RELATIONS:
            yield Match(
                str(match["scheme"]), match["type"], str(match.get("code") or ""), str(match.get("label") or ""),
                str(match.get("certainty") or ""),
            )  # fmt: skip
