"""What a replacement of all places would change, shown before it is done."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from drafter.gui.toolbox.utf16 import displayable
from drafter.i18n import _, ngettext
from drafter.model import Side, Span
from drafter.review import ReviewSession, Searched

_SHOWN: Final = 200
_AROUND: Final = 40


@dataclass(frozen=True, slots=True)
class Place:
    """One place that would change.

    Attributes:
        clause: id of the clause.
        before: what stands before it.
        old: what stands there.
        new: what would stand there.
        after: what stands behind it.
    """

    clause: int
    before: str
    old: str
    new: str
    after: str


class Counted(NamedTuple):
    """What a replacement of all places comes to.

    Attributes:
        places: how many change.
        hidden: how many of these are in clauses that the filter hides.
        locked: how many finished clauses stay as they are.
    """

    places: int
    hidden: int = 0
    locked: int = 0


class ReplacePreview(QDialog):
    """Lists the places, and asks whether they shall be replaced.

    Attributes:
        count: how many will change.
        told: says so, and what will not change.
        text: the places.
    """

    def __init__(self, places: list[Place], counted: Counted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = count = counted.places
        self.setWindowTitle(_("Replace all"))
        self.resize(640, 420)
        self.told = QLabel(_told(counted))
        self.told.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Places that will change"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        rows = [_row(place) for place in places]
        if count > len(places):
            more = count - len(places)
            rows.append(f"<p>{escape(ngettext('… and {n} more', '… and {n} more', more))}</p>")
        self.text.setHtml("".join(rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.replace_button = buttons.addButton(_("Replace all"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.replace_button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.told, self.text, buttons):
            column.addWidget(widget)

    @classmethod
    def of(
        cls,
        session: ReviewSession,
        words: Searched,
        by: str,
        sides: Iterable[Side],
        shown: Container[int],
        parent: QWidget | None,
    ) -> "ReplacePreview":
        """Look through a review.

        Args:
            session: the review.
            words: what is looked for.
            by: what shall stand there.
            sides: the sides that may change.
            shown: ids of the clauses that the filter shows.
            parent: the window.

        Raises:
            DrafterError: the words can't be looked for, or `by` can't be filled in.
        """
        read = tuple(sides)
        places: list[Place] = []
        count = hidden = locked = 0
        for clause in session.clauses:
            found = [
                place
                for side in read
                for place in _places(clause.id, clause.side(side).text, words, by)
                if place.new != place.old
            ]
            if not found:
                continue
            if session.is_locked(clause.id):
                locked += 1
                continue
            count += len(found)
            hidden += 0 if clause.id in shown else len(found)
            places += found[: _SHOWN - len(places)]
        return cls(places, Counted(count, hidden, locked), parent)


def _told(counted: Counted) -> str:
    """Say what will change, and below it what else is to be known."""
    count, hidden, locked = counted
    said, more = ngettext("{n} place will change, in one step:", "{n} places will change, in one step:", count), []
    if hidden:
        more.append(ngettext("The filter hides {n} of them.", "The filter hides {n} of them.", hidden))
    if locked:
        more.append(ngettext("{n} finished clause stays as it is.", "{n} finished clauses stay as they are.", locked))
    return "\n".join((said, " ".join(more))).strip()


def _places(clause: int, text: str, words: Searched, by: str) -> Iterator[Place]:
    for span in words.spans(text):
        yield _place(clause, text, span, words.filled(text, span, by))


def _place(clause: int, text: str, span: Span, new: str) -> Place:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return Place(clause, before, text[span.start : span.end], new, after)


def _row(place: Place) -> str:
    before, old, new, after = map(_legible, (place.before, place.old, place.new, place.after))
    return (
        f"<p style='white-space: pre-wrap'><b>{place.clause}</b>&nbsp; "
        f"{before}<s>{old}</s> <b><u>{new}</u></b>{after}</p>"
    )


def _legible(text: str) -> str:
    """Give a text as it is shown, with its blanks, and the ends of its lines to be seen."""
    return escape(displayable(text).replace("\n", "↵"))
