"""Names of files to be written, made from a pattern: `{name}-{layout}.docx`."""

import re
from pathlib import Path
from typing import Final

from drafter.exports import DocxOptions
from drafter.model import N_, DrafterError
from drafter.review.state import ReviewState

PLACES: Final = ("name", "title", "layout", "style")
"""What may stand in braces: the Chinese file's name (else the English one's), the review's title, layout and style."""

_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # by Windows, whose names are the strictest
_LONGEST: Final = 80
_MOST_BYTES: Final = 180
"""Of what stands in a place: file systems count the bytes of a name, 255 in all, and a Chinese character has three."""


def named(pattern: Path, session: ReviewState, options: DocxOptions) -> Path:
    """Give the file that a pattern stands for.

    Args:
        pattern: a path; places in braces may stand in its last part, see `PLACES`.
        session: the review.
        options: layout and style of the Word file.

    Raises:
        DrafterError: a place is none of ours.
    """
    values = {
        "name": next((Path(one.name).stem for one in session.documents.values() if one.name), session.title),
        "title": session.title,
        "layout": options.layout,
        "style": options.style,
    }

    def value(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise DrafterError(
                N_("“{place}” can't stand in a file's name: it may hold {places}."),
                place=found[0], places=", ".join(f"{{{place}}}" for place in PLACES),
            )  # fmt: skip
        name = _FORBIDDEN.sub("", values[found[1]]).strip(" .")[:_LONGEST]
        return name.encode(errors="ignore")[:_MOST_BYTES].decode(errors="ignore").strip(" .") or "review"

    return pattern.with_name(_PLACE.sub(value, pattern.name)) if pattern.name else pattern


def by_layout(pattern: Path, count: int) -> Path:
    """Give a pattern in which the layout stands where more than one is asked for, so that none replaces another."""
    if count < 2 or "{layout}" in pattern.name:
        return pattern
    return pattern.with_name(f"{pattern.stem}-{{layout}}{pattern.suffix}")
