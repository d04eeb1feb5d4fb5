"""One way to show an error: a sentence, and the details for whoever can use them."""

import logging

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from drafter.gui.toolbox.logs import report
from drafter.i18n import _, shown
from drafter.model import DrafterError

_log = logging.getLogger("drafter")


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error in a dialog and wait until it is read.

    A `DrafterError` is its own sentence. Anything else is unexpected: it is logged, and the sentence says that the work
    is kept and what to do.
    """
    box = QMessageBox(parent)
    box.setObjectName("error")
    if isinstance(error, DrafterError):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Drafter"))
        box.setText(shown(error.message))
        box.exec()
        return
    details = report(error)
    _log.error("%s", details)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(_("Unexpected error"))
    box.setText(_("Something went wrong that should not have. Your corrections are kept; you can go on."))
    box.setInformativeText(
        _(
            "If it happens again, close the review and open it again. Whoever looks after Drafter can use the details: "
            "they say where in the program it happened, and hold no word of your documents."
        )
    )
    box.setDetailedText(details)
    ok = box.addButton(QMessageBox.StandardButton.Ok)
    box.setDefaultButton(ok)
    box.setEscapeButton(ok)
    copy = box.addButton(_("Copy the details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # copying does not answer the question
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.exec()
