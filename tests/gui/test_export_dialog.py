"""The export dialog: what it shows, remembers, warns of, and writes."""

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.exports import DocxOptions, OriginalOptions
from drafter.gui.export.choices import PRESETS, Choices, ExportFile, read, written
from drafter.gui.export.dialog import ExportDialog
from drafter.gui.export.fonts import OFFICIAL, lacking
from drafter.gui.export.form import ExportForm
from drafter.gui.export.preview import Pages, first_pages, set_by_office
from drafter.gui.export.preview import drawn as drawn_here
from drafter.gui.export.worddrawing import draw
from drafter.gui.settings.settings import Settings, load_settings, save_settings
from drafter.gui.toolbox.latest import Latest
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs
from drafter.review.handing_out import full_snapshot
from tests.gui.acting import in_dialog

PAIRS = [("一、总体要求", "I. General requirements"), ("改造12台锅炉。", "12 boilers shall be rebuilt.")]
WRONG = [*PAIRS, ("改造15台窑炉。", "51 kilns shall be rebuilt.")]

Opened = Callable[..., ExportDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Give a function that shows the dialog about pairs."""
    shown: list[ExportDialog] = []

    def show(pairs: list[tuple[str, str]] | None = None, settings: Settings | None = None) -> ExportDialog:
        dialog = ExportDialog(open_pairs(pairs or PAIRS), settings or Settings())
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        shown.append(dialog)
        return dialog

    yield show
    for dialog in shown:
        dialog.reject()


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def tick(qtbot: QtBot, box: QWidget) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def drawn(qtbot: QtBot, dialog: ExportDialog) -> Pages:
    qtbot.waitUntil(lambda: bool(dialog.preview.pages.images), timeout=10_000)
    return dialog.preview.pages


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_only_what_matters_for_the_kind_is_shown(opened: Opened) -> None:
    form = opened().form
    assert form.layouts["table"].isVisible()
    assert not form.confirmed.isVisible()
    form.kind.setCurrentIndex(form.kinds.index(("data", ".csv")))
    assert form.table.isVisible()
    assert form.names.isVisible()
    assert not form.tracked.isVisible()
    assert not form.layouts["table"].isVisible()
    form.kind.setCurrentIndex(form.kinds.index(("data", ".tmx")))
    assert form.confirmed.isVisible()
    form.kind.setCurrentIndex(form.kinds.index(("verdict", ".html")))
    assert not form.names.isVisible()


def test_names_are_asked_about_where_changes_go_into_the_word_file_itself(qtbot: QtBot) -> None:
    form = ExportForm("", {"en"})
    qtbot.addWidget(form)
    form.show()
    form.choose(Choices("into-en", ".docx"))
    assert form.names.isVisible()
    assert not form.names.isEnabled()  # a clean text bears none
    tick(qtbot, form.tracked)
    assert form.names.isEnabled()
    form.names.click()
    assert form.choices().options("table") == OriginalOptions("en", tracked=True, names=False)


def test_columns_are_offered_beside_a_table_only(qtbot: QtBot, opened: Opened) -> None:
    form = opened().form
    assert form.findings.isEnabled()
    tick(qtbot, form.layouts["table"])
    tick(qtbot, form.layouts["zh"])
    assert not form.findings.isEnabled()
    assert not form.returnable.isEnabled()


def test_dialog_fits_a_small_screen_and_every_field_has_a_name(opened: Opened) -> None:
    dialog = opened(WRONG)
    assert dialog.minimumSizeHint().height() <= 700
    assert dialog.width() <= 1366
    fields = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QPushButton), dialog.preset, dialog.form.kind,
              dialog.form.style_, dialog.form.table]  # fmt: skip
    for field in fields:
        label = field.accessibleName() or (field.text() if isinstance(field, QPushButton) else "")
        assert label or field.objectName().startswith("qt_"), field


def test_names_of_official_fonts_are_told_where_they_are_missing(opened: Opened) -> None:
    form = opened().form
    assert not form.fonts.isVisible()
    form.style_.setCurrentIndex(form.style_.findData("gbt9704"))
    assert form.fonts.isVisible() is bool(lacking())
    for name, other in lacking():
        assert name in form.fonts.text()
        assert other in form.fonts.text()


def test_founder_fonts_stand_in_where_the_windows_ones_are_not() -> None:
    kylin = {"方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正黑体_GBK", "方正书宋_GBK", "Times New Roman"}
    assert dict(lacking(kylin)) == {
        "方正小标宋简体": "方正小标宋_GBK", "仿宋_GB2312": "方正仿宋_GBK", "楷体_GB2312": "方正楷体_GBK",
        "黑体": "方正黑体_GBK", "宋体": "方正书宋_GBK",
    }  # fmt: skip
    assert lacking({one.name for one in OFFICIAL}) == []
    assert dict(lacking(set()))["仿宋_GB2312"] == ""


# --- the preview ------------------------------------------------------------------------------------------------------


def test_preview_shows_what_is_chosen(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened(PAIRS * 60)
    across = drawn(qtbot, dialog).images[0]
    assert across.width() > across.height()
    assert "drawn by Drafter" in dialog.preview.caption.text()
    tick(qtbot, dialog.form.layouts["table"])
    tick(qtbot, dialog.form.layouts["en"])
    qtbot.waitUntil(lambda: dialog.preview.pages.images[0].height() > dialog.preview.pages.images[0].width())
    click(qtbot, dialog.preview.forth)
    assert dialog.preview.number.text() == "Page 2"
    click(qtbot, dialog.preview.back)
    assert dialog.preview.number.text() == "Page 1"


def test_kinds_without_pages_say_so(opened: Opened) -> None:
    dialog = opened()
    dialog.form.kind.setCurrentIndex(dialog.form.kinds.index(("data", ".json")))
    assert "no preview" in dialog.preview.paper.accessibleDescription()
    assert not dialog.preview.number.isVisible()


def test_a_template_that_cannot_be_used_is_told_in_the_preview(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "head.docx"
    path.write_text("no Word file", encoding="utf-8")
    dialog = opened()
    dialog.form.template.setFocus()
    qtbot.keyClicks(dialog.form.template, str(path))
    qtbot.keyClick(dialog.form.template, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "head.docx" in dialog.preview.paper.accessibleDescription())


def test_what_libreoffice_sets_takes_the_place_of_what_is_drawn(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def set_(data: bytes) -> Pages:
        asked.append(data)
        return Pages((QImage(100, 140, QImage.Format.Format_RGB32),), office=True)

    monkeypatch.setattr("drafter.gui.export.preview.set_by_office", set_)
    dialog = ExportDialog(open_pairs(PAIRS), Settings(), window, Latest(window, 300))
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.preview.pages.images) and not dialog.preview.pages.office)
    qtbot.waitUntil(lambda: dialog.preview.pages.office)
    assert "LibreOffice" in dialog.preview.caption.text()
    assert asked[0].startswith(b"PK")
    dialog.reject()


def test_a_template_is_drawn_with_word_of_what_is_left_out(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "head.docx"
    document = docx.Document()
    document.add_paragraph("云溪市人民政府文件")
    document.save(str(path))
    settings = Settings(export_kind="word.docx", exports={"word.docx": {"template": str(path)}})
    dialog = opened(settings=settings)
    assert dialog.form.template.text() == str(path)
    drawn(qtbot, dialog)
    assert "headers and footers" in dialog.preview.caption.text()


@pytest.mark.usefixtures("qapp")
def test_a_page_without_size_is_drawn_as_a4() -> None:
    document = docx.Document()
    document.add_paragraph("text")
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(0), Mm(90_000), Mm(400)
    written = io.BytesIO()
    document.save(written)
    page = draw(written.getvalue(), most=1)[0]
    assert (page.width(), page.height()) == (1190, 1684)


@pytest.mark.usefixtures("qapp")
def test_pages_are_as_large_as_their_paper_and_hold_ink_within_its_margins() -> None:
    data = first_pages(full_snapshot(open_pairs(PAIRS * 30)), DocxOptions("zh", "gbt9704"))
    page = draw(data, most=1, numbered="dashes")[0]
    assert abs(page.width() / page.height() - 210 / 297) < 0.002
    scale = page.width() / 210
    inked = [
        (x, y)
        for x in range(0, page.width(), 2)
        for y in range(0, page.height(), 2)
        if page.pixelColor(x, y).lightness() < 128
    ]
    assert min(y for _x, y in inked) / scale >= 36
    assert min(x for x, _y in inked) / scale >= 27.5
    assert max(x for x, _y in inked) / scale <= 185.5


# --- remembering ------------------------------------------------------------------------------------------------------


def test_choices_are_remembered_for_each_kind(qtbot: QtBot, opened: Opened, tmp_path: Path) -> None:
    settings = Settings()
    first = opened(settings=settings)
    tick(qtbot, first.form.tracked)
    tick(qtbot, first.form.layouts["en"])
    first.choose(tmp_path / "a.docx")
    second = opened(settings=settings)
    second.form.kind.setCurrentIndex(second.form.kinds.index(("data", ".tmx")))
    tick(qtbot, second.form.confirmed)
    second.choose(tmp_path / "a.tmx")
    save_settings(settings, tmp_path / "settings.json")
    third = opened(settings=load_settings(tmp_path / "settings.json"))
    assert third.form.wanted == ("data", ".tmx")
    assert third.form.confirmed.isChecked()
    third.form.kind.setCurrentIndex(0)
    assert third.form.tracked.isChecked()
    assert third.form.choices().layouts == ("table", "en")


def test_presets_set_everything_at_once(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened()
    dialog.preset.setFocus()
    for words, choices in PRESETS:
        qtbot.keyClick(dialog.preset, Qt.Key.Key_Down)
        assert dialog.preset.currentText() == words
        assert dialog.form.choices() == choices
    tick(qtbot, dialog.form.cover)
    assert dialog.preset.currentText() == "As chosen below"


def test_own_presets_are_kept_and_removed(qtbot: QtBot, opened: Opened) -> None:
    settings = Settings()
    dialog = opened(settings=settings)
    tick(qtbot, dialog.form.comments)
    dialog.keep_preset("处内传阅")
    again = opened(settings=settings)
    again.preset.setFocus()
    qtbot.keyClick(again.preset, Qt.Key.Key_End)
    assert again.preset.currentText() == "处内传阅"
    assert again.form.comments.isChecked()
    click(qtbot, again.drop)
    assert again.preset.findText("处内传阅") < 0
    assert not settings.presets


@pytest.mark.parametrize(
    "record", [{}, {"kind": "nonsense"}, {"layouts": "table"}, {"layouts": ["x"]}, {"tracked": "yes"}, {"style": 3},
               {"kind": "word", "ending": ".exe"}],
)  # fmt: skip
def test_what_makes_no_sense_is_as_usual(record: dict[str, object]) -> None:
    assert read(record) == Choices()


def test_what_is_written_is_read_again() -> None:
    for _words, choices in PRESETS:
        assert read(written(choices)) == choices


# --- names and files --------------------------------------------------------------------------------------------------


def test_several_layouts_make_a_file_each(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    tick(qtbot, dialog.form.layouts["zh"])
    tick(qtbot, dialog.form.layouts["en"])
    dialog.choose(Path("out.docx"))
    assert [one.path.name for one in dialog.files] == ["out-table.docx", "out-zh.docx", "out-en.docx"]
    assert [one.options.layout for one in dialog.files if isinstance(one.options, DocxOptions)] == ["table", "zh", "en"]


def test_a_name_that_makes_no_sense_cannot_be_saved(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened()
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    qtbot.keyClicks(dialog.form.pattern, "{nonsense}")
    assert not save.isEnabled()
    assert "{nonsense}" in dialog.warning.text()
    dialog.form.pattern.selectAll()
    qtbot.keyClicks(dialog.form.pattern, "{title}-{style}")
    assert save.isEnabled()
    tick(qtbot, dialog.form.layouts["table"])
    assert not save.isEnabled()


# --- before it goes out -----------------------------------------------------------------------------------------------


def saving(qtbot: QtBot, dialog: ExportDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.gui.export.dialog.ask_where", lambda *_args: path)
    click(qtbot, dialog.buttons.button(QDialogButtonBox.StandardButton.Save))


def test_a_clean_file_with_critical_findings_is_asked_about(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(WRONG)
    assert "critical finding" in dialog.warning.text()
    asked: list[str] = []

    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        click(qtbot, box.button(QMessageBox.StandardButton.Cancel))

    in_dialog(QMessageBox, answer)
    saving(qtbot, dialog, tmp_path / "a.docx", monkeypatch)
    assert "critical" in asked[0]
    assert not dialog.files
    tick(qtbot, dialog.form.tracked)
    saving(qtbot, dialog, tmp_path / "a.docx", monkeypatch)
    assert [one.path for one in dialog.files] == [tmp_path / "a.docx"]


def test_a_marking_of_secrecy_is_told(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    from drafter.review import open_pair

    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text("机密★1年\n一、总体要求\n改造12台锅炉。\n", encoding="utf-8")
    en.write_text("CONFIDENTIAL\nI. General requirements\n12 boilers shall be rebuilt.\n", encoding="utf-8")
    dialog = ExportDialog(open_pair(zh, en), Settings())
    qtbot.addWidget(dialog)
    assert "机密★1年" in dialog.warning.text()
    assert not opened().warning.isVisible()


def test_several_files_go_into_a_folder_and_replace_nothing_unasked(
    qtbot: QtBot, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened()
    tick(qtbot, dialog.form.layouts["zh"])
    (tmp_path / "review-zh.docx").write_bytes(b"old")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    name = dialog.form.choices().files(Path(dialog.form.choices().name()), dialog._session)[1].path.name
    (tmp_path / name).write_bytes(b"old")

    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        assert name in box.text()
        click(qtbot, box.button(QMessageBox.StandardButton.Cancel))

    in_dialog(QMessageBox, answer)
    click(qtbot, dialog.buttons.button(QDialogButtonBox.StandardButton.Save))
    assert not dialog.files
    (tmp_path / name).unlink()
    click(qtbot, dialog.buttons.button(QDialogButtonBox.StandardButton.Save))
    assert len(dialog.files) == 2
    assert all(one.path.parent == tmp_path for one in dialog.files)


# --- in the window ----------------------------------------------------------------------------------------------------


def exported(qtbot: QtBot, window: MainWindow, *paths: Path) -> ReviewSession:
    session = open_pairs(PAIRS * 20)
    window.show_review(session)
    window.files.export_to([ExportFile(path, DocxOptions()) for path in paths])
    qtbot.waitUntil(lambda: not window.background.busy)
    return session


def test_what_was_written_is_opened_from_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()))
    exported(qtbot, window, tmp_path / "甲.docx", tmp_path / "乙.docx")
    assert len(docx.Document(str(tmp_path / "乙.docx")).tables) == 1
    assert window.written_bar.isVisible()
    assert "甲.docx, 乙.docx" in window.written_bar.words()
    click(qtbot, window.written_bar.open_file)
    click(qtbot, window.written_bar.open_folder)
    assert urls == [str(tmp_path / "甲.docx"), str(tmp_path)]


def test_an_export_is_cancelled_and_the_old_file_stays(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    window.show_review(open_pairs(PAIRS * 2000))
    window.files.export_to([ExportFile(path, DocxOptions())])
    window.background.cancel()
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert not window.written_bar.isVisible()


def test_a_file_that_another_program_holds_is_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def held(_source: object, _target: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr("drafter.exports.atomic.os.replace", held)
    said: list[str] = []

    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        box.accept()

    in_dialog(QMessageBox, answer)
    exported(qtbot, window, path)
    qtbot.waitUntil(lambda: bool(said))
    assert "open in another program" in said[0]
    assert path.read_bytes() == b"old"


def test_dialog_closes_while_it_draws(qtbot: QtBot, opened: Opened) -> None:
    dialog = opened(PAIRS * 500)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not dialog.isVisible()


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not at hand")
def test_libreoffice_sets_the_same_pages() -> None:
    options = DocxOptions("zh", "gbt9704")
    data = first_pages(full_snapshot(open_pairs(PAIRS * 30)), options)
    pages = set_by_office(data)
    assert pages is not None
    assert pages.office
    own = drawn_here(data, options)
    assert len(pages.images) == len(own.images) == 3
    theirs, ours = pages.images[0], own.images[0]
    assert abs(theirs.width() / theirs.height() - ours.width() / ours.height()) < 0.01
    assert any(theirs.pixelColor(x, y).lightness() < 128 for x in range(theirs.width()) for y in range(0, 600, 3))
