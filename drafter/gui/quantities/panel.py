"""The panel of figures: filters, the table, and a way to spreadsheets."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.quantities.delegate import VerdictDelegate
from drafter.gui.quantities.model import COLUMNS, LedgerModel
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, ngettext
from drafter.model import N_, Kind, LedgerRow, Side, Span, Verdict
from drafter.review import VERDICT_WORDS, Change, QuantityLedger, ReviewSession

_VERDICTS: tuple[tuple[str, tuple[Verdict, ...] | None], ...] = (
    (N_("All verdicts"), None), (N_("To be looked at"), ("differs", "missing", "extra", "unsure")),
    (N_("Differs"), ("differs",)), (N_("Missing"), ("missing",)), (N_("Extra"), ("extra",)),
    (N_("Unsure"), ("unsure",)), (N_("Same"), ("same",)),
)  # fmt: skip
_KINDS: tuple[tuple[str, tuple[Kind, ...] | None], ...] = (
    (N_("All kinds"), None), (N_("Measures"), ("measure",)), (N_("Dates"), ("date",)),
    (N_("Names and numbers"), ("ordinal", "reference")),
)  # fmt: skip
_AT_ONCE = 8  # ms of reading before the window has its turn again
_WIDTHS = {"clause": 64, "verdict": 104, "zh": 170, "en": 220, "indicator": 260, "year": 64, "region": 140}
_ROOM = 8  # px above and below the words of a row


@guarded
class FiguresTable(QTableView):
    """The table; Enter leads to the figure, and Esc back to the text.

    Signals:
        entered_row: Enter was pressed.
        left: Esc was pressed.
    """

    entered_row = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Act on the row."""
        if event.key() in ENTER:
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


@guarded
class QuantitiesPanel(QWidget):
    """Lists the figures of the review.

    They are read while nobody waits: a little at a time, and only once the panel is seen.

    Signals:
        chosen: a figure was clicked or entered: id of its clause, its side, and where it stands.
        export_asked: the button was pressed.
        left: the user wants back to the text.
        complete: every figure is listed.
    """

    chosen = Signal(int, str, object)
    export_asked = Signal()
    left = Signal()
    complete = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger: QuantityLedger | None = None
        self._session: ReviewSession | None = None
        self._waiting: Iterator[int] | None = None
        self._stale: set[int] = set()
        self._held = False
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        self.model = LedgerModel()
        self.verdicts, self.kinds = QComboBox(), QComboBox()
        for box, choices in ((self.verdicts, _VERDICTS), (self.kinds, _KINDS)):
            for _words in choices:
                box.addItem("")
        self.search = SearchField()
        self.table = FiguresTable()
        self._count = ElidedLabel()
        self._export = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        table = self.table
        table.setObjectName("figures")
        table.setModel(self.model)
        table.setItemDelegateForColumn(COLUMNS.index("verdict"), VerdictDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROOM)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            table.setColumnWidth(place, _WIDTHS[column])
        table.horizontalHeader().setSectionResizeMode(COLUMNS.index("indicator"), QHeaderView.ResizeMode.Stretch)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        head = QHBoxLayout()
        head.addWidget(self.verdicts)
        head.addWidget(self.kinds)
        head.addWidget(self.search, 1)
        head.addWidget(self._count, 1)
        head.addWidget(self._export)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(8, 8, 8, 8)
        column_.setSpacing(8)
        column_.addLayout(head)
        column_.addWidget(table, 1)

    def _connect(self) -> None:
        self.verdicts.currentIndexChanged.connect(lambda place: self.model.show_verdicts(_VERDICTS[place][1]))
        self.kinds.currentIndexChanged.connect(lambda place: self.model.show_kinds(_KINDS[place][1]))
        self.search.textChanged.connect(self.model.set_words)
        self.search.escaped.connect(self.left)
        self.table.left.connect(self.left)
        self.table.clicked.connect(self._go)
        self.table.entered_row.connect(lambda: self._go(self.table.currentIndex()))
        self._export.clicked.connect(self.export_asked)
        self.model.modelReset.connect(self._recount)
        self.model.dataChanged.connect(self._recount)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for box, choices, name in (
            (self.verdicts, _VERDICTS, _("Verdicts shown")), (self.kinds, _KINDS, _("Kinds of figures shown"))
        ):  # fmt: skip
            for place, (words, _chosen) in enumerate(choices):
                box.setItemText(place, _(words))
            box.setAccessibleName(name)
        self.search.setPlaceholderText(_("Search figures"))
        self.search.setAccessibleName(_("Search figures"))
        self.table.setAccessibleName(_("Figures"))
        self._export.setText(_("Export figures…"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._recount()
        self.table.viewport().update()

    # --- following the review --------------------------------------------------------------------------------------

    def set_session(self, session: ReviewSession | None) -> None:
        """Show the figures of another review, None for none."""
        self._session = session
        self._ledger = QuantityLedger(session) if session else None
        self._begin()

    def follow(self, change: Change) -> None:
        """Show what a change of the review led to."""
        if change.regrouped:
            self._begin()
        else:
            self._stale.update(change.clauses)
            self._wake()

    def hold(self, *, held: bool) -> None:
        """Read nothing for a while, or read on."""
        self._held = held
        self._wake()

    def rows(self) -> tuple[LedgerRow, ...] | None:
        """Give the figures that are shown, in their order; None where not all of them are read yet."""
        return self.model.rows() if self._waiting is None else None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's own name
        """Read on, now that somebody looks."""
        super().showEvent(event)
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's own name
        """Read no further while nobody looks."""
        super().hideEvent(event)
        self._reading.stop()

    def _begin(self) -> None:
        """Read everything from the beginning."""
        clauses = [clause.id for clause in self._session.clauses] if self._session else []
        self._stale.clear()
        self._waiting = iter(clauses)
        self.model.clear(clauses)
        self._wake()

    def _wake(self) -> None:
        awaited = self._ledger is not None and (self._waiting is not None or bool(self._stale))
        if awaited and self.isVisible() and not self._held:
            self._reading.start()
        else:
            self._reading.stop()

    def _read_on(self) -> None:
        """Read some clauses, and let the window do its work in between."""
        if self._ledger is None:
            self._reading.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        rows: list[LedgerRow] = []
        if self._waiting is not None:
            for clause in self._waiting:
                rows.extend(self._ledger.rows_of(clause))
                self._stale.discard(clause)
                if clock.elapsed() > _AT_ONCE:
                    break
            else:
                self._waiting = None
            self.model.append(rows)
            if self._waiting is None:
                self.model.settle()
                self._recount()
                self.complete.emit()
            return
        self._exchange(clock)

    def _exchange(self, clock: QElapsedTimer) -> None:
        """Read changed clauses anew; what is chosen stays chosen."""
        ledger, session = self._ledger, self._session
        chosen = self.model.row(self.table.currentIndex().row())
        while ledger is not None and session is not None and self._stale and clock.elapsed() <= _AT_ONCE:
            clause = self._stale.pop()
            self.model.replace(clause, ledger.rows_of(clause))
        if chosen is not None and not self.table.currentIndex().isValid():
            self._choose(chosen)
        if not self._stale:
            self._reading.stop()

    def _choose(self, row: LedgerRow) -> None:
        place = self.model.place_of(row)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))

    def _go(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is None:
            return
        column = COLUMNS[index.column()]
        side: Side = "en" if row.en is not None and (column == "en" or row.zh is None) else "zh"
        figure = row.en if side == "en" else row.zh
        self.chosen.emit(row.clause, side, figure.span if figure else Span(0, 0))

    def _recount(self) -> None:
        counts = Counter(row.verdict for row in self.model.rows())
        total = sum(counts.values())
        parts = [
            f"{counts[verdict]} {_(VERDICT_WORDS[verdict])}" for verdict in VERDICT_WORDS if verdict and counts[verdict]
        ]
        shown = ngettext("{n} figure", "{n} figures", total)
        told = _(N_("{figures}: {verdicts}"), figures=shown, verdicts=_(N_(", ")).join(parts))
        self._count.setText(told if parts else shown)
        self._export.setEnabled(self._session is not None)
