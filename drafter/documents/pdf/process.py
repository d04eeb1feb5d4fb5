"""A PDF's pages read by a process of its own, so that no file can hang the program, break it or fill its memory."""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, Final

from drafter.documents import limits
from drafter.documents.collect import Joined
from drafter.documents.errors import UnreadableError
from drafter.documents.pdf.extract import Extract, extract
from drafter.model import N_

_ROOT: Final = str(Path(__file__).resolve().parents[3])
_PROGRAM: Final = "import sys; sys.path.insert(0, sys.argv[1]); from drafter.documents.pdf.worker import main; main()"


def extract_apart(data: bytes, name: str) -> Extract:
    """Read the pages of a PDF in a process of its own; in this one where there is no Python to start.

    A page that takes too long (a map, mostly) is passed over once.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UnreadableError: it is locked, damaged, or made to exhaust its reader.
    """
    first = command("read", "0")
    if first is None:
        return extract(data, name)
    found, page = _run(first, data, name)
    if found is None and page > 1:
        found, page = _run([*first[:-1], str(page)], data, name)
    if found is None:
        raise UnreadableError(
            N_("“{name}” takes too long to read: split it, or choose the document it was made from."), name=name
        )
    return found


def command(*words: str) -> list[str] | None:
    """Give the command that starts such a process; None where there is no Python to start.

    Args:
        words: what it shall do: "read" and the number of a page to pass over, or "picture", a page's number and scale.
    """
    if getattr(sys, "frozen", False) or not sys.executable:
        return None
    return [sys.executable, "-c", _PROGRAM, _ROOT, *words]


def _run(words: list[str], data: bytes, name: str) -> tuple[Extract | None, int]:
    """Run the process; give what it found, or None and the number of the page it was stuck on."""
    process = subprocess.Popen(  # noqa: S603 -- this very Python, no shell, nothing of the file in it
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threads = [
        threading.Thread(target=_feed, args=(process.stdin, data), daemon=True),
        threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        page, patience = 0, limits.START_SECONDS
        while True:
            try:
                line = lines.get(timeout=patience)
            except queue.Empty:
                return None, page
            stage = line.strip()
            if stage[:1] in (b"{", b""):
                return _answer(line, name), page
            page = int(stage) if stage.isdigit() else page
            # Before the first page a process has to start, after the last one all lines have to be joined.
            patience = limits.START_SECONDS if stage == b"join" else limits.STUCK_SECONDS
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def _feed(stream: "IO[bytes]", data: bytes) -> None:
    try:
        stream.write(data)
        stream.close()
    except OSError:
        pass  # the process is gone, which the other side learns


def _listen(stream: "IO[bytes]", lines: "queue.SimpleQueue[bytes]") -> None:
    for line in stream:
        lines.put(line)
    lines.put(b"")


def _answer(line: bytes, name: str) -> Extract:
    """Read what the process wrote: nothing, or not all, where the file broke it or its memory did not do."""
    try:
        told: dict[str, Any] = json.loads(line)
    except ValueError:
        raise UnreadableError(
            N_("“{name}” asks for more than any page needs: print it to a new PDF, or choose what it was made from."),
            name=name,
        ) from None
    if "error" in told:
        raise UnreadableError(told["error"], **{**told["values"], "name": name})
    paragraphs = [
        Joined(text, part, None if cell is None else (cell[0], cell[1], cell[2]))
        for text, part, cell in told.pop("paragraphs")
    ]
    return Extract(paragraphs, **told)
