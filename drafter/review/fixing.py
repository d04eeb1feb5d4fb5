"""Fixes put into a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from drafter.language.marks import kept
from drafter.model import N_, Clause, DrafterError, Finding, Side
from drafter.review.changes import Edit
from drafter.review.keys import Keyed, likeness

_MOST_ROUNDS: Final = 5


def fixed(text: str, findings: Iterable[Finding], *, marked: bool = False) -> str:
    """Put fixes into a text, from the end to the start, so that no offset moves under another.

    Args:
        text: the text.
        findings: what was found in it.
        marked: whether it holds marks; those that a fix goes over stay.

    Raises:
        DrafterError: a finding has no fix, or the text is not the one it was found in.
    """
    for finding in sorted(findings, key=lambda finding: finding.span, reverse=True):
        span, fix = finding.span, finding.fix
        if fix is None:
            raise DrafterError(N_("There is no repair to apply here: {rule}."), rule=finding.rule)
        if text[span.start : span.end] != finding.text:
            raise DrafterError(N_("The text has changed since this was found; look again."))
        new = kept(finding.text, fix.text) if marked else fix.text
        text = text[: span.start] + new + text[span.end :]
    return text


def settled(
    before: Clause,
    found: Sequence[Keyed],
    wanted: Callable[[Finding], bool],
    is_ignored: Callable[[Finding, str], bool],
    check: Callable[[Clause], Sequence[Keyed]],
    *,
    marked: bool = False,
) -> Iterator[Edit]:
    """Put the wanted fixes into a clause until none is left: one fix may lay bare what another mends.

    Args:
        before: the clause.
        found: its findings.
        wanted: whether a finding's fix shall be put in.
        is_ignored: whether a finding, with its key, was set aside.
        check: finds what is wrong in a changed clause.
        marked: whether the texts hold marks.
    """
    clause = before
    applied: dict[Side, set[str]] = {"zh": set(), "en": set()}
    aside = {likeness(one) for one, key in found if is_ignored(one, key)}
    for round_ in range(_MOST_ROUNDS):
        # What was set aside is known by its place at first; when that has moved, by its words.
        fixes = [one for one, key in found if wanted(one) and not is_ignored(one, key)]
        fixes = [one for one in fixes if not round_ or likeness(one) not in aside]
        if not fixes:
            break
        for side in applied:
            own = [finding for finding in fixes if finding.side == side]
            applied[side].update(finding.rule for finding in own)
            clause = clause.with_text(side, fixed(clause.side(side).text, own, marked=marked))
        found = check(clause)
    for side, rules in applied.items():
        if before.side(side).text != clause.side(side).text:
            text = clause.side(side).text
            yield Edit(before.id, side, before.side(side).text, text, reason=", ".join(sorted(rules)))
