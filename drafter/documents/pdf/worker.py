"""The process that reads a PDF, or draws a page of it: the file comes in, and a line comes out for all that is begun.

It says "open" when it begins to open the file, the number of each page, "join" when all are read; then what it found.
"""

import json
import sys
from dataclasses import asdict

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.documents.pdf.extract import extract
from drafter.documents.pdf.pictures import picture


def main() -> None:
    """Read the file on the standard input, and write to the standard output."""
    _limit_memory()
    data = sys.stdin.buffer.read()
    if sys.argv[2] == "picture":
        sys.stdout.buffer.write(picture(data, int(sys.argv[3]), float(sys.argv[4])))
        return
    skip = int(sys.argv[3])
    _write(b"open")
    try:
        told = asdict(extract(data, "", skip={skip}, begin=_begin))
    except UnreadableError as error:
        told = {"error": error.message.template, "values": dict(error.message.values)}
    _write(json.dumps(told).encode("ascii"))


def _begin(page: int) -> None:
    _write(b"%d" % page if page else b"join")


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _limit_memory() -> None:
    """Let the process fail rather than the computer; Windows knows no such limit."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.PROCESS_BYTES, limits.PROCESS_BYTES))
    except (ImportError, OSError, ValueError):
        return
