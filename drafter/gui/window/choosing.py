"""What the settings say of figures and rules, put into force."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.gui.settings.dialog import SettingsDialog
from drafter.i18n import _
from drafter.review import ReviewSession, RuleFile, choose_rules, files_kept, keep_rules, written_choices

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Choosing(QObject):
    """Has rules and glossary hold as the settings have them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """Put into force what the settings say; where a file of the user's can't be used, do without it, and say so."""
        if not self._window.attempt(self._choose):
            settings = self._window.settings
            choose_rules(off=settings.off, severities=settings.severities, sensitivity=settings.sensitivity, own=False)

    def take(self, dialog: SettingsDialog) -> None:
        """Take over what was chosen of figures and rules, and check everything anew by it, in the background."""
        settings, session = self._window.settings, self._window.session
        settings.house_style = dialog.style_form.chosen()
        restyled = session is not None and settings.house_style != dict(session.house_style)
        before = self._rules()
        form = dialog.rules_form
        settings.off, settings.severities = form.off(), form.severities()
        settings.sensitivity, settings.glossary = form.sensitivity.currentData(), form.glossary.text().strip()
        chosen = self._rules() != before and self._window.attempt(self._choose)
        kept = form.kept if session is not None and form.kept != files_kept(session.settings) else None
        asked = restyled or chosen or kept is not None
        if session is None or not asked or not self._window.attempt(self._window.view.commit):
            return
        style = written_choices(settings.house_style) if restyled else None
        work = partial(_put_into_force, session, style, kept)
        self._window.background.start(_("Checking"), lambda _tell: work(), lambda _none: None)

    def follow_glossary(self) -> None:
        """Have the user's glossary hold as it is now, and check everything anew by it, in the background."""
        session = self._window.session
        if not self._window.attempt(self._choose) or session is None:
            return
        if self._window.attempt(self._window.view.commit):
            self._window.background.start(_("Checking"), lambda _tell: session.recheck(), lambda _none: None)

    def _rules(self) -> tuple[object, ...]:
        settings = self._window.settings
        return settings.off, settings.severities, settings.sensitivity, settings.glossary

    def _choose(self) -> None:
        settings = self._window.settings
        choose_rules(
            off=settings.off,
            severities=settings.severities,
            sensitivity=settings.sensitivity,
            glossary=Path(settings.glossary) if settings.glossary else None,
        )


def _put_into_force(session: ReviewSession, style: str | None, kept: Sequence[RuleFile] | None) -> None:
    """Have a review follow what was chosen for it.

    Args:
        session: the review.
        style: its house style; None where that stays.
        kept: the files of rules that it brings along; None where these stay.
    """
    if style is not None:
        session.choose_style(style)
    if kept is not None:
        keep_rules(session, kept)
    elif style is None:
        session.recheck()
