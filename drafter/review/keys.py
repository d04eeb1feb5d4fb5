"""How a finding is known again: after the review was closed, and after the text around it has changed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b

from drafter.model import Clause, Finding, Message, Side, Span

Keyed = tuple[Finding, str]
_SAID = "|="
_AROUND = 8
"""Characters on either side that belong to the key."""
_LONGEST = 2000
"""Characters of a changed stretch that are compared one by one: the time grows with the square."""


def keyed(clause: Clause, findings: Iterable[Finding]) -> list[Keyed]:
    """Give findings of a clause with the key that decisions know them by.

    It is made of what a reviewer saw when deciding: the rule, the words, those around them, those they were held
    against, and what was said of them; so a decision never passes to another finding that moves up to its place.
    """
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        text = clause.side(finding.side).text
        start, end = finding.span
        around = f"{text[max(0, start - _AROUND) : start]}[{finding.text}]{text[end : end + _AROUND]}"
        other = clause.side("en" if finding.side == "zh" else "zh").text
        against = other[slice(*finding.counterpart)] if finding.counterpart else ""
        against += "|".join(mention.text for mention in finding.elsewhere)
        key = f"{finding.rule}|{finding.side}|{around}|{against}"
        result.append((finding, f"{key}|{seen[key]}{_SAID}{said(finding.message)}"))
        seen[key] += 1
    return result


def older(key: str) -> str:
    """Give a key as earlier versions made it, which did not keep what was said."""
    return key.rpartition(_SAID)[0]


def around(key: str) -> str:
    """Give the part of a key that is the words, those around them, and those they were held against."""
    return older(key).rpartition("|")[0].split("|", 2)[2]


def said(message: Message) -> str:
    """Give a short mark of what a message says: of its values, so that a sentence may be worded better one day."""
    return blake2b(_values(message).encode("utf-8", "replace"), digest_size=4).hexdigest()


def _values(message: Message) -> str:
    values = sorted(message.values.items())
    return "|".join(f"{name}={_values(one) if isinstance(one, Message) else one}" for name, one in values)


def likeness(finding: Finding) -> tuple[str, Side, str, Message]:
    """Give what two findings must share to be taken for the same one in a changed text.

    Where something is missing the words are "", and only the message tells what.
    """
    return finding.rule, finding.side, finding.text, finding.message


def successor(finding: Finding, before: Clause, after: Clause, new: Sequence[Keyed]) -> str | None:
    """Find the key of the same finding in the changed text.

    Args:
        finding: one of the findings of the clause as it was.
        before: the clause as it was.
        after: the clause as it is.
        new: all findings of the clause as it is.

    Returns:
        The key; None where nothing like it stands in its place any more.
    """
    start = _moved(finding.span, before.side(finding.side).text, after.side(finding.side).text)
    return next((key for one, key in new if one.span.start == start and likeness(one) == likeness(finding)), None)


def _moved(span: Span, before: str, after: str) -> int | None:
    """Tell where a stretch of a text begins in the changed text; None where it was changed itself."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    if span.end <= head:
        return span.start
    if span.start >= len(before) - tail:
        return span.start + len(after) - len(before)
    one, other = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(len(one), len(other)) > _LONGEST:
        return None
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if head + block.a <= span.start and span.end <= head + block.a + block.size:
            return span.start - block.a + block.b
    return None


def _shared(one: str, other: str) -> int:
    """Count the characters that two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (mine, its) in pairs if mine != its), min(len(one), len(other)))
