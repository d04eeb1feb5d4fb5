"""What came back of a pack: every difference with a box to take it over or not; nothing is changed before that."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.opening.words import LANGUAGES
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _, ngettext, shown
from drafter.model import Side
from drafter.review import Proposed, ReviewSession, TakenBack, differences

_SIZE: Final = (960, 620)
_SHORT: Final = 60
_MOST_LINES: Final = 5
_OTHER: Final[dict[Side, Side]] = {"zh": "en", "en": "zh"}


class TakeBackDialog(QDialog):
    """Shows what came back, and asks what of it is taken over.

    Attributes:
        list: a row for each difference, with its box.
        author: in whose name texts are entered of which the file doesn't tell.
    """

    def __init__(self, session: ReviewSession, back: TakenBack, name: str, parent: QWidget | None = None) -> None:
        """Show what came back.

        Args:
            session: the review, for the texts beside the differences.
            back: what came back.
            name: the file's name.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Take back a file"))
        self.resize(*_SIZE)
        self._session, self._back = session, back
        self.list = QListWidget()
        self.list.setAccessibleName(_("What came back changed"))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in back.proposed:
            item = QListWidgetItem(self._line(one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.detail = QTextBrowser()
        self.detail.setAccessibleName(_("The difference"))
        self.author = QLineEdit()
        self.author.setAccessibleName(_("In whose name"))
        self.author.setPlaceholderText(_("whoever made the changes, where the file doesn't tell"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._build(name)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemChanged.connect(self._count)
        if back.proposed:
            self.list.setCurrentRow(0)
        self._count()

    def _build(self, name: str) -> None:
        changed, same = len(self._back.proposed), self._back.same
        said = QLabel(
            "\n".join(
                (
                    name + ": " + ngettext("{n} text changed.", "{n} texts changed.", changed),
                    ngettext("{n} clause came back as it is.", "{n} clauses came back as they are.", same),
                )
            )
        )
        every, none = QPushButton(_("Choose all")), QPushButton(_("Choose none"))
        every.clicked.connect(lambda: self._check_all(Qt.CheckState.Checked))
        none.clicked.connect(lambda: self._check_all(Qt.CheckState.Unchecked))
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(split, 1)
        self.unfit = QPlainTextEdit("\n".join(shown(one) for one in self._back.said))
        self.unfit.setReadOnly(True)
        self.unfit.setAccessibleName(_("What can't be taken over"))
        lines = min(_MOST_LINES, len(self._back.said))
        self.unfit.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)
        if self._back.said:
            column.addWidget(QLabel(ngettext("{n} thing can't be taken over:", "{n} things can't be taken over:",
                                             len(self._back.said))))  # fmt: skip
            column.addWidget(self.unfit)
        row = QHBoxLayout()
        row.addWidget(every)
        row.addWidget(none)
        label = QLabel(_("In the &name of:"))
        label.setBuddy(self.author)
        row.addWidget(label)
        row.addWidget(self.author, 1)
        column.addLayout(row)
        column.addWidget(self.buttons)

    def _line(self, one: Proposed) -> str:
        text = " ".join(one.after.split())
        short = text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
        who = f" · {one.author}" if one.author else ""
        return f"{one.clause}{who} · {short}"

    def _on_row(self, row: int) -> None:
        if not 0 <= row < len(self._back.proposed):
            return
        one = self._back.proposed[row]
        beside = self._session.clause(one.clause).side(_OTHER[one.side]).text
        theme = theme_for(self.palette())
        marks = {
            "equal": "{}",
            "delete": f'<s style="background-color:{theme.tint("encoding").name()}">{{}}</s>',
            "insert": f'<b style="background-color:{theme.tint("term").name()}">{{}}</b>',
        }
        pieces = differences(one.before, one.after)
        gone = "".join(marks[piece.kind].format(escape(piece.text)) for piece in pieces if piece.kind != "insert")
        came = "".join(marks[piece.kind].format(escape(piece.text)) for piece in pieces if piece.kind != "delete")
        parts = (
            (_(LANGUAGES[_OTHER[one.side]]), escape(beside)), (_("As it is here"), gone), (_("As it came back"), came),
        )  # fmt: skip
        author = f"<p>{escape(_('From {name}', name=one.author))}</p>" if one.author else ""
        self.detail.setHtml(
            "".join(f"<p><b>{escape(name)}</b></p><p>{_lines(text)}</p>" for name, text in parts) + author
        )

    def _check_all(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def chosen(self) -> Sequence[Proposed]:
        """Give what is to be taken over."""
        return [
            one
            for row, one in enumerate(self._back.proposed)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        count = len(self.chosen())
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(ngettext("Take over {n} text", "Take over {n} texts", count))
        button.setEnabled(count > 0)


def _lines(html: str) -> str:
    return html.replace("\n", "<br>")
