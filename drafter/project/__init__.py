"""The `.drafter` file: one SQLite file that holds a whole review, the documents as loaded included."""

from drafter.project.arrangement import Arrangement, packed, placed, rearranged, unpacked
from drafter.project.backup import spare_copy
from drafter.project.errors import LockedError, ProjectError, UnwritableError
from drafter.project.record import Record
from drafter.project.replay import taken_back
from drafter.project.store import SUFFIX, LockedStore, ProjectStore, read_project

__all__ = [
    "SUFFIX",
    "Arrangement",
    "LockedError",
    "LockedStore",
    "ProjectError",
    "ProjectStore",
    "Record",
    "UnwritableError",
    "packed",
    "placed",
    "read_project",
    "rearranged",
    "spare_copy",
    "taken_back",
    "unpacked",
]
