"""What every exporter is given: a review at one moment, which nothing can change under its hands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model import Clause, Concept, Finding, Revision


@dataclass(frozen=True, slots=True)
class ReviewSnapshot:
    """A review as it stands.

    Attributes:
        title: what the review is called, usually the Chinese plan's title or the file's name.
        clauses: all clauses in order.
        findings: the open findings, in order of clause and place.
        ignored: findings that the reviewer set aside.
        revisions: the history, oldest first; needed for tracked changes.
        tags: the concepts on each clause that has any.
        zh_name: file name of the Chinese document, "" where there is none.
        en_name: file name of the English document, "" where there is none.
    """

    title: str
    clauses: tuple[Clause, ...]
    findings: tuple[Finding, ...] = ()
    ignored: tuple[Finding, ...] = ()
    revisions: tuple[Revision, ...] = ()
    tags: Mapping[int, tuple[Concept, ...]] = field(default_factory=dict)
    zh_name: str = ""
    en_name: str = ""
