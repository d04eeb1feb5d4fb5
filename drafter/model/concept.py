"""A concept of a taxonomy, after SKOS."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model.text import Side

Label = Mapping[Side, str]
"""A text in both languages."""


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
    """

    notation: str
    facet: str
    label: Label
    broader: str = ""
    alternatives: Mapping[Side, tuple[str, ...]] = field(default_factory=dict)
    note: Label = field(default_factory=dict)
