"""What a replacement of all places would change, shown before it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

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


class ReplacePreview(QDialog):
    """Lists the places, and asks whether they shall be replaced.

    Attributes:
        count: how many there are.
    """

    def __init__(self, places: list[Place], count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = count
        self.setWindowTitle(_("Replace all"))
        self.resize(640, 420)
        told = QLabel(ngettext("{n} place will change, in one step:", "{n} places will change, in one step:", count))
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
        for widget in (told, self.text, buttons):
            column.addWidget(widget)

    @classmethod
    def of(
        cls, session: ReviewSession, words: Searched, by: str, sides: Iterable[Side], parent: QWidget | None
    ) -> "ReplacePreview":
        """Look through a review.

        Args:
            session: the review.
            words: what is looked for.
            by: what shall stand there.
            sides: the sides that may change.
            parent: the window.

        Raises:
            DrafterError: the words can't be looked for, or `by` can't be filled in.
        """
        read = tuple(sides)
        places: list[Place] = []
        count = 0
        for clause in session.clauses:
            for side in read:
                text = clause.side(side).text
                spans = words.spans(text)
                count += len(spans)
                if len(places) < _SHOWN:
                    places += [_place(clause.id, text, span, words.filled(text, span, by)) for span in spans]
        return cls(places[:_SHOWN], count, parent)


def _place(clause: int, text: str, span: Span, new: str) -> Place:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return Place(clause, before, text[span.start : span.end], new, after)


def _row(place: Place) -> str:
    before, old, new, after = (
        escape(" ".join(one.split(" "))) for one in (place.before, place.old, place.new, place.after)
    )
    return f"<p><b>{place.clause}</b>&nbsp; {before}<s>{old}</s> <b><u>{new}</u></b>{after}</p>"
