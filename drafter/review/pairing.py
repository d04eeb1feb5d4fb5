"""Pairing two files without opening a review: by line, and by sentence within the lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
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
        Line numbers of either side, counted from 1; every line that is not blank once, in order.

    Raises:
        UnreadableError: a file can't be read.
    """
    from drafter.alignment import align_paragraphs

    zh_own, en_own = _paragraphs(zh), _paragraphs(en)
    for pairing in align_paragraphs(zh_own, en_own, progress=progress):
        yield [zh_own[i].line for i in pairing.zh], [en_own[i].line for i in pairing.en]


def pair_sentences(zh: Path, en: Path, *, progress: Progress | None = None) -> Iterator[SentencePair]:
    """Pair the sentences of two files, within the lines that belong together.

    Yields:
        Pairs in order that hold every sentence once.

    Raises:
        UnreadableError: a file can't be read.
    """
    from drafter.alignment import align, align_paragraphs

    zh_own, en_own = _paragraphs(zh), _paragraphs(en)
    zh_count = en_count = 0
    for pairing in align_paragraphs(zh_own, en_own, progress=progress):
        zh_sentences = _sentences([zh_own[i].text for i in pairing.zh], "zh")
        en_sentences = _sentences([en_own[i].text for i in pairing.en], "en")
        for inner in align(zh_sentences, en_sentences, level="sentence"):
            yield SentencePair(
                [zh_count + i + 1 for i in inner.zh],
                [en_count + i + 1 for i in inner.en],
                "".join(zh_sentences[i] for i in inner.zh),
                " ".join(en_sentences[i] for i in inner.en),
            )
        zh_count += len(zh_sentences)
        en_count += len(en_sentences)


def _sentences(texts: Sequence[str], side: Side) -> list[str]:
    return [text[span.start : span.end] for text in texts for span in split_sentences(text, side)]
