"""The commands of the pairs menu: which texts stand beside each other."""

from drafter.gui.window.commands.command import Command
from drafter.model import N_

PAIRS: tuple[Command, ...] = (
    Command(
        "cut_here",
        N_("&Cut the clause here"),
        N_("Cut the clause in two where the caret stands; the other side is cut where it fits"),
        "pairs",
        "Ctrl+Shift+X",
        needs="writable",
    ),
    Command(
        "cut_sentences",
        N_("Cut into &sentences"),
        N_("Cut the clause into its sentences, each beside the one that says the same"),
        "pairs",
        needs="writable",
    ),
    Command(
        "join_next",
        N_("&Join with the next"),
        N_("Join the clause with the one below"),
        "pairs",
        "Ctrl+J",
        needs="writable",
    ),
    Command(
        "move_up",
        N_("Move &up"),
        N_("Give the first paragraph of this side to the clause above"),
        "pairs",
        "Ctrl+Shift+Up",
        needs="writable",
        before=True,
    ),
    Command(
        "move_down",
        N_("Move &down"),
        N_("Give the last paragraph of this side to the clause below"),
        "pairs",
        "Ctrl+Shift+Down",
        needs="writable",
    ),
    Command(
        "part",
        N_("P&art the two sides"),
        N_("Part the Chinese from the English"),
        "pairs",
        "Ctrl+Shift+B",
        needs="writable",
        before=True,
    ),
    Command(
        "pair",
        N_("&Pair with…"),
        N_("Pair this clause with another: ask here first, then on the other"),
        "pairs",
        "Ctrl+Shift+G",
        needs="writable",
    ),
    Command(
        "pair_anew",
        N_("Pair &anew from here on"),
        N_("Pair everything below anew; what was paired by hand and every correction stay"),
        "pairs",
        needs="writable",
        before=True,
    ),
    Command(
        "is_chinese",
        N_("This text is &Chinese"),
        N_("Of a file in both languages: put the text of this clause on the Chinese side"),
        "pairs",
        needs="mixed",
        before=True,
    ),
    Command(
        "is_english",
        N_("This text is &English"),
        N_("Of a file in both languages: put the text of this clause on the English side"),
        "pairs",
        needs="mixed",
    ),
)
