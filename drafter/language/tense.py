"""Verbs of English told as done, and what they read when they are still to be done."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.language.words import commonness
from drafter.model import Span

# The plain form first, then the past and the participle where they differ.
_IRREGULAR = """
achieve achieved; be was been; bring brought; build built; cut; draw drew drawn; fall fell fallen; form formed;
get got; give gave given; go went gone; grow grew grown; hold held; keep kept; lay laid; lead led; make made; meet met;
put; reach reached; realize realized; realise realised; rise rose risen; run ran; see saw seen; send sent; set;
shut; strive strove striven; sweep swept; take took taken; write wrote written
"""
_BASES = {
    form: forms[0] for forms in (line.split() for line in _IRREGULAR.replace("\n", " ").split(";")) for form in forms
}
_PARTICIPLE = (
    r"(?:[a-z]{2,}ed|built|brought|cut|driven|fallen|given|grown|held|kept|laid|led|made|met|put|run|risen|set|shut|swept"
    r"|taken)"
)
_ADVERB = r"(?:(?:all|both|also|further|[a-z]{3,}ly)\s+){0,2}"
# Active verbs that tell of a result; others in -ed are mostly participles that belong to a noun.
_RESULTS = (
    r"(?:reached|exceeded|achieved|attained|decreased|increased|dropped|fell|rose|declined|grew|completed|accounted)"
)
# Deeds that a plan orders; told of with their object behind them.
_DEEDS = (
    r"(?:established|formulated|implemented|included|introduced|conducted|strengthened|improved|promoted"
    r"|built|optimized|organized|carried\sout|set\sup)"
)
_OBJECT = r"(?=\s+(?:a|an|the|its|their|all|special|regular|joint)(?![A-Za-z]))"
_AFTER = (
    r"(?=\s*[.,;]?\s*(?:[0-9]|$)|\s*[.;(]"
    r"|\s+(?:to|by|at|for|the|a|an|all|more|about|over|its|their|three|annually|low)(?![A-Za-z]))"
)
_DONE = re.compile(
    rf"(?<![A-Za-z])(?:"
    rf"(?P<perfect>(?:has|have)\s+{_ADVERB}(?:been\s+{_ADVERB})?{_PARTICIPLE})"
    rf"|(?P<passive>(?:was|were)\s+{_ADVERB}(?:{_PARTICIPLE}|stable|higher|lower|above|below))"
    rf"|(?P<deed>{_DEEDS}{_OBJECT})"
    rf"|(?P<past>(?:(?:all|both|fully|basically)\s+)?{_RESULTS}{_AFTER})"
    rf")(?:\s+(?:out|up|down))?(?P<to>\s+to(?=\s*\W?[0-9]))?(?![A-Za-z])"
)
# What stands before a verb that belongs to a noun, to a condition, or to another verb.
_SUBORDINATE = re.compile(
    r"(?:^|[^A-Za-z])(?:that|which|who|whose|whom|where|when|whether|after|if|once|since|until|till|before|as|unless)"
    r"(?:\s+[A-Za-z’'-]+){0,8}\s+\Z",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"(?:^|[^A-Za-z])(?:be|being|been|is|are|and|or|not|to|newly|has|have|was|were)\s+(?:[a-z]+ly\s+)?\Z"
)
_MODAL = re.compile(r"(?<![A-Za-z])(?:must|shall|should|will|may|can|how|why|what)(?:\s+[A-Za-z]+){0,5}\s+\Z")


class Done(NamedTuple):
    """A verb told as done.

    Attributes:
        span: the verb with its helpers.
        future: what it reads when it is still to be done.
    """

    span: Span
    future: str


def told_as_done(text: str, *, ordered: bool = False) -> Iterator[Done]:
    """Give the verbs of main clauses that tell of something done.

    Args:
        text: English text, one sentence or several.
        ordered: whether the Chinese is known to tell of nothing done, so that any deed in the past was an order.
    """
    told = False  # whether a deed has been told of, which “and” goes on with
    for found in _DONE.finditer(text):
        before = text[max(0, found.start() - 70) : found.start()]
        if found["deed"] and not ordered:
            continue
        if told and found["deed"] and before.endswith(" and "):
            verb, *rest = found[0].split()
            yield Done(Span(*found.span()), " ".join([base_of(verb), *rest]))
            continue
        helped = (found["past"] or found["deed"]) is not None and _HELPED.search(before)
        if (
            before.endswith((" to ", " not "))
            or helped
            or _MODAL.search(before)
            or _SUBORDINATE.search(before)
            or not before.strip(' .,;:(“"')
        ):
            continue
        told = told or found["deed"] is not None
        yield Done(Span(*found.span()), _future(found, before))


def _future(found: re.Match[str], before: str) -> str:
    words = found[0].split()
    plural = words[0] in ("have", "were") or (words[0] not in ("has", "was") and _is_plural(before))
    be = "are" if plural else "is"
    rest = [word for word in words if word not in ("has", "have", "was", "were", "been", "all", "both")]
    every = [word for word in words if word in ("all", "both")]
    if found["passive"] or "been" in words:
        return " ".join([be, *every, "to be", *rest])
    verb = next(
        index for index, word in reversed(list(enumerate(rest))) if re.fullmatch(_PARTICIPLE, word) or word in _BASES
    )
    return " ".join([be, *every, "to", *rest[:verb], base_of(rest[verb]), *rest[verb + 1 :]])


def _is_plural(before: str) -> bool:
    """Whether the noun before a verb is more likely a plural."""
    words = re.findall(r"[A-Za-z]+", before)
    return bool(words) and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))


def base_of(form: str) -> str:
    """Give the plain form of a past or a participle: reached -> reach, dropped -> drop, carried -> carry."""
    if form in _BASES:
        return _BASES[form]
    stem = form.removesuffix("ed")
    options = [stem, stem + "e"]
    if stem.endswith("i"):
        options.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        options.append(stem[:-1])
    return max(options, key=commonness)
