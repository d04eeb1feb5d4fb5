"""The slim bar above the clauses that says where the review stands with its file, while that is not as usual."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from drafter.i18n import _


class StandingBar(QFrame):
    """Tells that a review can only be looked at, or is kept elsewhere than in its project; stays as long as that holds.

    Signals:
        retry_asked: the user wants to open the project once more.
        save_asked: the user wants to give the review a place.
    """

    retry_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked = False
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.retry = QPushButton()
        self.retry.setObjectName("retry")
        self.retry.clicked.connect(self.retry_asked)
        self.save = QPushButton()
        self.save.setObjectName("save-elsewhere")
        self.save.clicked.connect(self.save_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(self.retry)
        row.addWidget(self.save)
        self.hide()
        self.retranslate()

    def tell(self, sentence: str, *, locked: bool) -> None:
        """Show a sentence, and what can be done.

        Args:
            sentence: the sentence, "" for none: the bar goes.
            locked: whether somebody else has the project open.
        """
        self._locked = locked
        self.said.setText(sentence)
        self.retry.setVisible(locked)
        self.retranslate()
        self.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.retry.setText(_("Try again"))
        self.save.setText(_("Save a copy…") if self._locked else _("Save project as…"))
