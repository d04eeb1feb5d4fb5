"""A title page: both titles, the document's number, its issuer and its date, as far as the text itself has them."""

from collections.abc import Iterator
from typing import Final

from drafter.exports.docx import gbt9704
from drafter.exports.docx.roles import Role, clause_role, is_chinese, official_roles, title_clauses
from drafter.exports.docx.running import look_of, style_of
from drafter.exports.docx.runs import Look, run
from drafter.exports.docx.story import Story
from drafter.exports.docx.xml import Element, element
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, Side

_WANTED: Final[tuple[Role, ...]] = ("DocNo", "Sign", "Date")
_SIDES: Final[tuple[Side, Side]] = ("zh", "en")
_JOINTS: Final[dict[Side, str]] = {"zh": "", "en": " "}
_LINE: Final = 1200
"""Twips above the first title and between the titles and what stands below them."""


def cover(story: Story) -> Iterator[Element]:
    """Give the title page, which ends in a page break; nothing where the review has no title."""
    found = fields(story.snapshot)
    titles = found.pop("Title", {})
    if not titles:
        return
    lines = [
        _line(
            story, side, text, style_of(story.options, side, "Title"), above=_LINE if side == next(iter(titles)) else 0
        )
        for side, text in titles.items()
    ]
    below = [(side, text) for role in _WANTED for side, text in found.get(role, {}).items()]
    lines += [
        _line(story, side, text, "RV-Cover", above=0 if place else _LINE) for place, (side, text) in enumerate(below)
    ]
    lines[-1].append(element("r", element("br", type="page")))  # in a line of its own it could start a page
    yield from lines


def fields(snapshot: ReviewSnapshot) -> dict[Role, dict[Side, str]]:
    """Find title, number, issuer and date of a document in both languages.

    A clause is told by its Chinese; where there is none, only the title is known.
    """
    titles = title_clauses(snapshot)
    clauses = [clause for clause in snapshot.clauses if clause.zh.text.strip() or clause.en.text.strip()]
    roles = official_roles([clause_role(clause, titles) for clause in clauses], [one.zh.text for one in clauses])
    found: dict[Role, dict[Side, str]] = {}
    for clause, role in zip(clauses, roles, strict=True):
        if role in _WANTED:
            found.setdefault(role, _texts(clause))
    if titles:
        joined = {side: _JOINTS[side].join(one.side(side).text.strip() for one in titles).strip() for side in _SIDES}
        found["Title"] = {side: text for side, text in joined.items() if text}
    elif snapshot.title.strip():
        found["Title"] = {"zh" if is_chinese(snapshot.title) else "en": snapshot.title.strip()}
    return found


def _texts(clause: Clause) -> dict[Side, str]:
    return {side: " ".join(text.split()) for side in _SIDES if (text := clause.side(side).text.strip())}


def _line(story: Story, side: Side, text: str, style: str, *, above: int) -> Element:
    extra = [element("spacing", before=above)] if above else []
    if style == "GW-Title":
        extra += gbt9704.title_indents(text)
    look = look_of(story.options, side, "Title") if style.endswith("-Title") else Look(side)
    return story.paragraph(style, [run(text, look)], extra=extra)
