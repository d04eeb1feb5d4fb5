"""The bar above the clauses in which one types what to look for, and what shall stand in its place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.icons import icon
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, DrafterError, Side
from drafter.review import Searched
from drafter.review.expressions import Expression

_SIDES: tuple[tuple[str, tuple[Side, ...]], ...] = (
    (N_("Both sides"), ("zh", "en")), (N_("Chinese"), ("zh",)), (N_("English"), ("en",)),
)  # fmt: skip
_REST = 120  # ms without typing before the texts are searched
_LEAST, _MOST = 120, 360  # px of the field


@guarded
class WordField(SearchField):
    """The field; Enter goes on, with Shift back.

    Signals:
        stepped: 1 for the next place, -1 for the one before.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Go on with Enter."""
        if event.key() in ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class SearchBar(QFrame):
    """Asks what to look for and where; says how often it was found.

    Signals:
        asked: what to look for has changed, or nothing is looked for any more.
        stepped: 1 for the next place, -1 for the one before.
        replace_asked: the place that is shown shall read otherwise.
        replace_all_asked: all places shall.
        left: the user wants back to the text.
    """

    replace_asked = Signal()
    replace_all_asked = Signal()
    asked = Signal()
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.words = WordField()
        self.words.setMinimumWidth(_LEAST)
        self.words.setMaximumWidth(_MOST)
        self.sides = QComboBox()
        self.sides.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # the words may change language
        self.sides.addItems([""] * len(_SIDES))
        self.case, self.whole, self.expression = QAction(self), QAction(self), QAction(self)
        self.fault = ""
        self._options = QToolButton()
        self._options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._options.setMenu(QMenu(self))
        self.count = QLabel()
        self.previous, self.next, self._close = QToolButton(), QToolButton(), QToolButton()
        self._close.setText("✕")
        self.by = WordField()
        self.by.setMinimumWidth(_LEAST)
        self.by.setMaximumWidth(_MOST)
        self.one, self.all = QPushButton(), QPushButton()
        self._replacing = QWidget()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 4, 6, 4)
        rows.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        rows.addLayout(row)
        rows.addWidget(self._replacing)
        row.addWidget(self.words, 1)
        for button in (self.previous, self.next):
            button.setAutoRaise(True)
            row.addWidget(button)
        for option in (self.case, self.whole, self.expression):
            option.setCheckable(True)
            self._options.menu().addAction(option)
        for widget in (self.count, self.sides, self._options):
            row.addWidget(widget)
        row.addStretch(1)
        self._close.setAutoRaise(True)
        row.addWidget(self._close)
        below = QHBoxLayout(self._replacing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.by, 1)
        below.addWidget(self.one)
        below.addWidget(self.all)
        below.addStretch(1)
        self._replacing.hide()

    def _connect(self) -> None:
        self._rest.timeout.connect(self.asked)
        self.words.textChanged.connect(self._rest.start)
        self.words.stepped.connect(self.stepped)
        self.words.escaped.connect(self.dismiss)
        self.by.escaped.connect(self.dismiss)
        self.by.stepped.connect(self.replace_asked)
        self.one.clicked.connect(self.replace_asked)
        self.all.clicked.connect(self.replace_all_asked)
        for box in (self.case, self.whole, self.expression):
            box.toggled.connect(self.asked)
        self.sides.currentIndexChanged.connect(self.asked)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.dismiss)

    def ask(self, words: str, *, replacing: bool = False) -> None:
        """Show the bar and let somebody type.

        Args:
            words: what to begin with; "" for what was looked for last.
            replacing: whether it is asked, too, what shall stand in their place.
        """
        if replacing:
            self._replacing.show()
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.asked.emit()

    def dismiss(self) -> None:
        """Look for nothing any more, and lead back to the text."""
        self.hide()
        self._replacing.hide()
        self.asked.emit()
        self.left.emit()

    def searched(self) -> Searched | None:
        """Give what is looked for, None for nothing."""
        words = self.words.text() if not self.isHidden() else ""
        self.fault = ""
        if not words.strip():
            return None
        if self.expression.isChecked():
            try:
                return Expression(words, case=self.case.isChecked())
            except DrafterError as error:
                self.fault = shown(error.message)
                return None
        return Searched(words, case=self.case.isChecked(), whole=self.whole.isChecked())

    def chosen_sides(self) -> tuple[Side, ...]:
        """Give the sides to look at."""
        return _SIDES[max(0, self.sides.currentIndex())][1]

    def tell(self, place: int, found: int) -> None:
        """Say how often it was found.

        Args:
            place: which of them is shown, from 1; 0 for none.
            found: how many there are.
        """
        self.count.setToolTip(self.fault)
        if not self.words.text().strip():
            self.count.setText("")
        elif self.fault:
            self.count.setText(_("no expression"))
        elif not found:
            self.count.setText(_("not found"))
        elif place:
            self.count.setText(_("{place} of {found}", place=place, found=found))
        else:
            self.count.setText(ngettext("found {n} time", "found {n} times", found))
        for button in (self.previous, self.next, self.one, self.all):
            button.setEnabled(found > 0)

    def recolour(self, colour: QColor) -> None:
        """Draw the icons in another colour."""
        self.previous.setIcon(icon("previous", colour))
        self.next.setIcon(icon("next", colour))

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.words.setPlaceholderText(_("Find"))
        self.words.setAccessibleName(_("Find"))
        for place, (words, _sides) in enumerate(_SIDES):
            self.sides.setItemText(place, _(words))
        self.sides.setAccessibleName(_("Sides to look at"))
        self.by.setPlaceholderText(_("Replace with"))
        self.by.setAccessibleName(_("Replace with"))
        self.one.setText(_("Replace"))
        self.all.setText(_("Replace all"))
        self.case.setText(_("Match case"))
        self.whole.setText(_("Whole words"))
        self.expression.setText(_("Regular expression"))
        self._options.setText(_("Options"))
        for button, words in (
            (self.previous, _("Previous place")), (self.next, _("Next place")), (self._close, _("Hide"))
        ):  # fmt: skip
            button.setToolTip(words)
            button.setAccessibleName(words)
