"""Where a word comes apart that is two: `emission|reduction`, `of|the`. Word frequencies tell."""

from functools import lru_cache

from drafter.language.words import commonness

_SOLID = 4.0  # on the Zipf scale: so common a word is no slip
_SHORTEST_PART, _LONG_PART, _LONGER_PART = 3, 5, 8
_COMMON, _KNOWN = 4.0, 3.5  # long parts need not be as common: emission|reduction
_SHORTEST = 9  # letters of two words neither of which is a little one
_HEARD_OF = 1.5
_LITTLE = frozenset(
    (
        "the", "of", "and", "to", "in", "is", "on", "for", "by", "at", "with", "from", "are", "was", "were", "that",
        "has",
        "have", "will", "shall", "be", "as", "an", "or", "not", "than", "into", "its", "their", "this", "which", "must",
        "should", "all", "he", "she", "they", "it", "we",
    )
)  # fmt: skip
_SHORTEST_BESIDE_LITTLE = 3
_OUTWEIGHS = 2.8  # powers of ten by which the two words side by side are commoner than the one
_LIKELY = 1.9  # how common the two are, where no list has the one
_FULL = 9.0  # the Zipf scale counts in a thousand million words
# Parts of which English makes new words: no list has them all.
_PREFIXES = frozenset(
    (
        "inter", "intra", "super", "under", "micro", "multi", "trans", "ultra", "hydro", "photo", "macro", "extra",
        "sub",
        "pre", "non", "mis", "dis", "out", "off", "over", "anti", "auto", "semi", "tele", "mega", "mini", "mid", "fore",
        "back", "down", "post", "self", "bio", "geo", "eco", "nano", "cyber", "meta", "para", "tail", "waste",
    )
)  # fmt: skip
_SUFFIXES = frozenset(
    (
        "able", "less", "ness", "ship", "wise", "like", "hood", "ward", "wards", "proof", "man", "men", "set", "sets",
        "base", "based", "ware", "ways", "making", "maker", "makers", "water", "waters", "yard", "yards", "land",
        "lands",
        "works", "worker", "workers", "house", "houses", "room", "rooms", "holder", "holders", "keeper", "keepers",
    )
)  # fmt: skip


@lru_cache(maxsize=20_000)
def parted(word: str) -> tuple[str, str] | None:
    """Give the two words that one in small letters was, None where it is one word.

    Args:
        word: five letters or more.
    """
    if (common := commonness(word)) >= _SOLID:
        return None
    return _beside_little(word, common) or (_of_two(word) if common < _HEARD_OF else None)


def _beside_little(word: str, common: float) -> tuple[str, str] | None:
    """Part a little word from its neighbour, where the two side by side are far commoner than the one."""
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    likely = [
        (commonness(one) + commonness(other) - _FULL, one, other)
        for one, other in cuts
        if (one in _LITTLE and _may_stand(other)) or (other in _LITTLE and _may_stand(one))
    ]
    if not likely:
        return None
    weight, one, other = max(likely)
    return (one, other) if weight >= (common + _OUTWEIGHS if common else _LIKELY) else None


def _may_stand(part: str) -> bool:
    return part in _LITTLE or (len(part) >= _SHORTEST_BESIDE_LITTLE and commonness(part) >= _KNOWN)


def _of_two(word: str) -> tuple[str, str] | None:
    """Give the cut that leaves the two commonest words, None where no cut leaves two common ones."""
    if len(word) < _SHORTEST:
        return None
    cuts = ((word[:cut], word[cut:]) for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1))
    best = max(cuts, key=lambda parts: min(map(commonness, parts)))
    if best[0] in _PREFIXES or best[1] in _SUFFIXES or not _LITTLE.isdisjoint(best):
        return None
    long = min(map(len, best)) >= _LONG_PART or max(map(len, best)) >= _LONGER_PART
    return best if min(map(commonness, best)) >= (_KNOWN if long else _COMMON) else None
