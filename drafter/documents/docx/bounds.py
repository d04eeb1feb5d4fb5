"""How much a Word document may ask beyond what `drafter.documents.limits` allows all files."""

from typing import Final

from drafter.documents.limits import MEGABYTE

PARAGRAPHS: Final = 100_000
"""Paragraphs: a document of 300 pages has a tenth of them. They cost far more here than lines of a text file do."""
WRITTEN: Final = 2 * PARAGRAPHS
"""Paragraphs in one part, those of the other branch of alternatives and those that changes hide too."""
RUNS: Final = 400_000
"""Runs in one part: a document of 300 pages cut to pieces has a quarter of them."""
CHUNKS: Final = 100
"""Documents inside the document: each is read with limits of its own."""
CODE: Final = 2000
"""Characters of a field's code that are looked at for what the field shows."""
AROUND_BYTES: Final = 2 * MEGABYTE
"""Size of all page headers and footers together that are looked at."""
