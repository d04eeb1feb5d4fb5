"""What reviewers' own tags teach: a small model over character n-grams, made and kept on their computer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from drafter.taxonomy.suggesting.examples import Example

_SIZE: Final = 2048
"""Boxes that n-grams fall into; those that share one are counted together."""

_GRAMS: Final = (2, 3)
_FACTOR: Final = 1_000_003
_MOST: Final = 1500
"""Clauses that are remembered, the latest."""

_TRUST: Final = 2.0
"""As many examples it takes until their common words are believed half."""

_COMMON: Final = (0.12, 0.42)
"""Likeness to what the clauses of a concept have in common, from that which says nothing to that which says all."""

_SINGLE: Final = (0.25, 0.65)
"""Likeness to a single clause: plans take over whole sentences from each other."""

_AT_ONCE: Final = 1024
_Vectors = npt.NDArray[np.float32]


class Learned:
    """Concepts known by the clauses that were given them."""

    def __init__(self, examples: Iterable[Example]) -> None:
        """Learn.

        Args:
            examples: what was decided, oldest first; a later word on the same clause and concept counts alone.
        """
        last: dict[tuple[str, str], bool] = {}
        for one in examples:
            if one.text.strip():
                last.pop((one.text, one.notation), None)
                last[one.text, one.notation] = one.accepted
        texts = list(dict.fromkeys(text for text, _ in last))[-_MOST:]
        place = {text: index for index, text in enumerate(texts)}
        kept = {key: accepted for key, accepted in last.items() if key[0] in place}
        self._notations = tuple(dict.fromkeys(notation for _, notation in kept))
        column = {notation: index for index, notation in enumerate(self._notations)}
        vectors = vectors_of(texts)
        self._rarity = (np.log((1 + len(texts)) / (1 + (vectors > 0).sum(axis=0))) + 1).astype(np.float32)
        self._vectors = _even(vectors * self._rarity)
        self._accepted = np.zeros((len(self._notations), len(texts)), bool)
        self._rejected = np.zeros_like(self._accepted)
        for (text, notation), accepted in kept.items():
            (self._accepted if accepted else self._rejected)[column[notation], place[text]] = True
        count = self._accepted.sum(axis=1, keepdims=True).astype(np.float32)
        self._centres = _even((self._accepted.astype(np.float32) @ self._vectors) / np.maximum(count, 1))
        self._trust = (count / (count + _TRUST))[:, 0]

    def __bool__(self) -> bool:
        return bool(self._notations)

    def guess(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """Say how alike texts are to those that each concept was given to.

        Args:
            texts: the words of clauses.

        Returns:
            For each text what was learned of concepts: up to 1 where it speaks for one, down to -1 where a reviewer has
            rejected it in such words.
        """
        if not self._notations:
            return [{} for _ in texts]
        found: list[Mapping[str, float]] = []
        for start in range(0, len(texts), _AT_ONCE):
            read = _even(vectors_of(texts[start : start + _AT_ONCE]) * self._rarity)
            common = _between(read @ self._centres.T, _COMMON) * self._trust
            single = _between(read @ self._vectors.T, _SINGLE)
            worth = np.zeros_like(common)
            for index in range(len(self._notations)):
                own, other = self._accepted[index], self._rejected[index]
                if own.any():
                    worth[:, index] = np.maximum(common[:, index], single[:, own].max(axis=1))
                if other.any():
                    worth[:, index] -= single[:, other].max(axis=1)
            found += [{self._notations[index]: float(row[index]) for index in np.flatnonzero(row)} for row in worth]
        return found


def vectors_of(texts: Sequence[str]) -> _Vectors:
    """Count the n-grams of texts, a row each, the root of every count."""
    made = np.zeros((len(texts), _SIZE), np.float32)
    for row, text in enumerate(texts):
        letters = np.frombuffer(text.lower().encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
        for size in _GRAMS:
            if len(letters) < size:
                continue
            grams = letters[: len(letters) - size + 1].copy()
            for step in range(1, size):
                grams = grams * np.uint64(_FACTOR) + letters[step : len(letters) - size + 1 + step]
            boxes = (grams ^ (grams >> np.uint64(15))) % np.uint64(_SIZE)
            made[row] += np.bincount(boxes.astype(np.int64), minlength=_SIZE)
    return np.sqrt(made)


def _between(likeness: _Vectors, ends: tuple[float, float]) -> _Vectors:
    """Give likeness from 0 at the lower end to 1 at the upper one."""
    made: _Vectors = np.clip((likeness - ends[0]) / (ends[1] - ends[0]), 0, 1).astype(np.float32)
    return made


def _even(vectors: _Vectors) -> _Vectors:
    """Give every row the length 1."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    made: _Vectors = (vectors / lengths).astype(np.float32)
    return made
