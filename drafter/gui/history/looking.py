"""Looking up what the panel shows; takes a while on long histories, and is done in a thread of its own."""

from datetime import datetime
from typing import Final

from drafter.gui.history.entries import Entry, entries_of, entries_since
from drafter.i18n import language
from drafter.model import Clause
from drafter.review import ReviewSession, unmarked
from drafter.review.taxonomies import taxonomy_in_use

_BEGINNING: Final = 60  # characters of a clause's text


def look_at(session: ReviewSession, clause: int) -> tuple[Entry, ...]:
    """Give the rows of a clause; none where it is not there any more."""
    try:
        past = session.history(clause)
    except KeyError:  # paired otherwise meanwhile: the next question is on its way
        return ()
    return tuple(entries_of(clause, past, taxonomy_in_use(session)))


def look_since(session: ReviewSession, point: int | datetime | None) -> tuple[Entry, ...]:
    """Give the rows of what changed since some point, as `ReviewSession.changes_since` takes it."""
    changes = session.changes_since(point)
    touched = {one.clause for one in changes}
    begins = {clause.id: _beginning(clause) for clause in session.clauses if clause.id in touched}
    return tuple(entries_since(changes, begins, taxonomy_in_use(session)))


def _beginning(clause: Clause) -> str:
    """Give how a clause's text begins, in the user's language where it has that."""
    here = unmarked(clause)
    first, second = (here.zh, here.en) if language() == "zh" else (here.en, here.zh)
    return " ".join((first.text.strip() or second.text).split())[:_BEGINNING]
