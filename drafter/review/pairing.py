"""Pairing two files without opening a review: by line, and by sentence within the lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from drafter.documents import read_document
from drafter.language.sentences import split_sentences
from drafter.model import Paragraph, Side
from drafter.review.clauses import text_paragraphs

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Sentences that belong together.

    Attributes:
        zh: numbers of the Chinese sentences, counted from 1 through the file.
        en: numbers of the English ones.
        zh_text: the Chinese text.
        en_text: the English text.
    """

    zh: list[int]
    en: list[int]
    zh_text: str
    en_text: str


def _paragraphs(path: Path) -> list[Paragraph]:
    """Read what is paired of a file."""
    document = read_document(path)
    return [document.paragraphs[index] for index in text_paragraphs(document)]


def pair_lines(zh: Path, en: Path, *, progress: Progress | None = None) -> Iterator[tuple[list[int], list[int]]]:
    """Pair the lines of two files.

    Yields:
        Line numbers of either side, counted from 1; every line that is not blank once, in the order of the Chinese. The
        English of a passage that was moved stands beside its Chinese.

    Raises:
        UnreadableError: a file can't be read.
    """
    from drafter.alignment import align_paragraphs

    zh_own, en_own = _paragraphs(zh), _paragraphs(en)
    for pairing in align_paragraphs(zh_own, en_own, moves=True, progress=progress):
        yield [zh_own[i].line for i in pairing.zh], [en_own[i].line for i in pairing.en]


def pair_sentences(zh: Path, en: Path, *, progress: Progress | None = None) -> Iterator[SentencePair]:
    """Pair the sentences of two files, within the lines that belong together.

    Yields:
        Pairs in order that hold every sentence once.

    Raises:
        UnreadableError: a file can't be read.
    """
    from drafter.alignment import align_paragraphs, align_within

    zh_own, en_own = _paragraphs(zh), _paragraphs(en)
    pairings = align_paragraphs(zh_own, en_own, moves=True, progress=progress)
    zh_sentences, en_sentences = _numbered(zh_own, "zh"), _numbered(en_own, "en")
    beside = [
        ([one for i in pairing.zh for one in zh_sentences[i]], [one for i in pairing.en for one in en_sentences[i]])
        for pairing in pairings
    ]
    texts = [([text for _number, text in zh_side], [text for _number, text in en_side]) for zh_side, en_side in beside]
    for (zh_side, en_side), inside in zip(beside, align_within(texts), strict=True):
        for inner in inside:
            yield SentencePair(
                [zh_side[i][0] for i in inner.zh],
                [en_side[i][0] for i in inner.en],
                "".join(zh_side[i][1] for i in inner.zh),
                " ".join(en_side[i][1] for i in inner.en),
            )


def _numbered(paragraphs: Sequence[Paragraph], side: Side) -> list[list[tuple[int, str]]]:
    """Give the sentences of each paragraph, numbered through the file."""
    numbers = count(1)
    return [
        [(next(numbers), one.text[span.start : span.end]) for span in split_sentences(one.text, side)]
        for one in paragraphs
    ]
