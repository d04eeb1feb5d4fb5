"""Keys as other translation tools have them, for those who know these by heart.

Only commands that have a counterpart there are named; all others keep their own keys. Keys that a set takes away from a
command of ours go to "". Keys that every text field has for itself, such as Ctrl+Ins for copying, stay with it.
"""

from collections.abc import Mapping
from typing import Final

from drafter.gui.window.commands import COMMANDS
from drafter.model import N_

KeySet = Mapping[str, str]
"""Keys in Qt's portable notation by command; "|" parts several, "" is for none."""

OWN: Final[KeySet] = {command.name: command.shortcut for command in COMMANDS}

KEY_SETS: Final[Mapping[str, tuple[str, KeySet]]] = {
    "drafter": (N_("Drafter"), {}),
    "omegat": (
        N_("Like OmegaT"),
        {
            "insert_source": "Ctrl+Shift+I", "change_case": "Shift+F3", "find_previous": "", "find_section": "Ctrl+J",
            "join_next": "", "filter_clauses": "Ctrl+Shift+L", "replace_words": "Ctrl+K",
            "look_up": "Alt+K",
        },
    ),
    "trados": (
        N_("Like Trados Studio"),
        {
            "insert_source": "Alt+Ins", "change_case": "Shift+F3", "find_previous": "", "find_section": "Ctrl+G",
            "insert_figure": "Ctrl+Alt+Down|F4", "confirm": "Ctrl+Return", "replace_words": "Ctrl+H",
        },
    ),
    "memoq": (
        N_("Like memoQ"),
        {
            "insert_source": "Ctrl+Shift+S", "save_as": "", "change_case": "Shift+F3", "find_previous": "",
            "find_section": "Ctrl+G", "join_next": "Ctrl+J", "confirm": "Ctrl+Return", "tag": "",
            "cut_here": "Ctrl+T",
        },
    ),
}  # fmt: skip
"""Sets by name: what each is called, and where it differs from ours."""


def keys_of(key_set: str, own: Mapping[str, str]) -> dict[str, str]:
    """Give the keys of every command.

    Args:
        key_set: name of a set; one that isn't known is ours.
        own: what the user chose for single commands.
    """
    _words, other = KEY_SETS.get(key_set, KEY_SETS["drafter"])
    return {**OWN, **other, **{name: keys for name, keys in own.items() if name in OWN}}


def doubled(keys: Mapping[str, str]) -> dict[str, list[str]]:
    """Give the keys that more than one command has, with those commands."""
    found: dict[str, list[str]] = {}
    for name, several in keys.items():
        for one in several.split("|"):
            if one:
                found.setdefault(one, []).append(name)
    return {one: names for one, names in found.items() if len(names) > 1}
