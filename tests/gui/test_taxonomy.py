"""The taxonomy's dialog: steps are tried and taken back, what they change is listed, and then tags follow."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from drafter.gui.taxonomy.asking import ChooseDialog, NewDialog
from drafter.gui.taxonomy.dialog import TaxonomyDialog
from drafter.gui.window.main_window import MainWindow
from drafter.review import ReviewSession, open_pairs
from drafter.review.tagging_suggestions import accept_tags
from drafter.review.taxonomies import KEPT, keep_taxonomy, taxonomy_in_use
from drafter.taxonomy import Taxonomy, shipped_taxonomy
from drafter.taxonomy.editing import rename_concept, with_version
from tests.gui.acting import in_dialog

PAIRS = [("开展秸秆禁烧巡查。", "Patrol against the open burning of straw."), ("推广公交车。", "Promote buses.")]


def reviewed() -> ReviewSession:
    session = open_pairs(PAIRS)
    leaf, other = leaves()[:2]
    accept_tags(session, [(1, leaf), (2, other)])
    return session


def leaves() -> list[str]:
    """Codes of leaves below the first concept that has several."""
    taxonomy = shipped_taxonomy()
    return [
        one.notation
        for one in taxonomy.concepts()
        if one.facet == "measure" and taxonomy.is_leaf(one.notation) and not one.deprecated
    ]


@pytest.fixture
def dialog(qtbot: QtBot) -> TaxonomyDialog:
    made = TaxonomyDialog(reviewed())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def said(dialog: TaxonomyDialog) -> list[str]:
    return [dialog.changes.item(row).text() for row in range(dialog.changes.count())]


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choosing(qtbot: QtBot, words: str) -> Callable[[QWidget], None]:
    def act(widget: QWidget) -> None:
        asked = cast("ChooseDialog", widget)
        qtbot.keyClicks(asked.search, words)
        box = cast("QDialogButtonBox", asked.findChild(QDialogButtonBox))
        click(qtbot, box.button(QDialogButtonBox.StandardButton.Ok))

    return act


def test_nothing_changes_before_anything_is_done(dialog: TaxonomyDialog) -> None:
    assert said(dialog) == []
    assert not dialog.use.isEnabled()
    assert not dialog.back.isEnabled()
    for part in (dialog.tree, dialog.search, dialog.changes, dialog.version, dialog.zh, dialog.en):
        assert part.accessibleName()


def test_concept_is_renamed_by_enter_and_taken_back(qtbot: QtBot, dialog: TaxonomyDialog) -> None:
    code = leaves()[0]
    dialog.choose(code)
    dialog.en.setFocus()
    dialog.en.selectAll()
    qtbot.keyClicks(dialog.en, "Another name")
    qtbot.keyClick(dialog.en, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.draft.taxonomy.known(code).label["en"] == "Another name"
    assert said(dialog)[0].startswith(f"Renamed: {code} Another name, before: ")
    assert dialog.use.isEnabled()
    click(qtbot, dialog.back)
    assert said(dialog) == []
    assert dialog.draft.taxonomy.known(code).label["en"] != "Another name"


def test_concept_is_added_after_an_error_is_told(qtbot: QtBot, dialog: TaxonomyDialog) -> None:
    parent = shipped_taxonomy().known(leaves()[0]).broader
    dialog.choose(parent)
    tries: list[str] = []

    def fill(widget: QWidget) -> None:
        asked = cast("NewDialog", widget)
        asked.code.setText(leaves()[0] if not tries else "NEW77")
        asked.zh.setText("新措施")
        asked.en.setText("New measure")
        tries.append(asked.code.text())
        if len(tries) == 1:
            in_dialog(QMessageBox, read)
        asked.accept()

    def read(widget: QWidget) -> None:
        tries.append(cast("QMessageBox", widget).text())
        in_dialog(NewDialog, fill)
        cast("QMessageBox", widget).accept()

    in_dialog(NewDialog, fill)
    click(qtbot, dialog.add)
    assert "stands twice" in tries[1]
    assert dialog.draft.taxonomy.known("NEW77").broader == parent
    assert said(dialog) == ["New: NEW77 New measure"]
    current = dialog.current()
    assert current is not None
    assert current.notation == "NEW77"


def test_concept_is_moved(qtbot: QtBot, dialog: TaxonomyDialog) -> None:
    code, to = leaves()[0], shipped_taxonomy().known(leaves()[-1]).broader
    dialog.choose(code)
    in_dialog(ChooseDialog, choosing(qtbot, to))
    click(qtbot, dialog.move_)
    assert dialog.draft.taxonomy.known(code).broader == to
    assert said(dialog)[0].endswith(f"now under {to}")


def test_merged_concepts_take_their_tags_along(qtbot: QtBot, dialog: TaxonomyDialog) -> None:
    code, into = leaves()[0], leaves()[5]
    dialog.choose(code)
    in_dialog(ChooseDialog, choosing(qtbot, into))
    click(qtbot, dialog.merge)
    assert f"Tag {code} becomes {into} on 1 clause." in said(dialog)
    assert dialog.draft.moved[code] == into


def test_retired_without_successor_says_which_tags_have_no_place(qtbot: QtBot, dialog: TaxonomyDialog) -> None:
    code = leaves()[0]
    dialog.choose(code)

    def nothing(widget: QWidget) -> None:
        asked = cast("ChooseDialog", widget)
        asked.list.setCurrentRow(0)
        asked.accept()

    in_dialog(ChooseDialog, nothing)
    click(qtbot, dialog.retire)
    assert said(dialog)[0] == f"{code} has no place any more: its tag stays on 1 clause, look there."
    assert not dialog.retire.isEnabled()


def test_search_narrows_the_tree(qtbot: QtBot, dialog: TaxonomyDialog) -> None:
    code = leaves()[3]
    qtbot.keyClicks(dialog.search, code)
    shown = [one.text(0) for one in dialog._items() if not one.isHidden()]
    assert any(one.startswith(code) for one in shown)
    assert len(shown) < 6


@pytest.mark.parametrize("ending", [".yaml", ".ttl", ".xlsx"])
def test_taxonomy_is_written_and_loaded_again(dialog: TaxonomyDialog, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"office{ending}"
    dialog.write_to(path)
    dialog.load_from(path)
    assert dialog.use.isEnabled()
    assert {one.notation for one in dialog.draft.taxonomy.concepts()} == {
        one.notation for one in shipped_taxonomy().concepts()
    }


def test_faulty_file_is_told_and_changes_nothing(dialog: TaxonomyDialog, tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_text("concepts:\n- notation: A1\n  facet: measure\n  prefLabel: {zh: 甲}\n", encoding="utf-8")
    told: list[str] = []

    def read(widget: QWidget) -> None:
        told.append(cast("QMessageBox", widget).text())
        cast("QMessageBox", widget).accept()

    in_dialog(QMessageBox, read)
    dialog.load_from(path)
    assert "office.yaml" in told[0]
    assert "A1" in told[0]
    assert not dialog.use.isEnabled()


def test_using_it_moves_tags_and_the_panel_follows(qtbot: QtBot, window: MainWindow) -> None:
    session = reviewed()
    window.show_review(session)
    window.panels.bring("measures")
    code, into = leaves()[0], leaves()[5]

    def act(widget: QWidget) -> None:
        dialog = cast("TaxonomyDialog", widget)
        dialog.choose(code)
        in_dialog(ChooseDialog, choosing(qtbot, into))
        click(qtbot, dialog.merge)
        dialog.version.setFocus()
        dialog.version.setText("9.9")
        qtbot.keyClick(dialog.version, Qt.Key.Key_Return)
        click(qtbot, dialog.use)

    in_dialog(TaxonomyDialog, act)
    window.measuring.show_taxonomy()
    qtbot.waitUntil(lambda: session.tags(1) == (into,) and not window.background.busy, timeout=20_000)
    assert taxonomy_in_use(session).version == "9.9"
    assert taxonomy_in_use(session).known(code).replaced_by == into
    window.view.go_to(1)
    assert [one.notation for one in window.measures.suggested.model_.entries() if one.kind == "tag"] == [into]


def test_review_keeps_its_version_and_lists_what_the_newer_one_changes(qtbot: QtBot) -> None:
    session = reviewed()
    code = leaves()[0]
    own: Taxonomy = with_version(
        rename_concept(shipped_taxonomy(), code, {"zh": "旧名", "en": "Old name"}).taxonomy, "office 1"
    )
    keep_taxonomy(session, own)
    session.remember("measures:tagged-with", session.settings[KEPT])
    dialog = TaxonomyDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.version.text() == "office 1"
    assert said(dialog) == []
    dialog._exchange(shipped_taxonomy)
    assert any(one.startswith(f"Renamed: {code} ") and "Old name" in one for one in said(dialog))
