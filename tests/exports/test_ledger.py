"""The ledger of figures in files: another program reads them, and nothing in them is taken for a formula."""

import csv
import io
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openxml_audit import OpenXmlValidator

from drafter.exports.ledger import LEDGER_ENDINGS, headings, ledger_text, row_cells, write_ledger
from drafter.model import DrafterError, LedgerRow, Quantity, Span

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def quantity(text: str, value: str = "32", unit: str = "ug/m3") -> Quantity:
    return Quantity(Decimal(value), None, unit, "<=", "measure", Span(3, 3 + len(text)), Span(3, 5), text)


ROWS = [
    LedgerRow(
        1, quantity("32微克/立方米以内"), quantity("within 32 μg/m³"), "same", "细颗粒物浓度", 2025, "澄湖市", 4, 5
    ),
    LedgerRow(2, quantity("=1+1"), None, "missing", "=HYPERLINK(\"x\")", None, "@SUM(A1)", 6),
    LedgerRow(3, None, quantity("+5"), "extra", "-2+3", 2024, None, 0, 7),
    LedgerRow(4, quantity("1234567890.12345678", "1234567890.12345678"), None, "unsure", "𫚖\x07\x0b浓度"),
]  # fmt: skip


def cells_of(path: Path) -> list[list[str]]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        root = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        texts = ["".join(one.itertext()) for one in ElementTree.fromstring(package.read("xl/sharedStrings.xml"))]
    assert root.find(f".//{SHEET}f") is None  # no cell is a formula
    rows = []
    for row in root.iter(f"{SHEET}row"):
        found = {}
        for cell in row.iter(f"{SHEET}c"):
            value = "".join(cell.itertext())
            found[cell.attrib["r"].rstrip("0123456789")] = texts[int(value)] if cell.get("t") == "s" else value
        rows.append([found.get(chr(ord("A") + place), "") for place in range(len(headings()))])
    return rows


def test_a_workbook_has_every_row_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "数字 一.xlsx"
    write_ledger(ROWS, path)
    rows = cells_of(path)
    assert rows[0] == [str(cell) for cell in headings()]
    assert rows[1][:7] == ["1", "细颗粒物浓度", "2025", "澄湖市", "32微克/立方米以内", "within 32 μg/m³", "same"]
    assert rows[1][8:12] == ["32", "", "ug/m3", "≤"]
    assert rows[2][1] == '=HYPERLINK("x")'
    assert rows[2][3:6] == ["@SUM(A1)", "=1+1", ""]
    assert rows[4][1] == "𫚖 浓度"
    assert rows[4][8] == "1234567890.12345678"
    assert len(rows) == len(ROWS) + 1


def test_a_workbook_is_what_the_standard_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_ledger(ROWS, path)
    faults = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    assert [fault for fault in faults if "relationships/theme" not in fault] == []  # a theme may be left out


def test_the_same_rows_give_the_same_file(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_ledger(ROWS, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_an_empty_ledger_is_a_heading(tmp_path: Path) -> None:
    for ending in LEDGER_ENDINGS:
        write_ledger([], tmp_path / f"a{ending}")
    assert len(cells_of(tmp_path / "a.xlsx")) == 1
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").count("\n") == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_another_program_reads_the_workbook(tmp_path: Path) -> None:
    write_ledger(ROWS, tmp_path / "a.xlsx")
    profile = (tmp_path / "profile").as_uri()
    words = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    subprocess.run(
        [*words, "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=120
    )
    if not (tmp_path / "a.csv").exists():
        pytest.skip("LibreOffice has no spreadsheets here")
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8"))))
    assert rows[1][1:6] == ["细颗粒物浓度", "2025", "澄湖市", "32微克/立方米以内", "within 32 μg/m³"]
    assert rows[2][1] == '=HYPERLINK("x")'


def test_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_ledger(ROWS, path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0] == [str(cell) for cell in headings()]
    assert rows[2][1] == '\'=HYPERLINK("x")'
    assert rows[2][4] == "'=1+1"
    assert rows[3][1] == "'-2+3"
    assert rows[3][5] == "'+5"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


def test_text_is_what_a_file_would_hold(tmp_path: Path) -> None:
    write_ledger(ROWS, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().decode("utf-8-sig") == ledger_text(ROWS)


def test_a_kind_overrides_the_ending(tmp_path: Path) -> None:
    write_ledger(ROWS, tmp_path / "a.txt", "csv")
    assert (tmp_path / "a.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="Choose one of these endings"):
        write_ledger(ROWS, tmp_path / "a.ods")
    assert not (tmp_path / "a.ods").exists()


def test_a_row_has_as_many_cells_as_there_are_headings() -> None:
    assert {len(row_cells(row)) for row in ROWS} == {len(headings())}
