"""New versions of a review's files, and copies that another reviewer worked on, brought into the review."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from drafter.gui.joining.dialog import ConflictsDialog
from drafter.gui.toolbox.worker import Tell
from drafter.gui.window.background import Steps
from drafter.i18n import _, ngettext
from drafter.model import N_, STATES
from drafter.project import SUFFIX
from drafter.review import Conflict, ReviewSession, join_copy, open_new_version

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Brought:
    """A review with something brought into it.

    Attributes:
        session: the review.
        told: what changed, a sentence a line.
        copy: the project as it was, None where the review is kept nowhere.
        conflicts: what two reviewers changed otherwise, each with the id of the note that tells of it.
    """

    session: ReviewSession
    told: tuple[str, ...]
    copy: Path | None
    conflicts: tuple[tuple[Conflict, str], ...] = ()


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
            notes = [one.key for one in session.revisions[len(session.revisions) - len(merged.conflicts) :]]
            return _Brought(session, tuple(told), copy, tuple(zip(merged.conflicts, notes, strict=True)))

        self._start(_("Joining the copies"), work)

    def _start(self, what: str, work: Callable[[ReviewSession, Tell], _Brought]) -> None:
        session = self._window.session
        if session is not None and self._window.attempt(self._window.view.commit):
            self._window.background.start(what, lambda tell: work(session, tell), self._on_brought)

    def _on_brought(self, result: object) -> Steps:
        if not isinstance(result, _Brought):
            return
        yield from self._window.showing_review(result.session)
        if result.conflicts:
            self._settle(result)
            return
        box = QMessageBox(QMessageBox.Icon.Information, _("Drafter"), "\n".join(result.told), parent=self._window)
        if result.copy is not None:
            box.setInformativeText(_(N_("The project as it was: {path}"), path=result.copy))
        box.open()

    def _settle(self, brought: _Brought) -> None:
        """Ask what shall stand of what both changed; where nothing is chosen the note stays."""
        session = brought.session
        dialog = ConflictsDialog([one for one, _note in brought.conflicts], "\n".join(brought.told), self._window)

        def settle() -> None:
            for card, (conflict, note) in zip(dialog.cards, brought.conflicts, strict=True):
                answer = card.answer()
                if answer == "later":
                    continue
                if answer == "theirs" and not self._window.attempt(partial(_take, session, conflict)):
                    continue
                self._window.attempt(partial(session.rewrite_note, note, ""))

        dialog.accepted.connect(settle)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _take(session: ReviewSession, conflict: Conflict) -> None:
    """Let the review have what the other reviewer made of something."""
    if conflict.what == "text":
        session.edit(conflict.clause, conflict.side, conflict.theirs)
    elif conflict.what == "state":
        session.set_state(conflict.clause, next(state for state in STATES if state == conflict.theirs))
