"""Verbs of English told as done, and what they read when they are still to be done."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.language.words import commonness, is_word
from drafter.model import Span

# The plain form first, then the past and the participle where they differ.
_IRREGULAR = """
achieve achieved; be was been; bring brought; build built; cut; draw drew drawn; drive drove driven; fall fell fallen;
form formed; get got; give gave given; go went gone; grow grew grown; hold held; keep kept; lay laid; lead led;
make made; meet met; put; reach reached; realize realized; realise realised; rise rose risen; run ran; see saw seen;
send sent; set; shut; strive strove striven; sweep swept; take took taken; unite united; write wrote written
"""
_BASES = {
    form: forms[0] for forms in (line.split() for line in _IRREGULAR.replace("\n", " ").split(";")) for form in forms
}
_PARTICIPLE = (
    r"(?:(?!(?:ind|n|sp|f|s|bl|exc|proc|succ)eed\b|(?:hund|kind|sac|b)red\b|shed\b|sped\b)[a-z]{2,}ed|built|brought|cut|driven|fallen|given|grown|held|kept|laid|led|made|met|put|run|risen|set|shut|swept"
    r"|taken)"
)
_ADVERB = r"(?:(?:all|both|also|further|[a-z]{3,}ly)\s+){0,2}"
# Active verbs that tell of a result; others in -ed are mostly participles that belong to a noun. Of what is finished
# something is the object; without one the form is a participle: boilers completed by the end of the year.
_FINISHED = r"(?:reached|exceeded|achieved|attained|completed)"
_RESULTS = rf"(?:{_FINISHED}|decreased|increased|dropped|fell|rose|declined|grew|accounted)"
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
_NO_OBJECT = re.compile(r"\s+(?:by|at|for|annually)(?![A-Za-z])|\s*[;(]|\s*[.,]?\s*\Z|\s*\.\s+[A-Z]")
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
# What has no passive, or says with it something else than that a thing is done.
_NO_DEED = re.compile(
    r"(?:risen|fallen|grown|expected|supposed|needed|concerned|interested|pleased|aged|related|occurred|happened|remained)"
)
_ATTRIBUTE = re.compile(
    r"(?:^|[^A-Za-z])(?:a|an|the|its|their|this|these|those|each|every|any|than|there|of|for|with|by|in|on|from|at)"
    r"\s+\Z",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"\s*(?:By|In|From|Until|Till|During|Before|At|Within|Throughout)\s[^,;:.]*,\s*\Z")
_PREPOSITION = re.compile(
    r"(?<![A-Za-z])(?:of|in|for|at|from|with|on|to|by|per|between|among|under|above|below|across|within|along)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_DOUBLING = re.compile("[^aeiou]*[aeiou][^aeiouwxy]")
_SENTENCE = 300  # how far back a subject may stand
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
        if future := _future(found, text[max(0, found.start() - _SENTENCE) : found.start()]):
            told = told or found["deed"] is not None
            yield Done(Span(*found.span()), future)


def _future(found: re.Match[str], before: str) -> str | None:
    """Give what a verb reads when it is still to be done, None where no sound sentence would come of it.

    Args:
        found: the verb.
        before: the text before it.
    """
    words = found[0].split()
    rest = [word for word in words if word not in ("has", "have", "was", "were", "been", "all", "both")]
    every = [word for word in words if word in ("all", "both")]
    if _ATTRIBUTE.search(before) or any(
        _NO_DEED.fullmatch(word) for word in rest if found["passive"] or "been" in words
    ):
        return None
    if found["passive"] or "been" in words:
        return " ".join(["are" if words[0] in ("were", "have") else "is", *every, "to be", *rest])
    verb = next(
        index for index, word in reversed(list(enumerate(rest))) if re.fullmatch(_PARTICIPLE, word) or word in _BASES
    )
    base = base_of(rest[verb])
    if not is_word(base):
        return None
    if found["perfect"]:
        return " ".join(["are" if words[0] == "have" else "is", *every, "to", *rest[:verb], base, *rest[verb + 1 :]])
    finishes = re.fullmatch(_FINISHED, rest[verb]) is not None
    if finishes and not found["to"] and _NO_OBJECT.match(found.string, found.end()):
        return None if base == "exceed" else " ".join([*every, "to be", *rest])  # boilers to be completed by 2026
    if _TIME_ALONE.fullmatch(before) and (finishes or found["deed"]):
        return " ".join([*rest[:verb], base, *rest[verb + 1 :]])  # By 2026, complete two stations
    if before.rstrip().endswith((",", "(", "（")):
        return None  # a main verb, or a participle that belongs to what stands before
    be = "are" if _is_plural(before) else "is"
    return " ".join([be, *every, "to", *rest[:verb], base, *rest[verb + 1 :]])


def _is_plural(before: str) -> bool:
    """Whether the subject that ends a text is more likely a plural: its noun stands before “of” or “in”."""
    clause = re.split(r"[,;:(]|\.\s", before)[-1]
    clause = re.sub(r"\A\s*(?:and|but|while)\s", "", clause, flags=re.IGNORECASE)
    parts = (re.findall("[A-Za-z]+", part) for part in _PREPOSITION.split(clause))
    words = next((part for part in parts if part), None) or re.findall("[A-Za-z]+", before)
    return bool(words) and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))


def base_of(form: str) -> str:
    """Give the plain form of a past or a participle: reached -> reach, dropped -> drop, carried -> carry."""
    if form in _BASES:
        return _BASES[form]
    stem = form.removesuffix("ed")
    if _DOUBLING.fullmatch(stem):
        return stem + "e"  # used, noted: of “not” it would be “notted”
    options = [stem, stem + "e"]
    if stem.endswith("i"):
        options.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        options.append(stem[:-1])
    return max(options, key=commonness)
