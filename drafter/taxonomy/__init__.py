"""The taxonomy of measures: SKOS concepts, loaded from a file and checked."""

from drafter.taxonomy.entries import TaxonomyError
from drafter.taxonomy.loading import TAXONOMY_ENDINGS, load_taxonomy, taxonomy_of
from drafter.taxonomy.taxonomy import Taxonomy, shipped_taxonomy

__all__ = ["TAXONOMY_ENDINGS", "Taxonomy", "TaxonomyError", "load_taxonomy", "shipped_taxonomy", "taxonomy_of"]
