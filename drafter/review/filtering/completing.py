"""What a filter that is being typed may go on with."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from drafter.review.filtering.filters import ANY, KEYS, NONE
from drafter.review.filtering.reading import NAMES, VALUES
from drafter.review.state import ReviewState

_LAST: Final = re.compile(r"(?P<not>-?)(?P<word>\S*)$")
_PARTS: Final = re.compile(r"(?P<key>[A-Za-z\u4e00-\u9fff]+)(?P<how>>=|<=|≥|≤|>|<|=|:|：)(?P<value>\S*)")
_MOST: Final = 40


def completions(line: str, session: ReviewState | None) -> list[str]:
    """Give whole lines that a line may become: with the last word's key or value completed.

    Args:
        line: what was typed so far, up to the caret.
        session: the review whose rules, families and tags are offered.
    """
    found = _LAST.search(line)
    if found is None:
        return []
    head = line[: found.start("word")]
    word = found["word"]
    parts = _PARTS.match(word)
    if parts is None:
        return [f"{head}{key}{':' if key != 'severity' else '>='}" for key in KEYS if key.startswith(word.lower())]
    key = NAMES.get(parts["key"].lower())
    if key is None:
        return []
    start, typed = f"{head}{parts['key']}{parts['how']}", parts["value"].lower()
    offered = dict.fromkeys(_values(key, session))
    return [f"{start}{value} " for value in offered if value.lower().startswith(typed)][:_MOST]


def _values(key: str, session: ReviewState | None) -> Iterator[str]:
    if key in VALUES:
        yield from dict.fromkeys(VALUES[key].values())  # type: ignore[index]  # just looked up
        return
    if key in ("tag", "note"):
        yield from (NONE, ANY)
    if session is None:
        return
    if key == "family":
        yield from sorted({finding.family for finding in session.findings()})
    elif key == "rule":
        rules = sorted({finding.rule for finding in session.findings()})
        yield from _with_families(rules)
    elif key == "tag":
        yield from sorted({tag for clause in session.clauses for tag in session.tags(clause.id)})


def _with_families(rules: Iterable[str]) -> Iterator[str]:
    """Give rules, each family before its first."""
    last = ""
    for rule in rules:
        family = rule.partition(".")[0]
        if family != last:
            yield f"{family}.*"
            last = family
        yield rule
