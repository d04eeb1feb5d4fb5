"""Files out of a review: the ending of the name says which kind."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NoReturn

from drafter.documents.bitext import FORMATS
from drafter.exports import (
    DataOptions,
    DocxOptions,
    OriginalOptions,
    ReviewSnapshot,
    VerdictOptions,
    write_docx,
    write_review_page,
    write_verdict,
)
from drafter.exports.atomic import write_atomically
from drafter.exports.held import held_open
from drafter.exports.quality import QualityOptions
from drafter.language.marks import plain
from drafter.language.terms.exchange import tbx_bytes
from drafter.model import N_, DrafterError, Message, Side
from drafter.review.handing_out import full_snapshot, terms_of
from drafter.review.lines import line_ends
from drafter.review.original import original_of, write_original
from drafter.review.quality import export_quality
from drafter.review.session import ReviewSession

Options = DocxOptions | OriginalOptions | QualityOptions | VerdictOptions | DataOptions

ORIGINAL_ENDINGS = tuple(ending for endings in FORMATS.values() for ending in endings)
"""Endings of translation tools' files, which a review that came from one can be written to."""


def export_review(
    session: ReviewSession,
    path: Path,
    options: Options | None = None,
    progress: Callable[[float], None] | None = None,
) -> tuple[Message, ...]:
    """Write a review to a file.

    Args:
        session: the review.
        path: where to; its ending says what is written, see `ENDINGS`. Where the review came from a translation tool's
            file, the ending of that file gives that very file with its targets corrected.
        options: of a Word file its layout and style, or that the file which the text came from is written back; of data
            for other programs what goes into it; or how a quality report is counted, or that the verdict is wanted:
            these are then written in place of the review.
        progress: told the share done of a Word file, 0 to 1; what it raises ends the work, and nothing is written.

    Returns:
        What the user should know about it.

    Raises:
        DrafterError: the ending is not known, there is nothing to write, or the file can't be written; an old file
            there is untouched.
    """
    held = held_open(path)
    said = _export(session, path, options, progress)
    return (held, *said) if held else said


def _export(
    session: ReviewSession, path: Path, options: Options | None, progress: Callable[[float], None] | None
) -> tuple[Message, ...]:
    if isinstance(options, QualityOptions):
        export_quality(session, path, options)
        return ()
    ending = path.suffix.lower()
    if ending in original_endings(session):
        return write_original(session, path)
    if isinstance(options, OriginalOptions):
        return _word_original(session, path, options)
    if isinstance(options, VerdictOptions):
        write_verdict(full_snapshot(session), path)
        return ()
    if ending == ".docx":
        choices = options if isinstance(options, DocxOptions) else DocxOptions()
        return write_docx(full_snapshot(session, footnotes=True), path, choices, progress)
    if ending not in _WRITERS:
        _refuse(session, path)
    snapshot = full_snapshot(session, figures=ending in _WITH_FIGURES)
    _WRITERS[ending](snapshot, path, options if isinstance(options, DataOptions) else DataOptions())
    return ()


def _word_original(session: ReviewSession, path: Path, options: OriginalOptions) -> tuple[Message, ...]:
    from drafter.review.word_original import write_word_original

    if path.suffix.lower() != ".docx":
        raise DrafterError(N_("A Word file goes back as one: give “{name}” the ending .docx."), name=path.name)
    return write_word_original(session, options.side, path, tracked=options.tracked, names=options.names)


def write_back(session: ReviewSession, path: Path) -> tuple[Message, ...]:
    """Write the translation tool's file that a review came from with its targets corrected.

    Returns:
        What the user should know about it.

    Raises:
        DrafterError: the review came from no such file, or from one of another ending; or it can't be written.
    """
    if path.suffix.lower() not in original_endings(session):
        _refuse(session, path)
    return write_original(session, path)


def _tmx(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    from drafter.exports.tmx import write_tmx

    write_tmx(snapshot, path, options)


def _xliff(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    from drafter.exports.xliff import write_review_xliff

    write_review_xliff(snapshot, path, options)


def _tbx(snapshot: ReviewSnapshot, path: Path, _options: DataOptions) -> None:
    write_atomically(path, tbx_bytes(terms_of(snapshot.clauses)))


def _csv(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    from drafter.exports.tables import write_review_csv

    write_review_csv(snapshot, path, options)


def _workbook(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    from drafter.exports.tables import write_review_workbook

    write_review_workbook(snapshot, path, options)


def _json(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    from drafter.exports.json_file import write_json

    write_json(snapshot, path, options)


_WRITERS: Final[Mapping[str, Callable[[ReviewSnapshot, Path, DataOptions], None]]] = {
    ".html": write_review_page,
    ".tmx": _tmx,
    ".xlf": _xliff,
    ".tbx": _tbx,
    ".csv": _csv,
    ".xlsx": _workbook,
    ".json": _json,
}
_WITH_FIGURES: Final = frozenset({".csv", ".xlsx", ".json"})
ENDINGS: Final = (".docx", *_WRITERS)
"""What a review can be written as: a Word file, the page for the browser, or data for other programs."""


def _refuse(session: ReviewSession, path: Path) -> NoReturn:
    endings = original_endings(session)
    if path.suffix.lower() in ORIGINAL_ENDINGS and endings:
        raise DrafterError(
            N_("The review came from a {ending} file and goes back as one: give “{name}” that ending."),
            name=path.name, ending=endings[0],
        )  # fmt: skip
    if path.suffix.lower() in ORIGINAL_ENDINGS:
        raise DrafterError(
            N_("“{name}” can't be written: the review did not come from such a file. Choose one of {endings}."),
            name=path.name, endings=", ".join(ENDINGS),
        )  # fmt: skip
    raise DrafterError(
        N_("“{name}” can't be written: Drafter exports {endings}. Choose one of these endings."),
        name=path.name, endings=", ".join(dict.fromkeys((*ENDINGS, *endings))),
    )  # fmt: skip


def original_endings(session: ReviewSession) -> tuple[str, ...]:
    """Give the endings that the translation tool's file may have that a review came from; none where it did not."""
    original = original_of(session)
    if original is None:
        return ()
    own, known = Path(original.name).suffix.lower(), FORMATS[original.format]
    return (own, *(ending for ending in known if ending != own)) if own in known else known


def write_text(text: str, path: Path) -> None:
    """Write a text file in UTF-8, whole or not at all.

    Raises:
        DrafterError: it can't be written.
    """
    write_atomically(path, text.encode("utf-8", "surrogatepass"))


def corrected_words(session: ReviewSession, side: Side) -> str:
    """Give one side's text as corrected, to be read: without the marks of a translation tool's file."""
    text = session.corrected_text(side)
    return plain(text) if session.marked else text


def write_corrected(session: ReviewSession, side: Side, path: Path) -> None:
    """Write one side's text as corrected, in UTF-8, with the line ends of the file it came from.

    Raises:
        DrafterError: it can't be written.
    """
    document = session.documents.get(side)
    if document is None or document.format != "txt":
        write_text(corrected_words(session, side) + "\n", path)
        return
    mark, ends = line_ends(document)
    usual = max(("\n", "\r\n", "\r"), key=ends.count)
    lines = (paragraph.replace("\n", usual) for paragraph in session.corrected_paragraphs(side))
    write_text(mark + "".join(line + end for line, end in zip(lines, ends, strict=True)), path)
