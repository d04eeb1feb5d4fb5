"""Terms that a reviewer adds: kept in a glossary of the reviewer's own, which stands over ours."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from drafter.exports.ledger.csv_file import write_csv
from drafter.language.terms.exchange import read_glossary, rows_of
from drafter.model import N_, DrafterError, Term

GLOSSARY: Final = "glossary.csv"
"""What a glossary is called that is made for a reviewer who has none yet."""


def add_term(path: Path, term: Term) -> None:
    """Add a term to a glossary of the reviewer's own; where it has the Chinese already, the new rendering is preferred.

    Args:
        path: the file (.csv), made where there is none.
        term: the term.

    Raises:
        DrafterError: the term lacks a side, the file is of another kind, can't be read, or can't be written.
    """
    if not (term.zh.strip() and term.en.strip()):
        raise DrafterError(N_("A term has a Chinese and an English side."))
    if path.suffix.lower() != ".csv":
        raise DrafterError(
            N_("Terms are added to a glossary in CSV: “{name}” is of another kind; choose one in the settings."),
            name=path.name,
        )
    known: Sequence[Term] = read_glossary(path) if path.exists() else ()
    kept = [one for one in known if one.zh != term.zh]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv(rows_of([*kept, term]), path)
