"""The commands as Qt actions, in menus and in the tool bar."""

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from drafter.gui.toolbox.icons import icon
from drafter.gui.window.commands import COMMANDS, MENUS, Command
from drafter.gui.window.commands.command import Needs
from drafter.i18n import _

_MNEMONIC = re.compile(r"\(&\w\)|&")  # Chinese menus carry theirs in brackets


class Actions:
    """Makes an action of every command and puts it where it belongs."""

    def __init__(self, window: QMainWindow, toolbar: QToolBar, hands: Sequence[object]) -> None:
        """Make the actions.

        Args:
            window: the window.
            toolbar: its tool bar.
            hands: whoever carries the commands out: the first that has a method of the command's name.
        """
        self._window = window
        self._hands = hands
        self._toolbar = toolbar
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {key: window.menuBar().addMenu("") for key in MENUS}
        for command in COMMANDS:
            self._add(command)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, key: str) -> QMenu:
        """Give a menu by its key."""
        return self._menus[key]

    def _add(self, command: Command) -> None:
        action = QAction(self._window)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        action.setShortcuts([QKeySequence.fromString(keys) for keys in command.shortcut.split("|") if keys])
        hand = next(hand for hand in self._hands if hasattr(hand, command.name))
        method: Callable[..., object] = getattr(hand, command.name)
        if command.checkable:
            action.toggled.connect(method)
        else:
            action.triggered.connect(lambda _checked=False: method())
        menu = self._menus[command.menu]
        if command.before:
            menu.addSeparator()
        menu.addAction(action)
        if command.toolbar:
            self._toolbar.addAction(action)
        self._actions[command.name] = action

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Have the commands carried out by other keys.

        Args:
            keys: by command, in Qt's portable notation; "|" parts several.
        """
        for name, action in self._actions.items():
            action.setShortcuts([QKeySequence.fromString(one) for one in keys.get(name, "").split("|") if one])
        self.retranslate()

    def allow(self, met: Mapping[Needs, bool]) -> None:
        """Offer only what can be done now.

        Args:
            met: which needs are met.
        """
        for command in COMMANDS:
            if command.needs:
                self._actions[command.name].setEnabled(met[command.needs])

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for key, menu in self._menus.items():
            menu.setTitle(_(MENUS[key]))
        for command in COMMANDS:
            action = self._actions[command.name]
            text, tip = _(command.text), _(command.tip)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(text)
            action.setIconText(_(command.toolbar) if command.toolbar else _MNEMONIC.sub("", text).rstrip("…"))
            action.setStatusTip(tip)
            action.setToolTip(f"{tip} ({keys})" if keys else tip)

    def recolour(self, colour: QColor) -> None:
        """Draw the icons in another colour."""
        for command in COMMANDS:
            if command.icon:
                self._actions[command.name].setIcon(icon(command.icon, colour))
