"""Which wishes for an export have a use in none of its files, so that none is left out without a word."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from drafter.exports import DataOptions, DocxOptions, OriginalOptions

Options = DocxOptions | OriginalOptions | DataOptions

_WORD: Final = ".docx"
_TABLE: Final = ".docx --layout table"
_FOR: Final = {
    "layout": _WORD, "style": _WORD, "track_changes": _WORD, "comments": _WORD, "cover": _WORD, "scripts": _WORD,
    "template": _WORD, "tags": _TABLE, "findings": _TABLE, "notes": _TABLE, "returnable": _TABLE, "table": ".csv",
    "confirmed": ".tmx",
}  # fmt: skip
"""What each wish is for, as it is given. To leave names out is no such wish: where none stands, it is fulfilled."""


def unused(chosen: argparse.Namespace, files: Iterable[tuple[Path, Options]]) -> Iterator[tuple[str, str]]:
    """Give the wishes that no file has a use for.

    Args:
        chosen: what stands on the command line.
        files: the files to write, with the choices for each.

    Yields:
        The option as it is given, and what it is for.
    """
    used = {name for path, options in files for name in _used(path, options)}
    for name in ("layout", "style"):
        if any(f"{{{name}}}" in pattern.name for pattern in chosen.out):
            used.add(name)
    for name, kind in _FOR.items():
        if name not in used and getattr(chosen, name) != chosen.parser.get_default(name):
            yield f"--{name.replace('_', '-')}", kind


def _used(path: Path, options: Options) -> Iterator[str]:
    """Give the wishes that a file can fulfil."""
    match options:
        case OriginalOptions():
            yield "track_changes"
        case DocxOptions():
            yield from (name for name, kind in _FOR.items() if kind == _WORD)
            if options.layout == "table":
                yield from (name for name, kind in _FOR.items() if kind == _TABLE)
        case DataOptions():
            yield from (name for name, kind in _FOR.items() if kind == path.suffix.lower())
