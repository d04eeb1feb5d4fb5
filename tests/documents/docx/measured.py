"""What reading a file costs, measured in a process of its own."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

import pytest

_SCRIPT: Final = """
import json, resource, sys
from pathlib import Path
from drafter.documents import UnreadableError, read_document
try:
    paragraphs = len(read_document(Path(sys.argv[1])).paragraphs)
except UnreadableError:
    paragraphs = None
usage = resource.getrusage(resource.RUSAGE_SELF)
status = Path("/proc/self/status")
if status.exists():
    # A process of Linux is born with the greatest size of the one that made it.
    (line,) = [one for one in status.read_text().splitlines() if one.startswith("VmHWM")]
    kilobytes = int(line.split()[1])
else:
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
print(json.dumps([paragraphs, usage.ru_utime + usage.ru_stime, kilobytes / 1024]))
"""

needs_usage = pytest.mark.skipif(
    importlib.util.find_spec("resource") is None, reason="this system does not tell what a process has used"
)


class Cost(NamedTuple):
    """What reading took.

    Attributes:
        paragraphs: how many there were, None if the file was refused.
        seconds: of the processor.
        megabytes: of memory at most.
    """

    paragraphs: int | None
    seconds: float
    megabytes: float


def measured(path: Path) -> Cost:
    """Read a file in a process of its own."""
    command = [sys.executable, "-c", _SCRIPT, str(path)]
    answer = subprocess.run(command, capture_output=True, check=True, timeout=120, cwd=Path(__file__).parents[3])
    return Cost(*json.loads(answer.stdout))
