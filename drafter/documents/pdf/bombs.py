"""Streams that unpack to more than a page can hold, found before the PDF library unpacks them."""

import re
import zlib
from typing import Final

from drafter.documents import limits

_STREAM: Final = re.compile(rb"stream\r?\n")
_STEP: Final = limits.MEGABYTE
_LAYERS: Final = 3


def has_bomb(data: bytes) -> bool:
    """Tell whether a stream of the file unpacks beyond all measure, a packed one inside it too."""
    for match in _STREAM.finditer(data):
        start = match.end()
        # Every zlib stream begins with this byte, whatever the file says of its filters.
        if data[start : start + 1] in (b"x", b"h", b"X", b"H", b"8", b"(", b"\x18", b"\x08"):
            end = data.find(b"endstream", start)
            packed = data[start : end if end > start else len(data)]
            if _explodes(packed):
                return True
    return False


def _explodes(packed: bytes) -> bool:
    for _layer in range(_LAYERS):
        size, beginning = _unpacked(packed)
        if size > limits.PART_BYTES and size > limits.RATIO * len(packed):
            return True
        if size > limits.RATIO * len(packed) and size > limits.RATIO_FROM and beginning.startswith(b"x"):
            return True
        if not beginning.startswith(b"x"):
            return False
        packed = beginning
    return False


def _unpacked(packed: bytes) -> tuple[int, bytes]:
    """Count what a stream unpacks to, up to the limit, and give its beginning."""
    unpacker = zlib.decompressobj()
    size, beginning = 0, b""
    try:
        waiting = packed
        while waiting and not unpacker.eof and size <= limits.PART_BYTES:
            chunk = unpacker.decompress(waiting, _STEP)
            if not chunk:
                break
            size += len(chunk)
            beginning = beginning if len(beginning) >= _STEP else beginning + chunk
            waiting = unpacker.unconsumed_tail
    except zlib.error:
        pass  # broken or no zlib stream at all: the library will see it the same way
    return size, beginning
