"""Every command in one table, a module a menu: name, words, tip, icon, shortcut, and what it needs."""

from drafter.gui.window.commands.command import MENUS, Command
from drafter.gui.window.commands.edit import EDIT
from drafter.gui.window.commands.file import FILE
from drafter.gui.window.commands.help import HELP
from drafter.gui.window.commands.pairs import PAIRS
from drafter.gui.window.commands.review import REVIEW
from drafter.gui.window.commands.view import VIEW

COMMANDS: tuple[Command, ...] = (*FILE, *EDIT, *REVIEW, *PAIRS, *VIEW, *HELP)
"""All commands in the order of the menus."""

__all__ = ["COMMANDS", "MENUS", "Command"]
