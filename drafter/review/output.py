"""Files out of a review: the ending of the name says which kind."""

from pathlib import Path

from drafter.exports import DocxOptions, write_docx, write_verdict
from drafter.exports.atomic import write_atomically
from drafter.model import N_, DrafterError, Side
from drafter.review.lines import line_ends
from drafter.review.session import ReviewSession

ENDINGS = (".docx", ".html")


def export_review(session: ReviewSession, path: Path, options: DocxOptions | None = None) -> None:
    """Write a review to a file.

    Args:
        session: the review.
        path: where to; `.docx` gives the bilingual Word file, `.html` the one-page verdict.
        options: layout and style of a Word file.

    Raises:
        DrafterError: the ending is not known, or the file can't be written; an old file there is untouched.
    """
    ending = path.suffix.lower()
    if ending == ".docx":
        write_docx(session.snapshot(), path, options or DocxOptions())
    elif ending == ".html":
        write_verdict(session.snapshot(), path)
    else:
        raise DrafterError(
            N_("“{name}” can't be written: Drafter exports {endings}. Choose one of these endings."),
            name=path.name, endings=", ".join(ENDINGS),
        )  # fmt: skip


def write_text(text: str, path: Path) -> None:
    """Write a text file in UTF-8, whole or not at all.

    Raises:
        DrafterError: it can't be written.
    """
    write_atomically(path, text.encode("utf-8", "surrogatepass"))


def write_corrected(session: ReviewSession, side: Side, path: Path) -> None:
    """Write one side's text as corrected, in UTF-8, with the line ends of the file it came from.

    Raises:
        DrafterError: it can't be written.
    """
    document = session.documents.get(side)
    if document is None or document.format != "txt":
        write_text(session.corrected_text(side) + "\n", path)
        return
    mark, ends = line_ends(document)
    usual = max(("\n", "\r\n", "\r"), key=ends.count)
    lines = (paragraph.replace("\n", usual) for paragraph in session.corrected_paragraphs(side))
    write_text(mark + "".join(line + end for line, end in zip(lines, ends, strict=True)), path)
