"""Names for the files that stand beside a project file while it is open or written."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

_LONGEST = 200  # bytes of the project's name; most systems take 255 altogether


def beside(path: Path, ending: str) -> Path:
    """Give the name of a file that belongs to a project file: hidden, and not of a kind that a list of projects shows.

    Args:
        path: the project file.
        ending: what tells it from others, such as "lock".
    """
    name = path.name
    if len(os.fsencode(name)) > _LONGEST:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()[:32]
    return path.with_name(f".~{name}.{ending}")


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names that a folder holds, where the system can be asked for that."""
    with suppress(OSError):  # Windows opens no folders; it keeps names without being asked
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
