"""Word files out: a review as a bilingual table, interleaved, or one language alone."""

from collections.abc import Callable
from pathlib import Path

from drafter.exports.docx.options import DocxOptions, Layout, Style
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Message

__all__ = ["DocxOptions", "Layout", "Style", "docx_bytes", "write_docx"]

_DEFAULT = DocxOptions()


def docx_bytes(snapshot: ReviewSnapshot, options: DocxOptions = _DEFAULT) -> bytes:
    """Give the Word file of a review; the same review and options always give the same bytes."""
    from drafter.exports.docx.document import build  # the XML libraries are slow to load and needed only here

    return build(snapshot, options).data


def write_docx(
    snapshot: ReviewSnapshot,
    path: Path,
    options: DocxOptions = _DEFAULT,
    progress: Callable[[float], None] | None = None,
) -> tuple[Message, ...]:
    """Write a review as a Word file.

    Args:
        snapshot: the review.
        path: where to.
        options: the user's choices.
        progress: told the share done, 0 to 1; what it raises ends the work, and nothing is written.

    Returns:
        What the user should know about it: of an office's template what it lacks.

    Raises:
        DrafterError: where the file can't be written, or the template can't be used; a file that stood there before is
            then untouched.
    """
    from drafter.exports.atomic import write_atomically
    from drafter.exports.docx.document import build

    made = build(snapshot, options, progress)
    write_atomically(path, made.data)
    return made.said
