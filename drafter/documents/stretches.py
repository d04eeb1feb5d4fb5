"""A document in two languages, cut into stretches of one language each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.language.scripts import dominant_side, han_count, latin_words
from drafter.language.sentences import split_sentences
from drafter.model import Document, Side, Span

_FEWEST_HAN = 6  # fewer are a gloss or a leftover within a sentence of the other language
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph that is in one language.

    Attributes:
        paragraph: index of the paragraph in its document, counted from 0.
        span: where it stands in the paragraph's text.
        side: its language.
    """

    paragraph: int
    span: Span
    side: Side


def stretches(document: Document) -> list[Stretch]:
    """Cut a document at every change of language, between sentences.

    Words of the other language within a sentence stay where they are: they are a fault, not a change.

    Args:
        document: a document as read; comments are left out.
    """
    usual = dominant_side("\n".join(paragraph.text for paragraph in document.paragraphs)) or "zh"
    return [
        Stretch(index, span, side)
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.text.strip() and paragraph.part != "comment"
        for span, side in _cut(paragraph.text, usual)
    ]


def _cut(text: str, usual: Side) -> list[tuple[Span, Side]]:
    whole = dominant_side(text) or usual
    if not _is_substantial(text, "zh") or not _is_substantial(text, "en"):
        return [(Span(0, len(text)), whole)]
    sides = [(span, _side_of(text[span.start : span.end])) for span in _sentences(text)]
    runs: list[tuple[Span, Side]] = []
    current = next((side for _span, side in sides if side), whole)
    for side, group in groupby(_settled(sides, current), key=lambda entry: entry[1]):
        spans = [span for span, _side in group]
        runs.append((Span(spans[0].start, spans[-1].end), side))
    # The blanks between two stretches belong to the first, so that nothing is lost.
    ends = [span.start for span, _side in runs[1:]] + [len(text)]
    starts = [0, *ends[:-1]]
    return [(Span(start, end), side) for start, end, (_span, side) in zip(starts, ends, runs, strict=True)]


def _sentences(text: str) -> Iterator[Span]:
    """Sentences by either language's marks."""
    for outer in split_sentences(text, "zh"):
        for inner in split_sentences(text[outer.start : outer.end], "en"):
            yield Span(outer.start + inner.start, outer.start + inner.end)


def _side_of(sentence: str) -> Side | None:
    """The language of a sentence long enough to tell, else None."""
    side = dominant_side(sentence)
    return side if side and _is_substantial(sentence, side) else None


def _is_substantial(text: str, side: Side) -> bool:
    return han_count(text) >= _FEWEST_HAN if side == "zh" else latin_words(text) >= _FEWEST_WORDS


def _settled(sides: list[tuple[Span, Side | None]], current: Side) -> Iterator[tuple[Span, Side]]:
    """Give a sentence too short to tell the language of the one before."""
    for span, side in sides:
        current = side or current
        yield span, current
