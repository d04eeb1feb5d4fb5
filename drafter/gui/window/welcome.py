"""What stands in the window before anything is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from drafter.i18n import _

_LARGER = 1.8
_WIDTH = 460


class Welcome(QWidget):
    """Says what can be opened, and offers it.

    Signals:
        open_asked, sample_asked: the buttons were pressed.
    """

    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        font.setBold(True)
        self._title.setFont(font)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setMaximumWidth(_WIDTH)
        self._hint.setMinimumWidth(_WIDTH)
        self._open = QPushButton()
        self._open.setDefault(True)
        self._open.clicked.connect(self.open_asked)
        self._sample = QPushButton()
        self._sample.clicked.connect(self.sample_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._sample)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addStretch(2)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self._title.setText(_("Open a plan"))
        self._hint.setText(
            _(
                "Drop a Chinese plan and its English text here, the English alone, or a project. "
                "Files never leave this computer."
            )
        )
        self._open.setText(_("Open…"))
        self._sample.setText(_("Try the sample"))
