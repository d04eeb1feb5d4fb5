"""The history panel: what became of the current clause, with a way back, and what changed since some moment."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from drafter.gui.history.delegate import HistoryDelegate
from drafter.gui.history.entries import Entry
from drafter.gui.history.looking import look_at, look_since
from drafter.gui.history.model import HistoryModel
from drafter.gui.history.since import SinceWhen
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.seen import SeenPanel
from drafter.gui.toolbox.switch import Switch
from drafter.i18n import _, ngettext, shown
from drafter.model import N_
from drafter.review import Change, ReviewSession

_HERE, _SINCE = "here", "since"
_QUIET: Final = 150  # ms without another change
_BATCH: Final = 60  # rows measured before the window has its turn again


@guarded
class HistoryPanel(SeenPanel):
    """Shows changes, and tells what the user does with them.

    They are looked up while nobody waits, in a thread of their own, and only once the panel is seen.

    Signals:
        chosen: id of the clause of a change that was clicked among all, or entered.
        restore_asked: id of a clause, and number of the change after which it shall read as it did then.
        left: the user wants back to the text.
        settled: the rows are those of the review as it stands.
    """

    chosen = Signal(int)
    restore_asked = Signal(int, int)
    left = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ReviewSession | None = None
        self._clause: int | None = None
        self._is_stale = True
        self._held = False
        self.model = HistoryModel()
        self.which = Switch((_HERE, _SINCE))
        self.since = SinceWhen()
        self.list = QListView()
        self.list.setModel(self.model)
        self._delegate = HistoryDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self._count = QLabel()
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self.back = QPushButton()
        self._latest = Latest(self, _QUIET)
        self._lay_out()
        self._connect()
        self._on_which()
        self.retranslate()

    def _lay_out(self) -> None:
        self.list.setObjectName("changes")
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(_BATCH)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.addWidget(self.which)
        head.addStretch(1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addStretch()
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.since)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.which.changed.connect(self._on_which)
        self.since.changed.connect(self._on_which)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(lambda: self._allow())
        self.back.clicked.connect(self._go_back)
        self.seen_changed.connect(self._on_seen)
        self._latest.answered.connect(self._fill)
        self._latest.settled.connect(self._on_settled)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.which.name({_HERE: _("This clause"), _SINCE: _("Changes since…")})
        self.which.setAccessibleName(_("Which changes are shown"))
        self.list.setAccessibleName(_("Changes"))
        self.back.setText(_("Go back to this"))
        self.back.setToolTip(_("Let the clause read as it did just after this change; that is a change like any other"))
        self.since.retranslate()
        self._recount()
        self._allow()
        self._ask(now=True)

    # --- following the review --------------------------------------------------------------------------------------

    def set_session(self, session: ReviewSession | None) -> None:
        """Show the history of another review, None for none."""
        self._session = session
        self._clause = None
        self._fill(())
        self._ask(now=True)

    def set_clause(self, clause: int | None) -> None:
        """Show what became of a clause, None for none."""
        if clause != self._clause:
            self._clause = clause
            if self.which.current() == _HERE:
                self._ask(now=True)

    def follow(self, change: Change) -> None:
        """Show what a change of the review led to."""
        if change.revisions:
            self._ask()

    def hold(self, *, held: bool) -> None:
        """Look nothing up for a while, or go on."""
        self._held = held
        self._latest.hold(held=held)
        if not held and self._is_stale:
            self._ask()
        self._allow()

    def finish(self) -> None:
        """Wait until nothing is being looked up any more: the window closes."""
        self._session = None
        self._latest.finish()

    def _on_seen(self, seen: bool) -> None:
        """Look up what nobody wanted to see until now."""
        if seen and self._is_stale:
            self._ask(now=True)

    def _ask(self, *, now: bool = False) -> None:
        """Look up what is to be shown, as soon as somebody sees it."""
        self._is_stale = True
        question = self._question()
        if question is None:
            self._latest.drop()
            self._fill(())
        elif self.seen and not self._held:
            self._is_stale = False
            self._latest.ask(question, now=now)

    def _question(self) -> Callable[[], tuple[Entry, ...]] | None:
        session, clause = self._session, self._clause
        if session is None:
            return None
        if self.which.current() == _SINCE:
            return partial(look_since, session, self.since.point())
        return None if clause is None else partial(look_at, session, clause)

    def _on_settled(self) -> None:
        if not self._is_stale:
            self.settled.emit()

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        chosen = self.current()
        before = self.list.verticalScrollBar().value()
        if self.model.set_entries(entries):
            self._delegate.forget()
            row = self.model.row_like(chosen) if chosen else -1
            if row >= 0:
                self.list.setCurrentIndex(self.model.index(row))
                self.list.verticalScrollBar().setValue(before)
        self._recount()
        self._allow()

    # --- what the user does ----------------------------------------------------------------------------------------

    def current(self) -> Entry | None:
        """Give the chosen row."""
        return self.model.entry(self.list.currentIndex().row())

    def hint(self) -> str:
        """Give what is said of the way back, "" for nothing."""
        return self._hint.text()

    def _on_which(self) -> None:
        everywhere = self.which.current() == _SINCE
        self.since.setVisible(everywhere)
        self.back.setVisible(not everywhere)
        self._fill(())
        self._ask(now=True)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if entry is not None and self.which.current() == _SINCE:
            self.chosen.emit(entry.clause)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Lead to the clause by Enter, and back to the text by Esc."""
        entry = self.current()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and self.focusWidget() is self.list and entry is not None:
            self.chosen.emit(entry.clause)
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        entry = self.current()
        if entry is not None and entry.revision is not None:
            self.restore_asked.emit(entry.clause, entry.revision)

    def _allow(self) -> None:
        """Offer the way back where there is one; say why where there is none."""
        why = self._why_not()
        self.back.setEnabled(why == "")
        self._hint.setText(why or "")
        self._hint.setVisible(bool(why))

    def _why_not(self) -> str | None:
        """Tell why the clause can't go back to the chosen row: "" where it can, None where that needs no word."""
        session, entries, entry = self._session, self.model.entries, self.current()
        if session is None or self._is_stale or not entries or self.which.current() == _SINCE:
            return None
        if session.read_only is not None:
            return shown(session.read_only)
        if self._clause is not None and _is_locked(session, self._clause):
            return _(N_("Clause {clause} is finished: reopen it before you change it."), clause=self._clause)
        if not any(one.holds_text for one in entries):
            return None
        if entry is None or not entry.holds_text:
            return _("Choose a change of the text to go back to it.")
        newer = entries[: entries.index(entry)]
        return "" if any(one.holds_text for one in newer) else _("The clause reads like this now.")

    def _recount(self) -> None:
        if self.which.current() == _SINCE:
            clauses = sum(entry.groups for entry in self.model.entries)
            self._count.setText(ngettext("{n} clause", "{n} clauses", clauses) if clauses else _("No changes"))
        else:
            changes = sum(bool(entry.revision) for entry in self.model.entries)
            self._count.setText(ngettext("{n} change", "{n} changes", changes) if changes else _("No changes"))


def _is_locked(session: ReviewSession, clause: int) -> bool:
    try:
        return session.is_locked(clause)
    except KeyError:  # paired otherwise meanwhile
        return False
