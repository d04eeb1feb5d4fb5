"""The rules that a user never wants to hear of, whatever is opened: a small file of their own, in no project."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from drafter.exports.atomic import write_atomically
from drafter.model import N_, DrafterError


@dataclass(frozen=True, slots=True)
class Unwanted:
    """A rule that a user never wants to hear of.

    Attributes:
        rule: its name.
        reason: why.
        author: who said so, "" where no name was given.
        time: when, UTC, ISO 8601.
    """

    rule: str
    reason: str
    author: str
    time: str


class AlwaysIgnored:
    """The rules that a user never wants to hear of.

    Example:
        >>> from drafter.review import AlwaysIgnored, Unwanted
        >>> always = AlwaysIgnored()
        >>> always.put(Unwanted("spacing.glued", "we write it so", "柳", "2026-01-05T08:00:00.000Z"))
        >>> [one.rule for one in always]
        ['spacing.glued']
    """

    def __init__(self, path: Path | None = None) -> None:
        """Begin with none.

        Args:
            path: the file that `save` writes; None where they last no longer than the program.
        """
        self._path = path
        self._rules: dict[str, Unwanted] = {}

    @classmethod
    def load(cls, path: Path) -> "AlwaysIgnored":
        """Read a user's file; where there is none yet, there are no such rules.

        Raises:
            DrafterError: it can't be read, or holds something else.
        """
        made = cls(path)
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))
            for rule, row in rows.items():
                made.put(Unwanted(rule, *(str(row[name]) for name in ("reason", "author", "time"))))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise DrafterError(
                N_("The list of rules that are always ignored can't be read: move “{name}” away to begin a new one."),
                name=path.name,
            ) from error
        return made

    def __iter__(self) -> Iterator[Unwanted]:
        """Give them in the order in which they were put there."""
        return iter(self._rules.values())

    def __contains__(self, rule: object) -> bool:
        return rule in self._rules

    def get(self, rule: str) -> Unwanted | None:
        """Give what is known of a rule, None where it is wanted."""
        return self._rules.get(rule)

    def put(self, unwanted: Unwanted) -> None:
        """Add a rule."""
        self._rules[unwanted.rule] = unwanted

    def drop(self, rule: str) -> None:
        """Take a rule out."""
        self._rules.pop(rule, None)

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises:
            DrafterError: it can't be written; the rules hold until the program ends.
        """
        if self._path is None:
            return
        rows = {
            one.rule: {"reason": one.reason, "author": one.author, "time": one.time} for one in self._rules.values()
        }
        with suppress(OSError):  # writing says what is wrong
            self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path, json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
