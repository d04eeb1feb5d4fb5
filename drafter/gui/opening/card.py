"""A file as it was read: its name, kind, extent, and the encoding of a text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from drafter.gui.opening.words import encoding_choices, extent_of, kind_of, present_encoding
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.i18n import _
from drafter.model import N_, Document


class FileCard(QFrame):
    """Shows one file.

    Signals:
        encoding_chosen: the encoding that the user says the file is in.
    """

    encoding_chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title = QLabel(title)
        self._title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self._extent = QLabel()
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(_("Encoding"))
        self.encoding.activated.connect(lambda _row: self.encoding_chosen.emit(self.encoding.currentData()))
        self._label = QLabel(_("Encoding:"))
        self._label.setBuddy(self.encoding)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.encoding)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._name)
        column.addWidget(self._extent)
        column.addLayout(row)
        column.addStretch(1)

    def set_document(self, document: Document) -> None:
        """Show a document."""
        self._name.setText(document.name)
        self._extent.setText(_(N_("{kind} · {extent}"), kind=kind_of(document), extent=extent_of(document)))
        is_text = document.format == "txt"
        self.encoding.setVisible(is_text)
        self._label.setVisible(is_text)
        self.encoding.clear()
        if is_text:
            for name, label in encoding_choices(document):
                self.encoding.addItem(label, name)
            self.encoding.setCurrentIndex(self.encoding.findData(present_encoding(document)))
