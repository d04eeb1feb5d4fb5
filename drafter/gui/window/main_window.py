"""The main window: opens reviews, carries commands out, and keeps view, panels and session in step."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QInputDialog,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from drafter import __version__
from drafter.gui.clauses.view import ClauseView
from drafter.gui.export.dialog import ExportChoice, ExportDialog
from drafter.gui.findings.panel import FindingsPanel
from drafter.gui.measures.panel import MeasuresPanel
from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.settings import Settings, reviews_folder, save_settings, settings_file
from drafter.gui.toolbox.ask_where import ask_where
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.translation import Translation
from drafter.gui.toolbox.worker import Tell
from drafter.gui.window.actions import Actions
from drafter.gui.window.background import Background
from drafter.gui.window.welcome import Welcome
from drafter.i18n import _, ngettext, shown, system_language
from drafter.model import N_, DrafterError, Finding
from drafter.project import SUFFIX
from drafter.resources import resource_path
from drafter.review import Change, ReviewSession, export_review, open_and_keep
from drafter.taxonomy import shipped_taxonomy

_PLACE = "place"
_REMEMBER_AFTER = 500  # ms without moving on
_SIZE = (1280, 800)
_SHARE_OF_SCREEN = 0.94
_NEED_A_REVIEW = (
    "save_as", "export", "next_finding", "previous_finding", "apply_fix", "apply_safe", "ignore", "tag",
    "unlock_chinese",
)  # fmt: skip
_LONGEST_NAME = 60
_MANY = 5  # changes of one step that are turned round at once; more than that is left to the background
_FAR = 10**9  # behind every finding of a clause
_ZOOM_STEP, _ZOOM_LEAST, _ZOOM_MOST = 1.1, 0.6, 3.0


@guarded
class MainWindow(QMainWindow):
    """The window.

    Signals:
        session_changed: the session told of a change, perhaps from the thread of a worker.
        opened: a review stands in the window.
    """

    session_changed = Signal(object)
    opened = Signal()

    def __init__(self, settings: Settings, translation: Translation) -> None:
        super().__init__()
        self.settings = settings
        self.session: ReviewSession | None = None
        self._focus: QWidget | None = None
        self._told: ReviewSession | None = None  # the review of which it was told that it can't be written
        self._translation = translation
        self.view = ClauseView()
        self.findings = FindingsPanel()
        self.measures = MeasuresPanel(shipped_taxonomy())
        self._build()
        self._connect()
        self._retranslate()
        self._restore()
        self._allow()

    # --- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("main")
        self.setAcceptDrops(True)
        room = self.screen().availableGeometry().size() * _SHARE_OF_SCREEN
        self.resize(QSize(*_SIZE).boundedTo(room))
        self._welcome = Welcome()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._welcome)
        self._pages.addWidget(self.view)
        self.setCentralWidget(self._pages)
        self._toolbar = QToolBar()
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(self._toolbar)
        self._actions = Actions(self, self._toolbar)
        self._findings_dock = self._dock("findings", self.findings)
        self._measures_dock = self._dock("measures", self.measures)
        self.tabifyDockWidget(self._findings_dock, self._measures_dock)
        self._findings_dock.raise_()
        self._actions.menu("view").addSeparator()
        for dock in (self._findings_dock, self._measures_dock):
            self._actions.menu("view").addAction(dock.toggleViewAction())
        self.background = Background(self.statusBar())
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_REMEMBER_AFTER)

    def _dock(self, name: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget()
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)  # the View menu shows and hides it
        dock.setWidget(content)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return dock

    def _connect(self) -> None:
        self._welcome.open_asked.connect(self.open_files)
        self._welcome.sample_asked.connect(self.open_sample)
        self.view.current_changed.connect(self._on_clause)
        self.view.finding_requested.connect(self._on_requested)
        self.view.commit_failed.connect(self._on_unwritten)
        self.measures.search.escaped.connect(self.view.setFocus)
        self.findings.search.escaped.connect(self.view.setFocus)
        self.findings.chosen.connect(self._on_chosen)
        self.findings.fix_asked.connect(self.apply_fix)
        self.findings.ignore_asked.connect(self.ignore)
        self.measures.tagged.connect(self._on_tagged)
        # Queued: a change made in a worker's thread reaches the widgets in theirs.
        self.session_changed.connect(self._on_change)
        self._place_timer.timeout.connect(self._remember_place)
        self.background.started.connect(self._on_busy)
        self.background.ended.connect(self._on_idle)
        self.background.failed.connect(lambda error: show_error(self, error))

    def _restore(self) -> None:
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(self.settings.geometry.encode()))
        for dock in (self._findings_dock, self._measures_dock):
            dock.hide()  # nothing to show before something is open
        self.view.set_zoom(self.settings.zoom)

    def _show_panels(self) -> None:
        """Bring the panels out, as they were left."""
        for dock in (self._findings_dock, self._measures_dock):
            dock.show()
        if not self.restoreState(QByteArray.fromHex(self.settings.layout.encode())):
            self.resizeDocks([self._findings_dock], [self.width() * 3 // 10], Qt.Orientation.Horizontal)
        self._findings_dock.raise_()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's own name
        """Follow a change of language or of appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        self._actions.recolour(self.palette().windowText().color())

    def _retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self._actions.retranslate()
        self._toolbar.setWindowTitle(_("Tool bar"))
        self._findings_dock.setWindowTitle(_("Findings"))
        self._measures_dock.setWindowTitle(_("Measures"))
        self.background.retranslate()
        self._welcome.retranslate()
        self.view.retranslate()
        self.findings.retranslate()
        self.measures.retranslate()
        self._recolour()
        self._entitle()

    def _entitle(self) -> None:
        title = self.session.title if self.session else ""
        self.setWindowTitle(f"{title} — Drafter" if title else "Drafter")

    # --- opening ---------------------------------------------------------------------------------------------------

    def open_files(self) -> None:
        """Ask which files to open, and open them."""
        dialog = OpenDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open_paths(dialog.paths())

    def open_sample(self) -> None:
        """Open the plan that comes with the program."""
        folder = resource_path("samples", "yunxi")
        self.open_paths([folder / "zh.txt", folder / "en.txt"])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files in the background; the review that is open stays until the new one is there."""
        author, folder = self.settings.author, reviews_folder()

        def work(tell: Tell) -> tuple[ReviewSession, bool]:
            return open_and_keep(paths, folder, author=author, progress=tell)

        self.background.start(_("Reading, pairing and checking"), work, self._on_opened)

    def _on_opened(self, result: object) -> None:
        session, resumed = cast("tuple[ReviewSession, bool]", result)
        self._show(session)
        warnings = [shown(notice.message) for notice in session.notices if notice.warning]
        if warnings:
            self.background.tell(" ".join(warnings))
        elif session.path is None:
            self.background.tell(_("This review can't be kept by itself here: save it as a project."))
        elif resumed:
            self.background.tell(_("Going on where you left these files."))

    def _show(self, session: ReviewSession) -> None:
        if not self._let_go():
            session.close()
            return
        self.session = session
        session.subscribe(self.session_changed.emit)
        self.view.set_session(session)
        if self._pages.currentWidget() is not self.view:
            self._pages.setCurrentWidget(self.view)
            self._show_panels()
        self.findings.set_findings(session.findings())
        with suppress(ValueError, KeyError):
            self.view.go_to(session.clause(int(session.setting(_PLACE))).id)
        self._focus = self.view
        self._entitle()
        self._allow()
        self.opened.emit()

    def _let_go(self) -> bool:
        """Close the review; False where something is typed that can't be written and the user would rather stay."""
        if self.session is None:
            return True
        try:
            self.view.commit()
        except DrafterError as error:
            if not self._leave_unwritten(error):
                return False
        else:
            self._remember_place()
        self.view.set_session(None)
        self.session.close()
        self.session = None
        return True

    def _leave_unwritten(self, error: DrafterError) -> bool:
        """Ask what is to become of words that can't be written; tell whether the review may be left."""
        self._told = self.session  # the box takes the focus from the text, which tries to write again
        box = QMessageBox(QMessageBox.Icon.Warning, _("Drafter"), shown(error.message), parent=self)
        box.setInformativeText(_("Your last words are not saved yet."))
        save = box.addButton(_("Save project as…"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_("Leave without them"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is save:
            return self.save_as()
        return box.clickedButton() is leave

    # --- following -------------------------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if self.session is None:
            return
        self.statusBar().clearMessage()
        self.view.refresh(change.clauses)
        self.findings.set_findings(self.session.findings())
        self._on_clause(self.view.current_clause() or 0)
        self._allow()

    def _on_unwritten(self, error: DrafterError) -> None:
        """Tell once in a dialog that typing can't be written, then quietly: it fails at every pause."""
        if self._told is self.session:
            self.background.tell(shown(error.message))
        else:
            self._told = self.session
            show_error(self, error)

    def _on_clause(self, clause: int) -> None:
        if self.session is None or not clause:
            self.measures.set_clause(None, ())
            return
        self.measures.set_clause(clause, self.session.tags(clause))
        self._place_timer.start()

    def _remember_place(self) -> None:
        clause = self.view.current_clause()
        if self.session is not None and clause and self.session.setting(_PLACE) != str(clause):
            self._guarded(partial(self.session.remember, _PLACE, str(clause)))

    def _on_chosen(self, finding: Finding) -> None:
        self.view.go_to(finding.clause, finding.side, finding.span)

    def _on_requested(self, finding: Finding) -> None:
        self._findings_dock.show()
        self._findings_dock.raise_()
        self.findings.choose(finding)

    def _on_tagged(self, notation: str, on: bool) -> None:
        clause = self.view.current_clause()
        if self.session is None or clause is None:
            return
        change = self.session.tag if on else self.session.untag
        self._guarded(partial(change, clause, notation))

    # --- commands --------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change back."""
        self._turn("undo")

    def redo(self) -> None:
        """Bring the undone change again."""
        self._turn("redo")

    def _turn(self, turn: Literal["undo", "redo"]) -> None:
        session = self.session
        if session is None or not self._guarded(self.view.commit):
            return
        work = session.undo if turn == "undo" else session.redo
        if session.step_size(turn) > _MANY:
            what = _("Undoing") if turn == "undo" else _("Redoing")
            self.background.start(what, lambda _tell: work(), lambda _done: None)
        else:
            self._guarded(work)

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        current = self.findings.current()
        clause = self.view.current_clause()
        if current is not None and current.clause == clause:
            self._step_from((current.clause, current.side, current.span.start), step)
        elif step > 0:
            self._step_from((clause or 0, "zh", -1), step)
        else:
            self._step_from((clause or 0, "en", _FAR), step)

    def _step_from(self, place: tuple[int, str, int], step: int) -> None:
        if self.session is not None:
            order = {known.id: number for number, known in enumerate(self.session.clauses)}
            self.findings.choose(self.findings.model.after(*place, order, step))

    def apply_fix(self) -> None:
        """Put the fix of the chosen finding into the text, and go on to the next finding behind it."""
        if self.session is None or not self._guarded(self.view.commit):
            return
        finding = self.findings.current()
        if finding is None or finding.fix is None:
            return
        if self._guarded(partial(self.session.apply_fix, finding)):
            self._step_from((finding.clause, finding.side, finding.span.start - 1), 1)

    def apply_safe(self) -> None:
        """Put in every safe fix, in one step, in the background."""
        session = self.session
        if session is None or not self._guarded(self.view.commit):
            return
        before = len(session.findings())
        self.background.start(_("Applying safe fixes"), lambda _tell: session.apply_fixes("safe"),
                   lambda made: self._on_applied(before, made))  # fmt: skip

    def _on_applied(self, before: int, made: object) -> None:
        clauses = len(made) if isinstance(made, list) else 0
        mended = before - len(self.session.findings() if self.session else [])
        self.background.tell(
            ngettext(
                "{n} finding mended in {clauses} clauses.",
                "{n} findings mended in {clauses} clauses.",
                mended,
                clauses=clauses,
            )
        )

    def ignore(self) -> None:
        """Set the chosen finding aside, with a reason."""
        finding = self.findings.current()
        if self.session is None or finding is None:
            return
        reason, given = QInputDialog.getText(self, _("Ignore"), _("Why is this no fault?"))
        if given:
            self._guarded(partial(self.session.ignore, finding, reason.strip()))
            self._step(1)

    def tag(self) -> None:
        """Let somebody type a measure for this clause."""
        self._measures_dock.show()
        self._measures_dock.raise_()
        self.measures.focus_search()

    def unlock_chinese(self, unlocked: bool) -> None:
        """Let the Chinese text be corrected, or lock it."""
        self.view.set_chinese_locked(not unlocked)

    def save_as(self) -> bool:
        """Keep the review under another name; tell whether it is kept there."""
        session = self.session
        if session is None:
            return False
        start = session.path.name if session.path else session.title[:_LONGEST_NAME] + SUFFIX
        path = ask_where(self, _("Save project as"), start, _("Drafter projects"), SUFFIX)
        if path is None:
            return False
        try:
            self.view.commit()
        except DrafterError:
            # The file it was kept in can't be written any more: what was typed goes into the new one.
            session.close()
            self.view.commit()
        if not self._guarded(partial(session.save_as, path)):
            return False
        self.background.tell(_(N_("Saved: {path}"), path=path))
        return True

    def export(self) -> None:
        """Ask what to export, and write it in the background."""
        session = self.session
        if session is None or not self._guarded(self.view.commit):
            return
        critical = sum(1 for finding in session.findings() if finding.severity == "critical")
        tagged = any(session.tags(clause.id) for clause in session.clauses)
        dialog = ExportDialog(Path(self._file_stem()), critical, tagged=tagged, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.choice is not None:
            self.export_to(dialog.choice)

    def export_to(self, choice: ExportChoice) -> None:
        """Write an export in the background."""
        session = self.session
        if session is not None:
            self.background.start(_("Exporting"), lambda _tell: export_review(session, choice.path, choice.options),
                       lambda _none: self.background.tell(_(N_("Written: {path}"), path=choice.path)))  # fmt: skip

    def _file_stem(self) -> str:
        names = [document.name for document in self.session.documents.values()] if self.session else []
        return Path(names[0]).stem + "-bilingual" if names else "review"

    def show_settings(self) -> None:
        """Ask for language and name; both hold at once."""
        dialog = SettingsDialog(self.settings, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self.settings.language = dialog.language.currentData()
        self.settings.author = dialog.author.text().strip()
        if self.session:
            self.session.author = self.settings.author
        self.follow_language()
        self._save_settings()

    def follow_language(self) -> None:
        """Show the language that the settings ask for."""
        chosen = self.settings.language
        self._translation.switch(system_language() if chosen == "system" else chosen)
        self._retranslate()

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

    def show_about(self) -> None:
        """Tell version and licence."""
        QMessageBox.about(
            self,
            _("About Drafter"),
            _(
                N_(
                    "Drafter {version}\nReview a Chinese plan beside its English text.\n"
                    "Free software under the GPL, version 3 or later."
                ),
                version=__version__,
            ),
        )

    # --- keeping in step -------------------------------------------------------------------------------------------

    def _on_busy(self) -> None:
        self._focus = QApplication.focusWidget()  # disabling the view takes the focus from it
        self.view.setEnabled(False)
        self._allow()

    def _on_idle(self) -> None:
        self.view.setEnabled(True)
        self._allow()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()

    def _guarded(self, work: Callable[[], object]) -> bool:
        """Do something that may fail; show the error where it does."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- every error is shown, none is lost
            show_error(self, error)
            return False
        return True

    def _allow(self) -> None:
        """Offer only what can be done now."""
        there = self.session is not None and not self.background.busy
        for name in _NEED_A_REVIEW:
            self._actions[name].setEnabled(there)
        self._actions["undo"].setEnabled(there and bool(self.session and self.session.can_undo))
        self._actions["redo"].setEnabled(there and bool(self.session and self.session.can_redo))
        self._actions["open_files"].setEnabled(not self.background.busy)
        self._actions["open_sample"].setEnabled(not self.background.busy)

    # --- files dropped, and the end --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 -- Qt's own name
        """Open what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's own name
        """Keep what is being typed, stop the work, remember the window."""
        self.background.finish()
        if not self._let_go():
            event.ignore()
            return
        self.settings.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        if self._pages.currentWidget() is self.view:
            self.settings.layout = bytes(self.saveState().toHex().data()).decode()
        self._save_settings()
        event.accept()

    def _save_settings(self) -> None:
        try:
            save_settings(self.settings, settings_file())
        except OSError as error:
            self.background.tell(_(N_("The settings can't be kept: {why}"), why=error.strerror or str(error)))
