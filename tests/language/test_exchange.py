"""Glossaries go out and come back the same, come from other programs, and are refused where they are odd."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import etree

from drafter.exports.ledger.csv_file import write_csv
from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.language.terms import GlossaryError, shipped_glossary
from drafter.language.terms.exchange import COLUMNS, read_glossary, rows_of, tbx_bytes
from drafter.language.terms.in_use import choose_glossary, glossary, over, per_glossary
from drafter.model import Term

TERMS = (
    Term("网格员", "grid worker", ("grid officer",), ("net member",), ("grid",), ("网络员",), note="a <note> & more"),
    Term("甲法", "Law A", locked=True, severity="critical"),
    Term("乙", "B", severity="minor"),
)
V2 = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="subjectField">air</descrip>
<langSet xml:lang="zh_CN"><tig><term>网格员</term></tig></langSet>
<langSet xml:lang="en-GB"><tig><term>grid worker</term></tig>
<ntig><termGrp><term>net <hi>member</hi></term>
<termNote type="administrativeStatus">obsolete</termNote></termGrp></ntig>
<tig><term>grid officer</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="fr"><tig><term>agent</term></tig></langSet></termEntry></body></text></martif>"""


def file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("terms", [TERMS, shipped_glossary()], ids=["few", "ours"])
@pytest.mark.parametrize("ending", ["csv", "tbx", "xlsx"])
def test_out_and_in_again(tmp_path: Path, terms: tuple[Term, ...], ending: str) -> None:
    path = tmp_path / f"术语.{ending}"
    if ending == "tbx":
        path.write_bytes(tbx_bytes(terms))
    else:
        (write_csv if ending == "csv" else write_xlsx)(rows_of(terms), path)
    assert read_glossary(path) == terms


def test_tbx_is_as_the_standard_has_it() -> None:
    root = etree.fromstring(tbx_bytes(TERMS))
    space = {"t": "urn:iso:std:iso:30042:ed-2"}
    assert root.tag == "{urn:iso:std:iso:30042:ed-2}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    status = root.xpath("//t:conceptEntry[1]/t:langSec[@xml:lang='en']/t:termSec/t:termNote/text()", namespaces=space)
    assert status == ["preferredTerm-admn-sts", "admittedTerm-admn-sts", *["deprecatedTerm-admn-sts"] * 2]
    assert root.xpath("count(/t:tbx/t:text/t:body/t:conceptEntry)", namespaces=space) == len(TERMS)


def test_tbx_of_version_2_is_read(tmp_path: Path) -> None:
    (term,) = read_glossary(file(tmp_path, "old.tbx", V2.encode()))
    assert term == Term("网格员", "grid worker", ("grid officer",), ("net member",))


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_xlsx([["Severity", "EN", "", "ZH"], ["locked", "Law A", "", "甲法"], ["", "", "", ""]], path)
    assert read_glossary(path) == (TERMS[1],)


BOMB = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><tbx>&d;</tbx>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "one of"),
        ("a.tbx", b"", "Line 1"),
        ("a.tbx", b"<tbx><text>\n</tbx>", "Line 2"),
        ("a.tbx", b"<html/>", "html"),
        ("a.tbx", b"<tbx/>", "no term"),
        ("a.tbx", BOMB, "entities"),
        ("a.tbx", BOMB.decode().encode("utf-16"), "entities"),
        ("a.tbx", b"<tbx>" + b"<a>" * 300 + b"</a>" * 300 + b"</tbx>", "tbx"),
        ("a.xlsx", b"PK", "no workbook"),
        ("a.xlsx", b"", "no workbook"),
        ("a.csv", b"\xff\xfe\x00\x01", "UTF-8"),
        ("a.csv", b"chinese,english\n", "columns"),
        ("a.csv", "zh,en,severity\n甲,a,dire\n".encode(), "Line 2"),
    ],
)
def test_odd_files_are_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read_glossary(file(tmp_path, name, data))
    assert said in str(caught.value)


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in parts.items():
            package.writestr(part.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"<worksheet", "damaged inside"),
        (BOMB, "entities"),
        (b" " * 120_000_000, "too large"),
        (b"<worksheet/>", "columns"),
    ],
)
def test_odd_workbooks_are_refused(tmp_path: Path, sheet: bytes, said: str) -> None:
    path = file(tmp_path, "odd.xlsx", packed(xl__worksheets__sheet1_dot_xml=sheet))
    with pytest.raises(GlossaryError, match=said):
        read_glossary(path)


def test_a_damaged_workbook_is_refused_wherever_the_damage_is(tmp_path: Path) -> None:
    path = tmp_path / "whole.xlsx"
    write_xlsx(rows_of(TERMS), path)
    whole = path.read_bytes()
    for place in range(0, len(whole), 37):
        data = bytearray(whole)
        data[place] ^= 0xFF
        with suppress(GlossaryError):  # nothing else may leave
            assert all(isinstance(term, Term) for term in read_glossary(file(tmp_path, "hurt.xlsx", bytes(data))))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"none\.tbx"):
        read_glossary(tmp_path / "none.tbx")


def test_the_upper_row_wins() -> None:
    ours = (
        Term("甲", "one", ("uno",), ("ein", "eins"), ("solo",), severity="critical", locked=True),
        Term("乙", "two"),
    )
    own = (Term("甲", "Eins", forbidden=("una",)), Term("丙", "three"))
    assert over(ours, own) == (
        Term("甲", "Eins", (), ("una", "ein"), ("solo",)),
        Term("乙", "two"),
        Term("丙", "three"),
    )
    assert over(ours, ()) == ours


def test_an_own_glossary_is_used_until_another_one_is() -> None:
    calls = []

    @per_glossary
    def size(terms: object) -> int:
        calls.append(terms)
        return len(calls)

    assert glossary() is shipped_glossary()
    assert (size(), size()) == (1, 1)
    try:
        choose_glossary([Term("没有的词", "no such word")])
        assert glossary()[-1].en == "no such word"
        assert (size(), size()) == (2, 2)
    finally:
        choose_glossary(())
    assert glossary() is shipped_glossary()
    assert size() == 3


def test_columns_are_those_that_the_glossary_reads() -> None:
    assert set(COLUMNS) == {field for field in Term.__dataclass_fields__ if field != "locked"}
