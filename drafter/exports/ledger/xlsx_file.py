"""The ledger as a workbook (ECMA-376): one sheet, its first row a heading that stays, every column filtered and sorted.

Texts stand in the table of shared strings, which no spreadsheet ever takes for formulas; figures are numbers as long as
a spreadsheet keeps all their digits, and texts beyond that.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
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
_MOST_DIGITS: Final = 15  # that a spreadsheet keeps of a number
MOST_CHARACTERS: Final = 32_767  # in a cell
_NARROW, _WIDE, _WIDTH_OF_HAN = 8, 44, 2
_FIRST_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the same rows give the same bytes
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
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
    """Write rows to a workbook.

    Args:
        table: the heading and the rows, all of one length.
        path: where to.
        title: what the sheet is called.

    Raises:
        DrafterError: it can't be written.
    """
    sheet = _Sheet([list(row) for row in table])
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": sheet.workbook(title),
        "xl/_rels/workbook.xml.rels": _relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": sheet.worksheet(),
        "xl/sharedStrings.xml": sheet.strings(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, _FIRST_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(part, _HEAD + text)
    write_atomically(path, out.getvalue())


def _relationships(*parts: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


class _Sheet:
    """The one sheet of a workbook."""

    def __init__(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._rows = rows
        self._last = f"{_letters(len(rows[0]) - 1)}{len(rows)}"
        self._texts: dict[str, int] = {}
        self._used = 0

    def workbook(self, title: str) -> str:
        """Give the workbook that holds it, with the area that is filtered."""
        name = escape(title)
        column, row = self._last.rstrip("0123456789"), self._last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/>'
            '</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'
            f"{name}!$A$1:${column}${row}</definedName></definedNames></workbook>"
        )

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

    def strings(self) -> str:
        """Give the texts of its cells; they are known once the cells were written."""
        texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._texts)
        return f'<sst xmlns="{_MAIN}" count="{self._used}" uniqueCount="{len(self._texts)}">{texts}</sst>'

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
        self._used += 1
        return f'<c r="{place}"{style} t="s"><v>{self._texts.setdefault(text, len(self._texts))}</v></c>'


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
