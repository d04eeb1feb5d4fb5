"""What the settings say of figures and rules, put into force."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import keep_reviews_in, reviews_folder, usual_reviews_folder
from drafter.gui.toolbox.fonts import choose_families, read_in
from drafter.gui.toolbox.worker import Tell
from drafter.i18n import _, shown
from drafter.model import DrafterError
from drafter.project import SUFFIX
from drafter.review import ReviewSession, RuleFile, choose_rules, files_kept, keep_rules, written_choices
from drafter.review.taxonomies import KEPT, keep_taxonomy, office_taxonomy

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

# How the review of some files is named that nobody has named yet: by what is in them, and perhaps counted.
_BY_CONTENT: Final = re.compile(r"-[0-9a-f]{10}(?=(?:-\d+)?$)")

_LOOK_AGAIN: Final = 50
"""Milliseconds."""


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

    def follow_general(self) -> None:
        """Have fonts and folders be as the settings have them."""
        settings, view = self._window.settings, self._window.view
        keep_reviews_in(settings.reviews)
        choose_families(settings.font_zh, settings.font_en)
        view.setFont(read_in(settings.font_size, QApplication.font()) if settings.font_size else QFont())
        QApplication.sendEvent(view, QEvent(QEvent.Type.FontChange))  # other families of the same font, too

    def take_general(self, dialog: SettingsDialog) -> None:
        """Take over what was chosen of fonts, folders and the taxonomy of new reviews."""
        settings, form = self._window.settings, dialog.general_form
        settings.font_zh, settings.font_en, settings.font_size = form.family("zh"), form.family("en"), form.font_size()
        settings.reviews, settings.taxonomy = form.reviews.text().strip(), form.taxonomy.text().strip()
        self.follow_general()

    def greet(self, session: ReviewSession) -> None:
        """Have a review that was just opened begin as the settings have it, where nothing has been done in it yet.

        One that was begun in the usual folder before another was chosen is opened in its place.
        """
        path = session.path
        ours = path is None or path.parent in (reviews_folder(), usual_reviews_folder())
        if session.revisions or session.read_only is not None or not ours:
            return
        name = self._window.settings.taxonomy
        act: Callable[[], object]
        if path is not None and (older := _begun_before(path)) is not None:
            act = partial(self._window.files.open_paths, [older])
        elif name and not session.setting(KEPT):
            act = partial(self._give_taxonomy, session, Path(name))
        else:
            return
        QTimer.singleShot(0, self, lambda: self._once_idle(session, act))

    def _once_idle(self, session: ReviewSession, act: Callable[[], object]) -> None:
        """Do something about a review, once nothing is under way any more; not where work was done in it meanwhile."""
        if self._window.session is not session or session.revisions:
            return
        if self._window.background.busy:
            QTimer.singleShot(_LOOK_AGAIN, self, lambda: self._once_idle(session, act))
        else:
            act()

    def _give_taxonomy(self, session: ReviewSession, path: Path) -> None:
        """Have a review be tagged by the taxonomy of a file; where that can't be used, say so."""

        def work(_tell: Tell) -> DrafterError | None:
            try:
                keep_taxonomy(session, office_taxonomy(path))
            except DrafterError as error:
                return error
            return None

        def done(error: object) -> None:
            if isinstance(error, DrafterError):
                self._window.background.tell(shown(error.message))
            elif self._window.session is session:
                self._window.measuring.begin(session)

        self._window.background.start(_("Reading the taxonomy"), work, done)

    def take(self, dialog: SettingsDialog) -> None:
        """Take over what was chosen of figures and rules, and check everything anew by it, in the background."""
        settings, session = self._window.settings, self._window.session
        style = dialog.style_form.chosen()
        restyled = style != (settings.house_style if session is None else dict(session.house_style))
        if restyled:
            settings.house_style = style  # else the review's own would become that of all to come
        before = self._rules()
        form = dialog.rules_form
        settings.off, settings.severities = form.off(), form.severities()
        settings.sensitivity, settings.glossary = form.sensitivity.currentData(), form.glossary.text().strip()
        chosen = self._rules() != before and self._window.attempt(self._choose)
        kept = form.kept if session is not None and form.kept != files_kept(session.settings) else None
        asked = restyled or chosen or kept is not None
        if session is None or not asked or not self._window.attempt(self._window.view.commit):
            return
        work = partial(_put_into_force, session, written_choices(style) if restyled else None, kept)
        self._check(session, work)

    def _check(self, session: ReviewSession, work: Callable[[], object]) -> None:
        """Check a review in the background, as soon as nothing else is under way."""
        if self._window.session is not session:
            return
        if self._window.background.busy:
            QTimer.singleShot(_LOOK_AGAIN, self, lambda: self._check(session, work))
        else:
            self._window.background.start(_("Checking"), lambda _tell: work(), lambda _none: None)

    def follow_glossary(self) -> None:
        """Have the user's glossary hold as it is now, and check everything anew by it, in the background."""
        session = self._window.session
        if not self._window.attempt(self._choose) or session is None:
            return
        if self._window.attempt(self._window.view.commit):
            self._check(session, session.recheck)

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


def _begun_before(path: Path) -> Path | None:
    """Give the review of the same files that lies in the usual folder, where reviews are kept in another one now."""
    usual, found = usual_reviews_folder(), _BY_CONTENT.search(path.stem)
    if found is None or path.parent == usual:
        return None
    try:
        known = sorted(usual.glob(f"*{found.group()}*{SUFFIX}"), key=lambda one: one.stat().st_mtime_ns)
    except OSError:
        return None
    return known[-1] if known else None
