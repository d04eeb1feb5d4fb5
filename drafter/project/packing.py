"""The bytes of the documents as a project file has them: packed, and unpacked with suspicion."""

import zlib
from typing import Final

MOST_BYTES: Final = 100_000_000
"""More than any reader takes, so that no project holds more."""


def packed(data: bytes) -> bytes:
    """Pack the bytes of a file."""
    return zlib.compress(data)


def unpacked_data(data: bytes) -> bytes:
    """Give the bytes of a file again.

    Raises:
        ValueError: they are damaged, or far more than any file that was loaded.
    """
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise ValueError("packed data") from error
    if not unpacking.eof:
        raise ValueError("packed data")
    return found
