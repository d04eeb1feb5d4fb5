"""The shipped list of frequent plain words: a Chinese word beside the English stems it is rendered by."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from drafter.alignment.stems import stems
from drafter.resources import resource_path

Lexicon = Mapping[str, frozenset[str]]
"""A Chinese word or string of characters, and the English stems that may stand for it."""


@cache
def shipped_words() -> Lexicon:
    """Read the shipped list; an installation without it aligns by everything else."""
    path = resource_path("lexicon", "zh-en.tsv")
    entries: dict[str, frozenset[str]] = {}
    if not path.is_file():
        return MappingProxyType(entries)
    for line in path.read_text(encoding="utf-8").splitlines():
        chinese, _, english = line.partition("\t")
        if not line.startswith("#") and (rendered := frozenset(stems(english))):
            entries[chinese] = rendered
    return MappingProxyType(entries)
