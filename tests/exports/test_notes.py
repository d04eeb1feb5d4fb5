"""Foot- and endnotes of the files that were read: notes in the files that are written, each at its place."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.documents import read_data
from drafter.exports.docx import DocxOptions, Layout, Style, docx_bytes
from drafter.exports.original.notes import note_places
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Document
from drafter.review import ReviewSession, open_pair, open_project
from drafter.review.handing_out import full_snapshot
from tests.documents.builders import entries, p, packed, t, table
from tests.exports.looking import W, Written, named, squeezed

FOOT, END = (f'<w:r><w:{kind}Reference w:id="%s"/></w:r>' for kind in ("footnote", "endnote"))
ZH = (
    p("云溪市清洁空气行动方案")
    + p(t("到2025年，PM2.5浓度下降10%") + FOOT % 2 + t("，优良天数达到85%。"))
    + p(FOOT % 3 + t("改造锅炉12台。") + END % 2)
    + table("<w:tc><w:tcPr/>" + p(t("甲区") + FOOT % 4) + "</w:tc><w:tc><w:tcPr/>" + p("35") + "</w:tc>")
    + p("结束。")
)
EN = (
    p("Clean Air Action Plan of Yunxi City")
    + p(
        '<w:r><w:t xml:space="preserve">By 2025, PM2.5 falls by 10%</w:t><w:footnoteReference w:id="2"/>'
        "<w:t>, good days reach 85%.</w:t></w:r>"
    )
    + p(FOOT % 3 + t("Renovate 12 boilers.") + END % 2)
    + table("<w:tc><w:tcPr/>" + p(t("District A") + FOOT % 4) + "</w:tc><w:tc><w:tcPr/>" + p("35") + "</w:tc>")
    + p("The end.")
)
ZH_NOTES = ("与2020年相比。", "燃煤锅炉。", "甲区含开发区。", "据能源局统计。")
EN_NOTES = ("Compared with 2020.", "Coal boilers.", "District A with its zone.", "As the energy bureau counts.")


LAYOUTS: tuple[Layout, ...] = ("interleaved", "zh", "en")
STYLES: tuple[Style, ...] = ("plain", "gbt9704")


def word(body: str, notes: tuple[str, ...], *, again: str = "") -> bytes:
    """A Word file with three footnotes and an endnote, `again` in a second paragraph of the first."""
    mark = "<w:r><w:footnoteRef/></w:r>"
    parts = {
        "footnotes": f'<w:footnote w:id="0" w:type="separator">{p("")}</w:footnote>'
        + "".join(
            f'<w:footnote w:id="{number}">{p(mark + t(" " + note))}{p(again) if again and number == 2 else ""}'
            "</w:footnote>"
            for number, note in enumerate(notes[:3], 2)
        ),
        "endnotes": f'<w:endnote w:id="2">{p(t(notes[3]))}</w:endnote>',
    }
    return packed(entries(body, parts))


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    zh, en = tmp_path / "方案.docx", tmp_path / "plan.docx"
    zh.write_bytes(word(ZH, ZH_NOTES))
    en.write_bytes(word(EN, EN_NOTES))
    return open_pair(zh, en)


def read(file: Written) -> Document:
    return read_data(file.data, "out.docx")


def marked(document: Document) -> dict[str, str]:
    """Give of each note the words that stand before its mark."""
    return {
        document.paragraphs[index].text.strip(): document.paragraphs[place.paragraph].text[: place.at]
        for index, place in note_places(document).items()
    }


def clause_of(session: ReviewSession, english: str) -> int:
    return next(one.id for one in session.clauses if one.en.text.strip() == english)


# fmt: off
EXPECTED = {
    "与2020年相比。": "到2025年，PM2.5浓度下降10%", "燃煤锅炉。": "", "据能源局统计。": "改造锅炉12台。",
    "甲区含开发区。": "甲区",
    "Compared with 2020.": "By 2025, PM2.5 falls by 10%", "Coal boilers.": "",
    "As the energy bureau counts.": "Renovate 12 boilers.", "District A with its zone.": "District A",
}
# fmt: on


def test_places_are_those_of_the_file() -> None:
    found = marked(read_data(word(ZH, ZH_NOTES), "a.docx")) | marked(read_data(word(EN, EN_NOTES), "b.docx"))
    assert found == EXPECTED


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", STYLES)
def test_notes_stand_at_their_places(session: ReviewSession, layout: Layout, style: Style) -> None:
    options = DocxOptions(layout, style)
    out = read(Written(docx_bytes(full_snapshot(session, footnotes=True), options)))
    sides = {"interleaved": EXPECTED, "zh": dict(list(EXPECTED.items())[:4]), "en": dict(list(EXPECTED.items())[4:])}
    assert marked(out) == sides[layout]
    body = [one.text for one in out.paragraphs if one.part in ("body", "table")]
    assert not [text for text in body if text.strip() in EXPECTED]


def test_a_table_has_a_row_for_each_note(session: ReviewSession) -> None:
    file = Written(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions()))
    assert not [name for name in file.parts if "notes" in name]
    assert all(note in file.text for note in (*ZH_NOTES, *EN_NOTES))


@pytest.mark.parametrize(
    "options",
    [
        DocxOptions(layout, style, changed, changed, scripts=changed)
        for layout, style, changed in product(LAYOUTS, STYLES, (False, True))
    ],
    ids=named,
)
def test_files_with_notes_are_sound(session: ReviewSession, tmp_path: Path, options: DocxOptions) -> None:
    first = clause_of(session, "Compared with 2020.")
    session.edit(first, "en", "Compared with the year 2020.")
    path = tmp_path / "file.docx"
    path.write_bytes(docx_bytes(full_snapshot(session, footnotes=True), options))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    parts = Written(path.read_bytes()).parts
    ids = [
        one.get(f"{W}id")
        for name in ("document", "footnotes", "endnotes")
        for one in etree.fromstring(parts[f"word/{name}.xml"]).iter(f"{W}ins", f"{W}del")
    ]
    assert len(ids) == len(set(ids))
    assert bool(ids) == (options.track_changes and options.layout != "zh")


def test_edits_carry_the_mark_along(session: ReviewSession) -> None:
    host = next(one.id for one in session.clauses if "good days" in one.en.text)
    session.edit(host, "en", "In the year 2025, PM2.5 drops by 12%, good days reach 85% and more.")
    note = clause_of(session, "Coal boilers.")
    session.edit(note, "en", "")
    out = marked(read(Written(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions("en")))))
    assert out["Compared with 2020."] == "In the year 2025, PM2.5 drops by 12%"
    assert "Coal boilers." not in out
    assert len(out) == 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_note_outlives_the_text_it_hung_on(session: ReviewSession, layout: Layout) -> None:
    session.edit(clause_of(session, "Renovate 12 boilers."), "en", "")
    out = read(Written(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions(layout))))
    text = [one.text.strip() for one in out.paragraphs]
    kept = {"zh": ZH_NOTES, "en": EN_NOTES, "interleaved": (*ZH_NOTES, *EN_NOTES)}[layout]
    assert all(text.count(note) == 1 for note in kept)


def test_tracked_changes_in_notes(session: ReviewSession, tmp_path: Path) -> None:
    for before, after in (("Coal boilers.", ""), ("Compared with 2020.", "Compared with 2019.")):
        session.edit(clause_of(session, before), "en", after)
    file = Written(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions("en", track_changes=True)))
    loaded, corrected = (read_data(file.data, "a.docx", view=view) for view in ("original", "final"))
    assert {one.text.strip() for one in loaded.paragraphs if one.part == "note"} == set(EN_NOTES)
    final = {one.text.strip() for one in corrected.paragraphs if one.part == "note"}
    assert final == {"Compared with 2019.", *EN_NOTES[2:]}


def test_comments_on_a_note_stand_round_its_mark(session: ReviewSession, tmp_path: Path) -> None:
    note = clause_of(session, "Coal boilers.")
    session.edit(note, "en", "Coal-fired boilers.", reason="the usual word")
    file = Written(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions("interleaved", comments=True)))
    assert "the usual word" in file.parts["word/comments.xml"].decode()
    assert b"comment" not in file.parts["word/footnotes.xml"]
    ranges = file.attributes("commentRangeStart", "id")
    assert ranges == file.attributes("commentRangeEnd", "id") == file.attributes("commentReference", "id")
    assert ranges


def test_paragraphs_of_one_note_stay_together(tmp_path: Path) -> None:
    zh, en = tmp_path / "方案.docx", tmp_path / "plan.docx"
    zh.write_bytes(word(ZH, ZH_NOTES, again="数据已经核实。"))
    en.write_bytes(word(EN, EN_NOTES, again="The data have been verified."))
    file = Written(docx_bytes(full_snapshot(open_pair(zh, en), footnotes=True), DocxOptions("zh")))
    notes = etree.fromstring(file.parts["word/footnotes.xml"])
    texts = [["".join(map(str, one.itertext())) for one in note.iter(f"{W}p")] for note in notes]
    assert [" 与2020年相比。", "数据已经核实。"] in texts


def test_a_project_has_them_too(session: ReviewSession, tmp_path: Path) -> None:
    session.save_as(tmp_path / "p.drafter")
    session.close()
    again = open_project(tmp_path / "p.drafter")
    assert full_snapshot(again, footnotes=True).footnotes == full_snapshot(session, footnotes=True).footnotes
    assert full_snapshot(again, footnotes=True).footnotes["zh"]
    assert not full_snapshot(again).footnotes  # the file is not read again for what has no use for them
    again.close()


@pytest.mark.parametrize("name", ["rtf", "odt"])
def test_other_formats_have_them_at_the_end_of_the_paragraph(name: str, tmp_path: Path, session: ReviewSession) -> None:
    document = session.documents["zh"]
    bare = replace(document, format=name, paragraphs=tuple(replace(one, runs=()) for one in document.paragraphs))
    found = {document.paragraphs[index].text.strip(): place for index, place in note_places(bare).items()}
    host = found["与2020年相比。"]
    assert document.paragraphs[host.paragraph].text[: host.at].endswith("优良天数达到85%。")
    assert note_places(replace(bare, format="html")) == {}


def test_into_an_offices_template(session: ReviewSession, tmp_path: Path) -> None:
    head = tmp_path / "红头.docx"
    own = docx.Document()
    own.add_paragraph("云溪市人民政府文件")
    own.add_paragraph("{{body}}")
    own.save(str(head))
    path = tmp_path / "out.docx"
    path.write_bytes(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions("zh", "gbt9704", template=head)))
    out = read_data(path.read_bytes(), "out.docx")
    assert marked(out)["与2020年相比。"] == EXPECTED["与2020年相比。"]
    styles = {one.name for one in docx.Document(str(path)).styles}
    assert {"footnote text", "footnote reference"} <= styles
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    again = tmp_path / "again.docx"  # a template that has notes of its own
    own = docx.Document(str(path))
    own.add_paragraph("{{body}}")
    own.save(str(again))
    twice = Written(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions("zh", "gbt9704", template=again)))
    ids = [one.get(f"{W}id") for one in etree.fromstring(twice.parts["word/footnotes.xml"])]
    assert len(ids) == len(set(ids)) == 8
    assert sorted(twice.attributes("footnoteReference", "id"), key=int) == ["1", "2", "3", "4", "5", "6"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> ReviewSnapshot:
    folder = tmp_path_factory.mktemp("notes")
    (folder / "方案.docx").write_bytes(word(ZH, ZH_NOTES))
    (folder / "plan.docx").write_bytes(word(EN, EN_NOTES, again="The data have been verified."))
    return full_snapshot(open_pair(folder / "方案.docx", folder / "plan.docx"))


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_any_edit_of_text_and_notes_can_be_taken_and_refused(loaded: ReviewSnapshot, data: st.DataObject) -> None:
    clauses = []
    for clause in loaded.clauses:
        text = clause.en.text
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        new = text[:start] + data.draw(st.text("ab 1.污", max_size=4)) + text[end:]
        clauses.append(replace(clause, en=replace(clause.en, text=new)))
    edited = replace(loaded, clauses=tuple(clauses))
    file = docx_bytes(edited, DocxOptions("en", track_changes=True))
    for view, snapshot in (("original", loaded), ("final", edited)):
        told = read_data(file, "out.docx", view=view)  # type: ignore[arg-type]
        wanted = [clause.en.text for clause in snapshot.clauses]
        assert sorted(_squeezed(one.text for one in told.paragraphs)) == sorted(_squeezed(wanted))


def _squeezed(texts: Iterable[str]) -> list[str]:
    return [squeezed(text) for text in texts if text.strip()]


needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


@needs_pandoc
def test_pandoc_reads_them_as_notes(session: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(docx_bytes(full_snapshot(session, footnotes=True), DocxOptions("interleaved")))
    command = ["pandoc", "-f", "docx", "-t", "plain", "--wrap=none", str(path)]
    told = subprocess.run(command, capture_output=True, check=True, timeout=60, text=True).stdout
    assert "下降10%[1]，优良" in told
    assert "[1] 与2020年相比。" in told
