"""A lexicon learnt from the beads of a first pass: strings of two or three characters beside English stems.

No word segmenter: a string and a stem that turn up in the same beads again and again belong together, whatever they
mean. What the shipped lexicon tells is left to it; names and terms of art remain.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from drafter.alignment.beads import Ints
from drafter.alignment.features import Unit
from drafter.alignment.paths import IndexBead
from drafter.alignment.wordlist import WordList
from drafter.language.scripts import is_han

_MOST_UNITS = 3
_LEAST_BEADS = 4
_LEAST_DICE = 0.5
_MOST_SHARE = 0.25
_MOST_PAIRS = 20_000_000
_STEMS_A_STRING = 3


def _strings(text: str) -> set[str]:
    found: set[str] = set()
    run = 0
    for index, ch in enumerate(text):
        run = run + 1 if is_han(ch) else 0
        if run >= 2:
            found.add(text[index - 1 : index + 1])
        if run >= 3:
            found.add(text[index - 2 : index + 1])
    return found


def _numbered(sets: Sequence[set[str]]) -> tuple[list[str], list[Ints], Ints]:
    """Keep the words met in several beads and not in most; give them, each bead's numbers, and the counts."""
    counts: dict[str, int] = {}
    for words in sets:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    most = max(_LEAST_BEADS + 1, int(len(sets) * _MOST_SHARE))
    kept = sorted(word for word, count in counts.items() if _LEAST_BEADS <= count <= most)
    number = {word: index for index, word in enumerate(kept)}
    by_bead = [np.array(sorted(number[w] for w in words if w in number), dtype=np.int64) for words in sets]
    return kept, by_bead, np.array([counts[word] for word in kept], dtype=np.int64)


def _told_already(string: str, stem: str, shipped: WordList) -> bool:
    """Tell whether a word within a string is known to be rendered by a stem."""
    return any(
        stem in shipped.stems(string[start:end])
        for start in range(len(string))
        for end in range(start + 1, len(string) + 1)
    )


def learn_lexicon(zh: Sequence[str], en: Sequence[Unit], beads: Iterable[IndexBead], shipped: WordList) -> WordList:
    """Learn which strings go with which stems, where that isn't known already.

    Args:
        zh: the Chinese units.
        en: the English units' features.
        beads: indexes of the units that were found, or are known, to belong together.
        shipped: what is known.
    """
    zh_sets: list[set[str]] = []
    en_sets: list[set[str]] = []
    for zh_own, en_own in beads:
        if zh_own and en_own and len(zh_own) + len(en_own) <= _MOST_UNITS:
            zh_sets.append(set().union(*(_strings(zh[i]) for i in zh_own)))
            en_sets.append({key[2:] for j in en_own for key in en[j].keys if key.startswith("s:")})
    strings, zh_numbers, zh_counts = _numbered(zh_sets)
    stems, en_numbers, en_counts = _numbered(en_sets)
    if not strings or not stems:
        return WordList({})
    pairs: list[Ints] = []
    room = _MOST_PAIRS
    for left, right in zip(zh_numbers, en_numbers, strict=True):
        room -= len(left) * len(right)
        if room < 0:
            break
        pairs.append((left[:, None] * len(stems) + right[None, :]).ravel())
    both, together = np.unique(np.concatenate(pairs), return_counts=True)
    left, right = both // len(stems), both % len(stems)
    dice = 2 * together / (zh_counts[left] + en_counts[right])
    keep = (dice >= _LEAST_DICE) & (together >= _LEAST_BEADS)
    order = np.lexsort((right[keep], -dice[keep], left[keep]))
    found: dict[str, list[str]] = {}
    for string, word in zip(left[keep][order].tolist(), right[keep][order].tolist(), strict=True):
        entry = found.setdefault(strings[string], [])
        if len(entry) < _STEMS_A_STRING and not _told_already(strings[string], stems[word], shipped):
            entry.append(stems[word])
    known = {string: frozenset(words) for string, words in found.items() if words}
    return WordList(dict.fromkeys(known, ""), known)
