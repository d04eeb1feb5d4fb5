"""What is being typed in a review, kept until it is a change, and brought back after the program was killed."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

from drafter.model import DrafterError, Side
from drafter.project.drafts import Draft, DraftWriter, draft_file, read_drafts
from drafter.review.session import ReviewSession


def drafts_folder() -> Path:
    """Give the folder in which typing is kept."""
    return user_data_path("drafter", appauthor=False) / "typing"


class Drafting:
    """Keeps what is being typed in one review."""

    def __init__(self, session: ReviewSession, folder: Path) -> None:
        """Begin with a review that may be written to.

        Args:
            session: the review; where it is kept nowhere, neither is what is typed.
            folder: where typing is kept.
        """
        self._session = session
        self._folder = folder
        self._path: Path | None = None
        self._writer: DraftWriter | None = None

    def note(self, typed: Mapping[tuple[int, Side], str]) -> None:
        """Have it kept what is typed now; returns at once.

        Args:
            typed: all texts that differ from the review's, by clause and side.
        """
        session, count = self._session, len(self._session.revisions)
        drafts = []
        for (clause, side), text in typed.items():
            with suppress(KeyError):  # a clause that is there no more, after another pairing
                drafts.append(Draft(clause, side, session.clause(clause).side(side).text, text, count))
        if session.path != self._path:  # kept under another name since
            self.close()
            self._path = session.path
        if self._writer is None and drafts and self._path is not None:
            self._writer = DraftWriter(draft_file(self._folder, self._path))
        if self._writer is not None:
            self._writer.put(drafts)

    def close(self) -> None:
        """Wait until everything is kept, and let it go."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def restore_typing(session: ReviewSession, folder: Path) -> tuple[int, ...]:
    """Bring back what was being typed when the program was killed, as changes that can be undone.

    What became a change before the program ended is left out: it is there already.

    Args:
        session: the review, just opened.
        folder: where typing is kept.

    Returns:
        The clauses it was typed in.
    """
    if session.path is None or session.read_only is not None:
        return ()
    place = draft_file(folder, session.path)
    drafts = read_drafts(place)
    restored = []
    try:
        for draft in drafts:
            if _is_open(session, draft):
                session.edit(draft.clause, draft.side, draft.text)
                restored.append(draft.clause)
    except DrafterError:
        return tuple(restored)  # it can't be written now: what is left stays for the next time
    with suppress(OSError):
        place.unlink(missing_ok=True)
    return tuple(dict.fromkeys(restored))


def _is_open(session: ReviewSession, draft: Draft) -> bool:
    """Tell whether nothing became of a draft: the text is what it was, and no later change put it there."""
    later = session.revisions[draft.revisions :]
    return (
        len(session.revisions) >= draft.revisions
        and not any((one.kind, one.clause, one.side) == ("text", draft.clause, draft.side) for one in later)
        and any(clause.id == draft.clause and clause.side(draft.side).text == draft.base for clause in session.clauses)
    )
