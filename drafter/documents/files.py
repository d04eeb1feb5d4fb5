"""A path to bytes, with every failure told in a sentence."""

import os
import stat
from pathlib import Path

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_

_OLDER = "gb18030"


def shown_name(path: Path) -> str:
    """Give the file's name without its folder, for messages and reviews.

    On Linux a name is bytes: one that is no UTF-8 was mostly unpacked from an archive made under Chinese Windows.
    """
    name = path.name or str(path)
    try:
        name.encode()
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass" if os.name == "nt" else "surrogateescape").decode(_OLDER, "replace")
    return name


def read_bytes(path: Path) -> bytes:
    """Read a whole file.

    Args:
        path: the file.

    Raises:
        UnreadableError: no such file, a folder or device, no permission, empty, too large, or a failing disk.
    """
    name = shown_name(path)
    try:
        _require_file(path, name)
        with path.open("rb") as file:
            # One byte more than allowed: the file may have grown since it was looked at.
            data = file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError(
            N_("“{name}” was not found: check the name and the folder, or choose the file again."), name=name
        ) from None
    except PermissionError:
        raise UnreadableError(
            N_("“{name}” may not be opened: close it in other programs, or ask for the right to read it."), name=name
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(
            N_("“{name}” can't be read ({reason}): copy it to this computer and choose the copy."),
            name=name,
            reason=reason,
        ) from None
    if not data:
        raise UnreadableError(N_("“{name}” is empty (0 bytes): choose another copy of the file."), name=name)
    _require_size(len(data), name)
    return data


def _require_file(path: Path, name: str) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(N_("“{name}” is a folder: choose a file inside it."), name=name)
    if not stat.S_ISREG(status.st_mode):
        # A pipe or device could block for ever.
        raise UnreadableError(N_("“{name}” is not a file that can be read: choose a document."), name=name)
    _require_size(status.st_size, name)


def _require_size(size: int, name: str) -> None:
    if size > limits.FILE_BYTES:
        raise UnreadableError(
            N_("“{name}” is larger than {limit} MB: remove its pictures or split it, then choose it again."),
            name=name,
            limit=limits.FILE_BYTES // limits.MEGABYTE,
        )
