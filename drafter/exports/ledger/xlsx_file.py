"""Tables as a workbook (ECMA-376): a sheet each, its first row a heading that stays, every column filtered and sorted.

Texts stand in the table of shared strings, which no spreadsheet ever takes for formulas; figures are numbers as long as
a spreadsheet keeps all their digits, and texts beyond that.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from drafter.exports.atomic import write_atomically
from drafter.exports.characters import legal
from drafter.exports.ledger.columns import Cell

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STRINGS: Final = "sharedStrings.xml"
_MOST_DIGITS: Final = 15  # that a spreadsheet keeps of a number
MOST_CHARACTERS: Final = 32_767  # in a cell
_NARROW, _WIDE, _WIDTH_OF_HAN = 8, 44, 2
_FIRST_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the same rows give the same bytes
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>'
)


def write_xlsx(table: Iterable[Sequence[Cell]], path: Path, title: str = "Figures") -> None:
    """Write rows to a workbook of one sheet, see `write_sheets`."""
    write_sheets({title: table}, path)


def write_sheets(tables: Mapping[str, Iterable[Sequence[Cell]]], path: Path) -> None:
    """Write tables to a workbook.

    Args:
        tables: by the name of its sheet each table's heading and rows, all of one length; the names are letters only.
        path: where to.

    Raises:
        DrafterError: it can't be written.
    """
    texts = _Texts()
    sheets = [_Sheet(title, [list(row) for row in table], texts) for title, table in tables.items()]
    numbered = list(enumerate(sheets, 1))
    places = [f"worksheets/sheet{number}.xml" for number, _sheet in numbered]
    links = [*(("worksheet", place) for place in places), ("styles", "styles.xml"), ("sharedStrings", _STRINGS)]
    parts = {
        "[Content_Types].xml": _types(places),
        "_rels/.rels": _relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relationships(*links),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{number}.xml": sheet.worksheet() for number, sheet in numbered},
    }
    parts[f"xl/{_STRINGS}"] = texts.part()  # known once the cells were written
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, _FIRST_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(part, _HEAD + text)
    write_atomically(path, out.getvalue())


def _types(places: Iterable[str]) -> str:
    sheets = "".join(f'<Override PartName="/xl/{place}" ContentType="{_TYPE}.worksheet+xml"/>' for place in places)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{sheets}'
        f'<Override PartName="/xl/{_STRINGS}" ContentType="{_TYPE}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    )


def _relationships(*parts: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _workbook(sheets: Sequence["_Sheet"]) -> str:
    """Give the workbook that holds the sheets, with the area that is filtered in each."""
    named = "".join(
        f'<sheet name="{escape(sheet.title)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    filtered = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">{escape(sheet.area)}'
        "</definedName>"
        for place, sheet in enumerate(sheets)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{named}</sheets>'
        f"<definedNames>{filtered}</definedNames></workbook>"
    )


class _Texts:
    """The table of shared strings."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._used = 0

    def number(self, text: str) -> int:
        """Give the number of a text."""
        self._used += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def part(self) -> str:
        """Give the texts as a part of the workbook."""
        texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._numbers)
        return f'<sst xmlns="{_MAIN}" count="{self._used}" uniqueCount="{len(self._numbers)}">{texts}</sst>'


class _Sheet:
    """A sheet of a workbook."""

    def __init__(self, title: str, rows: Sequence[Sequence[Cell]], texts: _Texts) -> None:
        self.title = title
        self._rows = rows
        self._texts = texts
        self._last = f"{_letters(len(rows[0]) - 1)}{len(rows)}"

    @property
    def area(self) -> str:
        """Where its cells stand, as a formula names it."""
        column, row = self._last.rstrip("0123456789"), self._last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return f"{self.title}!$A$1:${column}${row}"

    def worksheet(self) -> str:
        """Give its cells."""
        columns = "".join(
            f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
            for number, width in enumerate(_widths(self._rows), 1)
        )
        lines = "".join(self._row(row, number) for number, row in enumerate(self._rows, 1))
        return (
            f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{self._last}"/><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f"<cols>{columns}</cols><sheetData>{lines}</sheetData>"
            f'<autoFilter ref="A1:{self._last}"/></worksheet>'
        )

    def _row(self, row: Sequence[Cell], number: int) -> str:
        cells = (self._cell(cell, f"{_letters(place)}{number}", heading=number == 1) for place, cell in enumerate(row))
        return f'<row r="{number}">{"".join(cells)}</row>'

    def _cell(self, cell: Cell, place: str, *, heading: bool) -> str:
        style = ' s="1"' if heading else ""
        if cell is None or cell == "":
            return ""
        if isinstance(cell, Decimal | int):
            written = f"{Decimal(cell).normalize():f}"
            if len(written.lstrip("-0.").replace(".", "")) <= _MOST_DIGITS:
                return f'<c r="{place}"{style}><v>{written}</v></c>'
            cell = written
        text = legal(cell)[:MOST_CHARACTERS]
        return f'<c r="{place}"{style} t="s"><v>{self._texts.number(text)}</v></c>'


def _letters(column: int) -> str:
    """Name a column, counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _widths(rows: Sequence[Sequence[Cell]]) -> Iterator[int]:
    """As wide as the widest cell, within reason; a Chinese character takes the room of two."""
    for column in zip(*rows, strict=True):
        widest = max(sum(_WIDTH_OF_HAN if ch > "\u2e7f" else 1 for ch in str(cell or "")) for cell in column)
        yield min(_WIDE, max(_NARROW, widest + 2))
