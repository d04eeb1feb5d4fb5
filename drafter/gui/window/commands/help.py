"""The commands of the help menu: explanations, and what the program is."""

from drafter.gui.window.commands.command import Command
from drafter.model import N_

HELP: tuple[Command, ...] = (
    Command(
        "explain", N_("E&xplain this finding"), N_("What the rule looks for, why it matters, an example"), "help", "F1"
    ),
    Command("show_about", N_("&About Drafter"), N_("Version and licence"), "help"),
)
