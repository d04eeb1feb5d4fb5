"""What the settings remember of a review that was open: enough to offer it again without opening it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Remembered:
    """A review as it was when it was let go.

    Attributes:
        title: what it is called.
        files: names of the files that were read for it.
        opened: when it was last open, UTC, ISO 8601; "" where that isn't known.
        clauses: how many clauses it has; 0 where nobody has counted yet.
        reviewed: how many of them are reviewed or finished.
        critical: how many critical findings were open.
    """

    title: str = ""
    files: list[str] = field(default_factory=list)
    opened: str = ""
    clauses: int = 0
    reviewed: int = 0
    critical: int = 0

    @classmethod
    def of(cls, kept: object) -> "Remembered | None":
        """Take what a settings file says of a review; None where it makes no sense.

        Args:
            kept: an object by its attributes, or the title alone, as earlier versions wrote it.
        """
        if isinstance(kept, str):
            return cls(kept)
        if not isinstance(kept, Mapping):
            return None
        plain = cls()
        sound = {
            one.name: kept[one.name]
            for one in fields(cls)
            if one.name in kept and type(kept[one.name]) is type(getattr(plain, one.name))
        }
        if not all(isinstance(name, str) for name in sound.get("files", ())):
            del sound["files"]
        return cls(**sound)
