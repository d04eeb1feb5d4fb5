"""The slim bar above the clauses that says what was just read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from drafter.gui.opening.words import summary
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.i18n import _
from drafter.review import ReviewSession


class ReadBar(QFrame):
    """Tells what was read of files that raised no doubt; goes with a click, or with the first change.

    Signals:
        details_asked: the user wants to see more.
    """

    details_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ReviewSession | None = None
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._said = ElidedLabel()
        self._details = QToolButton()
        self._details.setObjectName("details")
        self._details.setAutoRaise(True)
        self._details.clicked.connect(self.details_asked)
        self._close = QToolButton()
        self._close.setObjectName("close-bar")
        self._close.setAutoRaise(True)
        self._close.setText("✕")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        row.addWidget(self._details)
        row.addWidget(self._close)
        self.hide()
        self.retranslate()

    def tell(self, session: ReviewSession) -> None:
        """Tell what was read for a review."""
        self._session = session
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self._details.setText(_("Details…"))
        self._close.setToolTip(_("Hide"))
        self._close.setAccessibleName(_("Hide"))
        if self._session is not None:
            self._said.setText(summary(self._session))
