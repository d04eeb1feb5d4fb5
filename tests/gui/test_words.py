"""No word of the window is cut off or left untranslated: all widgets of all screens, in both languages, looked at."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.gui.export.dialog import ExportDialog
from drafter.gui.findings.explaining import RulesDialog
from drafter.gui.findings.ignored import IgnoredDialog
from drafter.gui.findings.ignoring import IgnoreDialog, IgnoreManyDialog
from drafter.gui.findings.marking import MarkingDialog
from drafter.gui.help.about_dialog import AboutDialog
from drafter.gui.help.guide_dialog import GuideDialog
from drafter.gui.help.keys_dialog import KeysDialog
from drafter.gui.help.legend import LegendDialog
from drafter.gui.opening.dialog import OpenDialog
from drafter.gui.opening.pasting import PastingDialog
from drafter.gui.opening.reading import ReadingDialog
from drafter.gui.returning.sending import SendDialog
from drafter.gui.returning.taking import TakeBackDialog
from drafter.gui.searching.preview import Counted, ReplacePreview
from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.general import FontBox
from drafter.gui.settings.house_style import HouseStyleForm
from drafter.gui.settings.settings import LanguageChoice, Settings
from drafter.gui.targets.comparing import CompareDialog
from drafter.gui.taxonomy.dialog import TaxonomyDialog
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import set_language
from drafter.review import Proposed, ReviewSession, TakenBack, open_pairs

LANGUAGES: tuple[LanguageChoice, ...] = ("zh", "en")
SMALL, LARGE = QSize(1366, 768), QSize(1920, 1080)
PAIRS = [
    ("云州市空气质量改善方案", "Plan for better air in Yunzhou City"),
    ("到2027年，PM2.5年均浓度降至31微克/立方米。", "By 2027, the annual PM2.five mean shall fall to 36 μg/mthree."),
    ("推广新能源公交车。（市交通运输局负责）", "Promote new energy buses. (Municipal Bureau of Transport)"),
]
_ENGLISH = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,}|^[A-Z][a-z]{3,}[.…:]?$")
_NAMES = re.compile(r"简体中文|English|.*Trados Studio|[“”\"].*[“”\"]|Drafter.*|[\w.-]+@[\w.-]+|.*[/\\].*")
_SLACK = 2
"""Pixels that rounding may take."""
_LOOKS = 20


def _dialogs(session: ReviewSession, window: MainWindow) -> Iterator[Callable[[], QDialog]]:
    finding = session.findings()[0]
    proposed = (Proposed(2, "en", session.clause(2).en.text, "By 2027 at the latest.", "Vendor"),)
    yield lambda: OpenDialog(window)
    yield lambda: PastingDialog(window)
    yield lambda: ReadingDialog(session, new=False, parent=window)
    yield lambda: SendDialog(session.title, window)
    yield lambda: TakeBackDialog(session, TakenBack(proposed, (), 1), "pack.xlsx", window)
    yield lambda: SettingsDialog(window.settings, window)
    yield lambda: ExportDialog(session, window.settings, window)
    yield lambda: RulesDialog(window)
    yield lambda: IgnoreDialog(finding, 2, 3, window)
    yield lambda: IgnoreManyDialog([finding, finding], window)
    yield lambda: IgnoredDialog([], window)
    yield lambda: GuideDialog(window.keys_of, window)
    yield lambda: KeysDialog(window.keys_of, window)
    yield lambda: LegendDialog(window)
    yield lambda: AboutDialog(window)
    yield lambda: MarkingDialog("annual mean", window)
    yield lambda: ReplacePreview([], Counted(2, 1, 1), window)
    yield lambda: CompareDialog(session, window)
    yield lambda: TaxonomyDialog(session, window)


def _cut(widget: QWidget) -> bool:
    """Say whether the words of a widget need more room than it has."""
    if isinstance(widget, ElidedLabel):
        return False  # tells all of it in its tip
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + _SLACK
        return not widget.text().startswith("<") and widget.sizeHint().width() > widget.width() + _SLACK
    if isinstance(widget, QAbstractButton):
        needed = widget.fontMetrics().size(0x800, widget.text()).width()  # TextShowMnemonic
        return bool(widget.text()) and needed > widget.width() + _SLACK
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) > widget.width()
    if isinstance(widget, QLineEdit):
        return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > widget.width()
    if isinstance(widget, QTabBar):
        return any(
            widget.fontMetrics().horizontalAdvance(widget.tabText(at)) > widget.tabRect(at).width()
            for at in range(widget.count())
        )
    return False


def _words(widget: QWidget) -> Iterator[str]:
    """Give the words that a widget shows or tells of itself."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, FontBox):
        yield widget.itemText(0)  # the others are names
    elif isinstance(widget, QComboBox) and not isinstance(widget.parentWidget(), HouseStyleForm):
        # how figures are written in English is shown in English
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QLineEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QDockWidget | QDialog):
        yield widget.windowTitle()
    yield from (action.text() for action in widget.actions())


def _seen(top: QWidget) -> list[QWidget]:
    return [one for one in (top, *top.findChildren(QWidget)) if one.isVisible() and not one.visibleRegion().isEmpty()]


def _troubles(top: QWidget, language: LanguageChoice) -> list[str]:
    name = type(top).__name__
    found = [f"{name}: cut off: {list(_words(one))[-3:]}" for one in _seen(top) if _cut(one)]
    if language == "zh":
        shown = [top, *top.findChildren(QWidget)]
        said = {text.strip() for one in shown for text in _words(one) if not isinstance(one, QLineEdit)}
        found += [f"{name}: English: {text!r}" for text in said if _ENGLISH.search(text) and not _NAMES.fullmatch(text)]
    return found


def _settled(qtbot: QtBot, top: QWidget, language: LanguageChoice) -> list[str]:
    """Give what is wrong once the layouts have had time to make room."""
    for _time in range(_LOOKS):
        qtbot.wait(50)
        if not (found := _troubles(top, language)):
            return []
    return found


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[LanguageChoice]:
    yield request.param
    set_language("en")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_the_window_and_its_panels(qtbot: QtBot, language: LanguageChoice, size: QSize) -> None:
    window = MainWindow(Settings(language=language), Translation())
    window.follow_language()
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    qtbot.waitExposed(window)
    troubles = _settled(qtbot, window, language)
    window.show_review(open_pairs(PAIRS))
    for panel in window.panels.names:
        window.panels.bring(panel)
        troubles += [f"{panel}: {one}" for one in _settled(qtbot, window, language)]
    for bar in (window.search_bar, window.filter_bar):
        bar.show()
    troubles += _settled(qtbot, window, language)
    window.close()
    assert not troubles, "\n".join(sorted(set(troubles)))


def test_every_dialog(qtbot: QtBot, language: LanguageChoice) -> None:
    window = MainWindow(Settings(language=language), Translation())
    window.follow_language()
    qtbot.addWidget(window)
    window.resize(SMALL)
    window.show()
    session = open_pairs(PAIRS)
    window.show_review(session)
    troubles: list[str] = []
    for make in _dialogs(session, window):
        dialog = make()
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        tabs = dialog.findChild(QTabWidget)
        for at in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(at)
            troubles += _settled(qtbot, dialog, language)
        assert dialog.minimumSizeHint().width() <= SMALL.width()
        assert dialog.minimumSizeHint().height() <= SMALL.height() - 60, type(dialog)
        dialog.reject()
    window.close()
    assert not troubles, "\n".join(sorted(set(troubles)))


def test_what_is_cut_off_is_seen(qtbot: QtBot) -> None:
    button = QPushButton("Words that need much room")
    qtbot.addWidget(button)
    button.resize(40, 24)
    button.show()
    assert _cut(button)
    button.resize(400, 24)
    assert not _cut(button)
