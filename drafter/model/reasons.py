"""Why the system refuses to open a file, as far as that can be said in the user's language."""

from drafter.model.message import N_, Message


def reason_of(error: Exception) -> Message | str:
    """Give the reason that goes into a sentence about a file; what is rare in the system's own words.

    Args:
        error: what opening or reading it raised.
    """
    if isinstance(error, FileNotFoundError):
        return Message(N_("there is no such file"))
    if isinstance(error, PermissionError):
        return Message(N_("it may not be opened"))
    if isinstance(error, IsADirectoryError):
        return Message(N_("it is a folder"))
    return getattr(error, "strerror", None) or str(error)
