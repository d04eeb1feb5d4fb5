"""Recent reviews: remembered as they were left, and offered again in a submenu and on the start page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from drafter.gui.settings.remembered import Remembered
from drafter.gui.settings.settings import Settings, reviews_folder
from drafter.i18n import _
from drafter.model import N_
from drafter.review import ReviewSession

MOST = 30
_IN_MENU = 10
_LONGEST = 60


class Recent(QObject):
    """Remembers in the settings which reviews were open, and offers them again.

    Signals:
        changed: the list is another one now.

    Attributes:
        menu: the submenu.
    """

    changed = Signal()

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

    # --- remembering -----------------------------------------------------------------------------------------------

    def note(self, session: ReviewSession) -> None:
        """Put a review that was just opened at the top of the list; the oldest one too many goes."""
        self._enter(session, lambda known: known)

    def leave(self, session: ReviewSession) -> None:
        """Remember how far a review has come: it is let go."""

        def counted(known: Remembered) -> Remembered:
            states = session.progress().states
            return replace(
                known,
                clauses=sum(amount.clauses for amount in states.values()),
                reviewed=states["reviewed"].clauses + states["final"].clauses,
                critical=sum(finding.severity == "critical" for finding in session.findings()),
            )

        self._enter(session, counted)

    def forget(self, path: str) -> None:
        """Take a review off the list; its file stays."""
        if self._settings.recent.pop(path, None) is not None:
            self._tell()

    def clear(self) -> None:
        """Forget them all, on the disk too; the reviews themselves stay where they are."""
        self._settings.recent.clear()
        self._tell()

    def _enter(self, session: ReviewSession, how: Callable[[Remembered], Remembered]) -> None:
        if session.path is None:
            return
        path, recent = str(session.path.absolute()), self._settings.recent
        files = [session.documents[side].name for side in ("zh", "en") if side in session.documents]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        known = replace(recent.pop(path, Remembered()), title=session.title, files=files, opened=now)
        recent[path] = how(known)
        while len(recent) > MOST:
            del recent[next(iter(recent))]
        self._tell()

    def _tell(self) -> None:
        self._keep()
        self.changed.emit()

    # --- opening again ---------------------------------------------------------------------------------------------

    def ask_for(self, path: str, parent: QWidget) -> None:
        """Open a review of the list; where its file has gone, say so and offer to take it off the list."""
        if is_there(path):
            self._open(Path(path))
            return
        box = QMessageBox(QMessageBox.Icon.Warning, _("Drafter"), "", parent=parent)
        box.setObjectName("missing")
        box.setText(_(N_("“{name}” is no longer there."), name=Path(path).name))
        box.setInformativeText(
            _(N_("It was here: {path}\nPerhaps it was moved or renamed, or its disk is not connected."), path=path)
        )
        remove = box.addButton(_("Remove from the list"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        if box.clickedButton() is remove:
            self.forget(path)

    def _fill(self) -> None:
        """List what is still there, looked up only now."""
        self.menu.clear()
        known = ((Path(path), one.title) for path, one in reversed(self._settings.recent.items()) if is_there(path))
        there = list(islice(known, _IN_MENU))
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


def is_there(path: str) -> bool:
    """Tell whether the file of a review is where it was."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def _words(path: Path, title: str) -> str:
    """Name a review; a name that nobody gave tells nothing beside the title."""
    short = title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
    named = path.stem if not short else short if path.parent == reviews_folder() else f"{short} — {path.name}"
    return named.replace("&", "&&").replace("\n", " ")
