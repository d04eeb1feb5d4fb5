"""The main window: what it is made of, and what holds it together."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.clauses.view import ClauseView
from drafter.gui.concordance.panel import ConcordancePanel
from drafter.gui.export.written_bar import WrittenBar
from drafter.gui.filtering.bar import FilterBar
from drafter.gui.findings.panel import FindingsPanel
from drafter.gui.history.panel import HistoryPanel
from drafter.gui.measures.panel import MeasuresPanel
from drafter.gui.notes.panel import NotesPanel
from drafter.gui.opening.bar import ReadBar
from drafter.gui.outline.panel import OutlinePanel
from drafter.gui.overview.panel import OverviewPanel
from drafter.gui.quantities.panel import QuantitiesPanel
from drafter.gui.searching.bar import SearchBar
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.keysets import keys_of
from drafter.gui.settings.settings import Settings, save_settings, settings_file
from drafter.gui.targets.panel import PlanPanel
from drafter.gui.terms.panel import TermsPanel
from drafter.gui.toolbox.appearance import show_as
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.actions import Actions
from drafter.gui.window.assisting import Assisting
from drafter.gui.window.background import Background, Steps
from drafter.gui.window.choosing import Choosing
from drafter.gui.window.concordance import Concordance
from drafter.gui.window.deciding import Deciding
from drafter.gui.window.figures import Figures
from drafter.gui.window.files import Files
from drafter.gui.window.filtering import Filtering
from drafter.gui.window.helping import Helping
from drafter.gui.window.measuring import Measuring
from drafter.gui.window.mending import Mending
from drafter.gui.window.pairing import Pairing
from drafter.gui.window.panels import Panels
from drafter.gui.window.planning import Planning
from drafter.gui.window.printing import Printing
from drafter.gui.window.progressing import Progressing
from drafter.gui.window.recent import Recent
from drafter.gui.window.retracing import Retracing
from drafter.gui.window.returning import Returning
from drafter.gui.window.reviewing import PLACE, Reviewing
from drafter.gui.window.searching import Searching
from drafter.gui.window.showing import ShowingWays
from drafter.gui.window.spelling import Spelling
from drafter.gui.window.starting import Starting
from drafter.gui.window.terms import Terms
from drafter.gui.window.versions import Versions
from drafter.gui.window.whereabouts import Whereabouts
from drafter.i18n import _, system_language
from drafter.model import N_, Finding
from drafter.review import ReviewSession, files_kept
from drafter.taxonomy import shipped_taxonomy

_SIZE = (1280, 800)
_SHARE_OF_SCREEN = 0.94
_OFFERED = (
    "apply_fix", "apply_alike", "", "ignore", "reject_finding", "confirm_finding", "show_ignored", "", "explain",
)  # fmt: skip
_ZOOM_STEP, _ZOOM_LEAST, _ZOOM_MOST = 1.1, 0.6, 3.0


@guarded
class MainWindow(QMainWindow):
    """The window.

    Signals:
        session_changed: the session told of a change, perhaps from the thread of a worker.
        opened: a review stands in the window.

    Attributes:
        session: the review that is open, None for none.
        view: its clauses.
        findings, measures, outline, notes, terms, concordance, history, overview, quantities, plan: the panels.
        read_bar: says what was just read.
        written_bar: says what was just exported.
        search_bar: asks what to look for.
        filter_bar: asks which clauses to show.
        background: what is done beside the window's own thread.
        files: opens, keeps and exports reviews.
        reviewing: carries out what is asked of the review.
        pairing: carries out what is asked of its pairs.
        versions: brings new versions and copies into the review.
        returning: sends packs out and takes files back.
        printing: prints the review.
        figures: carries out what is asked of the panel of figures.
        searching: looks for words.
        filtering: shows the clauses that are asked for.
        assisting: helps whoever writes a translation.
        spelling: has misspelt words marked.
        showing: shows the texts that are asked for.
        mending: offers what may be done where the caret stands.
        looking: looks up how something was rendered before.
        terming: carries out what is asked of terms.
        progressing: brings clauses to their states.
        deciding: carries out what is decided about findings.
        choosing: has rules and glossary hold as the settings have them.
        retracing: carries out what is asked of history and overview.
        measuring: carries out what is asked of the measures.
        planning: reads targets and duties, and writes them to files.
        starting: looks after the start page.
        helping: shows what explains the review and the program.
        recent: remembers which reviews were open.
        whereabouts: tells at the foot how far the review has come.
    """

    session_changed = Signal(object)
    opened = Signal()

    def __init__(self, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.settings = settings
        self.session: ReviewSession | None = None
        self._focus: QWidget | None = None
        self._translation = translation
        self._switch_language()  # before the first widget: Qt's own words in it are said once
        self.view = ClauseView()
        self.findings = FindingsPanel()
        self.measures = MeasuresPanel(shipped_taxonomy())
        self.outline = OutlinePanel()
        self.notes = NotesPanel()
        self.terms = TermsPanel()
        self.concordance = ConcordancePanel()
        self.history = HistoryPanel()
        self.overview = OverviewPanel()
        self.quantities = QuantitiesPanel()
        self.plan = PlanPanel()
        self.read_bar = ReadBar()
        self.written_bar = WrittenBar()
        self.search_bar = SearchBar()
        self.filter_bar = FilterBar()
        self.background = Background(self.statusBar())
        self.files = Files(self)
        self.reviewing = Reviewing(self)
        self.pairing = Pairing(self)
        self.versions = Versions(self)
        self.returning = Returning(self)
        self.printing = Printing(self)
        self.figures = Figures(self)
        self.searching = Searching(self)
        self.filtering = Filtering(self)
        self.assisting = Assisting(self)
        self.terming = Terms(self)
        self.spelling = Spelling(self)
        self.showing = ShowingWays(self)
        self.mending = Mending(self)
        self.looking = Concordance(self)
        self.progressing = Progressing(self)
        self.deciding = Deciding(self)
        self.choosing = Choosing(self)
        self.retracing = Retracing(self)
        self.measuring = Measuring(self)
        self.planning = Planning(self)
        self.starting = Starting(self)
        self.helping = Helping(self)
        self.whereabouts = Whereabouts(self)
        self._build()
        self._connect()
        self._retranslate()
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode()))
        self.view.set_zoom(self.settings.zoom)
        self._follow_settings()
        self.allow()

    # --- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("main")
        self.setAcceptDrops(True)
        room = self.screen().availableGeometry().size() * _SHARE_OF_SCREEN
        self.resize(QSize(*_SIZE).boundedTo(room))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.starting.page)
        self._pages.addWidget(self._desk())
        self.setCentralWidget(self._pages)
        self._toolbar = QToolBar()
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(self._toolbar)
        hands = (
            self, self.files, self.reviewing, self.pairing, self.versions, self.searching, self.progressing,
            self.returning, self.printing, self.starting, self.helping,
            self.measuring, self.planning, self.deciding, self.filtering, self.assisting, self.terming, self.showing,
            self.mending, self.looking,
        )  # fmt: skip
        self._actions = Actions(self, self._toolbar, hands)
        self.showing.begin(self._actions)
        self.recent = Recent(
            self._actions.menu("file"), self._actions["new_from_clipboard"], self.settings,
            lambda path: self.files.open_paths([path]), self._save_settings,
        )  # fmt: skip
        self.recent.changed.connect(self.starting.follow)
        self.starting.follow()
        self.findings.offer([self._actions[name] if name else None for name in _OFFERED])
        panels = {
            "findings": self.findings, "measures": self.measures, "terms": self.terms, "notes": self.notes,
            "outline": self.outline, "concordance": self.concordance,
            "history": self.history, "overview": self.overview, "quantities": self.quantities,
            "plan": self.plan,
        }  # fmt: skip
        later = ("concordance", "history", "overview")
        self.panels = Panels(self, panels, self._actions.menu("view"), ("quantities", "plan"), later)

    def keys_of(self, command: str) -> str:
        """Give the keys of a command as the desktop writes them, "" where it has none."""
        return self._actions[command].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _desk(self) -> QWidget:
        desk = QWidget()
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.files.safety.bar)
        column.addWidget(self.read_bar)
        column.addWidget(self.written_bar)
        column.addWidget(self.search_bar)
        column.addWidget(self.filter_bar)
        column.addWidget(self.view, 1)
        return desk

    def _connect(self) -> None:
        self.read_bar.details_asked.connect(self.files.show_reading)
        self.view.finding_requested.connect(self._on_requested)
        self.measures.search.escaped.connect(self.view.setFocus)
        self.findings.search.escaped.connect(self.view.setFocus)
        self.outline.search.escaped.connect(self.view.setFocus)
        self.notes.left.connect(self.view.setFocus)
        # Queued: a change made in a worker's thread reaches the widgets in theirs.
        self.session_changed.connect(self.reviewing.follow)
        self.background.started.connect(self._on_busy)
        self.background.ended.connect(self._on_idle)
        self.background.failed.connect(self.files.on_failed)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's own name
        """Follow a change of language or of appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        self._actions.recolour(self.palette().windowText().color())
        self.search_bar.recolour(self.palette().windowText().color())

    def _retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self._actions.retranslate()
        self.recent.retranslate()
        self._toolbar.setWindowTitle(_("Tool bar"))
        self.panels.retitle(
            {
                "findings": _("Findings"),
                "measures": _("Measures"),
                "outline": _("Outline"),
                "notes": _("Notes"),
                "terms": _("Terms"),
                "concordance": _("Concordance"),
                "history": _("History"),
                "overview": _("Overview"),
                "quantities": _("Figures"),
                "plan": _("Targets and duties"),
            }
        )
        self.background.retranslate()
        self.starting.page.retranslate(self.keys_of)
        self.files.safety.retranslate()
        self.read_bar.retranslate()
        self.written_bar.retranslate()
        self.search_bar.retranslate()
        self.filter_bar.retranslate()
        self.terms.retranslate()
        self.concordance.retranslate()
        self.view.retranslate()
        self.findings.retranslate()
        self.measures.retranslate()
        self.outline.retranslate()
        self.notes.retranslate()
        self.quantities.retranslate()
        self.retracing.retranslate()
        self.planning.retranslate()
        self.helping.retranslate()
        self.whereabouts.tell()
        self._recolour()
        self._entitle()

    def _entitle(self) -> None:
        title = self.session.title if self.session else ""
        if self.session and self.session.read_only is not None:
            title = _(N_("{title} (read only)"), title=title)
        self.setWindowTitle(f"{title} — Drafter" if title else "Drafter")

    # --- a review --------------------------------------------------------------------------------------------------

    def show_review(self, session: ReviewSession) -> None:
        """Show a review; the one before was let go."""
        for _step in self.showing_review(session):
            pass

    def showing_review(self, session: ReviewSession) -> Steps:
        """Show a review in steps; the one before was let go, and nothing is asked of the window meanwhile."""
        self.session = session
        self.deciding.begin(session)
        self.choosing.greet(session)
        session.subscribe(self.session_changed.emit)
        self.view.set_session(session)
        yield
        self.read_bar.hide()
        self.written_bar.hide()
        if self._pages.currentWidget() is self.starting.page:
            self._pages.setCurrentIndex(1)
            self.panels.show(self.settings.layout)
            yield
        self.findings.set_findings(session.findings())
        yield
        self.outline.set_session(session)
        self.quantities.set_session(session)
        self.retracing.begin(session)
        self.measuring.begin(session)
        self.planning.begin(session)
        self.notes.forget()
        yield
        self.reviewing.follow_clause(self.view.current_clause() or 0)
        with suppress(ValueError, KeyError):
            self.view.go_to(session.clause(int(session.setting(PLACE))).id)
        self._focus = self.view
        self.files.safety.begin(session)
        self.recent.note(session)
        self._entitle()
        self.allow()
        self.opened.emit()

    def show_start(self) -> None:
        """Show the start page; the review was let go."""
        self.findings.set_findings(())
        self.outline.set_session(None)
        self.quantities.set_session(None)
        self.retracing.begin(None)
        self.planning.begin(None)
        self.reviewing.follow_clause(0)
        self._pages.setCurrentWidget(self.starting.page)
        self.whereabouts.tell()
        self._entitle()
        self.allow()

    @property
    def chinese_locked(self) -> bool:
        """Whether the Chinese can only be read."""
        return not self._actions["unlock_chinese"].isChecked()

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may fail; show the error where it does."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- every error is shown, none is lost
            show_error(self, error)
            return False
        return True

    def allow(self) -> None:
        """Offer only what can be done now."""
        session, idle = self.session, not self.background.busy
        there = session is not None and idle
        writable = there and session is not None and session.read_only is None
        mixed = writable and session is not None and session.manner == "both"
        self._actions.allow({"idle": idle, "review": there, "writable": writable, "mixed": mixed})
        self._actions["undo"].setEnabled(writable and bool(session and session.can_undo))
        self._actions["redo"].setEnabled(writable and bool(session and session.can_redo))
        self.recent.menu.setEnabled(idle)
        self.starting.page.allow(idle=idle)

    def _on_requested(self, finding: Finding) -> None:
        self.panels.bring("findings")
        self.findings.choose(finding)

    def _on_busy(self) -> None:
        self._focus = self.focusWidget()  # disabling the view takes the focus from it; a dialog's would soon be gone
        self.view.setEnabled(False)
        self.allow()

    def _on_idle(self) -> None:
        self.view.setEnabled(True)
        self.allow()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()

    # --- commands --------------------------------------------------------------------------------------------------

    def tag(self) -> None:
        """Let somebody type a measure for this clause."""
        self.panels.bring("measures")
        self.measures.focus_search()

    def find_section(self) -> None:
        """Let somebody type what a section is called."""
        self.panels.bring("outline")
        self.outline.focus_search()

    def add_note(self) -> None:
        """Let somebody write a note at this clause."""
        self.panels.bring("notes")
        self.notes.start_note()

    def show_settings(self) -> None:
        """Ask for language, name and house style; they hold at once."""
        style = self.session.house_style if self.session else None
        kept = files_kept(self.session.settings) if self.session else None
        dialog = SettingsDialog(self.settings, self, style=style, kept=kept)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self.settings.language = dialog.language.currentData()
        self.settings.author = dialog.author.text().strip()
        self.choosing.take_general(dialog)
        self.choosing.take(dialog)
        self.spelling.take(dialog.spelling_form)
        self.settings.appearance = dialog.appearance.currentData()
        self.settings.key_set, self.settings.shortcuts = dialog.keys_form.chosen()
        self._follow_settings()
        if self.session:
            self.session.author = self.settings.author
        self.follow_language()
        self._save_settings()

    def _follow_settings(self) -> None:
        """Have keys and colours as the settings have them."""
        show_as(self.settings.appearance)
        self.choosing.follow_general()
        self._actions.use_keys(keys_of(self.settings.key_set, self.settings.shortcuts))
        self.starting.page.retranslate(self.keys_of)

    def follow_language(self) -> None:
        """Show the language that the settings ask for."""
        self._switch_language()
        self._retranslate()

    def _switch_language(self) -> None:
        chosen = self.settings.language
        self._translation.switch(system_language() if chosen == "system" else chosen)

    def zoom_in(self) -> None:
        """Make the text larger."""
        self._zoom(self.settings.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Make the text smaller."""
        self._zoom(self.settings.zoom / _ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Show the text in its ordinary size."""
        self._zoom(1.0)

    def _zoom(self, zoom: float) -> None:
        self.settings.zoom = min(_ZOOM_MOST, max(_ZOOM_LEAST, zoom))
        self.view.set_zoom(self.settings.zoom)
        self.whereabouts.tell()

    # --- files dropped, and the end --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.starting.page.zone.glow(hot=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 -- Qt's own name
        """Let the files go on elsewhere."""
        super().dragLeaveEvent(event)
        self.starting.page.zone.glow(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 -- Qt's own name
        """Open what was dropped."""
        self.starting.page.zone.glow(hot=False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's own name
        """Keep what is being typed, stop the work, remember the window."""
        if not self.background.finish():
            event.ignore()
            return
        self.files.dismiss()
        if not self.files.let_go():
            event.ignore()
            return
        self.outline.finish()
        self.retracing.finish()
        self.measuring.wait()
        self.planning.wait()
        self.spelling.wait()
        self.looking.wait()
        self.starting.page.finish()
        self.settings.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        if self._pages.currentWidget() is not self.starting.page:
            self.settings.layout = self.panels.layout()
        self._save_settings()
        event.accept()

    def _save_settings(self) -> None:
        try:
            save_settings(self.settings, settings_file())
        except OSError as error:
            self.background.tell(_(N_("The settings can't be kept: {why}"), why=error.strerror or str(error)))
