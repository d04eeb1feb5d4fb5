"""What can be wrong with a project file."""

from drafter.model import DrafterError


class ProjectError(DrafterError):
    """A project file can't be opened or written."""
