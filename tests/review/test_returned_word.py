"""A bilingual table goes out as a Word file, is worked on, and comes back: exactly what was edited is proposed."""

import copy
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.exports import DocxOptions
from drafter.i18n import shown
from drafter.model import DrafterError
from drafter.review import ReviewSession, TakenBack, export_review, open_pairs, take_back, take_over

PAIRS = [
    ("全镇改造锅炉120台。", "The town refits 210 boilers."),
    ("各村禁烧秸秆。", "Every village bans burning straw."),
    ("第一行\n第二行", "first line\nsecond line"),
    ("浓度为12微克/立方米，“约”<10%&以上。", "“About” 12 μg/m³ <10% & more."),
    ("", "Alone in English."),
    ("独在中文。", ""),
]
OUT = DocxOptions("table", returnable=True)


@pytest.fixture
def review() -> ReviewSession:
    return open_pairs(PAIRS, author="柳如烟")


@pytest.fixture
def path(review: ReviewSession, tmp_path: Path) -> Path:
    export_review(review, tmp_path / "对照.docx", OUT)
    return tmp_path / "对照.docx"


def edited(path: Path, edit: Callable[[Any], object]) -> Path:
    file: Any = docx.Document(str(path))
    edit(file.tables[0])
    file.save(str(path))
    return path


def write(cell: Any, text: str) -> None:
    cell.paragraphs[0].runs[0].text = text


def sentences(back: TakenBack) -> list[str]:
    return [shown(message) for message in back.said]


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("style", ["plain", "gbt9704"])
def test_what_comes_back_as_it_went_changes_nothing(
    review: ReviewSession, tmp_path: Path, style: Any, tracked: bool
) -> None:
    review.edit(1, "en", "The town refits 120 boilers.")
    out = tmp_path / "out.docx"
    export_review(review, out, DocxOptions("table", style, track_changes=tracked, comments=tracked, returnable=True))
    back = take_back(review, out)
    assert (back.proposed, sentences(back), back.same) == ((), [], len(PAIRS))


def test_an_edit_is_proposed_and_taken_over(review: ReviewSession, path: Path) -> None:
    edited(path, lambda table: write(table.cell(1, 2), "The town refits 120 boilers."))
    back = take_back(review, path)
    assert sentences(back) == []
    assert [(one.clause, one.side, one.after) for one in back.proposed] == [(1, "en", "The town refits 120 boilers.")]
    assert review.clause(1).en.text == PAIRS[0][1]
    assert take_over(review, back.proposed, "Office") == (1,)
    assert review.clause(1).en.text == "The town refits 120 boilers."
    assert review.revisions[-1].author == "Office"
    assert take_back(review, path).proposed == ()


def _tracked(table: Any) -> None:
    paragraph = table.cell(2, 2).paragraphs[0]._p
    run = paragraph.find(qn("w:r"))
    gone = parse_xml(f'<w:del {nsdecls("w")} w:id="900" w:author="Wang" w:date="2025-11-22T10:00:00Z"/>')
    run.addprevious(gone)
    gone.append(run)
    for text in gone.iter(qn("w:t")):
        text.tag = qn("w:delText")
    gone.addnext(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="901" w:author="Wang" w:date="2025-11-22T10:00:00Z">'
            "<w:r><w:t>No village burns straw.</w:t></w:r></w:ins>"
        )
    )


def test_a_tracked_edit_is_its_author_s(review: ReviewSession, path: Path) -> None:
    back = take_back(review, edited(path, _tracked))
    assert [(one.clause, one.after, one.author) for one in back.proposed] == [(2, "No village burns straw.", "Wang")]
    take_over(review, back.proposed, "Office")
    assert review.revisions[-1].author == "Wang"


def _remove(table: Any) -> None:
    table._tbl.remove(table.rows[2]._tr)


def _double(table: Any) -> None:
    row = copy.deepcopy(table.rows[1]._tr)
    table.rows[1]._tr.addnext(row)
    write(table.cell(2, 2), "Another text.")


def _split(table: Any) -> None:
    table.add_row()
    table.cell(len(table.rows) - 1, 2).text = "A text in a row of its own."


def _cut(table: Any) -> None:
    text = table.cell(1, 2).text
    half = text.index(" ", len(text) // 2)
    write(table.cell(1, 2), text[:half])
    row = copy.deepcopy(table.rows[1]._tr)
    table.rows[1]._tr.addnext(row)
    for mark in list(row.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    for column, words in enumerate(("", "", text[half + 1 :])):
        write(table.cell(2, column), words)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (_cut, "Row 3 is the rest of clause 1: join the two rows"),
        (_remove, "Of the 6 rows of the pack 1 did not come back: 2."),
        (_double, "Clause 1 came back 2 times with different texts"),
        (_split, "has lost the mark by which its clause is known"),
        (
            lambda table: write(table.cell(1, 1), "全镇改造锅炉200台。"),
            "the source of clause 1 is not the one that was sent",
        ),
        (lambda table: write(table.cell(1, 2), ""), "Clause 1 came back without a text."),
    ],
    ids=["cut", "missing", "doubled", "split", "source", "emptied"],
)
def test_what_does_not_fit_is_told(review: ReviewSession, path: Path, edit: Callable[[Any], object], said: str) -> None:
    back = take_back(review, edited(path, edit))
    assert back.proposed == ()
    assert [sentence for sentence in sentences(back) if said in sentence]


def test_what_was_changed_here_meanwhile_is_not_replaced(review: ReviewSession, path: Path) -> None:
    edited(path, lambda table: write(table.cell(1, 2), "The town refits 120 boilers."))
    review.edit(1, "en", "In town 120 boilers are refitted.")
    back = take_back(review, path)
    assert back.proposed == ()
    assert "was changed here since it was sent" in sentences(back)[0]


def without(path: Path, what: str) -> None:
    """Take bookmarks or our own part out of a file, as some programs do."""
    file: Any = docx.Document(str(path))
    if what == "bookmarks":
        for mark in [*file.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        file.save(str(path))
        return
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if not name.startswith("customXml"):
                target.writestr(name, data.replace(b"customXml/item1.xml", b"gone.xml"))
    path.write_bytes(out.getvalue())


@pytest.mark.parametrize("lost", ["bookmarks", "manifest"])
def test_a_row_is_found_by_its_number_and_its_source(review: ReviewSession, path: Path, lost: str) -> None:
    edited(path, lambda table: write(table.cell(1, 2), "The town refits 120 boilers."))
    without(path, lost)
    back = take_back(review, path)
    assert sentences(back) == []
    assert [(one.clause, one.after) for one in back.proposed] == [(1, "The town refits 120 boilers.")]


def test_without_a_check_another_source_is_told(review: ReviewSession, path: Path) -> None:
    edited(path, lambda table: write(table.cell(1, 2), "The town refits 121 boilers."))
    without(path, "manifest")
    review.edit(1, "zh", "全镇改造锅炉121台。")
    assert "source of clause 1 is not the one" in sentences(take_back(review, path))[0]


def test_a_file_without_such_a_table_is_a_sentence(review: ReviewSession, tmp_path: Path) -> None:
    export_review(review, tmp_path / "en.docx", DocxOptions("en"))
    with pytest.raises(DrafterError, match="no table with a row for each clause"):
        take_back(review, tmp_path / "en.docx")


def test_a_clean_file_bears_no_part_of_ours(review: ReviewSession, tmp_path: Path) -> None:
    export_review(review, tmp_path / "a.docx", DocxOptions("table"))
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert not [name for name in archive.namelist() if "custom" in name]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([1, 2, 4, 5]), st.text("ab 12%污染。“”", min_size=1, max_size=20), max_size=4))
def test_any_edits_come_back_as_they_were_made(review: ReviewSession, tmp_path: Path, edits: dict[int, str]) -> None:
    edits = {clause: text for clause, text in edits.items() if text.strip()}
    out = tmp_path / "out.docx"
    export_review(review, out, OUT)

    def edit(table: Any) -> None:
        for clause, text in edits.items():
            write(table.cell(clause, 2), text)

    back = take_back(review, edited(out, edit))
    assert {one.clause: one.after for one in back.proposed} == {clause: text.strip() for clause, text in edits.items()}
    assert sentences(back) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_saves_it_and_it_comes_back(review: ReviewSession, path: Path, tmp_path: Path) -> None:
    edited(path, lambda table: write(table.cell(1, 2), "The town refits 120 boilers."))
    saved = tmp_path / "saved"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx:Office Open XML Text",
         "--outdir", str(saved), str(path)],
        stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    back = take_back(review, saved / path.name)
    assert sentences(back) == []
    assert [(one.clause, one.after) for one in back.proposed] == [(1, "The town refits 120 boilers.")]
