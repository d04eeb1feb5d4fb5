"""One way to show an error: a sentence, and the details for whoever can use them."""

import logging
import traceback

from PySide6.QtWidgets import QMessageBox, QWidget

from drafter.i18n import _, shown
from drafter.model import DrafterError

_log = logging.getLogger("drafter")


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error in a dialog and wait until it is read.

    A `DrafterError` is its own sentence. Anything else is unexpected: it is logged, and the sentence says that the work
    is kept.
    """
    box = QMessageBox(parent)
    box.setObjectName("error")
    if isinstance(error, DrafterError):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Drafter"))
        box.setText(shown(error.message))
    else:
        details = "".join(traceback.format_exception(error))
        _log.error("%s", details)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(_("Unexpected error"))
        box.setText(_("Something went wrong that should not have. Your corrections are kept; you can go on."))
        box.setDetailedText(details)
    box.exec()
