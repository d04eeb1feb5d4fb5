"""The commands of the view menu: what is shown, and how large."""

from drafter.gui.window.commands.command import Command
from drafter.model import N_

VIEW: tuple[Command, ...] = (
    Command(
        "filter_clauses",
        N_("&Filter the clauses…"),
        N_("Show only clauses that are as you ask"),
        "view",
        "Ctrl+Shift+L",
        "filter",
        needs="review",
        toolbar=N_("Filter"),
    ),
    Command("show_all", N_("Show &all clauses"), N_("Take the filter away"), "view", "Ctrl+Shift+A", needs="review"),
    Command(
        "show_plan",
        N_("&Targets and duties"),
        N_("What the plan promises, who is to do it and by when"),
        "view",
        "Ctrl+Shift+D",
        needs="review",
    ),
    Command(
        "find_section",
        N_("&Go to section…"),
        N_("Look for a section by its number or its words"),
        "view",
        "Ctrl+Shift+O",
        needs="review",
    ),
    Command(
        "show_both",
        N_("&Both texts"),
        N_("Show Chinese and English side by side"),
        "view",
        "Alt+1",
        needs="review",
        checkable=True,
        before=True,
    ),
    Command(
        "show_english",
        N_("&English only"),
        N_("Show the English alone"),
        "view",
        "Alt+2",
        needs="review",
        checkable=True,
    ),
    Command(
        "show_chinese",
        N_("&Chinese only"),
        N_("Show the Chinese alone"),
        "view",
        "Alt+3",
        needs="review",
        checkable=True,
    ),
    Command(
        "show_changes",
        N_("C&hanges"),
        N_("Show in both texts what was corrected: taken out struck, put in underlined"),
        "view",
        "Alt+4",
        needs="review",
        checkable=True,
    ),
    Command("zoom_in", N_("Larger text"), N_("Make the text larger"), "view", "Ctrl++|Ctrl+=", before=True),
    Command("zoom_out", N_("Smaller text"), N_("Make the text smaller"), "view", "Ctrl+-"),
    Command("zoom_reset", N_("Ordinary text size"), N_("Show the text in its ordinary size"), "view", "Ctrl+0"),
)
