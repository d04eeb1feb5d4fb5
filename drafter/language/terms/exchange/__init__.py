"""Glossaries from and for other programs: TBX, CSV and workbooks; and a reader's own glossary over ours."""

from pathlib import Path

from drafter.language.terms.exchange.errors import MOST_BYTES, refuse
from drafter.language.terms.exchange.rows import COLUMNS, rows_of, terms_of_rows
from drafter.language.terms.exchange.tbx import read_tbx, tbx_bytes
from drafter.language.terms.glossary import GlossaryError, load_glossary
from drafter.language.workbook import WorkbookError, read_rows
from drafter.model import N_, Term, reason_of

GLOSSARY_ENDINGS = (".csv", ".tbx", ".xlsx")


def read_glossary(path: Path) -> tuple[Term, ...]:
    """Read a glossary: a table as CSV or workbook, see `load_glossary` for its columns, or a TBX file.

    Raises:
        GlossaryError: it can't be read, or a line says what can't be.
    """
    ending = path.suffix.lower()
    if ending not in GLOSSARY_ENDINGS:
        refuse(N_("“{name}” is no glossary: it must be one of {endings}."),
               name=path.name, endings=", ".join(GLOSSARY_ENDINGS))  # fmt: skip
    try:
        if path.stat().st_size > MOST_BYTES:
            refuse(N_("The glossary “{name}” is too large: part it into several files."), name=path.name)
        if ending == ".csv" and not path.is_dir():
            return load_glossary(path)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        refuse(N_("The glossary “{name}” can't be read: {why}."), name=path.name, why=reason_of(error))
    if ending == ".tbx":
        return read_tbx(data, path.name)
    try:
        return terms_of_rows(read_rows(data, path.name), path.name)
    except WorkbookError as error:
        refuse(error.message.template, **error.message.values)


__all__ = ["COLUMNS", "GLOSSARY_ENDINGS", "GlossaryError", "read_glossary", "rows_of", "tbx_bytes"]
