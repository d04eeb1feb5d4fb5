"""Pairing two files without opening a review: by line, and by sentence within the lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.documents import read_document
from drafter.language.sentences import split_sentences
from drafter.model import Document, Pairing, Side
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


def _texts(document: Document) -> tuple[list[int], list[str]]:
    """Give the line numbers and the texts of what is paired."""
    paragraphs = [document.paragraphs[index] for index in text_paragraphs(document)]
    return [paragraph.line for paragraph in paragraphs], [paragraph.text for paragraph in paragraphs]


def _paired(zh: Sequence[str], en: Sequence[str], progress: Progress | None) -> Sequence[Pairing]:
    from drafter.alignment import align

    return align(zh, en, progress=progress)


def pair_lines(zh: Path, en: Path, *, progress: Progress | None = None) -> Iterator[tuple[list[int], list[int]]]:
    """Pair the lines of two files.

    Yields:
        Line numbers of either side, counted from 1; every line that is not blank once, in order.

    Raises:
        UnreadableError: a file can't be read.
    """
    zh_lines, zh_texts = _texts(read_document(zh))
    en_lines, en_texts = _texts(read_document(en))
    for pairing in _paired(zh_texts, en_texts, progress):
        yield [zh_lines[i] for i in pairing.zh], [en_lines[i] for i in pairing.en]


def pair_sentences(zh: Path, en: Path, *, progress: Progress | None = None) -> Iterator[SentencePair]:
    """Pair the sentences of two files, within the lines that belong together.

    Yields:
        Pairs in order that hold every sentence once.

    Raises:
        UnreadableError: a file can't be read.
    """
    from drafter.alignment import align

    _zh_lines, zh_texts = _texts(read_document(zh))
    _en_lines, en_texts = _texts(read_document(en))
    zh_count = en_count = 0
    for pairing in _paired(zh_texts, en_texts, progress):
        zh_sentences = _sentences([zh_texts[i] for i in pairing.zh], "zh")
        en_sentences = _sentences([en_texts[i] for i in pairing.en], "en")
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
