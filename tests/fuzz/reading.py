"""One damaged file read: what went wrong, if anything."""

import random
import resource
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drafter.documents import UnreadableError, read_data
from drafter.documents.bitext import read_bitext
from tests.fuzz.mutation import mutated
from tests.fuzz.seeds import FORMATS, seeds

SECONDS: Final = 5.0
MEGABYTES: Final = 500
_KILOBYTES: Final = 1024


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    Attributes:
        kind: the format it was before it was damaged.
        fault: what must not happen and did; "" for nothing.
        read: whether it could be read.
        seconds: how long it took, of the processor.
    """

    kind: str
    fault: str
    read: bool
    seconds: float


def case(number: int) -> tuple[str, bytes]:
    """Give the format and the bytes of a damaged file; the same number gives the same file."""
    made = random.Random(number)
    kind = FORMATS[number % len(FORMATS)]
    return kind, mutated(made.choice(seeds(kind)), made)


def outcome(number: int) -> Outcome:
    """Read a damaged file by every reader that would be asked."""
    kind, data = case(number)
    start = _spent()
    fault, read = "", False
    try:
        read = _read(kind, data, number)
    except UnreadableError as error:
        sentence = str(error)
        if "\n" in sentence or not sentence.startswith("“"):
            fault = f"no clear sentence: {sentence}"
    except Exception as error:  # noqa: BLE001 -- this is what is looked for
        fault = f"{type(error).__name__}: {error}"
    seconds = _spent() - start
    if seconds > SECONDS:
        fault = fault or f"took {seconds:.1f} s"
    if peak() > MEGABYTES:
        fault = fault or f"took {peak()} MB"
    return Outcome(kind, fault, read, seconds)


def peak() -> int:
    """Give the most memory that this process, or one it started, ever had, in megabytes."""
    return (
        max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // _KILOBYTES
    )


def _read(kind: str, data: bytes, number: int) -> bool:
    if kind in ("tmx", "xlf"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"a.{kind}"
            path.write_bytes(data)
            return read_bitext(path) is not None
    document = read_data(data, f"a.{kind}", view="original" if number % 3 == 0 else "final")
    for paragraph in document.paragraphs:
        # What a reader gives must be text that can be written down again.
        paragraph.text.encode("utf-8")
        if "\x00" in paragraph.text:
            raise AssertionError("a zero byte in the text")
    return True


def _spent() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)
