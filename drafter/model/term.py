"""A glossary entry."""

from dataclasses import dataclass

from drafter.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Term:
    """A term of art with its renderings.

    Attributes:
        zh: the Chinese term.
        en: the preferred English rendering.
        accepted: other renderings that are right.
        forbidden: English renderings that are wrong wherever they stand.
        beside: English renderings that are wrong only beside the Chinese term.
        zh_forbidden: Chinese words that are this term gone wrong.
        severity: how bad another rendering is.
        locked: whether any other rendering than the preferred or an accepted one is wrong.
        note: a remark for the reader.
    """

    zh: str
    en: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    zh_forbidden: tuple[str, ...] = ()
    severity: Severity = "major"
    locked: bool = False
    note: str = ""
