"""What is asked of the terms of a clause: put in, added to one's own glossary."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.gui.settings.settings import save_settings, settings_file
from drafter.i18n import _
from drafter.model import Term
from drafter.review.own_terms import GLOSSARY, add_term

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Terms(QObject):
    """Keeps the terms panel in step with the clause, and carries out what is asked there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        panel = window.terms
        panel.chosen.connect(self._put_in)
        panel.added.connect(self._add)
        panel.left.connect(window.view.setFocus)

    def add_term(self) -> None:
        """Bring the panel up, with what is selected in the texts for a new term."""
        window = self._window
        words = window.view.selected_words()
        selection = window.view.selection()
        window.panels.bring("terms")
        side = selection[0] if selection else "zh"
        window.terms.offer(words if side == "zh" else "", words if side == "en" else "")

    def _put_in(self, rendering: str) -> None:
        clause = self._window.view.current_clause()
        if clause is None or not self._window.view.go_to(clause, "en", focus=True):
            return
        editor = self._window.view.focused_editor()
        if editor is not None and not editor.isReadOnly():
            editor.write(editor.selection(), rendering)

    def _add(self, zh: str, en: str) -> None:
        settings = self._window.settings
        path = Path(settings.glossary) if settings.glossary else settings_file().with_name(GLOSSARY)
        if not self._window.attempt(lambda: add_term(path, Term(zh, en))):
            return
        settings.glossary = str(path)
        with suppress(OSError):  # then it is forgotten with the window, and the file stays
            save_settings(settings, settings_file())
        self._window.terms.clear_fields()
        self._window.choosing.follow_glossary()
        self._window.background.tell(_("Added to your glossary: {zh} – {en}", zh=zh, en=en))
