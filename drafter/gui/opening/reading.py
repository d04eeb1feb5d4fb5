"""What was read: the files, the import report, the pairs; the guess can be corrected."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.opening.card import FileCard
from drafter.gui.opening.lines import Lines
from drafter.gui.opening.report import Report
from drafter.gui.opening.rereader import Choice, Rereader
from drafter.gui.opening.words import LANGUAGES, MANNERS
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, shown
from drafter.model import DrafterError, Side
from drafter.review import ReviewSession

_SIZE = QSize(880, 600)
_SHARE_OF_SCREEN = 0.9


@guarded
class ReadingDialog(QDialog):
    """Shows what was read, before a review is opened or at any time after.

    It is accepted where `session` shall be the review from now on.
    """

    def __init__(self, session: ReviewSession, *, new: bool, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            session: the review.
            new: whether it is not open yet; where it is, only another reading can be accepted.
            parent: the window.
        """
        super().__init__(parent)
        self._new = new
        self._leaving = False
        self._rereader = Rereader(session, self)
        self.setWindowTitle(_("What was read"))
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size() * _SHARE_OF_SCREEN))
        self._report = Report()
        self._lines = Lines()
        self.cards: dict[Side, FileCard] = {}
        self._build()
        self._connect()
        self._follow()

    @property
    def session(self) -> ReviewSession:
        """The review as it is to be read."""
        return self._rereader.session

    @property
    def lost(self) -> int:
        """How many clauses there are whose corrections, notes or tags find no place in the text as it is read."""
        return self._rereader.lost

    @property
    def busy(self) -> bool:
        """Whether something is being read again."""
        return self._rereader.busy

    # --- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._error = QLabel()
        self._error.setObjectName("error")
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setWordWrap(True)
        self._error.hide()
        self._anew = QLabel(_("Work on texts that stay the same is kept; the history begins anew."))
        self._anew.setWordWrap(True)
        self._anew.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._anew.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Reading, pairing and checking"))
        # It keeps its room while it is not shown, so that nothing moves under the mouse.
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        standard = QDialogButtonBox.StandardButton
        if self._new:
            self._buttons = QDialogButtonBox(standard.Open | standard.Cancel)
            self.take = self._buttons.button(standard.Open)
        else:
            self._buttons = QDialogButtonBox(standard.Close)
            self.take = self._buttons.addButton(_("Read anew"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self._progress, 1)
        foot.addWidget(self._buttons)
        self.take.setFocus()
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(self._files())
        column.addWidget(self._report)
        column.addWidget(self._error)
        column.addWidget(self._lines, 1)
        column.addWidget(self._told())
        column.addWidget(self._anew)
        column.addLayout(foot)

    def _files(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        session = self.session
        self.manner = QComboBox()
        self.swap = QPushButton(_("Swap sides"))
        if session.manner == "pair":
            self.cards = {side: FileCard(_(LANGUAGES[side])) for side in LANGUAGES}
            row.addWidget(self.cards["zh"], 1)
            row.addWidget(self.swap)
            row.addWidget(self.cards["en"], 1)
            return row
        for side in list(session.documents)[:1]:
            self.cards[side] = FileCard(_("File"))
            row.addWidget(self.cards[side], 1)
        if session.manner in MANNERS:
            row.addWidget(self._manners(), 1)
        return row

    def _manners(self) -> QWidget:
        box = QFrame()
        box.setFrameShape(QFrame.Shape.StyledPanel)
        box.setBackgroundRole(QPalette.ColorRole.Base)
        box.setAutoFillBackground(True)
        title = QLabel(_("Read it as:"))
        title.setBuddy(self.manner)
        title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for manner, words in MANNERS.items():
            self.manner.addItem(_(words), manner)
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(title)
        column.addWidget(self.manner)
        column.addStretch(1)
        return box

    def _told(self) -> QWidget:
        """The buttons that say in which language the chosen rows are."""
        self._tell = QWidget()
        row = QHBoxLayout(self._tell)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(_("The chosen rows are:")))
        self.tell_buttons: dict[Side, QPushButton] = {}
        for side, words in LANGUAGES.items():
            button = QPushButton(_(words))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, side=side: self._on_told(side))
            self.tell_buttons[side] = button
            row.addWidget(button)
        row.addStretch(1)
        return self._tell

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.swap.setAutoDefault(False)
        self.swap.clicked.connect(lambda: self._choose(replace(self._choice, swapped=not self._choice.swapped)))
        self.manner.activated.connect(lambda: self._choose(replace(self._choice, manner=self.manner.currentData())))
        for side, card in self.cards.items():
            card.encoding_chosen.connect(lambda name, side=side: self._choose(self._choice.with_encoding(side, name)))
        self._lines.selectionModel().selectionChanged.connect(self._allow)
        self._rereader.progressed.connect(lambda share: self._progress.setValue(round(100 * share)))
        self._rereader.done.connect(self._follow)
        self._rereader.failed.connect(self._on_failed)
        self._rereader.idle.connect(self._on_idle)

    # --- following -------------------------------------------------------------------------------------------------

    @property
    def _choice(self) -> Choice:
        return self._rereader.choice

    def _follow(self) -> None:
        """Show the review as it is read now."""
        session = self.session
        for side, card in self.cards.items():
            card.set_document(session.documents.get(side) or next(iter(session.documents.values())))
        self.manner.setCurrentIndex(self.manner.findData(session.manner))
        self._report.set_session(session)
        self._lines.lines.set_session(session)
        self._tell.setVisible(self._new and session.manner == "both")
        self._anew.setVisible(not self._new and self._rereader.changed and bool(session.revisions))
        self._allow()

    def _allow(self) -> None:
        """Offer only what can be done now."""
        free = not self._rereader.busy
        for widget in (*self.cards.values(), self.swap, self.manner, self._lines):
            widget.setEnabled(free)
        self.take.setEnabled(free and (self._new or self._rereader.changed))
        for button in self.tell_buttons.values():
            button.setEnabled(free and self._lines.selectionModel().hasSelection())

    def _choose(self, choice: Choice) -> None:
        self._error.hide()
        self._progress.setValue(0)
        self._progress.show()
        self._rereader.choose(choice)
        self._allow()

    def _on_told(self, side: Side) -> None:
        """Say in which language the chosen rows are."""
        chosen = self._lines.chosen()
        if chosen and self._new:
            self._rereader.tell(chosen, side)
            self._allow()

    def _on_failed(self, error: BaseException) -> None:
        """Say what is wrong with the choice, and show the one that holds."""
        if isinstance(error, DrafterError):
            self._error.setText(shown(error.message))
            self._error.show()
        else:
            show_error(self, error)
        self._follow()

    def _on_idle(self) -> None:
        self._progress.hide()
        self._allow()
        if self._leaving:
            super().reject()

    def reject(self) -> None:
        """Leave, as soon as what is being read has stopped."""
        if self._rereader.busy:
            self._leaving = True
            self._rereader.cancel()
        else:
            super().reject()
