"""What can be wrong with a project file."""

from drafter.model import DrafterError


class ProjectError(DrafterError):
    """A project file can't be opened or written."""


class UnwritableError(ProjectError):
    """A project file can't be written for a reason that lies outside it: the work can go on in another file."""


class LockedError(ProjectError):
    """Somebody else has a project file open: it can be read, and not changed."""
