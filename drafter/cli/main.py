"""The program's start: the language, the streams, the command, and every error as one sentence."""

import logging
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from drafter.cli.output import say
from drafter.i18n import LANGUAGES, Language, _, set_language, shown, system_language
from drafter.model import N_, DrafterError

DONE, FOUND, USAGE, UNREADABLE = 0, 1, 2, 3
"""The exit statuses of every command: done, findings at or above the asked severity, bad usage, unreadable input."""

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: what stands behind the program's name; None for the process's own.

    Returns:
        The exit status.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _survive_any_console()
    set_language(_asked_language(words) or system_language())
    if not words and find_spec("drafter.gui") and _has_display():
        from drafter.gui.app import run

        return run()
    return _run(words or ["demo"])


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(words: Sequence[str]) -> int:
    from drafter.cli.parser import build_parser

    try:
        chosen = build_parser().parse_args(words)
        return int(chosen.run(chosen))
    except SystemExit as stop:  # how argparse ends after help or bad usage
        return stop.code if isinstance(stop.code, int) else USAGE
    except DrafterError as error:
        say(shown(error.message))
        return UNREADABLE
    except KeyboardInterrupt:
        say(_(N_("Stopped.")))
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone; what is left in the buffer must not fail at the end again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 -- no traceback ever reaches a user
        say(_(N_("Something unexpected went wrong ({kind}). Details were written to “{log}”."),
              kind=type(error).__name__, log=_log(error)))  # fmt: skip
        return UNREADABLE


def _asked_language(words: Sequence[str]) -> Language | None:
    """Find `--lang zh` or `--lang=zh` before the parser is built, since its own words are translated too."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        wanted = following if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        for known in LANGUAGES:
            if wanted == known:
                return known
    return None


def _survive_any_console() -> None:
    """Escape what a console can't show (a GBK console has no ³), instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _log(error: Exception) -> Path | Literal[""]:
    """Keep the details of an unexpected error where a supporter can find them; say where."""
    from platformdirs import user_log_path

    try:
        path = user_log_path("drafter", appauthor=False, ensure_exists=True) / "drafter.log"
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        return ""
    trace = (type(error), error, error.__traceback__)
    record = logging.LogRecord("drafter", logging.ERROR, "", 0, "unexpected", None, trace)

    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.emit(record)
    handler.close()
    return path
