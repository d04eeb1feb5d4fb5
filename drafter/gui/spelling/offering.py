"""What may be done about a misspelt word, as the entries of a menu."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from drafter.gui.toolbox.errors import show_error
from drafter.i18n import _
from drafter.language.spelling import OwnWords, Speller
from drafter.model import DrafterError


def spelling_actions(
    menu: QMenu, speller: Speller, word: str, replace: Callable[[str], None] | None, looked: Callable[[], None]
) -> list[QAction]:
    """Give the entries for a misspelt word.

    Args:
        menu: the menu that they shall stand in.
        speller: looks words up.
        word: the word.
        replace: puts another one in its place; None where the text can't be changed.
        looked: called where other words are right from now on.
    """
    made: list[QAction] = []
    if replace is not None:
        for one in speller.suggestions(word):
            action = QAction(one, menu)
            action.setObjectName("suggestion")
            font = QFont(menu.font())
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _checked=False, one=one: replace(one))
            made.append(action)
        if not made:
            nothing = QAction(_("No suggestion"), menu)
            nothing.setEnabled(False)
            made.append(nothing)
    if (own := speller.own) is not None:
        add = QAction(_("Add “{word}” to your dictionary", word=word), menu)
        add.setObjectName("add-word")
        add.triggered.connect(lambda: _change(menu, own, word, looked, there=True))
        made.append(add)
    return made


def own_word_actions(menu: QMenu, speller: Speller, word: str, looked: Callable[[], None]) -> list[QAction]:
    """Give the entry that takes a word out of the person's own ones; none where it is not among them."""
    own = speller.own
    if own is None or word not in own:
        return []
    take = QAction(_("Take “{word}” out of your dictionary", word=word), menu)
    take.setObjectName("take-word")
    take.triggered.connect(lambda: _change(menu, own, word, looked, there=False))
    return [take]


def _change(menu: QMenu, own: OwnWords, word: str, looked: Callable[[], None], *, there: bool) -> None:
    try:
        if there:
            own.add(word)
        else:
            own.remove(word)
    except DrafterError as error:
        show_error(menu.window(), error)
    looked()
