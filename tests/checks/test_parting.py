"""Where a word comes apart that is two."""

import pytest

from drafter.checks.spacing.parting import parted


@pytest.mark.parametrize(
    ("word", "parts"),
    [("ofthe", ("of", "the")), ("wonby", ("won", "by")), ("emissionreduction", ("emission", "reduction"))],
)
def test_two_words(word: str, parts: tuple[str, str]) -> None:
    assert parted(word) == parts


@pytest.mark.parametrize(
    "word",
    [
        "forest",
        "into",
        "nobody",
        "byproducts",
        "outfalls",
        "toluene",
        "isthmus",
        "denitrification",
        "ironmaking",
        "inflows",
    ],
)
def test_one_word(word: str) -> None:
    assert parted(word) is None
