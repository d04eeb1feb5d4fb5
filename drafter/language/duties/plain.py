"""Sentences that say nothing but who is responsible, as in 市水利局牵头，市财政局配合。, and nothing of what."""

import re

from drafter.language.duties.en import read_english
from drafter.language.duties.names import name_of
from drafter.language.duties.records import Duty
from drafter.language.duties.zh import read_chinese
from drafter.model import Side, Span

_ROLES = re.compile("牵头|配合|分工|分别负责|负责|参与|落实")
_ENDS = re.compile("[。；\n]")
_EN_STOP = re.compile(r"[.;](?=\s)")
# What stands between names and duties: marks, 和, 等, 由.
_JOINS = re.compile("[、，,。；\\s和及与由等]+")
_NAMED = 0.95


def plain_duties(text: str, side: Side) -> tuple[Duty, ...]:
    """Read the duties of the last sentence of a text, where it says nothing else.

    Args:
        text: any text without a duty in brackets.
        side: its language; of English, whatever its last sentence says of duties.
    """
    return _chinese(text.rstrip()) if side == "zh" else _english(text.rstrip())


def _chinese(text: str) -> tuple[Duty, ...]:
    if not text.endswith("。"):
        return ()
    start = max((found.end() for found in _ENDS.finditer(text, 0, len(text) - 1)), default=0)
    if not _ROLES.search(text, start):
        return ()
    read = read_chinese(text, Span(start, len(text)))
    bodies = [body for duty in read for body in duty.bodies]
    if not bodies or not all((name := name_of(body.name, "zh")).head and name.known for body in bodies):
        return ()
    told = sum(len(body.name) for body in bodies) + sum(duty.verb.end - duty.verb.start for duty in read)
    return read if told >= _NAMED * len(_JOINS.sub("", text[start:])) else ()


def _english(text: str) -> tuple[Duty, ...]:
    start = max((found.end() for found in _EN_STOP.finditer(text, 0, len(text) - 1)), default=0)
    return read_english(text, Span(start, len(text.rstrip("."))))
