"""A review as a web page: the verdict on one sheet, or every clause with what is found there."""

from dataclasses import dataclass
from pathlib import Path

from drafter.exports.data_options import DataOptions
from drafter.exports.snapshot import ReviewSnapshot

__all__ = ["VerdictOptions", "verdict_html", "write_review_page", "write_verdict"]


@dataclass(frozen=True, slots=True)
class VerdictOptions:
    """Asks for the verdict in place of the whole review; there is nothing to choose about it."""


def verdict_html(snapshot: ReviewSnapshot) -> str:
    """Give the verdict on a review as a page that needs nothing besides itself."""
    from drafter.exports.html.verdict import page  # needed only here

    return page(snapshot)


def write_verdict(snapshot: ReviewSnapshot, path: Path) -> None:
    """Write the verdict on a review.

    Raises:
        DrafterError: where the file can't be written; a file that stood there before is then untouched.
    """
    from drafter.exports.atomic import write_atomically

    write_atomically(path, verdict_html(snapshot).encode())


def write_review_page(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    """Write every clause of a review with its corrections, findings, tags and notes, and filters over them.

    Raises:
        DrafterError: where the file can't be written; a file that stood there before is then untouched.
    """
    from drafter.exports.atomic import write_atomically
    from drafter.exports.html.review import page

    write_atomically(path, page(snapshot, options).encode())
