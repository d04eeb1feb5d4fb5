"""The verdict: one page that says which facts of a review can't be trusted."""

from collections.abc import Iterable, Sequence
from typing import Final

from drafter.exports.html.facts import (
    FAMILY_NAMES,
    SEVERITY_NAMES,
    family_order,
    is_fact,
    tally,
    worst_first,
)
from drafter.exports.html.frame import framed
from drafter.exports.html.quote import LANGUAGES, quote, safe
from drafter.exports.html.style import CSS
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import _, ngettext, shown
from drafter.model import SEVERITIES, Clause, Finding, Side, Span

_IN_FULL: Final = 8
"""Facts told with the words around them; of the next only what is and what should be, so that all stay on a page."""

_IN_BRIEF: Final = 120
"""Facts told in a line each; a text with more is not to be mended fact by fact, so the rest is counted and located."""

_PLACES: Final = 24
"""Clause numbers listed for one rule."""

_WORST_FIRST: Final = tuple(reversed(SEVERITIES))


def page(snapshot: ReviewSnapshot) -> str:
    """Give the verdict as a page of HTML without script and without anything from elsewhere."""
    return framed(snapshot.title, CSS, body(snapshot))


def body(snapshot: ReviewSnapshot, *, counts: bool = True) -> str:
    """Give what stands on that page.

    Args:
        snapshot: the review.
        counts: whether the findings are counted by family and by rule below the facts.
    """
    facts = worst_first(filter(is_fact, snapshot.findings))
    told, brief, untold = facts[:_IN_FULL], facts[_IN_FULL : _IN_FULL + _IN_BRIEF], facts[_IN_FULL + _IN_BRIEF :]
    rest = [*untold, *(finding for finding in snapshot.findings if not is_fact(finding))]
    sections = (
        _head(snapshot),
        _headline(facts, rest),
        _facts(told, snapshot),
        _brief(brief),
        _counts(snapshot.findings) if counts else "",
        _rest(rest) if counts else "",
    )
    return "\n".join(filter(None, sections))


def _head(snapshot: ReviewSnapshot) -> str:
    names = [name for name in (snapshot.zh_name, snapshot.en_name) if name]
    size = ngettext("{n} clause", "{n} clauses", len(snapshot.clauses))
    details = " · ".join(safe(part) for part in (*names, size))
    return f'<header>\n<h1>{safe(snapshot.title)}</h1>\n<p class="files">{details}</p>\n</header>'


def _headline(facts: Sequence[Finding], rest: Sequence[Finding]) -> str:
    if facts:
        words = ngettext("This fact can’t be trusted", "These {n} facts can’t be trusted", len(facts))
        return f'<p class="headline">{safe(words)}</p>'
    if rest:
        calm = _("No fact here contradicts what it should say.")
        aside = _("What was found concerns wording and form; it is counted below.")
    else:
        calm = _("Nothing was found that needs mending.")
        aside = _("The rules see damage that leaves traces; a reading by a person is still worth its time.")
    return f'<p class="calm">{safe(calm)}</p>\n<p class="aside">{safe(aside)}</p>'


def _facts(facts: Sequence[Finding], snapshot: ReviewSnapshot) -> str:
    if not facts:
        return ""
    clauses = {clause.id: clause for clause in snapshot.clauses}
    return "\n".join(("<ol>", *(_fact(finding, clauses.get(finding.clause)) for finding in facts), "</ol>"))


def _fact(finding: Finding, clause: Clause | None) -> str:
    severity = safe(_(SEVERITY_NAMES[finding.severity]))
    where = _("Clause {number}", number=finding.clause) if finding.clause else ""
    return (
        f'<li><div><span class="where">{safe(where)}</span>'
        f'<span class="severity {finding.severity}">{severity}</span></div>\n'
        f"<div>{_words(finding, clause)}{_right(finding)}"
        f'<p class="why">{safe(shown(finding.message))} <code>{safe(finding.rule)}</code></p></div></li>'
    )


def _brief(facts: Sequence[Finding]) -> str:
    """Tell facts in a line each, those of one severity under its name."""
    parts = []
    for severity in _WORST_FIRST:
        lines = [_line(finding) for finding in facts if finding.severity == severity]
        if lines:
            name = safe(_(SEVERITY_NAMES[severity]))
            parts += [f'<h2 class="severity {severity}">{name}</h2>', '<ul class="brief">', *lines, "</ul>"]
    return "\n".join(parts)


def _line(finding: Finding) -> str:
    lang = LANGUAGES[finding.side]
    if finding.text and finding.fix is not None and finding.fix.text:
        told = f'<q lang="{lang}">{safe(finding.text)}</q> → <b lang="{lang}">{safe(finding.fix.text)}</b>'
    else:
        told = safe(shown(finding.message))
    return f'<li><span class="where">{finding.clause}</span> {told}</li>'


def _words(finding: Finding, clause: Clause | None) -> str:
    """Quote the damaged words, and what the other side says there."""
    if clause is None:
        return f"<p>{quote(finding.text, Span(0, len(finding.text)), finding.side)}</p>"
    other: Side = "en" if finding.side == "zh" else "zh"
    text, across = clause.side(finding.side).text, clause.side(other).text
    counterpart = finding.counterpart
    if counterpart is None and not text:
        counterpart = Span(0, len(across))  # nothing stands here: what does stand there is all there is to show
    told = f"<p>{quote(text, finding.span, finding.side)}</p>"
    if counterpart and across and counterpart.start < counterpart.end:
        told += f'<p class="source">{quote(across, counterpart, other)}</p>'
    return told


def _right(finding: Finding) -> str:
    """Say what the words should read."""
    if finding.fix is None:
        return ""
    if not finding.fix.text:
        return f'<p class="right">{safe(_("Should be deleted."))}</p>'
    place = "\0"
    before, _gap, after = _("Should read: {text}", text=place).partition(place)
    fixed = f'<b lang="{LANGUAGES[finding.side]}">{safe(finding.fix.text)}</b>'
    return f'<p class="right">{safe(before)}{fixed}{safe(after)}</p>'


def _counts(findings: Sequence[Finding]) -> str:
    """Count by family and severity."""
    if not findings:
        return ""
    counts = tally(findings)
    heads = "".join(f'<th scope="col">{safe(_(SEVERITY_NAMES[severity]))}</th>' for severity in _WORST_FIRST)
    rows = [
        _row(_(FAMILY_NAMES.get(family, family)), [count[severity] for severity in _WORST_FIRST])
        for family, count in counts.items()
    ]
    sums = [sum(count[severity] for count in counts.values()) for severity in _WORST_FIRST]
    return "\n".join(
        (
            f"<h2>{safe(_('All findings'))}</h2>",
            f'<table>\n<thead><tr><th scope="col"></th>{heads}<th scope="col">{safe(_("together"))}</th></tr></thead>',
            "<tbody>",
            *rows,
            f"</tbody>\n<tfoot>{_row(_('Together'), sums)}</tfoot>\n</table>",
        )
    )


def _row(name: str, numbers: Sequence[int]) -> str:
    cells = "".join(f"<td>{n}</td>" if n else '<td class="none">–</td>' for n in (*numbers, sum(numbers)))
    return f'<tr><th scope="row">{safe(name)}</th>{cells}</tr>'


def _rest(findings: Sequence[Finding]) -> str:
    """Group what is not told in full by rule, with the clauses where it stands."""
    if not findings:
        return ""
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: (*family_order(finding.family), finding.rule)):
        by_rule.setdefault(finding.rule, []).append(finding)
    rows = "\n".join(
        f"<dt><code>{safe(rule)}</code></dt>\n<dd><b>{len(found)}</b> · {safe(_places(found))}</dd>"
        for rule, found in by_rule.items()
    )
    return f"<h2>{safe(_('Also found'))}</h2>\n<dl>\n{rows}\n</dl>"


def _places(findings: Iterable[Finding]) -> str:
    """List clause numbers, as many as can be taken in."""
    numbers = sorted({finding.clause for finding in findings})
    listed = ", ".join(str(number) for number in numbers[:_PLACES])
    more = len(numbers) - _PLACES
    if more > 0:
        return ngettext("clauses {places} and {n} more", "clauses {places} and {n} more", more, places=listed)
    return ngettext("clause {places}", "clauses {places}", len(numbers), places=listed)
