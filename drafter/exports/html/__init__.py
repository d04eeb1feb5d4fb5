"""The verdict as a web page: what can't be trusted, on one sheet."""

from pathlib import Path

from drafter.exports.snapshot import ReviewSnapshot

__all__ = ["verdict_html", "write_verdict"]


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
