"""What a command writes: JSON lines, sentences, tables, and progress where somebody watches."""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from drafter.i18n import _
from drafter.model import N_

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def say(sentence: str) -> None:
    """Write one line to the error stream, whatever a file's name may hold."""
    print(_CONTROLS.sub(" ", sentence), file=sys.stderr)  # noqa: T201 -- this is the command line's own voice


def put(text: str) -> None:
    """Write text to the output, as it is."""
    sys.stdout.write(text)


def json_line(row: Mapping[str, object]) -> str:
    """Write a record as one line of JSON, in characters that the output can carry."""
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "").replace("_", "")
    text = json.dumps(row, ensure_ascii=encoding not in ("utf8", "utf8sig"))
    # A lone surrogate of a damaged file is no character and must be escaped in any encoding.
    return text if not _has_surrogates(text) else json.dumps(row, ensure_ascii=True)


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= ch <= "\udfff" for ch in text)


def deliver(lines: Iterable[str], out: Path | None) -> None:
    """Write lines to a file in UTF-8, or to the output.

    Raises:
        DrafterError: the file can't be written.
    """
    if out is None:
        for line in lines:
            put(line + "\n")
        return
    from drafter.review import write_text

    write_text("".join(line + "\n" for line in lines), out)


@contextmanager
def progress(what: str) -> Iterator[Callable[[float], None]]:
    """Show how far a piece of work has come, where the error stream is a terminal.

    Args:
        what: what is being done.

    Yields:
        A function to be told the share done, 0 to 1.
    """
    if not sys.stderr.isatty():
        yield lambda _share: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda share: bar.update(task, completed=share)


def written(path: Path) -> None:
    """Say that a file was written."""
    say(_(N_("Written: {path}"), path=path))
