"""What the program is: version, licence, and those of all it is made of."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from drafter import __version__
from drafter.gui.help.components import LICENCE, RESOURCES, Component, libraries, report
from drafter.i18n import _
from drafter.model import N_

_SIZE: Final = (720, 540)
_SHARE_OF_SCREEN: Final = 0.85
_LARGER: Final = 1.5


class AboutDialog(QDialog):
    """Tells what the program is.

    Attributes:
        tabs: libraries, what else comes along, versions.
        parts: the libraries with version and licence.
        resources: what else comes along.
        versions: the lines for a report.
        copy: copies these lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Drafter"))
        self.setObjectName("about")
        name = QLabel(_(N_("Drafter {version}"), version=__version__))
        large = name.font()
        large.setPointSizeF(large.pointSizeF() * _LARGER)
        large.setBold(True)
        name.setFont(large)
        what = QLabel(_("Review a Chinese plan beside its English text. Nothing you open leaves this computer."))
        what.setWordWrap(True)
        licence = QLabel(
            _(
                N_(
                    "Free software, {licence}: use it, study it, pass it on and change it, and pass changes on under "
                    "the same terms. It comes without any warranty."
                ),
                licence=LICENCE,
            )
        )
        licence.setWordWrap(True)
        self.parts, self.resources = _table(libraries()), _table(RESOURCES, translated=True)
        self.parts.setAccessibleName(_("Libraries"))
        self.resources.setAccessibleName(_("Words and texts"))
        self.versions = QPlainTextEdit(report())
        self.versions.setReadOnly(True)
        self.versions.setAccessibleName(_("Versions"))
        self.tabs = QTabWidget()
        self.tabs.addTab(self.parts, _("Libraries"))
        self.tabs.addTab(self.resources, _("Words and texts"))
        self.tabs.addTab(self.versions, _("Versions"))
        self.copy = QPushButton(_("Copy the versions"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (name, what, licence):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        screen = (parent or self).screen().availableGeometry().size() * _SHARE_OF_SCREEN
        self.resize(QSize(*_SIZE).boundedTo(screen))


def _table(components: tuple[Component, ...], *, translated: bool = False) -> QTableWidget:
    table = QTableWidget(len(components), 3)
    table.setHorizontalHeaderLabels([_("Name"), _("Version"), _("Licence")])
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    for row, one in enumerate(components):
        for column, text in enumerate((_(one.name) if translated else one.name, one.version, one.licence)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0 if translated else 2, QHeaderView.ResizeMode.Stretch)
    return table
