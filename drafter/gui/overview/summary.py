"""The whole review in one bar, and beside it the same in words and figures."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from drafter.gui.overview.bars import StatesBar, Swatch
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import draw_state, state_word
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _, ngettext
from drafter.model import DONE, N_, STATES, Amount, Progress, State

_SIGN = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@guarded
class _Sign(QWidget):
    """The sign of a state, as it stands beside the clauses."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(_SIGN, _SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw."""
        painter = QPainter(self)
        draw_state(painter, QRectF(self.rect()), self._state, theme_for(self.palette()).muted)
        painter.end()


class Summary(QWidget):
    """Shows what is in each state: a bar, and a line for every state."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self.headline = QLabel()
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.bar = StatesBar()
        self._words: dict[State, QLabel] = {}
        self._figures: dict[State, tuple[QLabel, QLabel, QLabel]] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for row, state in enumerate(reversed(STATES)):
            word, figures = QLabel(), (QLabel(), QLabel(), QLabel())
            grid.addWidget(Swatch(state), row, 0)
            grid.addWidget(_Sign(state), row, 1)
            grid.addWidget(word, row, 2)
            for column, figure in enumerate(figures):
                figure.setAlignment(_RIGHT)
                grid.addWidget(figure, row, 3 + column)
            self._words[state], self._figures[state] = word, figures
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(6)
        column_.addWidget(self.headline)
        column_.addWidget(self.bar)
        column_.addLayout(grid)

    def set_progress(self, progress: Progress | None) -> None:
        """Show how far a review has come, None for none."""
        self._progress = progress
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        states = self._progress.states if self._progress else dict.fromkeys(STATES, Amount())
        total = self._progress.total if self._progress else Amount()
        done = sum(states[state].clauses for state in DONE)
        self.headline.setText(
            ngettext(
                "{done} of {n} clause reviewed or finished",
                "{done} of {n} clauses reviewed or finished",
                total.clauses,
                done=done,
            )
        )
        self.bar.set_counts({state: amount.clauses for state, amount in states.items()}, total.clauses)
        said = []
        for state, amount in states.items():
            clauses, share, words = self._figures[state]
            self._words[state].setText(state_word(state))
            clauses.setText(str(amount.clauses))
            share.setText(percent(amount.clauses, total.clauses))
            words.setText(ngettext("{n} word", "{n} words", amount.words))
            said.append(f"{state_word(state)}: {clauses.text()}, {share.text()}")
        self.bar.setAccessibleName(_("Progress"))
        self.bar.setAccessibleDescription(_(N_("; ")).join(said))


def percent(part: int, whole: int) -> str:
    """Give a share in percent; a little is never said to be nothing, nor nearly all to be all."""
    if not whole or not part:
        return "0%"
    exact = 100 * part / whole
    if exact < 1:
        return "<1%"
    return f"{100 if part == whole else min(99, round(exact))}%"
