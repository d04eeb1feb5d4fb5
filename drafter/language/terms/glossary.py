"""The glossary: read from CSV, ours from `resources/glossary/`, an office's own from wherever it lies."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from drafter.model import N_, DrafterError, Severity, Term
from drafter.resources import resource_path

_COLUMNS = ("zh", "en")
_LOCKED = "locked"
_MANY = "|"


class GlossaryError(DrafterError):
    """A glossary can't be read."""


@cache
def shipped_glossary() -> tuple[Term, ...]:
    """Give the glossary that comes with the program."""
    folder = resource_path("glossary")
    return tuple(term for path in sorted(folder.glob("*.csv")) for term in load_glossary(path))


def load_glossary(path: Path) -> tuple[Term, ...]:
    """Read a glossary.

    The columns are named in the first line: `zh` and `en` at least; `accepted`, `forbidden`, `beside` and
    `zh_forbidden` hold renderings parted by "|", `severity` one of minor, major, critical or locked.

    Args:
        path: a CSV file in UTF-8.

    Raises:
        GlossaryError: it can't be read, or a line says what can't be.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return tuple(_terms(csv.DictReader(lines), path.name))
    except (OSError, UnicodeError, csv.Error) as error:
        raise GlossaryError(
            N_("The glossary “{name}” can't be read: save it as CSV in UTF-8."), name=path.name
        ) from error


def _terms(rows: "csv.DictReader[str]", name: str) -> Iterator[Term]:
    if rows.fieldnames is None:
        raise GlossaryError(
            N_("The glossary “{name}” is empty: its first line has to name the columns “zh” and “en”."), name=name
        )
    if any(column not in (rows.fieldnames or ()) for column in _COLUMNS):
        raise GlossaryError(N_("The glossary “{name}” has no columns “zh” and “en” in its first line."), name=name)
    for row in rows:
        zh, en = (row.get("zh") or "").strip(), (row.get("en") or "").strip()
        if not zh and not en:
            continue
        written = (row.get("severity") or "").strip()
        if written and written != _LOCKED and written not in get_args(Severity):
            raise GlossaryError(
                N_("Line {line} of the glossary “{name}”: “{written}” is not minor, major, critical or locked."),
                line=rows.line_num, name=name, written=written,
            )  # fmt: skip
        locked = written == _LOCKED
        yield Term(
            zh=zh, en=en,
            accepted=_parted(row.get("accepted")), forbidden=_parted(row.get("forbidden")),
            beside=_parted(row.get("beside")), zh_forbidden=_parted(row.get("zh_forbidden")),
            severity="critical" if locked else _severity(written), locked=locked, note=(row.get("note") or "").strip(),
        )  # fmt: skip


def _severity(written: str) -> Severity:
    return next((severity for severity in get_args(Severity) if severity == written), "major")


def _parted(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(_MANY) if part.strip())
