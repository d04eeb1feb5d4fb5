"""The list of what was set aside, and the way to take it back."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.i18n import _
from drafter.model import N_, Ignore, Scope
from drafter.review import rule_title

_SIZE = (860, 420)
_SCOPES: dict[Scope, str] = {
    "place": N_("one place"), "text": N_("the same words"), "rule": N_("this document"), "always": N_("always"),
}  # fmt: skip
_COLUMNS = (N_("Kind"), N_("How far"), N_("Words"), N_("Why"), N_("Who"), N_("When"), N_("Findings"))
_WHY = 3


class IgnoredDialog(QDialog):
    """Lists what was set aside.

    Signals:
        revoked: what shall be taken back.
    """

    revoked = Signal(object)

    def __init__(self, ignores: Sequence[Ignore], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What is set aside"))
        self.resize(*_SIZE)
        self._ignores: list[Ignore] = []
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setHorizontalHeaderLabels([_(title) for title in _COLUMNS])
        self.table.setAccessibleName(_("What is set aside"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._allow)
        self._none = QLabel(_("Nothing is set aside."))
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back = QPushButton(_("Take back"))
        self.back.clicked.connect(self._revoke)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addWidget(self._none)
        column.addWidget(buttons)
        self.show_ignores(ignores)

    def show_ignores(self, ignores: Sequence[Ignore]) -> None:
        """Show what is set aside now."""
        self._ignores = list(ignores)
        self.table.setRowCount(len(self._ignores))
        for row, one in enumerate(self._ignores):
            for column, text in enumerate(_cells(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        self._none.setVisible(not self._ignores)
        self.table.setVisible(bool(self._ignores))
        self._allow()

    def _allow(self) -> None:
        self.back.setEnabled(bool(self.table.selectionModel().selectedRows()))

    def _revoke(self) -> None:
        chosen = [self._ignores[index.row()] for index in self.table.selectionModel().selectedRows()]
        for one in chosen:
            self.revoked.emit(one)


def _cells(one: Ignore) -> tuple[str, ...]:
    time = QDateTime.fromString(one.time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    when = QLocale().toString(time, QLocale.FormatType.ShortFormat) if time.isValid() else ""
    far = _(_SCOPES[one.scope])
    if one.scope == "place":
        far = _("clause {clause}", clause=one.clause)
    return rule_title(one.rule), far, one.text, one.reason, one.author, when, str(one.covers)
