"""New versions of a review's files, and copies that another reviewer worked on, brought into the review."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from drafter.gui.toolbox.worker import Tell
from drafter.i18n import _, ngettext
from drafter.model import N_
from drafter.project import SUFFIX
from drafter.review import ReviewSession, join_copy, open_new_version

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Brought:
    """A review with something brought into it.

    Attributes:
        session: the review.
        told: what changed, a sentence a line.
        copy: the project as it was, None where the review is kept nowhere.
    """

    session: ReviewSession
    told: tuple[str, ...]
    copy: Path | None


class Versions(QObject):
    """Brings new versions and other people's copies into the review; the project as it was stays beside it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def load_version(self) -> None:
        """Ask for a new version of one of the review's files, and put it in the place of the old one."""
        name, _kind = QFileDialog.getOpenFileName(self._window, _("A new version of a file"))
        if name:
            self.bring_version(Path(name))

    def bring_version(self, path: Path) -> None:
        """Put a new version of one of the review's files in the place of the old one, in the background."""

        def work(old: ReviewSession, tell: Tell) -> _Brought:
            new = open_new_version(old, None, path, progress=tell)
            copy = new.session.take_over(old, spare=True)
            told = [
                ngettext("{n} clause changed.", "{n} clauses changed.", len(new.changed)),
                ngettext("{n} clause is new.", "{n} clauses are new.", len(new.new)),
                ngettext("{n} clause went.", "{n} clauses went.", len(new.gone)),
            ]
            if new.refused:
                told.append(
                    ngettext(
                        "A correction in {n} clause does not fit the new text.",
                        "Corrections in {n} clauses do not fit the new text.",
                        len(new.refused),
                    )
                )
            return _Brought(new.session, tuple(told), copy)

        self._start(_("Reading, pairing and checking"), work)

    def join_copy(self) -> None:
        """Ask for a copy of the project that another reviewer worked on, and join it."""
        kinds = f"{_('Drafter projects')} (*{SUFFIX})"
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Join a reviewer's copy"), "", kinds)
        if name:
            self.bring_copy(Path(name))

    def bring_copy(self, path: Path) -> None:
        """Join a copy of the project that another reviewer worked on, in the background."""

        def work(old: ReviewSession, _tell: Tell) -> _Brought:
            session, merged = join_copy(old, path)
            copy = session.take_over(old, spare=True)
            told = [ngettext("{n} change taken over.", "{n} changes taken over.", merged.taken)]
            if merged.conflicts:
                told += [
                    ngettext("{n} conflict.", "{n} conflicts.", len(merged.conflicts)),
                    _("Where both changed the same, your text stays, and a note has the other one."),
                ]
            return _Brought(session, tuple(told), copy)

        self._start(_("Joining the copies"), work)

    def _start(self, what: str, work: Callable[[ReviewSession, Tell], _Brought]) -> None:
        session = self._window.session
        if session is not None and self._window.attempt(self._window.view.commit):
            self._window.background.start(what, lambda tell: work(session, tell), self._on_brought)

    def _on_brought(self, result: object) -> None:
        if not isinstance(result, _Brought):
            return
        self._window.show_review(result.session)
        box = QMessageBox(QMessageBox.Icon.Information, _("Drafter"), "\n".join(result.told), parent=self._window)
        if result.copy is not None:
            box.setInformativeText(_(N_("The project as it was: {path}"), path=result.copy))
        box.open()
