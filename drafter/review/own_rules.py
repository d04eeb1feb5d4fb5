"""Rules that a review brings along: kept in its project file, in force beside the user's own wherever it is open."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter.checks import OwnRule, OwnRulesError, own_rules_of
from drafter.model import N_, DrafterError, Message, Notice, reason_of

if TYPE_CHECKING:
    from drafter.review.session import ReviewSession

OWN_RULES: Final = "own_rules"
"""The setting of a review that holds them."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file of rules that a review keeps.

    Attributes:
        name: what it is called.
        text: what it holds.
    """

    name: str
    text: str

    @classmethod
    def of(cls, path: Path) -> "RuleFile":
        """Read a file.

        Raises:
            DrafterError: it can't be read as text.
        """
        try:
            return cls(path.name, path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise DrafterError(
                N_("The rules “{name}” can't be read: {why}."), name=path.name, why=reason_of(error)
            ) from None

    @property
    def rules(self) -> tuple[OwnRule, ...]:
        """The rules that it holds.

        Raises:
            OwnRulesError: it can't be used.
        """
        return own_rules_of([(Path(self.name), self.text.encode())])


def files_kept(settings: Mapping[str, str]) -> tuple[RuleFile, ...]:
    """Give the files of rules that a review's settings hold; what no program of ours wrote holds none."""
    try:
        rows = json.loads(settings.get(OWN_RULES, "") or "[]")
        return tuple(RuleFile(str(row["name"]), str(row["text"])) for row in rows)
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


def rules_kept(settings: Mapping[str, str]) -> tuple[OwnRule, ...]:
    """Give the rules of a review's settings; those of a file that can't be used are left out, see `trouble_with`."""
    return tuple(_sound(files_kept(settings)).values())


def trouble_with(settings: Mapping[str, str]) -> Iterator[Notice]:
    """Say which of the rules in a review's settings can't be used, and why."""
    for file in files_kept(settings):
        try:
            _ = file.rules
        except OwnRulesError as error:
            yield Notice(
                Message(N_("Rules of this review are not in force: {why}"), {"why": error.message}), warning=True
            )


def keep_rules(session: "ReviewSession", files: Iterable[RuleFile]) -> None:
    """Have a review keep files of rules, and check everything anew by them.

    Args:
        session: the review.
        files: all that it shall keep; none for no rules.

    Raises:
        OwnRulesError: one can't be used, or two name a rule alike; nothing was changed.
        ProjectError: the project file can't be written; nothing was changed.
    """
    kept = tuple(files)
    require_sound(kept)
    rows = [{"name": file.name, "text": file.text} for file in kept]
    session.remember(OWN_RULES, json.dumps(rows, ensure_ascii=False) if rows else "")
    session.recheck()


def require_sound(files: Iterable[RuleFile]) -> None:
    """See that files of rules can be used together.

    Raises:
        OwnRulesError: one can't, or two name a rule alike.
    """
    own_rules_of((Path(file.name), file.text.encode()) for file in files)


def own_names(files: Iterable[RuleFile]) -> tuple[str, ...]:
    """Give the names of the rules in some files of a review, in order; those of a file that can't be used are left out.

    Args:
        files: the files.
    """
    return tuple(_sound(files))


def _sound(files: Iterable[RuleFile]) -> dict[str, OwnRule]:
    made: dict[str, OwnRule] = {}
    for file in files:
        with suppress(OwnRulesError):
            for rule in file.rules:
                made.setdefault(rule.name, rule)
    return made
