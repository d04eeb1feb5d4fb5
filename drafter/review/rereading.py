"""Reading the files of a review otherwise: in another encoding, the other way round, in another manner.

The files' bytes are part of a review, so that nothing is needed but the review itself. Each of these functions gives a
new review that is not kept anywhere; the old one stays as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from drafter.documents import UnreadableError, read_data
from drafter.model import Document, Side
from drafter.review.carrying import Reread, carried
from drafter.review.mixed import Manner
from drafter.review.opening import review_mixed, review_pair
from drafter.review.session import ReviewSession

Progress = Callable[[float], None]
_SAME: Mapping[Side, Side] = {"zh": "zh", "en": "en"}
_OTHER: Mapping[Side, Side] = {"zh": "en", "en": "zh"}


def _silent(_share: float) -> None:
    """Progress nobody wants."""


def in_encoding(session: ReviewSession, side: Side, encoding: str, *, progress: Progress = _silent) -> Reread:
    """Read a text file in another encoding.

    Args:
        session: the review.
        side: the side that the file is on; of one file in both languages either.
        encoding: what it is in, as Python names it.
        progress: told the share done, 0 to 1.

    Raises:
        KeyError: there is no file on that side.
        UnreadableError: the file is not in that encoding.
    """
    old = session.documents[side]
    new = read_data(old.data, old.name, encoding=encoding)
    if session.manner == "pair":
        documents = {**session.documents, side: new}
        fresh = review_pair(documents["zh"], documents["en"], author=session.author, progress=progress)
        return carried(session, fresh, _SAME)
    return _alone(session, new, session.manner, progress)


def swapped(session: ReviewSession, *, progress: Progress = _silent) -> Reread:
    """Take the Chinese file for the English one, and the other way round.

    Raises:
        KeyError: there are not two files.
    """
    zh, en = session.documents["en"], session.documents["zh"]
    return carried(session, review_pair(zh, en, author=session.author, progress=progress), _OTHER)


def read_as(session: ReviewSession, manner: Manner, *, progress: Progress = _silent) -> Reread:
    """Read one file as what it is: "both" languages paired, or meant to be in "zh" or "en".

    Raises:
        KeyError: there is no file.
    """
    side: Side = "zh" if "zh" in session.documents else "en"
    return _alone(session, session.documents[side], manner, progress)


def with_runs(document: Document) -> Document | None:
    """Give a document out of a project with its file's own runs, which are not kept there.

    The file's bytes are kept, so that they are read again, for whoever writes into the original.

    Args:
        document: a document of a review.

    Returns:
        The same document with runs; None where its bytes give other paragraphs today, or can't be read: a later version
        of the program may read better than the one that made the project.
    """
    try:
        again = read_data(document.data, document.name, encoding=document.encoding)
    except UnreadableError:
        return None
    bare = [replace(paragraph, runs=()) for paragraph in again.paragraphs]
    same = bare == [replace(paragraph, runs=()) for paragraph in document.paragraphs]
    return replace(document, paragraphs=again.paragraphs) if same else None


def _alone(session: ReviewSession, document: Document, manner: Manner, progress: Progress) -> Reread:
    fresh = review_mixed(document, manner=manner, author=session.author, progress=progress)
    sides = _SAME if manner not in ("zh", "en") else dict.fromkeys(_SAME, manner)
    return carried(session, fresh, sides)
