"""The concordance panel kept in step with the clause; memories read beside the window's work."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

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
_Stamp = tuple[int, int] | None
"""When a file was last written, ns, and its size in bytes; None where it isn't there."""

_Read = Memory | DrafterError


class Concordance(QObject):
    """Looks up what the panel asks for, and puts in what is chosen there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._loaded: dict[str, _Read] = {}
        self._stamps: dict[str, _Stamp] = {}
        self._worker: Worker | None = None
        self._asked: tuple[str, ...] = ()
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
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._on_state)

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

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Read what another program has written meanwhile."""
        if state is Qt.ApplicationState.ApplicationActive and self._panel.isVisible():
            self._load()

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
        if self._window.background.hinders():
            return
        clause = view.current_clause()
        there = clause is not None and view.go_to(clause, "en", focus=True)
        editor = view.focused_editor() if there else None
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
        self._stamps = {path: stamp for path, stamp in self._stamps.items() if path in self._loaded}
        self._panel.count_memories(len(paths))
        self._load()
        self._look()

    def _load(self) -> None:
        """Read the memories that are not there yet, or were written since; one that can't be read is told of once."""
        paths, known = tuple(self._window.settings.memories), dict(self._stamps)
        if self._worker is not None or not paths:
            return
        self._asked = paths
        self._worker = Worker(lambda tell: _read(paths, known, tell), self)
        self._worker.succeeded.connect(self._on_loaded)
        self._worker.failed.connect(self._on_failed)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    def _on_loaded(self, loaded: object) -> None:
        if not isinstance(loaded, dict):
            return
        wanted = self._window.settings.memories
        told = []
        for path, (stamp, one) in loaded.items():
            if path not in wanted:
                continue
            self._stamps[path] = stamp
            if isinstance(one, DrafterError):
                told.append(shown(one.message))
            if isinstance(one, Memory) or not isinstance(self._loaded.get(path), Memory):
                self._loaded[path] = one  # else what it held before is better than nothing
        if told:
            self._window.background.tell(" ".join(told))

    def _on_failed(self, error: BaseException) -> None:
        raise error  # in the window's thread, where every error is shown

    def _on_ended(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        if self._asked != tuple(self._window.settings.memories):
            self._load()  # what was asked for meanwhile
        self._look()


def _read(
    paths: Iterable[str], known: Mapping[str, _Stamp], tell: Callable[[float], None]
) -> dict[str, tuple[_Stamp, _Read]]:
    """Read the files that are another than is known of them."""
    made: dict[str, tuple[_Stamp, _Read]] = {}
    stamps = {path: _stamp(path) for path in paths}
    changed = [path for path, stamp in stamps.items() if path not in known or stamp not in (known[path], None)]
    for number, path in enumerate(changed):
        tell(number / len(changed))
        try:
            made[path] = stamps[path], load_memory(Path(path))
        except DrafterError as error:
            made[path] = stamps[path], error
    return made


def _stamp(path: str) -> _Stamp:
    try:
        known = Path(path).stat()
    except (OSError, ValueError):
        return None
    return known.st_mtime_ns, known.st_size


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
