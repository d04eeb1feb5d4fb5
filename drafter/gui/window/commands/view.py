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
    Command("zoom_in", N_("Larger text"), N_("Make the text larger"), "view", "Ctrl++|Ctrl+=", before=True),
    Command("zoom_out", N_("Smaller text"), N_("Make the text smaller"), "view", "Ctrl+-"),
    Command("zoom_reset", N_("Ordinary text size"), N_("Show the text in its ordinary size"), "view", "Ctrl+0"),
)
