"""The filter bar: a line that is completed as one types, buttons for what is asked for most, and how many are shown."""

from typing import Final

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, ngettext
from drafter.model import N_
from drafter.review import ReviewSession
from drafter.review.filtering import completions

_REST: Final = 250  # ms without typing before the clauses are looked through
_LEAST: Final = 180  # px of the field
_COMMON: Final = (
    (N_("With findings"), "severity>=minor"),
    (N_("Major or worse"), "severity>=major"),
    (N_("Not reviewed"), "state<reviewed"),
    (N_("Corrected"), "changed:yes"),
    (N_("With notes"), "note:any"),
    (N_("Untagged"), "tag:none"),
)


@guarded
class FilterField(SearchField):
    """The line; Enter filters at once.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Filter with Enter; the list of completions takes it first."""
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QFrame):
    """Asks which clauses to show.

    Signals:
        asked: the line has come to rest, or Enter was pressed.
        left: the user wants back to the text.
        closed: all clauses shall be shown again.
    """

    asked = Signal(str)
    left = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.line = FilterField()
        self.line.setMinimumWidth(_LEAST)
        self.told = QLabel()
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.common = [QToolButton() for _words, _line in _COMMON]
        self._close = QToolButton()
        self._close.setText("✕")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._offered = QStringListModel(self)
        self._session: ReviewSession | None = None
        self._lay_out()
        self._connect()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        for button in self.common:
            button.setAutoRaise(True)
            button.setCheckable(True)
            row.addWidget(button)
        row.addWidget(self.told)
        self._close.setAutoRaise(True)
        row.addWidget(self._close)

    def _connect(self) -> None:
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._on_edited)
        self.line.textChanged.connect(self._on_changed)
        self.line.entered.connect(self._ask)
        self.line.escaped.connect(self.left)
        self._rest.timeout.connect(self._ask)
        self._close.clicked.connect(self._leave)
        for button, (_words, line) in zip(self.common, _COMMON, strict=True):
            button.clicked.connect(lambda checked, line=line: self._choose(line, chosen=checked))

    # --- what the window does with it ------------------------------------------------------------------------------

    def set_session(self, session: ReviewSession | None) -> None:
        """Complete with what a review has."""
        self._session = session

    def ask(self) -> None:
        """Come up and wait for a line."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def tell(self, shown: int | None, of: int, fault: str = "") -> None:
        """Say how many clauses are shown, or why the line can't be read.

        Args:
            shown: how many; None for all.
            of: how many there are.
            fault: what is wrong with the line, "" for nothing.
        """
        if fault:
            self.told.setText(_("can't be read"))
        elif shown is None:
            self.told.setText(ngettext("{n} clause", "{n} clauses", of))
        else:
            self.told.setText(_("{shown} of {of}", shown=shown, of=of))
        self.told.setToolTip(fault)
        self.line.setToolTip(fault or self._hint())
        self.line.setAccessibleDescription(fault or self._hint())

    def retranslate(self) -> None:
        """Say everything in the language chosen now."""
        self.line.setPlaceholderText(_("severity>=major  tag:none  words"))
        self.line.setAccessibleName(_("Filter the clauses"))
        self.line.setToolTip(self._hint())
        self._close.setToolTip(_("Show all clauses again"))
        self._close.setAccessibleName(_("Show all clauses again"))
        for button, (words, line) in zip(self.common, _COMMON, strict=True):
            button.setText(_(words))
            button.setToolTip(line)

    # --- inside ----------------------------------------------------------------------------------------------------

    @staticmethod
    def _hint() -> str:
        return _("All terms must hold; - before a term turns it round, quotation marks hold words together.")

    def _on_edited(self, line: str) -> None:
        self._offered.setStringList(completions(line[: self.line.cursorPosition()], self._session))
        self._rest.start()

    def _on_changed(self, line: str) -> None:
        terms = line.split()
        for button, (_words, common) in zip(self.common, _COMMON, strict=True):
            button.setChecked(common in terms)
        if not self.line.isModified():
            self._rest.start()  # set by a button or a completion

    def _choose(self, common: str, *, chosen: bool) -> None:
        terms = [term for term in self.line.text().split() if term != common]
        key = common.partition(">")[0].partition("<")[0].partition(":")[0]
        if chosen:
            terms = [*(term for term in terms if not term.startswith((f"{key}:", f"{key}>", f"{key}<"))), common]
        self.line.setText(" ".join(terms))
        self._ask()

    def _ask(self) -> None:
        self._rest.stop()
        self.asked.emit(self.line.text())

    def _leave(self) -> None:
        self.line.clear()
        self._rest.stop()
        self.hide()
        self.closed.emit()
