"""All that a project file keeps, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model import Clause, Document, Notice, Revision, Side


@dataclass(frozen=True, slots=True)
class Record:
    """A review at rest.

    Attributes:
        title: what the review is called.
        documents: the documents as loaded, by side.
        clauses: all clauses in order, with original and corrected text.
        revisions: the whole history, oldest first.
        settings: what the review remembers for its reader (the place last looked at, …).
        notices: what was guessed or looks wrong in the documents together; each keeps its own.
    """

    title: str
    documents: Mapping[Side, Document]
    clauses: tuple[Clause, ...]
    revisions: tuple[Revision, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
