"""A glossary as a table, and a table as a glossary."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

from drafter.language.terms.exchange.errors import MOST_TERMS, refuse
from drafter.model import N_, Severity, Term

COLUMNS: Final = ("zh", "en", "accepted", "forbidden", "beside", "zh_forbidden", "severity", "note")
_MANY: Final = "|"
_LOCKED: Final = "locked"
_USUAL: Final = "major"


def rows_of(terms: Iterable[Term]) -> Iterator[list[str]]:
    """Give a glossary as rows, the first with the names of the columns."""
    yield list(COLUMNS)
    for term in terms:
        severity = _LOCKED if term.locked else "" if term.severity == _USUAL else term.severity
        lists = (_MANY.join(words) for words in (term.accepted, term.forbidden, term.beside, term.zh_forbidden))
        yield [term.zh, term.en, *lists, severity, term.note]


def terms_of_rows(rows: Iterable[Sequence[str]], name: str) -> tuple[Term, ...]:
    """Read a table as a glossary; its first row names the columns, in any order.

    Args:
        rows: the table.
        name: the file's name, for messages.

    Raises:
        GlossaryError: a column is missing, or a row says what can't be.
    """
    lines = iter(rows)
    first = next(lines, None)
    if first is None:
        refuse(N_("The glossary “{name}” is empty: its first line has to name the columns “zh” and “en”."), name=name)
    heading = [cell.strip().lower() for cell in first]
    if any(column not in heading for column in ("zh", "en")):
        refuse(N_("The glossary “{name}” has no columns “zh” and “en” in its first line."), name=name)
    found: list[Term] = []
    for number, row in enumerate(lines, 2):
        cells = dict(zip(heading, (cell.strip() for cell in row), strict=False))
        if not cells.get("zh") and not cells.get("en"):
            continue
        if len(found) == MOST_TERMS:
            refuse(N_("The glossary “{name}” is too large: part it into several files."), name=name)
        found.append(_term(cells, number, name))
    return tuple(found)


def _term(cells: dict[str, str], line: int, name: str) -> Term:
    written = cells.get("severity", "")
    locked = written == _LOCKED
    severity = next((one for one in get_args(Severity) if one == (written or _USUAL)), None)
    if severity is None and not locked:
        refuse(
            N_("Line {line} of the glossary “{name}”: “{written}” is not minor, major, critical or locked."),
            line=line, name=name, written=written,
        )  # fmt: skip
    return Term(
        zh=cells.get("zh", ""), en=cells.get("en", ""),
        accepted=_parted(cells, "accepted"), forbidden=_parted(cells, "forbidden"), beside=_parted(cells, "beside"),
        zh_forbidden=_parted(cells, "zh_forbidden"), severity="critical" if locked else severity or "major",
        locked=locked, note=cells.get("note", ""),
    )  # fmt: skip


def _parted(cells: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cells.get(column, "").split(_MANY) if part.strip())
