"""Deciding about several findings at once, for one reason and as one step."""

from collections.abc import Iterable

from drafter.model import Decision, Finding
from drafter.review import ReviewSession
from drafter.review.changes import storable


def decide_all(session: ReviewSession, findings: Iterable[Finding], decision: Decision, reason: str = "") -> int:
    """Decide about findings at their places; one undo takes all of it back.

    Args:
        session: the review.
        findings: findings of it.
        decision: what is decided about each.
        reason: why.

    Returns:
        About how many it was not decided so already.

    Raises:
        KeyError: a finding is not among its clause's findings; nothing was changed.
        ProjectError: the project file can't be written; nothing was changed.
    """
    # The session has no word for several decisions in one step; these are the steps of its own word for one.
    deciding = session._ledger.books.deciding  # noqa: SLF001
    edits = [
        edit
        for finding in findings
        if (edit := deciding.decided(finding, session._key(finding), decision, storable(reason.strip())))  # noqa: SLF001
    ]
    if edits:
        session._commit(edits)  # noqa: SLF001
    return len(edits)
