"""Looking for rubbish: not while the window is used, and once the user is away."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.gui.toolbox import sweeping
from drafter.gui.toolbox.sweeping import Sweeper


class Ring:
    """Something that only a look through all objects can clear away."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def sweeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sweeper]:
    monkeypatch.setattr(sweeping, "_AWAY", 20)
    before = gc.get_threshold()
    made = Sweeper(qapp)
    yield made
    qapp.applicationStateChanged.disconnect(made.follow)
    gc.set_threshold(*before)


def full_sweeps() -> int:
    return int(gc.get_stats()[2]["collections"])


def test_no_full_sweep_while_the_window_is_used(sweeper: Sweeper) -> None:
    before = full_sweeps()
    kept = [[Ring()] for _ in range(200_000)]
    assert full_sweeps() == before
    assert len(kept) == 200_000


def test_a_sweep_once_the_user_is_away(sweeper: Sweeper, qtbot: QtBot) -> None:
    before = full_sweeps()
    sweeper.follow(Qt.ApplicationState.ApplicationInactive)
    sweeper.follow(Qt.ApplicationState.ApplicationActive)
    qtbot.wait(60)
    assert full_sweeps() == before
    sweeper.follow(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: full_sweeps() > before)
