"""The window, and a clause view on made-up pairs, shown offscreen and closed again."""

import gc
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from drafter.gui.clauses import ClauseView
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs

_PATIENCE = 90_000  # ms for one test's dialogs


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Look for rubbish after each test and not in a worker's thread, as the program does (`Sweeper`)."""
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what lasts is not looked at again
    gc.enable()


@pytest.fixture(autouse=True)
def unstuck(qapp: QApplication) -> Iterator[None]:
    """Close a dialog that nobody answers, so that its test fails and does not wait for ever."""

    def close() -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()

    patience = QTimer(qapp, interval=_PATIENCE)
    patience.timeout.connect(close)
    patience.start()
    yield
    patience.stop()
    patience.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the whole window, in English and without a review; no dialog may stand when it is closed."""
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


Shown = Callable[..., tuple[ClauseView, ReviewSession]]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Give a function that shows pairs or a review in a view, subscribed to its session as the window does it."""
    views: list[ClauseView] = []

    def show(
        pairs: Sequence[tuple[str, str]] | ReviewSession, width: int = 1000, height: int = 600
    ) -> tuple[ClauseView, ReviewSession]:
        session = pairs if isinstance(pairs, ReviewSession) else open_pairs(pairs)
        view = ClauseView()
        qtbot.addWidget(view)
        session.subscribe(lambda change: view.refresh(change.clauses))
        view.resize(width, height)
        view.set_session(session)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        views.append(view)
        return view, session

    yield show
    for view in views:
        view.commit()
        view.set_session(None)
        view.close()
