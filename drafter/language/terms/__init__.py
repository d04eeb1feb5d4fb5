"""Terms of art: the glossary, and where its words stand in a text."""

from drafter.language.terms.glossary import GlossaryError, load_glossary, shipped_glossary
from drafter.language.terms.phrases import Phrases, Spotted
from drafter.language.terms.writing import Written, fitted, in_singular, without_aside

__all__ = [
    "GlossaryError", "Phrases", "Spotted", "Written", "fitted", "in_singular", "load_glossary", "shipped_glossary",
    "without_aside",
]  # fmt: skip
