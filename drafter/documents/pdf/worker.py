"""The process that reads a PDF: the file comes in, the number of each page that is begun comes out.

The number 0 says that all were read; then comes what was found.
"""

import json
import sys
from dataclasses import asdict

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.documents.pdf.extract import extract


def main() -> None:
    """Read the file on the standard input, and write to the standard output."""
    _limit_memory()
    skip = int(sys.argv[2])
    data = sys.stdin.buffer.read()
    try:
        told = asdict(extract(data, "", skip={skip}, begin=lambda page: _write(b"%d" % page)))
    except UnreadableError as error:
        told = {"error": error.message.template, "values": dict(error.message.values)}
    _write(json.dumps(told).encode("ascii"))


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
