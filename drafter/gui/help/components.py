"""What the program is made of, and under which licences: the libraries that are installed, and what it brings along."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Final

from PySide6.QtCore import qVersion

from drafter import __version__
from drafter.model import N_

LICENCE: Final = "GPL-3.0-or-later"

LIBRARIES: Final[tuple[str, ...]] = (
    "charset-normalizer", "diff-match-patch", "lxml", "lxml_html_clean", "numpy", "platformdirs", "pypdfium2", "PyYAML",
    "PySide6-Essentials", "python-docx", "RapidFuzz", "rdflib", "regex", "rich", "spylls", "sqlite-utils",
    "trafilatura", "wordfreq", "opencc",
)  # fmt: skip
"""The libraries that the program asks for; what these ask for in turn is found out."""

# What a library's own description says wrongly of it: Spylls ships the text of another licence than it names.
_TOLD_WRONGLY: Final = {"spylls": "MPL-2.0"}
_NAME: Final = re.compile(r"^[A-Za-z0-9._-]+")
_CLASSIFIER: Final = "License :: "
_LONGEST: Final = 90
_PYTHON: Final = "Python"


@dataclass(frozen=True, slots=True)
class Component:
    """A library, or something else that the program brings along.

    Attributes:
        name: what it is called.
        version: which one, "" where it has none.
        licence: its licence, "" where it doesn't say.
    """

    name: str
    version: str
    licence: str


# Names are words for users where they are no names of their own.
RESOURCES: Final[tuple[Component, ...]] = (
    Component(N_("Sample plan, glossary, measure taxonomy, templates, guide"), "", LICENCE),
    Component(N_("Words for pairing and spelling, written for Drafter"), "", LICENCE),
    Component(N_("Words for pairing from CC-CEDICT, published by MDBG"), "2023-11-07", "CC BY-SA 4.0"),
    Component(N_("English dictionary en_US, made from SCOWL, as Spylls brings it along"), "", "SCOWL, BSD"),
    Component(N_("Frequencies of words, as wordfreq brings them along"), "", "CC BY-SA 4.0"),
)


def libraries() -> tuple[Component, ...]:
    """Give Python and the libraries that are installed, those that they need in turn included, by name."""
    python = Component(_PYTHON, platform.python_version(), "PSF-2.0")
    found: dict[str, Component] = {_key(_PYTHON): python}
    waiting = list(LIBRARIES)
    while waiting:
        name = waiting.pop()
        key = _key(name)
        if key in found:
            continue
        try:
            described = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # another system's, or one that may be left out
        real = described.metadata["Name"]
        found[key] = Component(real, described.version, _TOLD_WRONGLY.get(key) or _licence(described))
        waiting += _needed(described)
    return tuple(sorted(found.values(), key=lambda one: one.name.casefold()))


def report() -> str:
    """Tell versions in lines, for somebody who is asked for help; nothing of documents, names or places is in it."""
    lines = [
        f"Drafter {__version__}",
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        *(f"{one.name} {one.version}" for one in libraries() if one.name != _PYTHON),
    ]
    return "\n".join(lines)


def _needed(described: metadata.Distribution) -> Iterator[str]:
    """Give the names of what a library asks for; extras are nobody's need."""
    for line in described.requires or ():
        wanted, _part, condition = line.partition(";")
        name = _NAME.match(wanted.strip())
        if name and "extra" not in condition:
            yield name.group()


def _licence(described: metadata.Distribution) -> str:
    told = described.metadata
    expression, short = (str((told.get_all(name) or [""])[0]).strip() for name in ("License-Expression", "License"))
    if expression:
        return expression
    if short and short != "UNKNOWN" and "\n" not in short and len(short) <= _LONGEST:
        return short
    named = [str(one).rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if one.startswith(_CLASSIFIER)]
    return ", ".join(named) or short.partition("\n")[0][:_LONGEST].removesuffix("UNKNOWN")


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
