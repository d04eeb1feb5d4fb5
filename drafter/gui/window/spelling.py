"""Spelling as the settings have it: dictionaries loaded beside the window's work, and given to whoever writes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer

from drafter.gui.settings.settings import own_words_file
from drafter.gui.settings.spelling import SpellingForm
from drafter.gui.toolbox.worker import Worker
from drafter.i18n import shown
from drafter.language.spelling import OwnWords, Speller, SpellingError
from drafter.model import DrafterError

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

Made = TypeVar("Made")
_AFTER: Final = 400  # ms: a review that is opened comes first


class _Loaded(NamedTuple):
    speller: Speller
    errors: tuple[DrafterError, ...]


class Spelling(QObject):
    """Has misspelt words marked, or not.

    Attributes:
        speller: looks words up; None where that is not wanted, or the dictionaries are not there yet.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.speller: Speller | None = None
        self._window = window
        self._worker: Worker | None = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER)
        self._later.timeout.connect(self._load)
        window.opened.connect(self._begin)

    def take(self, form: SpellingForm) -> None:
        """Take over what was chosen in the settings."""
        settings = self._window.settings
        before = settings.spelling, settings.dictionary
        settings.spelling, settings.dictionary = form.marked.isChecked(), form.dictionary.text().strip()
        words = form.own_words()
        if words is not None:
            self._window.attempt(partial(_keep, words))
        if words is not None or before != (settings.spelling, settings.dictionary):
            self._use(None)
            self._begin()

    def wait(self) -> None:
        """Wait until nothing is being loaded any more: the window closes."""
        self._later.stop()
        if self._worker is not None:
            self._worker.wait()

    def _begin(self) -> None:
        if self._window.settings.spelling and self.speller is None and self._window.session is not None:
            self._later.start()

    def _load(self) -> None:
        if self._worker is not None:
            self._later.start()  # what is being loaded was chosen before
            return
        self._worker = Worker(lambda _tell: _loaded(self._window.settings.dictionary), self)
        self._worker.succeeded.connect(self._on_loaded)
        self._worker.failed.connect(self._on_failed)
        self._worker.ended.connect(self._on_ended)
        self._worker.start()

    def _on_loaded(self, loaded: _Loaded) -> None:
        if self._window.settings.spelling and not self._later.isActive():
            self._use(loaded.speller)
        for error in loaded.errors:
            self._window.background.tell(shown(error.message))

    def _on_failed(self, error: BaseException) -> None:
        raise error  # in the window's thread, where every error is shown

    def _on_ended(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()

    def _use(self, speller: Speller | None) -> None:
        self.speller = speller
        self._window.view.set_speller(speller)


def _loaded(dictionary: str) -> _Loaded:
    """Load everything; a file of the user's that can't be used is done without, and told of."""
    errors: list[DrafterError] = []
    own = _or_none(lambda: OwnWords(own_words_file()), errors)
    speller = _or_none(lambda: Speller(own, Path(dictionary)), errors) if dictionary else None
    return _Loaded(speller or Speller(own), tuple(errors))


def _or_none(make: Callable[[], Made], errors: list[DrafterError]) -> Made | None:
    try:
        return make()
    except SpellingError as error:
        errors.append(error)
        return None


def _keep(words: tuple[str, ...]) -> None:
    OwnWords(own_words_file()).replace(words)
