"""What reviewers set aside, and how far that goes."""

from dataclasses import dataclass
from typing import Literal

from drafter.model.finding import Decision
from drafter.model.text import Side

Scope = Literal["place", "text", "rule", "always"]
"""One place, the same finding everywhere in the document, a rule in the document, a rule in whatever the user opens."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """Something that was set aside and stays so until it is revoked.

    Attributes:
        scope: how far it goes.
        rule: the rule.
        key: what it is known by within its scope.
        reason: why, in the reviewer's words.
        author: who did it, "" where no name was given.
        time: when, UTC, ISO 8601.
        decision: "rejected" where the rule was said to be wrong, else "ignored".
        clause: id of the clause of a place, 0 for the others.
        side: the side of a place or a text, None for a rule.
        text: the words of a place or a text, "" for a rule.
        covers: how many findings of the review it sets aside now.
    """

    scope: Scope
    rule: str
    key: str
    reason: str
    author: str
    time: str
    decision: Decision = "ignored"
    clause: int = 0
    side: Side | None = None
    text: str = ""
    covers: int = 0
