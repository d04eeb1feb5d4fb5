"""The commands of the help menu: explanations, and what the program is."""

from drafter.gui.window.commands.command import Command
from drafter.model import N_

HELP: tuple[Command, ...] = (
    Command(
        "explain",
        N_("E&xplain this finding"),
        N_("What the rule looks for, why it matters, an example; the guide where no finding is chosen"),
        "help",
        "F1",
    ),
    Command("show_guide", N_("&Guide"), N_("How to work with Drafter, with pictures"), "help", "Shift+F1"),
    Command("show_rules", N_("&Rules"), N_("All rules: what they look for, and why"), "help"),
    Command(
        "show_legend", N_("&Legend"), N_("What the colours, lines and signs in the text stand for"), "help", before=True
    ),
    Command("show_keys", N_("Sheet of &keys"), N_("All commands with your keys, to be printed or copied"), "help"),
    Command(
        "open_log_folder",
        N_("&Open the log folder"),
        N_("Show the files that tell what went wrong; no word of your documents stands in them"),
        "help",
        before=True,
    ),
    Command("show_about", N_("&About Drafter"), N_("Version, and the licences of all its parts"), "help", before=True),
)
