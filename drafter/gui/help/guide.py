"""The guide: chapters in Markdown under `resources/guide`, a file each, in both languages."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drafter.gui.window.commands import COMMANDS, MENUS
from drafter.i18n import Language, _
from drafter.resources import resource_path

_FOLDERS: Final[dict[Language, str]] = {"zh": "zh_CN", "en": "en"}
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_PLACE: Final = re.compile(r"\{(keys|menu|word) ([^}]+)\}")
# Within a paragraph or a list's item Markdown makes a blank of a line's end; Chinese has none there.
_LINE_END: Final = re.compile(r"(?<=[^\s|])\n *(?=[^\s#|*!\d-])")
_MNEMONIC: Final = re.compile(r"\(&\w\)|&")
_MARKS: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*#`|]")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide.

    Attributes:
        name: name of its file without ending, the same in every language.
        title: its heading.
        text: all of it, as Markdown.
    """

    name: str
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Tell whether every word stands in it, as part of a longer one too."""
        plain = _MARKS.sub(r" \1 ", self.text).casefold()
        return all(word in plain for word in words.casefold().split())


def pictures_folder() -> Path:
    """Give the folder of the pictures."""
    return resource_path("guide", "pictures")


def chapters(language: Language, keys_of: Callable[[str], str]) -> tuple[Chapter, ...]:
    """Read the guide.

    `{keys next_finding}` stands for the keys that a command has now, or for its place in the menus where it has none;
    `{menu next_finding}` for its place in the menus, `{word Findings}` for what the window says for a word.

    Args:
        language: in which it is written.
        keys_of: gives the keys of a command as the desktop writes them, "" for none.
    """
    found = []
    for path in sorted(resource_path("guide", _FOLDERS[language]).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if language == "zh":
            text = _LINE_END.sub("", text)
        filled = _PLACE.sub(lambda place: _filled(place, keys_of), text)
        title = _TITLE.search(filled)
        found.append(Chapter(path.stem, title.group(1) if title else path.stem, filled))
    return tuple(found)


def plain_words(text: str) -> str:
    """Give what a menu says, without the letter that opens it and without dots."""
    return _MNEMONIC.sub("", text).rstrip("…")


def place_of(name: str) -> str:
    """Tell where in the menus a command stands."""
    command = next(command for command in COMMANDS if command.name == name)
    return f"{plain_words(_(MENUS[command.menu]))} › {plain_words(_(command.text))}"


def _filled(place: re.Match[str], keys_of: Callable[[str], str]) -> str:
    kind, name = place.groups()
    if kind == "word":
        return _(name)
    return (keys_of(name) if kind == "keys" else "") or place_of(name)
