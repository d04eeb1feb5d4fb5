"""Whether somebody has a file open: outside Windows it can be replaced all the same, but a mark beside it tells."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from drafter.model import N_, Message

_HELD: Final = N_(
    "“{name}” seems to be open in another program: close it there without saving, or what is written now is lost."
)
_SHORT, _LONG = 6, 8
"""Letters of a name, without its ending, up to which Word puts its mark before it, and from which in place of two."""


def held_open(path: Path) -> Message | None:
    """Tell of a file that is there and that another program seems to have open.

    Args:
        path: the file that is to be written.

    Returns:
        What the user should know; None where nothing speaks for it.
    """
    try:
        is_held = path.is_file() and any(path.with_name(name).is_file() for name in _marks(path))
    except (OSError, ValueError):  # a name that is too long, a folder that may not be looked into
        return None
    return Message(_HELD, {"name": path.name}) if is_held else None


def _marks(path: Path) -> Iterator[str]:
    """Give the names of what office programs leave beside a file while it is open."""
    name, letters = path.name, len(path.stem)
    yield f".~lock.{name}#"  # LibreOffice
    yield f".~{name}"  # WPS
    yield f"~${name}"  # Excel, PowerPoint; Word where the name is short
    if letters > _SHORT:
        yield f"~${name[2 if letters >= _LONG else 1 :]}"
