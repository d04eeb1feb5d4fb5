"""The window never stands still: a heartbeat in its own thread is never late by more than 50 ms."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from pytestqt.qtbot import QtBot

from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.resources import resource_path
from tests.benchmarks.made_up import made_up

_CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or Path(__file__).parents[2].parent / "shared" / "corpus")
_PAIRS = {"sample": resource_path("samples", "yunxi"), "hunan": _CORPUS / "hunan"}
_LIMIT = 50.0  # ms
_MANY = 5000
_TRIES = 8  # another program's load may hold a thread up; only a stall of our own is there every time


class Watchdog:
    """Notes how late the heartbeat comes."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.worst


@pytest.fixture(params=_PAIRS)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[MainWindow]:
    folder = _PAIRS[request.param]
    if not folder.is_dir():
        pytest.skip("the corpus is not at hand")
    yield from _window(qtbot, folder)


@pytest.fixture
def window_of_many(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window, and a long pair of files in which every other clause is damaged."""
    zh, en = zip(*made_up(_MANY), strict=True)
    (tmp_path / "zh.txt").write_text("\n".join(zh), "utf-8")
    (tmp_path / "en.txt").write_text(
        "\n".join(one + " It is so ofPM2.5." * (i % 2) for i, one in enumerate(en)), "utf-8"
    )
    yield from _window(qtbot, tmp_path)


def _window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.setProperty("folder", str(folder))
    yield made
    made.close()


def worst_gap(window: MainWindow, act: Callable[[], None]) -> float:
    """Do something, wait until it is done and shown, and tell the longest stall."""
    loop = QEventLoop()
    watchdog = Watchdog()
    QTimer.singleShot(0, act)
    done = QTimer()
    done.setInterval(100)
    done.timeout.connect(lambda: loop.quit() if not window.background.busy else None)
    QTimer.singleShot(300, done.start)
    loop.exec()
    done.stop()
    return watchdog.stop()


def least_of(tries: Callable[[], float]) -> float:
    worst = tries()
    for _try in range(_TRIES - 1):
        if worst <= _LIMIT:
            break
        worst = min(worst, tries())
    return worst


def reopen(window: MainWindow) -> float:
    folder = Path(window.property("folder"))
    assert window.files.let_go()  # what is open already would not be opened again
    return worst_gap(window, lambda: window.files.open_paths([folder / "zh.txt", folder / "en.txt"]))


def test_opening_many_clauses_stalls_nothing(window_of_many: MainWindow) -> None:
    assert least_of(lambda: reopen(window_of_many)) <= _LIMIT
    session = window_of_many.session
    assert session is not None
    assert len(session.clauses) > 0.95 * _MANY
    assert len(session.findings()) > 0.4 * _MANY


def test_nothing_stalls(window: MainWindow) -> None:
    assert least_of(lambda: reopen(window)) <= _LIMIT
    assert window.session is not None
    loaded = len(window.session.findings())

    def fix_and_undo() -> float:
        fixed = worst_gap(window, window.reviewing.apply_safe)
        assert window.session is not None
        assert len(window.session.findings()) < loaded
        return max(fixed, worst_gap(window, window.reviewing.undo))

    assert least_of(fix_and_undo) <= _LIMIT
    assert len(window.session.findings()) == loaded
    assert least_of(lambda: worst_gap(window, window.reviewing.next_finding)) <= _LIMIT


def test_showing_what_was_read_stalls_nothing(window: MainWindow) -> None:
    folder = Path(window.property("folder"))
    worst_gap(window, lambda: window.files.open_paths([folder / "zh.txt", folder / "en.txt"]))

    def look_and_leave() -> float:
        shown = worst_gap(window, window.files.show_reading)
        return max(shown, worst_gap(window, window.files.dismiss))

    assert least_of(look_and_leave) <= _LIMIT


def test_the_watchdog_sees_a_stall(window: MainWindow) -> None:
    assert worst_gap(window, lambda: time.sleep(0.12)) >= 100
