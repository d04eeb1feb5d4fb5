"""Looking for rubbish: in the window's thread, little by little, and everything once the user is away."""

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.gui.toolbox import sweeping
from drafter.gui.toolbox.sweeping import Sweeper


class Ring:
    """Something that only a look through the objects can clear away.

    Attributes:
        swept_in: the threads in which such things were cleared away.
    """

    swept_in: ClassVar[list[threading.Thread]] = []

    def __init__(self) -> None:
        self.self = self
        self.stuff = [[] for _ in range(20)]  # type: ignore[var-annotated]

    def __del__(self) -> None:
        Ring.swept_in.append(threading.current_thread())


@pytest.fixture
def sweeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sweeper]:
    monkeypatch.setattr(sweeping, "_AWAY", 20)
    monkeypatch.setattr(sweeping, "_TICK", 10)
    Ring.swept_in.clear()
    made = Sweeper(qapp)
    yield made
    qapp.applicationStateChanged.disconnect(made.follow)
    made.rest()
    gc.disable()  # as `swept` has it


def test_nothing_is_swept_in_another_thread(sweeper: Sweeper, qtbot: QtBot) -> None:
    def work() -> None:
        for _ in range(300):
            Ring()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert Ring.swept_in == []
    qtbot.waitUntil(lambda: len(Ring.swept_in) == 300)
    assert set(Ring.swept_in) == {threading.main_thread()}


def test_too_much_is_left_until_the_user_is_away(sweeper: Sweeper, qtbot: QtBot) -> None:
    rings = [Ring() for _ in range(3_000)]
    last = weakref.ref(rings[-1])
    rings.clear()
    qtbot.wait(60)
    assert last() is not None
    sweeper.follow(Qt.ApplicationState.ApplicationInactive)
    sweeper.follow(Qt.ApplicationState.ApplicationActive)
    qtbot.wait(60)
    assert last() is not None
    sweeper.follow(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: last() is None)


def test_what_is_in_use_is_looked_at_once(sweeper: Sweeper) -> None:
    kept = [[Ring()] for _ in range(100)]
    sweeper.look()
    assert gc.get_count()[0] < 100
    assert gc.get_freeze_count() > 2_000
    assert len(kept) == 100
