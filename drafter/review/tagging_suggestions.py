"""What reviewers taught the suggestions: tags accepted and rejected, here and in earlier reviews.

What was rejected is remembered with the review. What was accepted or rejected anywhere is kept in a file of the user's
own data folder, in plain lines of JSON, and never leaves the computer.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter.review.marked import unmarked
from drafter.review.session import ReviewSession
from drafter.review.state import ReviewState
from drafter.review.taxonomies import pin_taxonomy
from drafter.taxonomy import Taxonomy
from drafter.taxonomy.suggesting import Example, Suggester

if TYPE_CHECKING:
    from drafter.taxonomy.suggesting.learned import Learned

REJECTED: Final = "measures:rejected"
"""The name under which a review remembers what was rejected."""

FACETS: Final = ("measure", "instrument", "pollutant", "scope", "time")
"""The facets that words speak for; roles are read from the brackets."""

_MOST_LINES: Final = 4000
_MOST_BYTES: Final = 8_000_000


def facet_suggesters(taxonomy: Taxonomy, learned: "Learned | None") -> Mapping[str, Suggester]:
    """Give what suggests the concepts of each facet; only measures are learned."""
    known = taxonomy.facets()
    return {
        facet: Suggester(taxonomy, learned if facet == "measure" else None, facet)
        for facet in FACETS
        if facet in known or facet == "measure"
    }


def rejected_tags(session: ReviewState) -> Mapping[int, frozenset[str]]:
    """Give what was rejected on each clause."""
    return {clause: frozenset(codes) for clause, codes in _remembered(session).items()}


def reject_tag(session: ReviewSession, clause: int, notation: str) -> None:
    """Remember that a concept is not what a clause is about; it is taken off the clause where it stands there.

    Raises:
        KeyError: there is no such clause.
        ProjectError: the project file can't be written.
    """
    session.clause(clause)
    session.untag(clause, notation)
    kept = _remembered(session)
    codes = kept.setdefault(clause, [])
    if notation not in codes:
        codes.append(notation)
        session.remember(REJECTED, json.dumps(kept, sort_keys=True))


def allow_tag(session: ReviewSession, clause: int, notation: str) -> None:
    """Forget that a concept was rejected on a clause.

    Raises:
        ProjectError: the project file can't be written.
    """
    kept = _remembered(session)
    if notation in kept.get(clause, ()):
        kept[clause].remove(notation)
        session.remember(REJECTED, json.dumps({id_: codes for id_, codes in kept.items() if codes}, sort_keys=True))


def accept_tags(session: ReviewSession, tags: Iterable[tuple[int, str]]) -> int:
    """Put suggested concepts on clauses, as one step; say how many were not there yet.

    Args:
        session: the review.
        tags: clause and notation of each.

    Raises:
        KeyError: there is no such clause.
        ProjectError: the project file can't be written.
    """
    pin_taxonomy(session)
    wanted = list(tags)
    rejected = rejected_tags(session)
    for clause, notation in wanted:
        if notation in rejected.get(clause, ()):
            allow_tag(session, clause, notation)
    return session.tag_all(wanted)


def learned_tags(session: ReviewState) -> "Learned | None":
    """Give what earlier reviews and this one teach; None where nothing was tagged yet."""
    examples = [*kept_examples(), *examples_of(session)]
    if not examples:
        return None
    from drafter.taxonomy.suggesting.learned import Learned

    return Learned(examples) or None


def examples_of(session: ReviewState) -> Iterator[Example]:
    """Give what was decided in a review."""
    rejected = rejected_tags(session)
    for clause in session.clauses:
        read = unmarked(clause)
        text = read.zh.text or read.en.text
        for notation in session.tags(clause.id):
            yield Example(text, notation)
        for notation in sorted(rejected.get(clause.id, ())):
            yield Example(text, notation, accepted=False)


def keep_examples(session: ReviewState) -> None:
    """Keep what was decided in a review for later ones; nothing happens where the user's folder can't be written."""
    lines: dict[str, None] = {}
    for line in _lines([*kept_examples(), *examples_of(session)]):
        lines.pop(line, None)  # the last word stands last
        lines[line] = None
    path = examples_path()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        from drafter.review.output import write_text

        write_text("".join(f"{line}\n" for line in [*lines][-_MOST_LINES:]), path)


def kept_examples() -> list[Example]:
    """Give what earlier reviews taught, oldest first; nothing where there is nothing sound."""
    path = examples_path()
    try:
        if path.stat().st_size > _MOST_BYTES:
            return []
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return []
    made = []
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            row = json.loads(line)
            made.append(Example(str(row["text"]), str(row["code"]), bool(row["accepted"])))
    return made


def forget_examples() -> None:
    """Forget what earlier reviews taught."""
    with suppress(OSError):
        examples_path().unlink(missing_ok=True)


def examples_path() -> Path:
    """Where the user's own examples lie."""
    from platformdirs import user_data_path

    return user_data_path("drafter", appauthor=False) / "measures" / "examples.jsonl"


def _lines(examples: Iterable[Example]) -> Iterator[str]:
    for one in examples:
        yield json.dumps({"text": one.text, "code": one.notation, "accepted": one.accepted}, ensure_ascii=False)


def _remembered(session: ReviewState) -> dict[int, list[str]]:
    with suppress(ValueError, TypeError, AttributeError):
        read = json.loads(session.settings.get(REJECTED, "{}"))
        return {int(clause): [str(code) for code in codes] for clause, codes in read.items()}
    return {}
