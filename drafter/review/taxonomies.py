"""Taxonomies of offices: read, written, kept with a review, and moved to a newer version."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from drafter.exports.atomic import write_atomically
from drafter.exports.ledger.xlsx_file import write_sheets
from drafter.model import N_, DrafterError
from drafter.review.session import ReviewSession
from drafter.review.state import ReviewState
from drafter.taxonomy import (
    TAXONOMY_ENDINGS,
    Taxonomy,
    TaxonomyError,
    load_taxonomy,
    shipped_taxonomy,
    taxonomy_of,
)
from drafter.taxonomy.editing import tags_after
from drafter.taxonomy.entries import entry_of
from drafter.taxonomy.versions import VersionChanges, changes_between

KEPT: Final = "measures:taxonomy"
"""The name under which a review keeps the taxonomy it was tagged with, where that is not the program's own."""

TAGGED_WITH: Final = "measures:tagged-with"
"""The name under which it remembers what that taxonomy said when the first tag was put there."""

_KEPT_NAME: Final = "taxonomy.yaml"


def office_taxonomy(path: Path) -> Taxonomy:
    """Read an office's taxonomy: YAML, SKOS as Turtle, or a workbook.

    Raises:
        TaxonomyError: it can't be read, or is not sound; the message says what and where.
    """
    return load_taxonomy(path)


def write_taxonomy(taxonomy: Taxonomy, path: Path) -> None:
    """Write a taxonomy in the form that the file's ending asks for.

    Raises:
        TaxonomyError: the ending is not known.
        DrafterError: the file can't be written.
    """
    ending = path.suffix.lower()
    if ending in (".yaml", ".yml"):
        write_atomically(path, yaml_of(taxonomy).encode())
    elif ending == ".ttl":
        from drafter.taxonomy.turtle import turtle_of

        write_atomically(path, turtle_of(taxonomy))
    elif ending == ".xlsx":
        from drafter.taxonomy.sheet import rows_of

        write_sheets({"Concepts": rows_of(taxonomy)}, path)
    else:
        raise TaxonomyError(
            N_("“{name}” can't be written: a taxonomy goes into {endings}. Choose one of these endings."),
            name=path.name, endings=", ".join(TAXONOMY_ENDINGS),
        )  # fmt: skip


def yaml_of(taxonomy: Taxonomy) -> str:
    """Give a taxonomy as YAML."""
    import yaml

    content: dict[str, Any] = {
        "scheme": {"id": taxonomy.id, "version": taxonomy.version},
        "concepts": [entry_of(concept) for concept in taxonomy.concepts()],
    }
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120))


def taxonomy_in_use(session: ReviewState) -> Taxonomy:
    """Give the taxonomy that a review was tagged with: the one kept with it, else the program's own."""
    return _remembered(session, KEPT) or shipped_taxonomy()


def keep_taxonomy(session: ReviewSession, taxonomy: Taxonomy) -> None:
    """Keep a taxonomy with a review, as it is now.

    Raises:
        ProjectError: the project file can't be written.
    """
    session.remember(KEPT, yaml_of(taxonomy))


def pin_taxonomy(session: ReviewSession) -> None:
    """Remember what the taxonomy says now, so that a later version can be held against it; once is enough.

    Raises:
        ProjectError: the project file can't be written.
    """
    if not session.settings.get(TAGGED_WITH):
        session.remember(TAGGED_WITH, yaml_of(_without_cues(taxonomy_in_use(session))))


def tagged_with(session: ReviewState) -> Taxonomy:
    """Give the taxonomy as it was when the review was tagged first; that in use where nothing is remembered."""
    return _remembered(session, TAGGED_WITH) or taxonomy_in_use(session)


def changes_for(session: ReviewState, newer: Taxonomy | None = None) -> VersionChanges:
    """Tell what moving a review to another version of its taxonomy would change.

    Args:
        session: the review.
        newer: the other version; None for the one in use, which may have come with a newer program.
    """
    return changes_between(tagged_with(session), newer or taxonomy_in_use(session))


def tags_to_move(session: ReviewState, moved: Mapping[str, str]) -> dict[int, tuple[str, ...]]:
    """Give the clauses whose tags would change, with what they would bear then."""
    made = {}
    for clause in session.clauses:
        own = session.tags(clause.id)
        after = tags_after(own, moved)
        if after != own:
            made[clause.id] = after
    return made


def move_to(session: ReviewSession, newer: Taxonomy, moved: Mapping[str, str] | None = None) -> int:
    """Move a review to another taxonomy: tags follow to what takes their place, the rest stay; say how many clauses.

    Args:
        session: the review.
        newer: the taxonomy.
        moved: where tags go; None for what the newer version itself says.

    Raises:
        ProjectError: the project file can't be written.
    """
    follow = changes_for(session, newer).replaced if moved is None else moved
    changed = tags_to_move(session, follow)
    for clause, tags in changed.items():
        _set_tags(session, clause, tags)
    keep_taxonomy(session, newer)
    session.remember(TAGGED_WITH, yaml_of(_without_cues(newer)))
    return len(changed)


def _remembered(session: ReviewState, name: str) -> Taxonomy | None:
    kept = session.settings.get(name, "")
    try:
        return taxonomy_of(kept.encode(), _KEPT_NAME) if kept else None
    except DrafterError:
        return None


def _without_cues(taxonomy: Taxonomy) -> Taxonomy:
    """Give a taxonomy without the words that suggest: they are most of it, and no version differs by them alone."""
    bare = (replace(one, cues={}, hints={}, damaged={}, matches=()) for one in taxonomy.concepts())
    return Taxonomy(taxonomy.id, taxonomy.version, bare)


def _set_tags(session: ReviewSession, clause: int, tags: Iterable[str]) -> None:
    wanted = tuple(tags)
    for tag in session.tags(clause):
        if tag not in wanted:
            session.untag(clause, tag)
    for tag in wanted:
        session.tag(clause, tag)


__all__ = [
    "TAXONOMY_ENDINGS",
    "Taxonomy",
    "TaxonomyError",
    "VersionChanges",
    "changes_for",
    "keep_taxonomy",
    "move_to",
    "office_taxonomy",
    "pin_taxonomy",
    "tagged_with",
    "tags_to_move",
    "taxonomy_in_use",
    "write_taxonomy",
    "yaml_of",
]
