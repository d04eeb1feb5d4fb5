"""Whether a file lies on a disk of this machine: only there may a database share memory between programs."""

import os
import re
import sys
from pathlib import Path
from typing import Final

from drafter.project.process import said

_LOCAL: Final = frozenset(
    (
        "apfs", "bcachefs", "btrfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "hfs", "hfsplus", "jfs", "msdos", "ntfs",
        "ntfs3", "overlay", "ramfs", "reiserfs", "tmpfs", "ufs", "vfat", "xfs", "zfs",
    )
)  # fmt: skip
"""Kinds of file systems that are known to lie on this machine; whatever else there is may be a share."""
_OCTAL: Final = re.compile(r"\\([0-7]{3})")
_DRIVES: Final = (2, 3, 6)  # removable, fixed, in memory


def is_local(path: Path) -> bool:
    """Tell whether a file lies on a disk of this machine; where that can't be told, it does not."""
    try:
        place = os.path.realpath(path)
        if sys.platform == "win32":
            import ctypes

            drive = os.path.splitdrive(place)[0]
            return len(drive) == 2 and ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") in _DRIVES
        if sys.platform == "darwin":
            return "local" in _kind(place, mac_mounts(said("/sbin/mount"))).split(", ")
        return _kind(place, linux_mounts(Path("/proc/self/mountinfo").read_text(encoding="utf-8"))) in _LOCAL
    except (OSError, ValueError):
        return False


def linux_mounts(table: str) -> list[tuple[str, str]]:
    """Read the kernel's table of mounts: pairs of place and kind, a later one lying over an earlier."""
    rows = (line.partition(" - ") for line in table.splitlines())
    return [
        (_OCTAL.sub(lambda code: chr(int(code[1], 8)), before.split()[4]), after.split()[0])
        for before, _mark, after in rows
        if after
    ]


def mac_mounts(table: str) -> list[tuple[str, str]]:
    """Read what macOS says of its mounts: pairs of place and what there is to know of it."""
    rows = (re.fullmatch(r".* on (/.*) \((.*)\)", line) for line in table.splitlines())
    return [(row[1], row[2]) for row in rows if row]


def _kind(place: str, mounts: list[tuple[str, str]]) -> str:
    within = [
        (len(mount), number, kind)
        for number, (mount, kind) in enumerate(mounts)
        if mount == "/" or place == mount or place.startswith(mount + "/")
    ]
    return max(within)[2] if within else ""
