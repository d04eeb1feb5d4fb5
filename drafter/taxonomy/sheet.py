"""A taxonomy as a table: a row for each concept, for offices that work with spreadsheets."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from drafter.language.workbook import read_rows
from drafter.model import N_, DrafterError, Message
from drafter.taxonomy.entries import LANGUAGES, TaxonomyError, entry_of
from drafter.taxonomy.taxonomy import Taxonomy

_MANY: Final = "|"
_BETWEEN: Final = re.compile(r"[|｜；\n]")
"""What parts the words of a cell, also as people write it who fill a table in by hand."""

_BY_LANGUAGE: Final = ("prefLabel", "altLabel", "scopeNote", "cues", "hints")
_SINGLE: Final = ("prefLabel", "scopeNote")
_COLUMNS: Final = (
    "notation", "facet", "broader", *(f"{name}_{side}" for name in _BY_LANGUAGE for side in LANGUAGES), "cues_zh_mt",
    "cues_en_mt", "basis", "instrument", "pollutants", "match", "deprecated", "replacedBy", "scheme", "version",
)  # fmt: skip
_MATCH_PARTS: Final = ("scheme", "type", "code", "label", "certainty")
_YES: Final = "yes"


def rows_of(taxonomy: Taxonomy) -> list[Sequence[str]]:
    """Give a taxonomy as rows, the first one naming the columns."""
    rows: list[Sequence[str]] = [_COLUMNS]
    for number, concept in enumerate(taxonomy.concepts()):
        entry = entry_of(concept)
        cells = {
            name: str(entry.get(name, "")) for name in ("notation", "facet", "broader", "instrument", "replacedBy")
        }
        for name in _BY_LANGUAGE:
            for side, value in entry.get(name, {}).items():
                cells[f"{name}_{side}"] = value if isinstance(value, str) else _MANY.join(value)
        cells["basis"] = _MANY.join(entry.get("basis", ()))
        cells["pollutants"] = _MANY.join(entry.get("pollutants", ()))
        cells["match"] = _MANY.join(";".join(one[part] for part in _MATCH_PARTS) for one in entry.get("match", ()))
        cells["deprecated"] = _YES if concept.deprecated else ""
        if not number:
            cells |= {"scheme": taxonomy.id, "version": taxonomy.version}
        rows.append([cells.get(column, "") for column in _COLUMNS])
    return rows


def entries_of_sheet(data: bytes, name: str) -> tuple[Mapping[str, Any], list[dict[str, Any]]]:
    """Read the rows of a workbook's first sheet.

    Raises:
        TaxonomyError: it is no workbook, or has no column of codes or of labels.
    """
    try:
        rows = list(read_rows(data, name))
    except DrafterError as error:
        raise _as_taxonomy_error(error.message) from error
    head = [cell.strip() for cell in rows[0]] if rows else []
    if not {"notation", "prefLabel_zh", "prefLabel_en"} <= set(head):
        raise TaxonomyError(
            N_("The taxonomy “{name}” has no columns “notation”, “prefLabel_zh” and “prefLabel_en” in its first line."),
            name=name,
        )
    scheme: dict[str, str] = {}
    entries = []
    for row in rows[1:]:
        cells = {column: cell.strip() for column, cell in zip(head, row, strict=False) if cell.strip()}
        if not cells:
            continue
        scheme.setdefault("id", cells.pop("scheme", ""))
        scheme.setdefault("version", cells.pop("version", ""))
        entries.append(_entry(cells))
    return scheme, entries


def _as_taxonomy_error(message: Message) -> TaxonomyError:
    return TaxonomyError(message.template, **message.values)


def _entry(cells: Mapping[str, str]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        name: cells[name] for name in ("notation", "facet", "broader", "replacedBy") if name in cells
    }
    for column, cell in cells.items():
        name, _, side = column.partition("_")
        if side and name in _BY_LANGUAGE:
            entry.setdefault(name, {})[side] = cell if name in _SINGLE else _parted(cell)
    for name in ("basis", "pollutants"):
        if name in cells:
            entry[name] = _parted(cells[name])
    if "instrument" in cells:
        entry["instrument"] = cells["instrument"]
    if "match" in cells:
        parts = (one.split(";") for one in _parted(cells["match"]))
        entry["match"] = [dict(zip(_MATCH_PARTS, [*part, "", "", "", ""], strict=False)) for part in parts]
    entry["deprecated"] = cells.get("deprecated", "").lower() in (_YES, "true", "1", "是")
    return entry


def _parted(cell: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
