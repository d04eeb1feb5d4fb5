"""A file is written beside its place and moved there whole: nobody ever finds half of one."""

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from drafter.model import N_, DrafterError

_SHARING_VIOLATIONS: Final = (5, 32, 33)
"""What Windows answers where another program holds the file open."""

_NO_SPACE: Final = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that its place holds either the old bytes or all of the new ones.

    A link is followed: the file it points to is replaced, the link stays. What is no file (a pipe, `/dev/null`) is
    written into, for nothing may come in its place.

    Raises:
        DrafterError: where the file can't be written, saying what to do.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced all the same
            raise DrafterError(
                N_("“{file}” was not saved: the file of that name is write-protected. Choose another name."),
                file=target.name,
            )
        _write(beside, data)
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)  # noqa: PTH105 -- the one call that replaces in a single step everywhere
    except OSError as error:
        raise _explained(error, target) from error
    finally:
        # Of the file that was moved nothing is left to remove; of any other, no trace may stay in the user's folder.
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Write and wait until the disk has it: a full disk often shows only now."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _explained(error: OSError, target: Path) -> DrafterError:
    """Say in one sentence what went wrong, where, and what to do."""
    file, folder = target.name, str(target.parent)
    if error.errno in _NO_SPACE:
        return DrafterError(
            N_("“{file}” was not saved: the disk is full. Free some space or choose another folder."), file=file
        )
    if isinstance(error, PermissionError):
        return _forbidden(error, target)
    if error.errno == errno.EROFS:
        return DrafterError(
            N_("“{file}” was not saved: the folder “{folder}” is read-only. Choose another folder."),
            file=file,
            folder=folder,
        )
    if isinstance(error, NotADirectoryError):
        return DrafterError(
            N_("“{file}” was not saved: “{folder}” is a file and no folder. Choose another folder."),
            file=file,
            folder=folder,
        )
    if isinstance(error, FileNotFoundError):
        return DrafterError(
            N_("“{file}” was not saved: the folder “{folder}” does not exist. Choose another folder."),
            file=file,
            folder=folder,
        )
    if isinstance(error, IsADirectoryError):
        return DrafterError(N_("“{file}” was not saved: a folder has that name. Choose another name."), file=file)
    if error.errno == errno.ENAMETOOLONG:
        return DrafterError(N_("“{file}” was not saved: the name is too long. Choose a shorter name."), file=file)
    return DrafterError(
        N_("“{file}” was not saved in “{folder}”: {reason}. Choose another folder."),
        file=file,
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )


def _forbidden(error: PermissionError, target: Path) -> DrafterError:
    """Tell a file that another program holds from a folder where nobody may write."""
    held = getattr(error, "winerror", None) in _SHARING_VIOLATIONS
    is_there = os.path.exists(target)  # noqa: PTH110 -- answers where Path.exists would raise
    if is_there and (held or os.access(target.parent, os.W_OK)):
        return DrafterError(
            N_("“{file}” was not saved: it is open in another program. Close it there and save again."),
            file=target.name,
        )
    return DrafterError(
        N_("“{file}” was not saved: you may not write in the folder “{folder}”. Choose another folder."),
        file=target.name,
        folder=str(target.parent),
    )
