"""The concordance panel kept in step with the clause; memories read beside the window's work."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from drafter.gui.concordance.memories import MemoriesDialog
from drafter.gui.concordance.model import Entry, entry_of_match, entry_of_place
from drafter.gui.settings.settings import save_settings, settings_file
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.worker import Worker
from drafter.i18n import _, ngettext, shown
from drafter.model import Clause, DrafterError, Span
from drafter.review import unmarked
from drafter.review.concordance import MOST, Memory, fuzzy_matches, load_memory, look_up

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_QUIET: Final = 120  # ms without another key or clause before anything is looked up
_Answer = tuple[list[Entry], str]


class Concordance(QObject):
    """Looks up what the panel asks for, and puts in what is chosen there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._loaded: dict[str, Memory | DrafterError] = {}
        self._worker: Worker | None = None
        self._latest = Latest(self, quiet=_QUIET)
        self._latest.answered.connect(self._on_answer)
        panel = self._panel = window.concordance
        panel.asked.connect(lambda _words: self._look())
        panel.seen.connect(self._on_seen)
        panel.chosen.connect(self._put_in)
        panel.opened.connect(self._open)
        panel.left.connect(window.view.setFocus)
        panel.memories_asked.connect(self._ask_for_memories)
        panel.count_memories(len(window.settings.memories))
        window.view.current_changed.connect(self._on_moved)
        window.session_changed.connect(lambda _change: self._look())
        window.opened.connect(self._look)

    def look_up(self) -> None:
        """Look up what is selected in the texts; with nothing selected, let somebody type."""
        words = self._window.view.selected_words()
        self._window.panels.bring("concordance")
        self._panel.ask(words.strip())

    def wait(self) -> None:
        """Wait until nothing is read or looked up any more: the window closes."""
        self._latest.finish()
        if self._worker is not None:
            self._worker.cancel()
            self._worker.wait()

    # --- looking ---------------------------------------------------------------------------------------------------

    def _on_seen(self) -> None:
        self._load()
        self._look()

    def _on_moved(self) -> None:
        """Look for what is like the clause that became current."""
        if not self._panel.words.text():
            self._look()

    def _look(self) -> None:
        session, clause = self._window.session, self._window.view.current_clause()
        if session is None or not self._panel.isVisible():
            return
        clauses, marked = session.clauses, session.marked
        memories = [one for one in self._loaded.values() if isinstance(one, Memory)]
        words = self._panel.words.text().strip()
        if words:
            self._latest.ask(partial(_of_words, words, clauses, memories, marked=marked))
        elif (here := next((one for one in clauses if one.id == clause), None)) is not None:
            # One that was just joined with another is gone; the view soon tells which one is current instead.
            self._latest.ask(partial(_of_clause, here, clauses, memories, marked=marked))

    def _on_answer(self, answer: object) -> None:
        if isinstance(answer, tuple):
            self._panel.show_entries(*answer)

    # --- what was found --------------------------------------------------------------------------------------------

    def _put_in(self, english: str, whole: bool) -> None:
        view = self._window.view
        clause = view.current_clause()
        if clause is None or not view.go_to(clause, "en", focus=True):
            return
        editor = view.focused_editor()
        if editor is None or editor.isReadOnly():
            self._window.background.tell(_("The English of this clause can't be changed now."))
            return
        editor.write(Span(0, len(editor.text())) if whole else editor.selection(), english)

    def _open(self, clause: int) -> None:
        self._window.filtering.reach(clause)
        self._window.view.go_to(clause, focus=True)

    # --- memories --------------------------------------------------------------------------------------------------

    def _ask_for_memories(self) -> None:
        settings = self._window.settings
        dialog = MemoriesDialog(settings.memories, self._loaded, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.use(dialog.paths())

    def use(self, paths: Sequence[str]) -> None:
        """Look through these files from now on, and remember them."""
        settings = self._window.settings
        settings.memories = list(paths)
        with suppress(OSError):  # then they are forgotten with the window
            save_settings(settings, settings_file())
        self._loaded = {path: one for path, one in self._loaded.items() if path in paths and isinstance(one, Memory)}
        self._panel.count_memories(len(paths))
        self._load()
        self._look()

    def _load(self) -> None:
        """Read the memories that are not there yet; one that can't be read is told of once."""
        missing = [path for path in self._window.settings.memories if path not in self._loaded]
        if self._worker is not None or not missing:
            return
        self._worker = Worker(lambda tell: _read(missing, tell), self)
        self._worker.succeeded.connect(self._on_loaded)
        self._worker.failed.connect(self._on_failed)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    def _on_loaded(self, loaded: object) -> None:
        if isinstance(loaded, dict):
            wanted = self._window.settings.memories
            self._loaded |= {path: one for path, one in loaded.items() if path in wanted}
            errors = [one for path, one in loaded.items() if isinstance(one, DrafterError) and path in wanted]
            if errors:
                self._window.background.tell(" ".join(shown(error.message) for error in errors))

    def _on_failed(self, error: BaseException) -> None:
        raise error  # in the window's thread, where every error is shown

    def _on_ended(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self._load()  # what was asked for meanwhile
        self._look()


def _read(paths: Sequence[str], tell: Callable[[float], None]) -> dict[str, Memory | DrafterError]:
    made: dict[str, Memory | DrafterError] = {}
    for number, path in enumerate(paths):
        tell(number / len(paths))
        try:
            made[path] = load_memory(Path(path))
        except DrafterError as error:
            made[path] = error
    return made


def _of_words(words: str, clauses: Sequence[Clause], memories: Sequence[Memory], *, marked: bool) -> _Answer:
    found = look_up(words, map(unmarked, clauses) if marked else clauses, memories)
    if len(found) < MOST:
        told = ngettext("{n} place of “{words}”", "{n} places of “{words}”", len(found), words=words)
    else:
        told = _("The first {n} places of “{words}”: look more words up to see fewer", n=MOST, words=words)
    return [entry_of_place(one) for one in found], told


def _of_clause(here: Clause, clauses: Sequence[Clause], memories: Sequence[Memory], *, marked: bool) -> _Answer:
    here = unmarked(here) if marked else here
    found = fuzzy_matches(here, map(unmarked, clauses) if marked else clauses, memories)
    told = ngettext("{n} pair is like this clause", "{n} pairs are like this clause", len(found))
    return [entry_of_match(one, here.zh.text) for one in found], told
