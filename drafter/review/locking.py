"""One writer: whoever opens a project that somebody else has open may look at it, and is told who has it."""

from pathlib import Path

from drafter.project import LockedError, LockedStore, ProjectStore


def open_store(path: Path) -> ProjectStore:
    """Open a project file to write to it, or only to read it where somebody else writes to it.

    Raises:
        ProjectError: it can't be opened.
    """
    try:
        return ProjectStore.open(path)
    except LockedError as error:
        return LockedStore(path, error)
