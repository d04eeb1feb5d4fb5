"""What explains the program: guide, rules, keys, legend, log, licences; by keys and mouse, without a network."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.findings.explaining import RulesDialog
from drafter.gui.help.about_dialog import AboutDialog
from drafter.gui.help.components import LIBRARIES, RESOURCES, libraries, report
from drafter.gui.help.guide import chapters, pictures_folder, place_of
from drafter.gui.help.guide_dialog import GuideDialog
from drafter.gui.help.keys_dialog import KeysDialog
from drafter.gui.help.keysheet import as_html, as_text, sheet
from drafter.gui.help.legend import FAMILIES, LegendDialog
from drafter.gui.settings.keysets import OWN
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.logs import log_folder
from drafter.gui.toolbox.theme import DARK, LIGHT
from drafter.gui.toolbox.translation import Translation
from drafter.gui.window.commands import COMMANDS
from drafter.gui.window.main_window import MainWindow
from drafter.i18n import LANGUAGES, Language, set_language
from drafter.resources import resource_path
from drafter.review import families, open_pairs, rule_pages

PAIRS = [("云州市方案", "Plan for Yunzhou City"), ("PM2.5下降10%。", "PM2.five falls by 10%.")]
ROOT = Path(__file__).resolve().parents[2]
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_LARGEST = 150 * 1024


@pytest.fixture
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def no_keys(_command: str) -> str:
    return ""


def dialog_of(qtbot: QtBot, window: MainWindow, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


def trigger(window: MainWindow, name: str) -> None:
    window._actions[name].trigger()


# --- the guide -------------------------------------------------------------------------------------------------------


def test_both_languages_have_the_same_chapters() -> None:
    zh, en = (chapters(language, no_keys) for language in LANGUAGES)
    assert [one.name for one in zh] == [one.name for one in en]
    assert len(zh) == 10
    assert all(re.search("[一-鿿]", one.title) for one in zh)
    assert not any(re.search("[一-鿿]", one.title) for one in en)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_commands_pictures_and_chapters_that_exist(language: Language) -> None:
    folder = resource_path("guide", {"zh": "zh_CN", "en": "en"}[language])
    names = {command.name for command in COMMANDS}
    files = {path.name for path in folder.glob("*.md")}
    for path in folder.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"\{(?:keys|menu) (\w+)\}", text)) <= names
        assert set(_LINK.findall(text)) <= files
        assert all((pictures_folder() / name).is_file() and words for words, name in _PICTURE.findall(text))
    for chapter in chapters(language, no_keys):
        assert not re.search(r"[{}]", chapter.text)


def test_pictures_are_small_and_used() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in resource_path("guide").rglob("*.md"))
    pictures = list(pictures_folder().glob("*"))
    assert len(pictures) >= 6
    for path in pictures:
        assert path.name in told
        assert path.stat().st_size <= _LARGEST
        assert QImage(str(path)).width() >= 600


def test_the_guide_tells_the_keys_of_now(english: None) -> None:
    marks = {command.name: f"<{command.name}>" for command in COMMANDS}
    first = next(one for one in chapters("en", marks.__getitem__) if "<next_finding>" in one.text)
    without = next(one for one in chapters("en", no_keys) if one.name == first.name)
    assert "Review › Next finding" in without.text
    assert "<next_finding>" not in without.text


def test_chinese_lines_are_joined_without_blanks() -> None:
    for chapter in chapters("zh", no_keys):
        document = QTextDocument()
        document.setMarkdown(chapter.text)
        # Behind the bold words that a paragraph may begin with stands a blank, for Markdown's sake.
        assert not re.search("[一-鿿，；、] [一-鿿]", document.toPlainText()), chapter.name


def test_f1_opens_the_guide_where_no_finding_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    guide = dialog_of(qtbot, window, GuideDialog)
    assert not window.findChildren(RulesDialog)
    guide.close()


def test_f1_explains_the_chosen_finding(qtbot: QtBot, window: MainWindow) -> None:
    session = open_pairs(PAIRS)
    window.show_review(session)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    chosen = window.findings.current()
    assert chosen is not None
    qtbot.keyClick(window, Qt.Key.Key_F1)
    rules = dialog_of(qtbot, window, RulesDialog)
    assert isinstance(rules, RulesDialog)
    assert next(one.title for one in rule_pages() if one.name == chosen.rule) in rules.page.toPlainText()
    assert not window.findChildren(GuideDialog)
    rules.close()


def test_the_guide_is_searched_and_walked_through(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    guide = dialog_of(qtbot, window, GuideDialog)
    assert isinstance(guide, GuideDialog)
    titles = [guide.list.item(row).text() for row in range(guide.list.count())]
    assert guide.page.toPlainText().startswith(titles[0])
    qtbot.keyClick(guide.list, Qt.Key.Key_Down)
    assert guide.page.toPlainText().startswith(titles[1])
    qtbot.keyClicks(guide.search, "glossary tbx")
    shown = visible(guide.list)
    assert shown == ["Terms"]
    assert guide.page.toPlainText().startswith("Terms")
    marked = {place.cursor.selectedText().casefold() for place in guide.page.extraSelections()}
    assert marked == {"glossary", "tbx"}
    guide.search.clear()
    assert visible(guide.list) == titles
    qtbot.keyClicks(guide.search, "xyzzy")
    assert visible(guide.list) == []
    assert "xyzzy" in guide.told.text()
    qtbot.keyClick(guide.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(GuideDialog))


def visible(list_: QListWidget) -> list[str]:
    return [list_.item(row).text() for row in range(list_.count()) if not list_.item(row).isHidden()]


def test_links_lead_to_chapters_and_never_out(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    guide = GuideDialog(window.keys_of, window)
    qtbot.addWidget(guide)
    guide.show()
    qtbot.waitExposed(guide)
    page, document = guide.page, guide.page.document()
    place = document.find("correcting by keys")
    assert not place.isNull()
    point = page.cursorRect(place).center() - QPoint(10, 0)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.toPlainText().startswith("Correct by keys")
    before = page.toPlainText()
    for address in ("https://example.org/help", "file:///etc/passwd", "mailto:a@example.org"):
        page.anchorClicked.emit(QUrl(address))
        assert address in guide.told.text()
    assert page.toPlainText() == before
    assert opened == []
    kind = int(QTextDocument.ResourceType.ImageResource.value)
    assert page.loadResource(kind, QUrl("https://example.org/picture.png")) is None
    assert page.loadResource(kind, QUrl.fromLocalFile("/etc/passwd")) is None
    assert page.loadResource(int(QTextDocument.ResourceType.StyleSheetResource.value), QUrl("review-en.png")) is None
    assert isinstance(page.loadResource(kind, QUrl("review-en.png")), QImage)
    guide.close()


def test_pictures_fit_into_the_page(qtbot: QtBot, window: MainWindow) -> None:
    guide = GuideDialog(window.keys_of, window)
    qtbot.addWidget(guide)
    guide.show()
    qtbot.waitExposed(guide)
    for row in range(guide.list.count()):
        guide.list.setCurrentRow(row)
        assert guide.page.horizontalScrollBar().maximum() == 0, guide.list.item(row).text()
    guide.close()


def test_pictures_follow_the_width_of_the_page(qtbot: QtBot, window: MainWindow) -> None:
    guide = GuideDialog(window.keys_of, window)
    qtbot.addWidget(guide)
    guide.resize(1100, 600)
    guide.show()
    qtbot.waitExposed(guide)
    with_pictures = next(row for row, one in enumerate(guide._chapters.values()) if ".png)" in one.text)
    guide.list.setCurrentRow(with_pictures)
    page = guide.page
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = page.cursorForPosition(QPoint(0, 0)).position()
    guide.resize(600, 600)
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)
    assert abs(page.cursorForPosition(QPoint(0, 0)).position() - top) < 200
    guide.close()


# --- rules, keys, legend ---------------------------------------------------------------------------------------------


def test_all_rules_stand_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "show_rules")
    rules = dialog_of(qtbot, window, RulesDialog)
    assert isinstance(rules, RulesDialog)
    assert rules.list.count() == len(list(rule_pages()))
    rules.search.setText("unit")
    window.helping.explain_rule("date.corrupt")  # the same window shows it
    assert [one for one in window.findChildren(RulesDialog) if one.isVisible()] == [rules]
    assert rules.rule() == "date.corrupt"
    window.settings.language = "zh"
    window.follow_language()
    chinese = dialog_of(qtbot, window, RulesDialog)
    assert isinstance(chinese, RulesDialog)
    assert chinese.rule() == "date.corrupt"
    assert chinese.windowTitle() != "Rules"
    chinese.close()


def test_the_sheet_has_every_command_with_its_keys_of_now(qtbot: QtBot) -> None:
    window = MainWindow(Settings(language="en", shortcuts={"tag": "Ctrl+Alt+T", "ignore": ""}), Translation())
    window.follow_language()
    qtbot.addWidget(window)
    window.show()
    trigger(window, "show_keys")
    dialog = dialog_of(qtbot, window, KeysDialog)
    assert isinstance(dialog, KeysDialog)
    told = {entry.words: entry.keys for group in dialog.shown() for entry in group.entries}
    assert told["Tag this clause"] == "Ctrl+Alt+T"
    assert told["Ignore"] == ""
    assert told["Redo"].split() == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert sum(len(group.entries) for group in dialog.shown()) >= len(COMMANDS)
    qtbot.keyClicks(dialog.search, "alt+t")
    assert [entry.words for group in dialog.shown() for entry in group.entries] == ["Tag this clause"]
    assert dialog.tree.topLevelItemCount() == 1
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Review\nTag this clause\tCtrl+Alt+T\n"
    assert dialog.page().toPlainText().split("\n")[0] == "Sheet of keys"
    qtbot.keyClicks(dialog.search, "xyzzy")
    assert dialog.shown() == ()
    dialog.close()
    window.close()


def test_the_printed_sheet_leaves_out_what_has_no_keys(english: None) -> None:
    groups = sheet(lambda name: "F8" if name == "next_finding" else "")
    page = as_html(groups[:-2], "Keys")
    assert "Next finding" in page
    assert page.count("<tr>") == 1
    assert "Open the sample\t\n" in as_text(groups)


def test_the_sheet_prints_on_two_pages(qtbot: QtBot, english: None, tmp_path: Path) -> None:
    dialog = KeysDialog(OWN.__getitem__)
    qtbot.addWidget(dialog)
    writer = QPdfWriter(str(tmp_path / "keys.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog.page().print_(writer)
    del writer
    pdf = PdfDocument(tmp_path / "keys.pdf")
    assert len(pdf) == 2
    told = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert all(keys in told for keys in ("Ctrl+O", "Ctrl+Shift+Return", "F9", "Ctrl+Z"))


def test_the_legend_is_reached_from_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    window.show_review(open_pairs(PAIRS))
    qtbot.mouseClick(window.findings.legend, Qt.MouseButton.LeftButton)
    legend = dialog_of(qtbot, window, LegendDialog)
    assert not legend.isModal()
    qtbot.mouseClick(window.findings.legend, Qt.MouseButton.LeftButton)
    assert window.findChildren(LegendDialog) == [legend]  # one is enough
    legend.close()
    qtbot.waitUntil(lambda: not window.findChildren(LegendDialog))


@pytest.mark.parametrize("dark", [False, True])
def test_the_legend_shows_every_tint_and_line_of_the_view(qtbot: QtBot, window: MainWindow, dark: bool) -> None:
    theme = DARK if dark else LIGHT
    window.settings.appearance = "dark" if dark else "light"
    window._follow_settings()
    trigger(window, "show_legend")
    legend = dialog_of(qtbot, window, LegendDialog)
    seen = colours(legend)
    window.settings.appearance = "system"
    window._follow_settings()
    for family in families():
        assert theme.tint(family).rgb() in seen, family
    assert {colour.rgb() for colour in theme.underlines.values()} <= seen
    legend.close()


def colours(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_every_tint_has_its_line() -> None:
    named = {LIGHT.tint(family).name() for family, _words in FAMILIES}
    assert named == {LIGHT.tint(family).name() for family in families()}
    assert len(named) == len(FAMILIES)


# --- log and licences ------------------------------------------------------------------------------------------------


def test_what_stands_beside_the_window_follows_its_language(qtbot: QtBot, window: MainWindow) -> None:
    window.helping.show_guide()
    window.helping.show_legend()

    def titles() -> set[str]:
        shown = [*window.findChildren(GuideDialog), *window.findChildren(LegendDialog)]
        return {one.windowTitle() for one in shown if one.isVisible()}

    english = titles()
    window.follow_language()
    assert titles() == english
    for spoken in ("zh", "en"):
        window.settings.language = spoken
        window.follow_language()
        qtbot.wait(10)
        assert len(titles()) == 2
        assert (titles() == english) == (spoken == "en"), spoken
    for one in (*window.findChildren(GuideDialog), *window.findChildren(LegendDialog)):
        one.close()


def test_the_log_folder_is_opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    trigger(window, "open_log_folder")
    assert opened == [str(log_folder())]
    assert log_folder().is_dir()
    trigger(window, "open_log_folder")  # no file manager here
    assert str(log_folder()) in window.statusBar().currentMessage()


def test_a_log_folder_that_cant_be_made_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("drafter.gui.window.helping.log_folder", lambda: tmp_path / "file" / "log")
    trigger(window, "open_log_folder")
    assert str(tmp_path / "file" / "log") in window.statusBar().currentMessage()


def test_every_library_is_named_with_its_licence() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[\w.-]+", line).group() for line in asked["dependencies"]}  # type: ignore[union-attr]
    assert set(LIBRARIES) == wanted | {"opencc"}  # that one may be left out
    found = {one.name.casefold().replace("_", "-"): one for one in libraries()}
    assert {name.casefold().replace("_", "-") for name in wanted} <= set(found)
    assert all(one.version and one.licence for one in found.values())
    assert "shiboken6" in found  # needed in turn
    assert "pytest" not in found
    assert found["python"].licence == "PSF-2.0"
    assert found["spylls"].licence == "MPL-2.0"
    assert all(one.licence for one in RESOURCES)


def test_versions_are_copied_for_a_report(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "show_about")
    about = dialog_of(qtbot, window, AboutDialog)
    assert isinstance(about, AboutDialog)
    assert about.parts.rowCount() == len(libraries())
    qtbot.mouseClick(about.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == report() == about.versions.toPlainText()
    assert copied.startswith("Drafter ")
    assert "lxml " in copied
    assert str(Path.home()) not in copied
    about.close()


def test_places_in_menus_are_told_without_their_letters(english: None) -> None:
    assert place_of("show_about") == "Help › About Drafter"
    assert place_of("open_files") == "File › Open"
