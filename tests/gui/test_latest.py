"""Questions answered beside the window's thread: only the newest answer counts, and no error is lost."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from drafter.gui.toolbox.latest import Latest


@pytest.fixture
def latest(qtbot: QtBot) -> Iterator[Latest]:
    parent = QObject()
    yield Latest(parent)
    parent.deleteLater()


def answer(word: str, begun: Event, go_on: Event) -> Callable[[], str]:
    def say() -> str:
        begun.set()
        go_on.wait(20)
        return word

    return say


def test_of_what_is_asked_meanwhile_only_the_last_is_answered(qtbot: QtBot, latest: Latest) -> None:
    told: list[object] = []
    asked: list[str] = []

    def noted(word: str) -> str:
        asked.append(word)
        return word

    latest.answered.connect(told.append)
    begun, go_on = Event(), Event()
    latest.ask(answer("first", begun, go_on))
    qtbot.waitUntil(begun.is_set)
    for word in ("second", "third"):
        latest.ask(partial(noted, word))
    with qtbot.waitSignal(latest.settled, timeout=20_000):
        go_on.set()
    assert (told, asked) == (["third"], ["third"])


def test_an_answer_that_nobody_wants_any_more_is_not_told(qtbot: QtBot, latest: Latest) -> None:
    told: list[object] = []
    latest.answered.connect(told.append)
    begun, go_on = Event(), Event()
    latest.ask(answer("first", begun, go_on))
    qtbot.waitUntil(begun.is_set)
    latest.drop()
    with qtbot.waitSignal(latest.settled, timeout=20_000):
        go_on.set()
    assert told == []
    latest.ask(lambda: "again")
    qtbot.waitUntil(lambda: told == ["again"])
    latest.finish()


def test_an_error_is_raised_in_the_window_s_thread(qtbot: QtBot, latest: Latest) -> None:
    def fail() -> None:
        raise LookupError("lost")

    with qtbot.captureExceptions() as errors, qtbot.waitSignal(latest.settled, timeout=20_000):
        latest.ask(fail)
    assert [str(error) for _kind, error, _trace in errors] == ["lost"]


def test_an_error_of_a_question_that_was_asked_anew_is_not_told(qtbot: QtBot, latest: Latest) -> None:
    told: list[object] = []
    latest.answered.connect(told.append)
    begun, go_on = Event(), Event()

    def fail() -> None:
        begun.set()
        go_on.wait(20)
        raise KeyError("the clause that was joined")

    for turn, again in enumerate((lambda: latest.ask(lambda: "anew"), latest.drop)):
        begun.clear()
        go_on.clear()
        latest.ask(fail)
        qtbot.waitUntil(begun.is_set)
        again()
        with qtbot.captureExceptions() as errors, qtbot.waitSignal(latest.settled, timeout=20_000):
            go_on.set()
        assert (errors, told) == ([], ["anew"]), turn


def test_what_is_asked_while_all_is_held_is_asked_again_afterwards(qtbot: QtBot, latest: Latest) -> None:
    told: list[object] = []
    latest.answered.connect(told.append)
    begun, go_on = Event(), Event()
    answers = iter(("torn", "whole"))

    def say() -> str:
        begun.set()
        go_on.wait(20)
        return next(answers)

    latest.ask(say)
    qtbot.waitUntil(begun.is_set)
    latest.hold(held=True)
    go_on.set()
    qtbot.waitUntil(lambda: latest._worker is None)
    qtbot.wait(50)
    assert told == []
    assert next(answers, None) == "whole", "nothing was begun while it was held"
    answers = iter(("whole",))
    latest.hold(held=False)
    qtbot.waitUntil(lambda: told == ["whole"])
    latest.hold(held=True)
    latest.hold(held=False)
    qtbot.wait(50)
    assert told == ["whole"], "what was answered is not asked again"
