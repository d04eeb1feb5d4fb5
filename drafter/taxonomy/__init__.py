"""The taxonomy of measures: SKOS concepts, loaded from a file and checked."""

from drafter.taxonomy.loading import TaxonomyError, load_taxonomy
from drafter.taxonomy.taxonomy import Taxonomy, shipped_taxonomy

__all__ = ["Taxonomy", "TaxonomyError", "load_taxonomy", "shipped_taxonomy"]
