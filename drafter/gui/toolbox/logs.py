"""The log: what went wrong and where in the program, never a word of anybody's document."""

import logging
import platform
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from platformdirs import user_log_path
from PySide6.QtCore import qVersion

from drafter import __version__

_BYTES: Final = 500_000
_FILES: Final = 3


def log_folder() -> Path:
    """Give the folder in which the log stands."""
    return user_log_path("drafter", appauthor=False)


def log_to_file() -> None:
    """Keep a log from now on, in a few files of which the oldest goes; without one where it can't be written."""
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "drafter.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return  # a place without a log is no reason not to start
    handler.setFormatter(SilentFormatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("drafter").addHandler(handler)


def report(error: BaseException) -> str:
    """Tell where in the program an error came up, and of what kind it is.

    What the error says of itself is left out: it may quote the text that was worked on, and a report is sent to others.
    """
    lines = [f"Drafter {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"]
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        lines.append(_kind(one))
        lines += [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in _frames(one)]
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if one is not None:
            lines.append("after")
    return "\n".join(lines)


class SilentFormatter(logging.Formatter):
    """Writes a record with the report of its error in place of the error's own words."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, and the report below it."""
        bare = logging.makeLogRecord({**record.__dict__, "exc_info": None, "exc_text": None, "stack_info": None})
        line = super().format(bare)
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        return f"{line}\n{report(error)}" if error is not None else line


def _kind(error: BaseException) -> str:
    name = type(error).__qualname__
    number = getattr(error, "errno", None)
    return f"{name} ({number})" if isinstance(number, int) else name


def _frames(error: BaseException) -> traceback.StackSummary:
    return traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)


def _module(file: str) -> str:
    """Name a file from the package on: what stands before it is somebody's home."""
    parts = Path(file).parts
    for start in ("site-packages", "drafter", "lib"):
        if start in parts:
            return "/".join(parts[parts.index(start) :])
    return parts[-1] if parts else "?"
