"""Opening a review: from two files, from one, from pairs, or from a project file."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from drafter.documents import UnreadableError, read_document
from drafter.documents.bitext import read_bitext
from drafter.language.scripts import dominant_side, han_share
from drafter.model import (
    N_,
    Bitext,
    Clause,
    ClauseSide,
    Document,
    Message,
    Notice,
    Pairing,
    Paragraph,
    Segment,
    Side,
)
from drafter.review.clauses import (
    agreement_of,
    clauses_of_bitext,
    clauses_of_pair,
    clauses_of_side,
)
from drafter.review.locking import open_store
from drafter.review.mixed import Manner, read_mixed
from drafter.review.session import ReviewSession

Progress = Callable[[float], None]
_TITLE_WORDS = (
    "方案",
    "计划",
    "规划",
    "通知",
    "意见",
    "办法",
    "Plan",
    "Programme",
    "Program",
    "Notice",
    "Measures",
    "Opinions",
)
_NUMBERED = re.compile(r"[〔\[（(][12][0-9]{3}[〕\]）)]\s*[0-9]+\s*号|^[0-9—-]+$")
_TITLE_LINES = 8
_LONGEST_TITLE = 160
# How long the parts of opening take beside each other.
_READ, _ALIGNED = 0.1, 0.6
_OTHER_LANGUAGE: dict[Side, str] = {
    "zh": N_("“{name}” is Chinese: give it as the Chinese file."),
    "en": N_("“{name}” is English: give it as the English file."),
}
_WHOLLY = 0.95
_STRANGERS = 0.5  # of the letters have a partner, at most, where two files don't belong together
_NOT_A_PAIR = N_("These two files hardly say the same: look whether they belong together.")


def _silent(_share: float) -> None:
    """Progress nobody wants."""


def _part(progress: Progress, start: float, end: float, share: float) -> None:
    progress(start + (end - start) * share)


def title_of(document: Document) -> str:
    """Guess what a document is called: the first of its opening lines that names a plan, else its first line.

    A title that is broken into lines is put together: 关于 belongs to the issuer before it, 》 to its 《.
    """
    opening = [paragraph.text.strip() for paragraph in document.paragraphs if paragraph.text.strip()][:_TITLE_LINES]
    fitting = [line for line in opening if len(line) <= _LONGEST_TITLE and not line.endswith(("。", ";", "；", "："))]
    named = next((line for line in fitting if any(word in line for word in _TITLE_WORDS)), None)
    if named is None:
        return fitting[0] if fitting else document.name
    title, before = named, opening[: opening.index(named)]
    while before and (title.count("》") > title.count("《") or title.startswith("关于")):
        if len(before[-1]) + len(title) > _LONGEST_TITLE or _NUMBERED.search(before[-1]):
            break
        title = before.pop() + title
    return title


def _pair(zh: Sequence[str], en: Sequence[str], progress: Progress) -> Sequence[Pairing]:
    from drafter.alignment import align

    return align(zh, en, progress=progress)


def _pair_paragraphs(zh: Sequence[Paragraph], en: Sequence[Paragraph], progress: Progress) -> Sequence[Pairing]:
    from drafter.alignment import align_paragraphs

    return align_paragraphs(zh, en, moves=True, progress=progress)


def _read(source: Path | Document) -> Document:
    return source if isinstance(source, Document) else read_document(source)


def open_pair(
    zh: Path | Document, en: Path | Document, *, author: str = "", progress: Progress = _silent
) -> ReviewSession:
    """Read a Chinese plan and its English text, pair and check them.

    Args:
        zh: the Chinese file, or what was read of it already.
        en: the English file, likewise.
        author: the reviewer's name.
        progress: told the share done, 0 to 1.

    Raises:
        UnreadableError: one of the files can't be read, or the two seem to be swapped.
    """
    zh_document, en_document = _read(zh), _read(en)
    if language_of(zh_document) == "en" and language_of(en_document) == "zh":
        raise UnreadableError(
            N_("“{zh}” is English and “{en}” is Chinese: give the two files the other way round."),
            zh=zh_document.name, en=en_document.name,
        )  # fmt: skip
    return review_pair(zh_document, en_document, author=author, progress=progress)


def review_pair(
    zh_document: Document, en_document: Document, *, author: str = "", progress: Progress = _silent
) -> ReviewSession:
    """Pair and check two documents that are read already."""
    progress(_READ)
    align = partial(_pair_paragraphs, progress=partial(_part, progress, _READ, _ALIGNED))
    clauses = clauses_of_pair(zh_document, en_document, align)
    strange = clauses and agreement_of(clauses) < _STRANGERS
    return ReviewSession(
        title_of(zh_document),
        {"zh": zh_document, "en": en_document},
        clauses,
        author=author,
        notices=(Notice(Message(_NOT_A_PAIR), warning=True),) if strange else (),
        progress=partial(_part, progress, _ALIGNED, 1.0),
    )


def language_of(document: Document) -> Side | None:
    """Tell which language a document is mostly in; None where it has no letters."""
    return dominant_side("\n".join(paragraph.text for paragraph in document.paragraphs))


def open_side(source: Path | Document, side: Side, *, author: str = "", progress: Progress = _silent) -> ReviewSession:
    """Read one side alone and check what can be seen in it.

    Raises:
        UnreadableError: the file can't be read.
    """
    document = _read(source)
    share = han_share("\n".join(paragraph.text for paragraph in document.paragraphs))
    # A text that is partly in the wrong language is what we are here for; one that is wholly so is another file.
    if (side == "en" and share > _WHOLLY) or (side == "zh" and share < 1 - _WHOLLY and language_of(document) == "en"):
        raise UnreadableError(_OTHER_LANGUAGE["zh" if side == "en" else "en"], name=document.name)
    return review_side(document, side, author=author, progress=progress)


def review_side(document: Document, side: Side, *, author: str = "", progress: Progress = _silent) -> ReviewSession:
    """Check a document that is read already and stands alone."""
    clauses = clauses_of_side(document, side)
    return ReviewSession(title_of(document), {side: document}, clauses, author=author, progress=progress)


def open_mixed(
    source: Path | Document, *, manner: Manner | None = None, author: str = "", progress: Progress = _silent
) -> ReviewSession:
    """Read one file that holds both languages: pairs in a table or a memory, or text that has to be told apart.

    Args:
        source: the file, or what was read of it already.
        manner: "both", "zh" or "en" where a reviewer says how text is to be read; None where it shall tell itself.
        author: the reviewer's name.
        progress: told the share done, 0 to 1.

    Raises:
        UnreadableError: the file can't be read.
    """
    if isinstance(source, Path) and (bitext := read_bitext(source)) is not None:
        return review_bitext(bitext, author=author, progress=progress)
    return review_mixed(_read(source), manner=manner, author=author, progress=progress)


def review_mixed(
    document: Document, *, manner: Manner | None = None, author: str = "", progress: Progress = _silent
) -> ReviewSession:
    """Check a document that is read already and holds both languages.

    Args:
        document: the document.
        manner: "both", "zh" or "en" where a reviewer says how it is to be read; None where its text shall tell.
        author: the reviewer's name.
        progress: told the share done, 0 to 1.
    """
    progress(_READ)
    align = partial(_pair, progress=partial(_part, progress, _READ, _ALIGNED))
    read = read_mixed(document, align, manner)
    documents: dict[Side, Document] = (
        {"zh": document, "en": document} if read.manner == "both" else {read.manner: document}
    )
    return ReviewSession(
        title_of(document), documents, read.clauses, author=author, notices=read.notices(),
        progress=partial(_part, progress, _ALIGNED, 1.0),
    )  # fmt: skip


def review_bitext(bitext: Bitext, *, author: str = "", progress: Progress = _silent) -> ReviewSession:
    """Check a file whose texts are paired already; what it calls a line is the number of the pair."""
    zh = _side_of_bitext(bitext, [unit.zh for unit in bitext.units])
    en = _side_of_bitext(bitext, [unit.en for unit in bitext.units])
    clauses = clauses_of_bitext(zh, en)
    return ReviewSession(bitext.name, {"zh": zh, "en": en}, clauses, author=author, progress=progress)


def _side_of_bitext(bitext: Bitext, texts: Sequence[str]) -> Document:
    paragraphs = tuple(Paragraph(text, number) for number, text in enumerate(texts, 1))
    return Document(bitext.name, bitext.format, paragraphs, bitext.data, notices=bitext.notices)


def open_pairs(pairs: Sequence[tuple[str, str]], *, author: str = "", progress: Progress = _silent) -> ReviewSession:
    """Take pairs of texts that are aligned already, one clause each.

    Args:
        pairs: (Chinese, English); either may be "".
        author: the reviewer's name.
        progress: told the share done, 0 to 1.
    """
    clauses = [Clause(number, _whole(number, zh), _whole(number, en)) for number, (zh, en) in enumerate(pairs, 1)]
    return ReviewSession("", {}, clauses, author=author, progress=progress)


def _whole(number: int, text: str) -> ClauseSide:
    return ClauseSide((Segment(number - 1, 0, len(text)),) if text else (), text, text)


def open_project(path: Path, *, author: str = "", progress: Progress = _silent) -> ReviewSession:
    """Open a project file; every change goes to it at once. One that somebody else has open can only be looked at.

    Raises:
        ProjectError: it can't be opened.
    """
    store = open_store(path)
    try:
        record = store.load()
        return ReviewSession(
            record.title, record.documents, record.clauses, author=author, record=record, store=store, progress=progress
        )
    except BaseException:
        store.close()
        raise
