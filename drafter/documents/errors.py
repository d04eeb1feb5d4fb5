"""What leaves this room when a file can't be read."""

from drafter.model import DrafterError


class UnreadableError(DrafterError):
    """A file can't be read: the message says what it is, where it stops, and what to do.

    The value `name` of the message is the file's name without its folder.
    """
