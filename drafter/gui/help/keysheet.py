"""The sheet of keys: every command with the keys it has now, by menu, and the keys that the text itself knows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from drafter.gui.help.guide import plain_words
from drafter.gui.window.commands import COMMANDS, MENUS
from drafter.i18n import _
from drafter.model import N_

# What the clause view and the lists do by themselves: no setting changes these.
_FIXED: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    (
        N_("In the text"),
        (
            (N_("Write in this clause"), "F2"),
            (N_("The other language"), "Tab"),
            (N_("The clause above or below"), "Ctrl+↑  Ctrl+↓"),
            (N_("Select clauses"), "Shift+↑  Shift+↓"),
            (N_("A page up or down"), "PgUp  PgDn"),
            (N_("The first or the last clause"), "Home  End"),
            (N_("Leave the text as it was"), "Esc"),
        ),
    ),
    (
        N_("In the list of findings"),
        (
            (N_("Go to the finding in the text"), "Enter"),
            (N_("Select several findings"), "Shift+↑  Shift+↓  Ctrl+A"),
            (N_("Ignore what is selected"), "Del"),
            (N_("Confirm what is selected as faults"), "Space"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the sheet.

    Attributes:
        words: what is done.
        keys: by which keys, "" for none.
        tip: the same in a sentence, "" where `words` say it all.
    """

    words: str
    keys: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one menu.

    Attributes:
        title: what it is called.
        entries: its lines.
    """

    title: str
    entries: tuple[Entry, ...]


def sheet(keys_of: Callable[[str], str]) -> tuple[Group, ...]:
    """Give the whole sheet in the user's language.

    Args:
        keys_of: gives all keys of a command as the desktop writes them, "" for none.
    """
    menus = [
        Group(
            plain_words(_(title)),
            tuple(
                Entry(plain_words(_(command.text)), keys_of(command.name), _(command.tip))
                for command in COMMANDS
                if command.menu == menu
            ),
        )
        for menu, title in MENUS.items()
    ]
    fixed = [Group(_(title), tuple(Entry(_(words), keys) for words, keys in lines)) for title, lines in _FIXED]
    return (*menus, *fixed)


def sought(groups: Iterable[Group], words: str) -> tuple[Group, ...]:
    """Give the lines that hold every word, in what is done or in the keys; groups without any go."""
    wanted = words.casefold().split()
    left = (
        Group(
            group.title,
            tuple(
                entry
                for entry in group.entries
                if all(word in f"{group.title} {entry.words} {entry.keys} {entry.tip}".casefold() for word in wanted)
            ),
        )
        for group in groups
    )
    return tuple(group for group in left if group.entries)


def as_text(groups: Iterable[Group]) -> str:
    """Give the sheet as lines, keys behind a tabulator, for a text or a spreadsheet."""
    lines = []
    for group in groups:
        lines += [group.title, *(f"{entry.words}\t{entry.keys}" for entry in group.entries), ""]
    return "\n".join(lines)


def as_html(groups: Iterable[Group], title: str) -> str:
    """Give the sheet as a page to be printed: what has keys, for the rest stands in the menus."""
    parts = [f"<h2>{escape(title)}</h2>"]
    for group in groups:
        rows = [
            f"<tr><td width='65%' valign='middle'>{escape(entry.words)}</td>"
            f"<td valign='middle'><b>{escape(entry.keys)}</b></td></tr>"
            for entry in group.entries
            if entry.keys
        ]
        if rows:
            parts.append(f"<h4>{escape(group.title)}</h4><table width='100%' cellpadding='1'>{''.join(rows)}</table>")
    return "".join(parts)
