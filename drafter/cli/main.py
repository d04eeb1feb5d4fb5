"""The program's start: the language, the streams, the command, and every error as one sentence."""

import errno
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from drafter.cli.output import say
from drafter.cli.status import DONE, UNREADABLE, USAGE
from drafter.i18n import LANGUAGES, Language, _, set_language, shown, system_language
from drafter.model import N_, DrafterError

_INTERRUPTED = 130
_OUTPUT_FAILS = (errno.ENOSPC, errno.EIO, errno.EINVAL)  # the last: how Windows says that the reader has gone


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
    if not words and _has_display():
        try:
            from drafter.gui.app import run
        except ImportError as error:
            say(_(N_("The window can't open on this computer: {why}. The demonstration runs instead."), why=error))
        else:
            return run()
    return _run(words or ["demo"])


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(words: Sequence[str]) -> int:
    try:
        from drafter.cli.parser import build_parser

        chosen = build_parser().parse_args(words)
        status = int(chosen.run(chosen))
        sys.stdout.flush()  # here, where a full disk or a reader who left is still answered for
        return status
    except SystemExit as stop:  # how argparse ends after help or bad usage
        return stop.code if isinstance(stop.code, int) else USAGE
    except DrafterError as error:
        say(shown(error.message))
        return UNREADABLE
    except KeyboardInterrupt:
        say(_(N_("Stopped.")))
        return _INTERRUPTED
    except BrokenPipeError:
        return _leave_output(DONE)  # whoever read our output has seen enough
    except Exception as error:  # noqa: BLE001 -- no traceback ever reaches a user
        if isinstance(error, OSError) and error.errno in _OUTPUT_FAILS:
            say(_(N_("The output can't be written: {why}."), why=error.strerror))
            return _leave_output(UNREADABLE)
        say(_(N_("Something unexpected went wrong ({kind}). Details were written to “{log}”."),
              kind=type(error).__name__, log=_log(error)))  # fmt: skip
        return UNREADABLE


def _leave_output(status: int) -> int:
    """Have what is left in the buffer go nowhere, or it would fail once more at the very end."""
    with suppress(OSError, ValueError):  # a stream that is no file has no number
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    return status


def _asked_language(words: Sequence[str]) -> Language | None:
    """Find `--lang zh` or `--lang=zh` before the parser is built, since its own words are translated too."""
    asked: Language | None = None
    for word, following in zip(words, [*words[1:], ""], strict=False):
        wanted = following if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        asked = next((known for known in LANGUAGES if wanted == known), asked)  # the last one counts, as in the parser
    return asked


def _survive_any_console() -> None:
    """Escape what a console can't show (a GBK console has no ³), instead of failing on it."""
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 -- the stream of the whole run
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _log(error: Exception) -> Path | Literal[""]:
    """Keep the details of an unexpected error where a supporter can find them; say where."""
    try:
        from platformdirs import user_log_path

        path = user_log_path("drafter", appauthor=False, ensure_exists=True) / "drafter.log"
        handler = logging.FileHandler(path, encoding="utf-8")
    except (OSError, ImportError):
        return ""
    trace = (type(error), error, error.__traceback__)
    record = logging.LogRecord("drafter", logging.ERROR, "", 0, "unexpected", None, trace)

    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.emit(record)
    handler.close()
    return path
