"""One file in two languages into clauses, as its text tells or as a reviewer says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from drafter.documents.stretches import Stretch, stretches
from drafter.model import N_, Clause, Document, Message, Notice, Pairing, Segment, Side
from drafter.review.clauses import agreement, alone, paired

Align = Callable[[Sequence[str], Sequence[str]], Sequence[Pairing]]
Manner = Literal["pair", "pairs", "both", "zh", "en"]
"""How a review's files are read: two files paired, pairs that a file holds ready, one file in both languages, or one
that is meant to be in one language."""
_PAIRED: Final = N_("“{name}” holds both languages: each passage stands beside the one that says the same.")
_DOUBTFUL: Final = N_(
    "“{name}” holds both languages, but not every passage found one that says the same: look whether they are paired "
    "rightly."
)
_STRAYS: Final[dict[str, str]] = {
    "zh": N_("“{name}” was read as a Chinese text; passages left in English: {n}."),
    "en": N_("“{name}” was read as an English text; passages left in Chinese: {n}."),
}
_TRANSLATED: Final = 0.65  # of the letters must find a partner; unrelated plans stay below a half
_CERTAIN: Final = 0.9  # texts that say the same reach nearly 1
_OPENING: Final = 5


@dataclass(frozen=True, slots=True)
class Mixed:
    """One file that holds both languages, as it is read.

    Attributes:
        name: the file's name.
        manner: "both" where each passage stands beside the one that says the same; else the language the file is meant
            to be in, the parts in the other being its fault.
        clauses: its clauses.
        agreement: what share of the text found a partner, 0 to 1; 0 where it was not paired.
        strays: how many stretches are in another language than the file is meant to be in.
        guessed: whether nobody said how it is to be read.
    """

    name: str
    manner: Literal["both", "zh", "en"]
    clauses: list[Clause]
    agreement: float
    strays: int
    guessed: bool

    def notices(self) -> tuple[Notice, ...]:
        """Tell how the file was read; a guess is a warning."""
        if self.manner == "both":
            doubtful = self.guessed and self.agreement < _CERTAIN
            return (Notice(Message(_DOUBTFUL if doubtful else _PAIRED, {"name": self.name}), warning=doubtful),)
        if not self.strays:
            return ()
        return (Notice(Message(_STRAYS[self.manner], {"name": self.name, "n": self.strays}), warning=self.guessed),)


def read_mixed(document: Document, align: Align, manner: Manner | None = None) -> Mixed:
    """Make clauses of one document that holds both languages.

    Where the two say the same (paragraph under paragraph, or one language after the other) they are paired. Where they
    don't, the document turns into the other language on its way, and that part is its fault.

    Args:
        document: the document.
        align: pairs two lists of texts.
        manner: "both", "zh" or "en" where a reviewer says how it is to be read; None where its text shall tell.
    """
    pieces = stretches(document)
    at: dict[Side, list[Segment]] = {"zh": [], "en": []}
    for piece in pieces:
        at[piece.side].append(Segment(piece.paragraph, *piece.span))
    if manner in (None, "both"):
        zh, en = ([_text(document, one) for one in at[side]] for side in at)
        pairings = align(zh, en) if manner or (zh and en) else ()
        agreed = agreement(pairings, zh, en)
        if manner or agreed >= _TRANSLATED:
            clauses = paired(document, at["zh"], document, at["en"], pairings)
            return Mixed(document.name, "both", clauses, agreed, 0, guessed=manner is None)
    meant: Side = _meant(pieces) if manner is None else "zh" if manner == "zh" else "en"
    strays = sum(side != meant for side, _group in groupby(piece.side for piece in pieces))
    clauses = alone(document, [Segment(piece.paragraph, *piece.span) for piece in pieces], meant)
    return Mixed(document.name, meant, clauses, 0.0, strays, guessed=manner is None)


def _text(document: Document, segment: Segment) -> str:
    return document.paragraphs[segment.paragraph].text[segment.start : segment.end]


def _meant(pieces: Sequence[Stretch]) -> Side:
    """What a document begins in, it was meant to be in."""
    opening = [piece.side for piece in pieces[:_OPENING]]
    return "zh" if opening.count("zh") * 2 >= len(opening) else "en"
