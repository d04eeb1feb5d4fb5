"""Findings for the command line: as JSON records and as a table to read."""

import sys
from collections.abc import Iterable, Iterator

from drafter.cli.output import put
from drafter.i18n import _, shown
from drafter.model import N_, SEVERITIES, Finding, Side
from drafter.review import Place, ReviewSession

_CONTEXT = 24
SEVERITY_WORDS = {"critical": N_("critical"), "major": N_("major"), "minor": N_("minor")}


def other(side: Side) -> Side:
    """Give the other side."""
    return "en" if side == "zh" else "zh"


def record(session: ReviewSession, finding: Finding) -> dict[str, object]:
    """Give a finding as the JSON record of the contract; offsets count code points of the source line."""
    place = session.place(finding) if session.has_place(finding.side) else Place(1, *finding.span)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "side": finding.side,
        "line": place.line,
        "start": place.start,
        "end": place.end,
        "text": finding.text,
        "message": shown(finding.message),
        "fix": finding.fix.text if finding.fix else None,
        "confidence": finding.fix.confidence if finding.fix else None,
        "counterpart": _counterpart(session, finding),
    }


def _counterpart(session: ReviewSession, finding: Finding) -> dict[str, object] | None:
    """What a finding is held against: on the other side of its clause, else in another clause."""
    if finding.counterpart is not None:
        clause, side, span = finding.clause, other(finding.side), finding.counterpart
    elif finding.elsewhere:
        first = finding.elsewhere[0]
        clause, side, span = first.clause, first.side, first.span
    else:
        return None
    place = session.place_of(clause, side, span) if session.has_place(side) else Place(1, *span)
    text = session.clause(clause).side(side).text[span.start : span.end]
    return {"side": side, "line": place.line, "start": place.start, "end": place.end, "text": text}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Order findings by severity, else as they stand."""
    return sorted(findings, key=lambda finding: -SEVERITIES.index(finding.severity))


def table_lines(session: ReviewSession, findings: Iterable[Finding]) -> Iterator[str]:
    """Give findings as plain lines to read."""
    return ("  ".join(_row(session, finding)) for finding in findings)


def show_table(session: ReviewSession, findings: Iterable[Finding]) -> None:
    """Write findings to the output, as a table where it is a terminal, as plain lines where it is not."""
    if not sys.stdout.isatty():
        for line in table_lines(session, findings):
            put(line + "\n")
        return
    rows = [_row(session, finding) for finding in findings]
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (N_("Place"), N_("Severity"), N_("Rule"), N_("Words"), N_("What is wrong")):
        table.add_column(_(heading))
    colours = {_(SEVERITY_WORDS["critical"]): "bold red", _(SEVERITY_WORDS["major"]): "yellow"}
    for row in rows:
        table.add_row(*(Text(cell, style=colours.get(cell, "")) for cell in row))
    Console().print(table)


def _row(session: ReviewSession, finding: Finding) -> tuple[str, str, str, str, str]:
    place = session.place(finding) if session.has_place(finding.side) else Place(finding.clause, *finding.span)
    text = session.clause(finding.clause).side(finding.side).text
    start, end = finding.span
    words = text[start:end] or f"{text[max(0, start - _CONTEXT) : start]}[ ]{text[end : end + _CONTEXT]}"
    where = f"{finding.side} {place.line}:{place.start + 1}"
    return where, _(SEVERITY_WORDS[finding.severity]), finding.rule, " ".join(words.split()), shown(finding.message)
