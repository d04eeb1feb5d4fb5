"""The rules in the settings: which speak, how loud, how sure, and whose glossary counts."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.settings.dialog import SettingsDialog
from drafter.gui.settings.general import GeneralForm
from drafter.gui.settings.rules import RulesForm
from drafter.gui.settings.settings import Settings, keep_reviews_in, load_settings, reviews_folder, settings_file
from drafter.gui.toolbox.fonts import choose_families, families
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.main_window import MainWindow
from drafter.model import DrafterError, Side
from drafter.review import choose_rules, own_rules_folder, rule_names
from drafter.review.taxonomies import taxonomy_in_use, write_taxonomy
from drafter.taxonomy.editing import rename_concept
from tests.gui.acting import in_dialog

ZH = "一、锅炉\n1.PM2.5浓度下降。\n2.推行河湖巡护员制度。\n"
SIDES: tuple[Side, Side] = ("zh", "en")
EN = "I. Boilers\n1. PM2.five falls.\n2. Introduce the river ranger system.\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    made = MainWindow(Settings(language="en"), Translation())
    made.follow_language()
    made.choosing.begin()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.files.open_paths([zh, en])
    qtbot.waitUntil(lambda: not made.background.busy)
    yield made
    made.close()
    choose_rules(own=False)
    choose_families("", "")
    keep_reviews_in("")


def rules_found(window: MainWindow) -> list[tuple[str, str]]:
    assert window.session is not None
    return [(finding.rule, finding.severity) for finding in window.session.findings()]


def settle(qtbot: QtBot, window: MainWindow, change: Callable[[RulesForm], object]) -> None:
    """Change something in the settings and wait until it holds."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        change(dialog.rules_form)
        dialog.accept()

    in_dialog(SettingsDialog, answer)
    window.show_settings()
    qtbot.waitUntil(lambda: not window.background.busy)


def test_a_rule_is_switched_off_and_on(qtbot: QtBot, window: MainWindow) -> None:
    assert ("number.digit-word", "major") in rules_found(window)
    settle(qtbot, window, lambda form: form.tick("number.digit-word", ticked=False))
    assert [rule for rule, _ in rules_found(window)].count("number.digit-word") == 0
    assert load_settings(settings_file()).off == ["number.digit-word"]
    settle(qtbot, window, lambda form: form.tick("number.digit-word", ticked=True))
    assert ("number.digit-word", "major") in rules_found(window)
    assert window.findings.model.rowCount() == len(rules_found(window))


def test_a_choice_made_during_other_work_holds_after_it(qtbot: QtBot, window: MainWindow) -> None:
    gate = Event()
    window.background.start("Work", lambda _tell: gate.wait(60), lambda _done: None)

    def switch_off(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.rules_form.tick("number.digit-word", ticked=False)
        dialog.accept()

    in_dialog(SettingsDialog, switch_off)
    try:
        window.show_settings()
        assert ("number.digit-word", "major") in rules_found(window)
    finally:
        gate.set()
    qtbot.waitUntil(lambda: ("number.digit-word", "major") not in rules_found(window))
    qtbot.waitUntil(lambda: not window.background.busy)


def test_a_rule_weighs_otherwise(qtbot: QtBot, window: MainWindow) -> None:
    settle(qtbot, window, lambda form: form.weigh("number.digit-word", "critical"))
    assert ("number.digit-word", "critical") in rules_found(window)
    assert load_settings(settings_file()).severities == {"number.digit-word": "critical"}


def test_a_glossary_of_ones_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    glossary = tmp_path / "own.csv"
    glossary.write_text("zh,en,forbidden\n河湖巡护员,river and lake patroller,river ranger\n", encoding="utf-8")
    assert "term.glossary" not in [rule for rule, _ in rules_found(window)]
    settle(qtbot, window, lambda form: form.glossary.setText(str(glossary)))
    assert "term.glossary" in [rule for rule, _ in rules_found(window)]


def test_a_glossary_that_cant_be_used_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    before = rules_found(window)
    in_dialog(QMessageBox, read)
    settle(qtbot, window, lambda form: form.glossary.setText(str(tmp_path / "none.csv")))
    assert "none.csv" in told[0]
    assert rules_found(window) == before


def test_broken_rules_of_ones_own_are_told_and_left_out(qtbot: QtBot, window: MainWindow) -> None:
    own_rules_folder().mkdir(parents=True)
    (own_rules_folder() / "mine.yaml").write_text("rules:\n  - name: bad\n", encoding="utf-8")
    told: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        told.append(dialog.text())
        dialog.accept()

    in_dialog(QMessageBox, read)
    window.choosing.begin()
    assert "mine.yaml" in told[0]


def test_every_rule_is_listed_once(qtbot: QtBot) -> None:
    form = RulesForm(frozenset(["spacing"]), {}, "quiet", "")
    qtbot.addWidget(form)
    assert sorted(name for name, _ in form._items()) == sorted(rule_names())
    assert form.sensitivity.currentData() == "quiet"
    assert set(form.off()) == {name for name in rule_names() if name.startswith("spacing.")}


def test_rules_that_the_review_brings_along(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "ranger.yaml"
    file.write_text("rules:\n- {name: ranger, side: en, pattern: 'ranger'}\n", encoding="utf-8")
    settle(qtbot, window, lambda form: form.add_file(file))
    assert ("own.ranger", "major") in rules_found(window)
    settle(qtbot, window, lambda form: form.tick("own.ranger", ticked=False))
    assert ("own.ranger", "major") not in rules_found(window)
    settle(qtbot, window, lambda form: form.tick("own.ranger", ticked=True))
    assert ("own.ranger", "major") in rules_found(window)
    settle(qtbot, window, lambda form: form.remove_file("ranger.yaml"))
    assert ("own.ranger", "major") not in rules_found(window)


def test_a_bad_file_of_rules_is_not_taken(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("rules: [(", encoding="utf-8")

    def change(form: RulesForm) -> None:
        with pytest.raises(DrafterError, match="no sound YAML"):
            form.add_file(file)
        assert form.kept == ()

    settle(qtbot, window, change)


def choose_general(window: MainWindow, change: Callable[[GeneralForm], object]) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingsDialog)
        change(dialog.general_form)
        dialog.accept()

    in_dialog(SettingsDialog, answer)
    window.show_settings()


def test_fonts_are_chosen_and_kept(qtbot: QtBot, window: MainWindow) -> None:
    known = [name for name in QFontDatabase.families(QFontDatabase.WritingSystem.Latin) if "Mono" in name]
    assert known
    before = window.view._metrics.style("en", 0).font

    def change(form: GeneralForm) -> None:
        form.fonts["en"].setFocus()
        form.fonts["en"].setCurrentIndex(form.fonts["en"].findData(known[0]))
        form.points.setValue(21.0)
        assert form.samples["en"].font().families()[0] == known[0]

    choose_general(window, change)
    after = {side: window.view._metrics.style(side, 0).font for side in SIDES}
    assert after["en"].families()[0] == known[0] != before.families()[0]
    assert [font.pointSizeF() for font in after.values()] == pytest.approx([21.0, 21.0])
    assert window.view._editors.editor("en").document().defaultFont().families()[0] == known[0]
    kept = load_settings(settings_file())
    assert (kept.font_en, kept.font_zh, kept.font_size) == (known[0], "", 21.0)

    def back(form: GeneralForm) -> None:
        form.fonts["en"].setCurrentIndex(0)
        form.points.setValue(0)

    choose_general(window, back)
    assert window.view._metrics.style("en", 0).font.families() == before.families()
    assert window.view._metrics.style("en", 0).font.pointSizeF() == before.pointSizeF()


def test_a_font_that_is_not_there_changes_nothing(qtbot: QtBot) -> None:
    form = GeneralForm(Settings(font_zh="No Such Kai"))
    qtbot.addWidget(form)
    assert "not on this computer" in form.fonts["zh"].currentText()
    assert form.family("zh") == "No Such Kai"
    plain = families("zh")
    choose_families("No Such Kai", "")
    assert families("zh") == plain


def test_new_reviews_are_kept_where_one_wants(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    session = window.session
    assert session is not None
    assert session.path is not None
    first = session.path
    session.edit(2, "en", "PM2.5 falls.")
    folder = tmp_path / "审校 记录" / "new"
    choose_general(window, lambda form: form.reviews.setText(str(folder)))
    assert reviews_folder() == folder
    assert session.path == first  # what is there stays where it is
    other = tmp_path / "other.txt"
    other.write_text("1. The haze clears in winter.\n", encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths([other])
    assert window.session is not None
    assert window.session.path is not None
    assert window.session.path.parent == folder
    # The files that were begun before go on where they were.
    qtbot.waitUntil(lambda: not window.background.busy)
    window.files.open_paths([tmp_path / "zh.txt", tmp_path / "en.txt"])
    qtbot.waitUntil(lambda: window.session is not None and window.session.path == first, timeout=10_000)
    assert window.session.clause(2).en.text == "PM2.5 falls."
    qtbot.waitUntil(lambda: not window.background.busy)


def test_new_reviews_begin_with_ones_own_taxonomy(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.session is not None
    shipped = taxonomy_in_use(window.session)
    code = next(one.notation for one in shipped.concepts() if not shipped.narrower(one.notation))
    own = tmp_path / "office.yaml"
    write_taxonomy(rename_concept(shipped, code, {"zh": "本局名称", "en": "Our own name"}).taxonomy, own)
    choose_general(window, lambda form: form.taxonomy.setText(str(own)))
    assert taxonomy_in_use(window.session).known(code).label["en"] != "Our own name"
    other = tmp_path / "other.txt"
    other.write_text("1. The haze clears in winter.\n", encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths([other])
    session = window.session
    qtbot.waitUntil(lambda: taxonomy_in_use(session).known(code).label["en"] == "Our own name", timeout=10_000)
    qtbot.waitUntil(lambda: not window.background.busy)
    window.panels.bring("measures")
    qtbot.keyClicks(window.measures.search, "Our own name")
    assert "Our own name" in str(window.measures.model.index(0, 0).data())
    own.write_text("scheme: 3", encoding="utf-8")
    qtbot.waitUntil(lambda: not window.background.busy)
    third = tmp_path / "third.txt"
    third.write_text("1. The haze stays in winter.\n", encoding="utf-8")
    with qtbot.waitSignal(window.opened, timeout=10_000):
        window.files.open_paths([third])
    qtbot.waitUntil(lambda: "office.yaml" in window.statusBar().currentMessage(), timeout=10_000)
    assert taxonomy_in_use(window.session).known(code).label["en"] != "Our own name"
    qtbot.waitUntil(lambda: not window.background.busy)


@pytest.mark.parametrize("field", ["reviews", "taxonomy"])
def test_a_wrong_path_is_told_in_a_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path, field: str) -> None:
    wrong = tmp_path / "en.txt"  # a file of another kind
    dialog = SettingsDialog(window.settings, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tabs.setCurrentIndex(2)
    edit = getattr(dialog.general_form, field)
    edit.setText(str(wrong))
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.tabs.currentWidget() is dialog.general_form
    assert "en.txt" in dialog.told.text()
    edit.clear()
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
