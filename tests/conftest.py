"""What every test may rely on: a home of its own, English, no screen, no network, and silence.

A test that expects a log record says which, `@pytest.mark.logs("regular expression")`; one that expects a message of
Qt, pytest-qt's `@pytest.mark.qt_log_ignore("regular expression")`.
"""

import gc
import itertools
import logging
import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything can start Qt

from drafter.i18n import set_language

_LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "QT_IM_MODULE")
_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
_NEEDS_QT = ("gui", "e2e")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Keep the settings of pytest-qt known where it is left out because Qt does not start."""
    if not pluginmanager.has_plugin("pytest-qt"):
        parser.addini("qt_api", "unused without pytest-qt")
        parser.addini("qt_log_level_fail", "unused without pytest-qt")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs(*patterns): the log records at WARNING or above that the test expects")


def pytest_collection_finish() -> None:
    """Take what was collected out of the sight of the garbage collector.

    Thousands of tests live until the end of the run: to walk over them each time takes a second or more, which would
    be counted as the time of whatever is being measured then.
    """
    gc.collect()
    gc.freeze()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the tests of the window out where Qt does not start."""
    if config.pluginmanager.has_plugin("pytest-qt"):
        return None
    return True if collection_path.parent == Path(__file__).parent and collection_path.name in _NEEDS_QT else None


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _home_of_its_own(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets the settings or files of the person who runs it, nor those of another test."""
    home = next(_homes)
    home.mkdir()
    for name, place in _HOME_VARIABLES.items():
        monkeypatch.setenv(name, str(home / place))


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Words are English, whatever the machine speaks and whatever the test before chose."""
    for name in _LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    # `set_language` writes LANGUAGE too; what it was comes back with the rest.
    monkeypatch.setenv("LANGUAGE", "en")
    set_language("en")
    yield
    set_language("en")


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """A log record at WARNING or above that the test did not announce fails it."""
    handler = _Records()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    patterns = [pattern for mark in request.node.iter_markers("logs") for pattern in mark.args]
    stray = [
        f"{record.name} {record.levelname}: {record.getMessage()}"
        for record in handler.records
        if not any(re.search(pattern, record.getMessage()) for pattern in patterns)
    ]
    if stray:
        pytest.fail("stray log records:\n" + "\n".join(stray), pytrace=False)


def _outside(family: int, address: object) -> bool:
    host = address[0] if isinstance(address, tuple) else None
    return family in (socket.AF_INET, socket.AF_INET6) and host not in ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that leaves the machine fails the test; `pytest.fail` gets past any `except Exception`."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded_connect(self: socket.socket, address: object) -> None:
        if _outside(self.family, address):
            pytest.fail(f"a connection to {address} was tried: the program works offline")
        connect(self, address)  # type: ignore[arg-type]

    def guarded_connect_ex(self: socket.socket, address: object) -> int:
        if _outside(self.family, address):
            pytest.fail(f"a connection to {address} was tried: the program works offline")
        return connect_ex(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
