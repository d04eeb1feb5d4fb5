"""A concept of a taxonomy, after SKOS."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from drafter.model.text import Side

Label = Mapping[Side, str]
"""A text in both languages."""

Relation = Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]
"""How a concept of another scheme stands to one of ours (SKOS mapping properties)."""


@dataclass(frozen=True, slots=True)
class Match:
    """A concept of another scheme that one of ours answers to.

    Attributes:
        scheme: identifier of the other scheme.
        relation: how the two stand to each other.
        code: its code there, "" where it is not known.
        label: its label there, "" where the code says it.
        certainty: how far the mapping can be trusted, in the taxonomy's own words: "fair", "weak", "uncertain".
    """

    scheme: str
    relation: Relation
    code: str = ""
    label: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that a clause can be tagged with.

    Attributes:
        notation: the stable code (skos:notation).
        facet: the facet it belongs to: "measure", "instrument", "pollutant", "scope", "role", "time".
        label: the preferred label in both languages (skos:prefLabel).
        broader: notation of the parent, "" at the top (skos:broader).
        alternatives: further labels by language (skos:altLabel).
        note: what belongs here and what does not (skos:scopeNote).
        cues: words that speak for it, by language; "A & B" where both must stand in the clause. They only suggest.
        hints: words that speak for it beside others, and hardly alone.
        damaged: cues as machine translation has damaged them, by language; never to be shown as terms.
        basis: sections of the national action plan that it belongs to.
        instrument: notation of the usual concept of the facet "instrument", "" for none.
        pollutants: notations of the usual concepts of the facet "pollutant".
        matches: concepts of other schemes.
        deprecated: whether it is retired: it keeps its code, and nothing new is tagged with it.
        replaced_by: notation of the concept that took its place, "" for none.
    """

    notation: str
    facet: str
    label: Label
    broader: str = ""
    alternatives: Mapping[Side, tuple[str, ...]] = field(default_factory=dict)
    note: Label = field(default_factory=dict)
    cues: Mapping[Side, tuple[str, ...]] = field(default_factory=dict)
    hints: Mapping[Side, tuple[str, ...]] = field(default_factory=dict)
    damaged: Mapping[Side, tuple[str, ...]] = field(default_factory=dict)
    basis: tuple[str, ...] = ()
    instrument: str = ""
    pollutants: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    deprecated: bool = False
    replaced_by: str = ""
