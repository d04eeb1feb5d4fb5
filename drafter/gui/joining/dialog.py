"""The contradictions of two copies, side by side: of each one's own, the other one's, or neither yet."""

from collections.abc import Sequence
from html import escape
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.clauses.words import heading_words
from drafter.gui.toolbox.states import state_word
from drafter.i18n import _, ngettext
from drafter.model import N_, STATES
from drafter.review import Conflict, differences

Answer = Literal["later", "mine", "theirs"]
_SIZE: Final = (820, 560)
_WHAT: Final[dict[str, str]] = {
    "text": N_("text"), "state": N_("state"), "note": N_("note"), "pairing": N_("pairing"),
    "decision": N_("decision about a finding"), "finding": N_("finding of a reviewer's own"),
}  # fmt: skip
_DECISIONS: Final[dict[str, str]] = {
    "open": N_("open"), "ignored": N_("set aside"), "confirmed": N_("confirmed"), "rejected": N_("false alarm"),
}  # fmt: skip
SETTLED: Final = ("text", "state")
"""What can be settled here; the rest is looked at in its place."""


class ConflictCard(QFrame):
    """One contradiction.

    Attributes:
        conflict: what it is about.
    """

    def __init__(self, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self.setFrameShape(QFrame.Shape.StyledPanel)
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(6)
        title = QLabel(
            _("Clause {clause} · {side} · {what}",
              clause=conflict.clause, side=heading_words(conflict.side), what=_(_WHAT[conflict.what]))
        )  # fmt: skip
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        grid.addWidget(title, 0, 0, 1, 2)
        other = conflict.author or _("the other reviewer")
        self._group = QButtonGroup(self)
        self.buttons: dict[Answer, QRadioButton] = {}
        rows: tuple[tuple[str, Answer | None, str], ...] = (
            (_("Before:"), None, conflict.base), (_("Yours"), "mine", conflict.mine),
            (_("From {name}", name=other), "theirs", conflict.theirs),
        )  # fmt: skip
        for row, (name, answer, text) in enumerate(rows, 1):
            if answer is None or conflict.what not in SETTLED:
                grid.addWidget(QLabel(name), row, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self._offer(answer, name)
                grid.addWidget(self.buttons[answer], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_shown(conflict, text), row, 1)
        if conflict.what in SETTLED:
            self._offer("later", _("Decide later: your version stays, and a note has the other one"))
            grid.addWidget(self.buttons["later"], 4, 0, 1, 2)
            self.buttons["later"].setChecked(True)

    def _offer(self, answer: Answer, words: str) -> None:
        self.buttons[answer] = button = QRadioButton(words)
        self._group.addButton(button)

    def answer(self) -> Answer:
        """Give what was chosen."""
        return next((answer for answer, button in self.buttons.items() if button.isChecked()), "later")


class ConflictsDialog(QDialog):
    """Shows what two reviewers changed otherwise, and asks what shall stand."""

    def __init__(self, conflicts: Sequence[Conflict], told: str, parent: QWidget | None = None) -> None:
        """Show the contradictions.

        Args:
            conflicts: what could not be joined.
            told: what was joined, in words.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Join a reviewer's copy"))
        self.resize(*_SIZE)
        self.cards = [ConflictCard(conflict) for conflict in conflicts]
        said = QLabel(
            told + "\n" + ngettext(
                "{n} thing was changed by both of you, and otherwise:",
                "{n} things were changed by both of you, and otherwise:",
                len(conflicts),
            )
        )  # fmt: skip
        said.setWordWrap(True)
        inner = QWidget()
        list_ = QVBoxLayout(inner)
        for card in self.cards:
            list_.addWidget(card)
        list_.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setAccessibleName(_("What both changed"))
        all_mine, all_theirs = QPushButton(_("All mine")), QPushButton(_("All theirs"))
        all_mine.clicked.connect(lambda: self._choose_all("mine"))
        all_theirs.clicked.connect(lambda: self._choose_all("theirs"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Decide later"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(all_mine)
        row.addWidget(all_theirs)
        row.addWidget(buttons, 1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(scroll, 1)
        column.addLayout(row)

    def _choose_all(self, answer: Answer) -> None:
        for card in self.cards:
            if answer in card.buttons:
                card.buttons[answer].setChecked(True)


def _shown(conflict: Conflict, text: str) -> QLabel:
    """Show a version, with what was taken out and put in since the copies parted."""
    if conflict.what == "state":
        words = next((state_word(state) for state in STATES if state == text), text)
        html = escape(words)
    elif conflict.what == "decision":
        html = escape(_(_DECISIONS.get(text, text)))
    elif conflict.what == "text" and text != conflict.base:
        marks = {"equal": "{}", "delete": "<s>{}</s>", "insert": "<u><b>{}</b></u>"}
        html = "".join(marks[one.kind].format(escape(one.text)) for one in differences(conflict.base, text))
    else:
        html = escape(text)
    label = QLabel(html or _("nothing"))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
