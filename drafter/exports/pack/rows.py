"""A clause as it is sent out: its texts, what is wrong with them, and what it is known by when it comes back."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.quality.types import nearest
from drafter.i18n import shown
from drafter.model import Message, Severity, State

_LENGTH: Final = 12
_CHECK: Final = re.compile(rf"k([0-9a-f]{{{_LENGTH}}})-([0-9a-f]{{{_LENGTH}}})")


@dataclass(frozen=True, slots=True)
class PackError:
    """Something that is wrong in a clause.

    Attributes:
        rule: the rule that found it, or the error type that a reviewer gave it.
        type: its error type.
        severity: how bad it is.
        text: the words it is about.
        message: what is wrong.
    """

    rule: str
    type: str
    severity: Severity
    text: str
    message: Message

    def kind(self) -> str:
        """Give the rule with the nearest error type of MQM, which is in English everywhere."""
        return f"{self.rule} ({nearest(self.type)})"

    def sentence(self) -> str:
        """Say in the user's language what is wrong."""
        words = " ".join(self.text.split())
        return f"[{self.severity}] {words + ': ' if words else ''}{shown(self.message)}"


@dataclass(frozen=True, slots=True)
class PackRow:
    """A clause that is sent out.

    Attributes:
        clause: its id.
        state: how far it is.
        source: what is translated, as corrected.
        loaded: the translation as it was loaded.
        target: the translation as corrected so far, which whoever gets the pack works on.
        errors: what is wrong.
    """

    clause: int
    state: State
    source: str
    loaded: str
    target: str
    errors: Sequence[PackError] = ()

    @property
    def check(self) -> "Check":
        """What it is known by."""
        return Check.of(self.clause, self.source, self.target)


@dataclass(frozen=True, slots=True)
class Check:
    """What tells whether a row that comes back is about the texts that were sent, and about these still.

    Attributes:
        source: stands for the clause's number and the source.
        target: stands for the translation as it was sent.
    """

    source: str
    target: str

    @classmethod
    def of(cls, clause: int, source: str, target: str) -> "Check":
        """Make the check of some texts; how blanks and line ends are written makes no difference."""
        return cls(_digest(str(clause), source), _digest(target))

    @classmethod
    def read(cls, written: str) -> "Check | None":
        """Read a check as a table has it; None where it is none."""
        found = _CHECK.fullmatch(written.strip().lower())
        return cls(found[1], found[2]) if found else None

    def __str__(self) -> str:
        # The letter keeps a spreadsheet from taking it for a number.
        return f"k{self.source}-{self.target}"


def _digest(*texts: str) -> str:
    words = "\0".join(" ".join(legal(text).split()) for text in texts)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
