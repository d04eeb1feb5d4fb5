"""Files out of a review: the ending of the name says which kind."""

from pathlib import Path

from drafter.documents.bitext import FORMATS
from drafter.exports import DocxOptions, write_docx, write_verdict
from drafter.exports.atomic import write_atomically
from drafter.exports.quality import QualityOptions
from drafter.language.marks import plain
from drafter.model import N_, DrafterError, Message, Side
from drafter.review.lines import line_ends
from drafter.review.marked import unmarked_snapshot
from drafter.review.original import original_of, write_original
from drafter.review.quality import export_quality
from drafter.review.session import ReviewSession

ENDINGS = (".docx", ".html")
ORIGINAL_ENDINGS = tuple(ending for endings in FORMATS.values() for ending in endings)
"""Endings of translation tools' files, which a review that came from one can be written to."""


def export_review(
    session: ReviewSession, path: Path, options: DocxOptions | QualityOptions | None = None
) -> tuple[Message, ...]:
    """Write a review to a file.

    Args:
        session: the review.
        path: where to; `.docx` gives the bilingual Word file, `.html` the one-page verdict, the ending of the
            translation tool's file that the review came from that very file with its targets corrected.
        options: layout and style of a Word file; or how a quality report is counted, which is then written in place of
            the review.

    Returns:
        What the user should know about it.

    Raises:
        DrafterError: the ending is not known, or the file can't be written; an old file there is untouched.
    """
    if isinstance(options, QualityOptions):
        export_quality(session, path, options)
        return ()
    ending = path.suffix.lower()
    if ending in ORIGINAL_ENDINGS:
        _require_own(session, path)
        return write_original(session, path)
    if ending not in ENDINGS:
        raise DrafterError(
            N_("“{name}” can't be written: Drafter exports {endings}. Choose one of these endings."),
            name=path.name, endings=", ".join((*ENDINGS, *original_endings(session))),
        )  # fmt: skip
    snapshot = unmarked_snapshot(session.snapshot()) if session.marked else session.snapshot()
    if ending == ".docx":
        write_docx(snapshot, path, options or DocxOptions())
    else:
        write_verdict(snapshot, path)
    return ()


def original_endings(session: ReviewSession) -> tuple[str, ...]:
    """Give the endings that the translation tool's file may have that a review came from; none where it did not."""
    original = original_of(session)
    if original is None:
        return ()
    own, known = Path(original.name).suffix.lower(), FORMATS[original.format]
    return (own, *(ending for ending in known if ending != own)) if own in known else known


def _require_own(session: ReviewSession, path: Path) -> None:
    endings = original_endings(session)
    if not endings:
        raise DrafterError(
            N_("“{name}” can't be written: the review did not come from such a file. Choose one of {endings}."),
            name=path.name, endings=", ".join(ENDINGS),
        )  # fmt: skip
    if path.suffix.lower() not in endings:
        raise DrafterError(
            N_("The review came from a {ending} file and goes back as one: give “{name}” that ending."),
            name=path.name, ending=endings[0],
        )  # fmt: skip


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
