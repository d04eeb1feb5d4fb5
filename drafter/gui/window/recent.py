"""Recent reviews: a submenu of those that are still there, and a way to forget them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from drafter.gui.settings.settings import Settings, reviews_folder
from drafter.i18n import _
from drafter.review import ReviewSession

MOST = 10
_LONGEST = 60


class Recent(QObject):
    """Remembers in the settings which reviews were open, and offers them again.

    Attributes:
        menu: the submenu.
    """

    def __init__(
        self,
        menu: QMenu,
        before: QAction,
        settings: Settings,
        open_path: Callable[[Path], object],
        keep: Callable[[], object],
    ) -> None:
        """Put the submenu into a menu.

        Args:
            menu: the menu.
            before: the action that it shall stand above.
            settings: where the list is.
            open_path: opens one of the reviews.
            keep: writes the settings.
        """
        super().__init__(menu)
        self._settings, self._open, self._keep = settings, open_path, keep
        self.menu = QMenu(menu)
        self.menu.setObjectName("recent")
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)
        menu.insertMenu(before, self.menu)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.menu.setTitle(_("&Recent reviews"))

    def note(self, session: ReviewSession) -> None:
        """Put a review at the top of the list; the oldest one too many goes."""
        if session.path is None:
            return
        path, known = str(session.path.absolute()), self._settings.recent
        latest = next(reversed(known), None)
        if latest == path and known[path] == session.title:
            return
        known.pop(path, None)
        known[path] = session.title
        while len(known) > MOST:
            del known[next(iter(known))]
        self._keep()

    def clear(self) -> None:
        """Forget them all, on the disk too; the reviews themselves stay where they are."""
        self._settings.recent.clear()
        self._keep()

    def _fill(self) -> None:
        """List what is still there, looked up only now."""
        self.menu.clear()
        there = [(Path(path), title) for path, title in reversed(self._settings.recent.items()) if _is_there(path)]
        for path, title in there:
            action = self.menu.addAction(_words(path, title))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if not there:
            self.menu.addAction(_("None yet")).setEnabled(False)
        self.menu.addSeparator()
        forget = self.menu.addAction(_("&Clear the list"))
        forget.setObjectName("clear_recent")
        forget.setEnabled(bool(self._settings.recent))
        forget.triggered.connect(lambda _checked=False: self.clear())


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def _words(path: Path, title: str) -> str:
    """Name a review; a name that nobody gave tells nothing beside the title."""
    short = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
    named = path.stem if not short else short if path.parent == reviews_folder() else f"{short} — {path.name}"
    return named.replace("&", "&&").replace("\n", " ")
