"""What a command of the window is, and the menus there are."""

from dataclasses import dataclass
from typing import Literal

from drafter.model import N_

Needs = Literal["", "idle", "review", "writable", "mixed"]


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window.

    Attributes:
        name: name of the method that carries it out, the window's or that of one of its hands.
        text: what the menu says.
        tip: what it does, in a sentence.
        menu: key of the menu it stands in, one of `MENUS`.
        shortcut: keys in Qt's portable notation, "" for none; "|" parts several.
        icon: name of a drawing in `resources/icons`, "" for none.
        needs: what must be there before it can be used: nothing done in the background ("idle"), a review ("review"),
            one that may be changed ("writable"), one of a file in both languages ("mixed"); "" for nothing, or where
            whoever carries it out sees to that.
        checkable: whether it is switched on and off.
        toolbar: what the tool bar calls it, shorter than the menu does; "" where it doesn't stand there.
        before: whether a line parts it from the command above.
    """

    name: str
    text: str
    tip: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = ""
    checkable: bool = False
    toolbar: str = ""
    before: bool = False


MENUS: dict[str, str] = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "review": N_("&Review"),
    "pairs": N_("&Pairs"),
    "view": N_("&View"),
    "help": N_("&Help"),
}
