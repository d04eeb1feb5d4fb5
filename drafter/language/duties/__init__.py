"""Who is to do what: bodies and their duties, read from both languages and held against each other."""

from drafter.language.duties.en import read_english
from drafter.language.duties.matching import Matched, match_bodies
from drafter.language.duties.names import Name, name_of
from drafter.language.duties.plain import plain_duties
from drafter.language.duties.records import Body, Duty, Role
from drafter.language.duties.zh import read_chinese
from drafter.model import Side, Span

__all__ = ["Body", "Duty", "Matched", "Name", "Role", "match_bodies", "name_of", "plain_duties", "read_duties"]


def read_duties(text: str, side: Side, within: Span | None = None) -> tuple[Duty, ...]:
    """Read the duties that a stretch of text names, from left to right.

    Args:
        text: any text.
        side: its language.
        within: the stretch to read, such as a bracket; None for the whole text.
    """
    stretch = within or Span(0, len(text))
    return read_chinese(text, stretch) if side == "zh" else read_english(text, stretch)
