"""The rows of a workbook's first sheet (ECMA-376), read with suspicion."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final, NoReturn

from lxml import etree

from drafter.model import N_, DrafterError

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT: Final = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_STRINGS: Final = "xl/sharedStrings.xml"
_SHEETS: Final = re.compile(r"xl/worksheets/sheet([0-9]{1,4})\.xml")
_PLACE: Final = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_MOST_COLUMNS: Final = 200
_MOST_ROWS: Final = 100_000
_MOST_UNPACKED: Final = 100_000_000  # bytes of one part


class WorkbookError(DrafterError):
    """A workbook can't be read."""


def refuse(template: str, **values: object) -> NoReturn:
    """Say why.

    Raises:
        WorkbookError: always.
    """
    raise WorkbookError(template, **values) from None


def read_rows(data: bytes, name: str) -> Iterator[list[str]]:
    """Give the cells of the first sheet as texts, row by row.

    Args:
        data: the workbook's bytes.
        name: its name, for messages.

    Raises:
        WorkbookError: it is no workbook, damaged, or made to harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [entry.filename for entry in package.infolist()]
            sheets = sorted((int(found[1]), part) for part in names if (found := _SHEETS.fullmatch(part)))
            if not sheets:
                refuse(N_("“{name}” is no workbook: save it as .xlsx."), name=name)
            strings = _strings(_part(package, _STRINGS, name)) if _STRINGS in names else []
            sheet = _part(package, sheets[0][1], name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError):
        refuse(N_("“{name}” is no workbook: save it as .xlsx."), name=name)
    except etree.XMLSyntaxError:
        refuse(N_("The workbook “{name}” is damaged inside: open it, and save it as a new .xlsx."), name=name)
    for number, row in enumerate(sheet.iter(f"{_MAIN}row")):
        if number > _MOST_ROWS:
            refuse(N_("“{name}” is too large: part it into several files."), name=name)
        yield _cells(row, strings)


def _part(package: zipfile.ZipFile, part: str, name: str) -> "etree._Element":
    """Unpack and parse one part, no more of it than anybody writes."""
    with package.open(part) as file:
        data = file.read(_MOST_UNPACKED + 1)
    if len(data) > _MOST_UNPACKED:
        refuse(N_("“{name}” is too large: part it into several files."), name=name)
    if any("<!DOCTYPE".encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
        refuse(N_("“{name}” declares entities, which no sound workbook does: don't trust it."), name=name)
    data = data.replace(_STRICT, _MAIN[1:-1].encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def _strings(root: "etree._Element") -> list[str]:
    return [_text(entry) for entry in root.iter(f"{_MAIN}si")]


def _text(entry: "etree._Element") -> str:
    """Join the runs of a text; how it is read aloud (Japanese) is no part of it."""
    runs = (run for run in entry.iter(f"{_MAIN}t") if not any(up.tag == f"{_MAIN}rPh" for up in run.iterancestors()))
    return "".join(run.text or "" for run in runs)


def _cells(row: "etree._Element", strings: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{_MAIN}c"):
        place = _PLACE.fullmatch(cell.get("r") or "")
        column = _column(place[1]) if place else len(cells)
        if column >= _MOST_COLUMNS:
            break
        cells += [""] * (column + 1 - len(cells))
        cells[column] = _value(cell, strings)
    return cells


def _column(letters: str) -> int:
    """Give the number of a column, counted from 0: A, B, … Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: "etree._Element", strings: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _text(cell)
    written = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        index = int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1
        return strings[index] if 0 <= index < len(strings) else ""
    return written
