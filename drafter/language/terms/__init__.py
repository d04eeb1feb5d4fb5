"""Terms of art: the glossary, and where its words stand in a text."""

from drafter.language.terms.glossary import GlossaryError, load_glossary, shipped_glossary
from drafter.language.terms.phrases import Phrases, Spotted
from drafter.language.terms.writing import in_shape_of, without_aside

__all__ = ["GlossaryError", "Phrases", "Spotted", "in_shape_of", "load_glossary", "shipped_glossary", "without_aside"]
