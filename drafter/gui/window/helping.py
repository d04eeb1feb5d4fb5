"""What helps: the verdict at a glance, the guide, the rules, the keys, the legend, and what the program is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialog

from drafter.gui.toolbox.logs import log_folder
from drafter.i18n import _, language
from drafter.model import N_

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_BETWEEN = "  "
_Make = Callable[[QDialog | None], QDialog]
"""Makes a dialog, where it stood already one that shows the same place in another language."""


class Helping(QObject):
    """Shows what explains the review and the program."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._beside: dict[type[QDialog], _Make] = {}
        self._said_in = language()
        window.findings.legend_asked.connect(self.show_legend)

    def retranslate(self) -> None:
        """Say what stands beside the window again where the language is another one now."""
        if self._said_in == language():
            return
        self._said_in = language()
        for kind, make in self._beside.items():
            standing = self._standing(kind)
            if standing is not None:
                place = standing.geometry()
                standing.close()
                dialog = self._made(make, standing)
                dialog.setGeometry(place)
                dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
                dialog.show()

    def show_verdict(self) -> None:
        """Show on one page what can't be trusted."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        from drafter.gui.verdict.dialog import VerdictDialog  # printing is no small thing to load
        from drafter.review.handing_out import full_snapshot

        self._open(VerdictDialog(full_snapshot(session), self._window))

    def show_guide(self) -> None:
        """Show the guide; the window can be worked in beside it."""
        from drafter.gui.help.guide_dialog import GuideDialog

        def make(before: QDialog | None) -> GuideDialog:
            dialog = GuideDialog(self._window.keys_of, self._window)
            if isinstance(before, GuideDialog) and (chapter := before.chapter()):
                dialog.open_chapter(chapter.name)
            return dialog

        self._show_beside(GuideDialog, make)

    def show_rules(self) -> None:
        """Show the pages of all rules; the window can be worked in beside them."""
        self.explain_rule("")

    def explain_rule(self, rule: str) -> None:
        """Show the page of a rule among those of all others; the one shown last, or the first, where there is none."""
        from drafter.gui.findings.explaining import RulesDialog

        def make(before: QDialog | None) -> RulesDialog:
            dialog = RulesDialog(self._window)
            if isinstance(before, RulesDialog):
                dialog.explain(before.rule())
            return dialog

        dialog = self._show_beside(RulesDialog, make)
        if isinstance(dialog, RulesDialog):
            dialog.explain(rule)

    def show_keys(self) -> None:
        """List all commands with the keys they have now."""
        from drafter.gui.help.keys_dialog import KeysDialog

        self._open(KeysDialog(self._all_keys_of, self._window))

    def show_legend(self) -> None:
        """Tell what colours, lines and signs stand for; the window can be worked in beside it."""
        from drafter.gui.help.legend import LegendDialog

        self._show_beside(LegendDialog, lambda _before: LegendDialog(self._window))

    def show_about(self) -> None:
        """Tell version and licences."""
        from drafter.gui.help.about_dialog import AboutDialog

        self._open(AboutDialog(self._window))

    def open_log_folder(self) -> None:
        """Show the folder of the log to the user, or say where it is."""
        folder = log_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            self._window.background.tell(_(N_("There is no log: {path} can't be made ({why})."), path=folder, why=why))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._window.background.tell(_(N_("The log stands here: {path}"), path=folder))

    def _all_keys_of(self, command: str) -> str:
        action = self._window.findChild(QAction, command)
        form = QKeySequence.SequenceFormat.NativeText
        return _BETWEEN.join(keys.toString(form) for keys in action.shortcuts()) if action else ""

    def _show_beside(self, kind: type[QDialog], make: _Make) -> QDialog:
        """Show a dialog beside the window; one that stands there already comes to the front."""
        standing = self._standing(kind)
        if standing is not None:
            standing.activateWindow()
            return standing
        self._beside[kind] = make
        dialog = self._made(make)
        dialog.show()
        return dialog

    def _standing(self, kind: type[QDialog]) -> QDialog | None:
        return next((one for one in self._window.findChildren(kind) if one.isVisible()), None)

    @staticmethod
    def _made(make: _Make, before: QDialog | None = None) -> QDialog:
        dialog = make(before)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
