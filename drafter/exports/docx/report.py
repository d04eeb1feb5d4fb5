"""The quality report as a Word file: verdict, worst clauses, figures before and after, open findings."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.docx.blocks import Text, Words, paragraph, table
from drafter.exports.docx.package import open_template, saved
from drafter.exports.docx.page import UPRIGHT, lay_out
from drafter.exports.docx.xml import Element, element
from drafter.exports.excerpt import excerpt, shortened
from drafter.exports.html.facts import FAMILY_NAMES, SEVERITY_NAMES, is_fact, worst_first
from drafter.exports.quality import words
from drafter.exports.quality.report import QualityReport
from drafter.exports.quality.words import WORST_FIRST, figure
from drafter.i18n import _, language, ngettext, shown
from drafter.model import Clause, Finding

_FACTS: Final = 24
"""Facts told one by one: what fits one page; the rest is counted, and stands among the open findings."""

_OF_ONE_CLAUSE: Final = 6
_ROWS: Final = 2000
"""Findings in the table: a word processor takes minutes for more."""

_LONGEST_PROPERTY: Final = 255
_COLUMN: Final = 1500
_BAR: Final = 18
"""Characters of the longest bar."""

_WIDTH: Final = UPRIGHT.measure
_MARKS: Final = {"critical": "■", "major": "▲", "minor": "○"}


def build(report: QualityReport) -> bytes:
    """Give the Word file of a report; the same report always gives the same bytes."""
    document = open_template()
    lay_out(document, UPRIGHT)
    end = document.element.body.get_or_add_sectPr()
    for part in _body(report):
        end.addprevious(part)
    document.core_properties.title = legal(report.snapshot.title)[:_LONGEST_PROPERTY]
    return saved(document)


def _body(report: QualityReport) -> Iterator[Element]:
    yield from _verdict(report)
    yield from _worst(report)
    yield from _figures(report)
    yield from _findings(report)
    yield from _heading(_("How this was counted"))
    for line in words.method(report):
        yield paragraph(Text(line, quiet=True), after=60)


def _heading(title: str, *, new_page: bool = False) -> Iterator[Element]:
    made = paragraph(Text(title, bold=True), "ZH-H1" if language() == "zh" else "EN-H1", keep=True)
    if new_page:
        made[0].insert(2, element("pageBreakBefore"))  # behind the style, and that it is kept with what follows
    yield made


def _small_heading(title: str) -> Element:
    return paragraph(Text(title, bold=True), after=60, keep=True)


# --- the verdict ------------------------------------------------------------------------------------------------------


def _verdict(report: QualityReport) -> Iterator[Element]:
    snapshot = report.snapshot
    facts = worst_first(filter(is_fact, snapshot.findings))
    yield paragraph(snapshot.title, "RV-Title")
    names = [name for name in (snapshot.zh_name, snapshot.en_name) if name]
    size = ngettext("{n} clause", "{n} clauses", len(snapshot.clauses))
    yield paragraph(" · ".join((*names, size)), "RV-Note")
    if facts:
        told = ngettext("This fact can’t be trusted", "These {n} facts can’t be trusted", len(facts))
        yield paragraph(Text(told, bold=True, size=32), after=160)
    elif snapshot.findings:
        yield paragraph(Text(_("No fact here contradicts what it should say."), bold=True, size=28), after=120)
    else:
        yield paragraph(Text(_("Nothing was found that needs mending."), bold=True, size=28), after=120)
    if facts:
        yield _listed(report, facts[:_FACTS])
        more = len(facts) - _FACTS
        if more > 0:
            yield paragraph(Text(ngettext("and {n} more", "and {n} more", more), quiet=True), after=60)


def _listed(report: QualityReport, findings: Sequence[Finding]) -> Element:
    """Make the table of findings: where, how bad, the words, what is wrong."""
    clauses = {clause.id: clause for clause in report.snapshot.clauses}
    widths = (820, 1140, 3500, _WIDTH - 5460)
    head: list[Words] = [_("Clause"), _("Severity"), _("Words"), _("What is wrong")]
    return table(widths, [head, *(_row(finding, clauses.get(finding.clause), report) for finding in findings)])


def _row(finding: Finding, clause: Clause | None, report: QualityReport) -> list[Words]:
    severity = [
        Text(f"{_MARKS[finding.severity]} {_(SEVERITY_NAMES[finding.severity])}", bold=finding.severity != "minor")
    ]
    if finding in report.confirmed:
        severity.append(Text("\n" + _("confirmed"), quiet=True))
    said = [Text(f"{shown(finding.message)} {words.repair(finding)}".strip())]
    said.append(Text(f" {finding.rule}", quiet=True))
    return [str(finding.clause), severity, _quoted(finding, clause), said]


def _quoted(finding: Finding, clause: Clause | None) -> list[Text]:
    if clause is None:
        return [Text(shortened(finding.text), marked=True)]
    found = excerpt(clause.side(finding.side).text, finding.span, finding.side, narrow=True)
    missing = f"[{_('missing')}]"
    return [Text(_flat(found.before)), Text(_flat(found.words) or missing, marked=True), Text(_flat(found.after))]


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


# --- the worst clauses and the findings -------------------------------------------------------------------------------


def _worst(report: QualityReport) -> Iterator[Element]:
    if not report.worst:
        return
    yield from _heading(_("The worst clauses"), new_page=True)
    rows: list[list[Words]] = [[_("Clause"), _("points"), _("What is wrong")]]
    for worst in report.worst:
        told = [Text(_flat(shortened(worst.clause.zh.text)) + "\n", quiet=True)] if worst.clause.zh.text else []
        for finding in islice(worst_first(worst.findings), _OF_ONE_CLAUSE):
            told += [Text(f"{_MARKS[finding.severity]} "), *_quoted(finding, worst.clause)]
            told.append(Text(f"  {shown(finding.message)} {words.repair(finding)}".rstrip() + "\n", quiet=True))
        more = len(worst.findings) - _OF_ONE_CLAUSE
        if more > 0:
            told.append(Text(ngettext("and {n} more", "and {n} more", more), quiet=True))
        elif told:
            told[-1] = Text(told[-1].text.rstrip("\n"), quiet=True)
        rows.append([str(worst.clause.id), figure(worst.penalty), told])
    yield table((900, 900, _WIDTH - 1800), rows, whole=False)


def _findings(report: QualityReport) -> Iterator[Element]:
    findings = report.snapshot.findings
    if not findings:
        return
    yield from _heading(_("All open findings"))
    yield _listed(report, findings[:_ROWS])
    more = len(findings) - _ROWS
    if more > 0:
        yield paragraph(Text(ngettext("and {n} more", "and {n} more", more), quiet=True), after=60)


# --- figures ----------------------------------------------------------------------------------------------------------


def _figures(report: QualityReport) -> Iterator[Element]:
    whole = report.whole
    yield from _heading(_("The figures"))
    for line in words.failing(whole):
        yield paragraph(Text(line, bold=True), after=60, keep=True)
    for line in words.standing(report):
        yield paragraph(line, after=60, keep=True)
    rows = list(words.totals(report))
    columns = len(rows[0]) - 1
    yield table((_WIDTH - _COLUMN * columns, *(_COLUMN for _one in range(columns))), rows)
    yield from _families(report)
    yield from _types(report)
    yield from _sections(report)


def _families(report: QualityReport) -> Iterator[Element]:
    if not report.families:
        return
    yield _spacer()
    yield _small_heading(_("Errors by family and severity"))
    longest = max(max(one.before.errors, one.after.errors) for _family, one in report.families)
    rows: list[list[Words]] = [["", *(_(SEVERITY_NAMES[one]) for one in WORST_FIRST), _("together"), _("As corrected")]]
    for family, compared in report.families:
        counts = words.changes(compared)[:-1]
        rows.append([_(FAMILY_NAMES.get(family, family)), *counts, _bar(compared.after.errors, longest)])
    widths = (1900, 1000, 1000, 1000, 1100, _WIDTH - 6000)
    yield table(widths, rows)


def _types(report: QualityReport) -> Iterator[Element]:
    if not report.types:
        return
    yield _spacer()
    yield _small_heading(_("Errors by MQM type"))
    heads = [_("MQM error type"), *(_(SEVERITY_NAMES[one]) for one in WORST_FIRST), _("together"), _("points")]
    rows: list[list[Words]] = [list(heads)]
    for type_, compared in report.types:
        name = [Text(words.type_name(type_)), Text(f"\n{type_}", quiet=True)]
        rows.append([name, *words.changes(compared)])
    yield table((_WIDTH - 5800, 1100, 1100, 1100, 1200, 1300), rows)


def _sections(report: QualityReport) -> Iterator[Element]:
    if not report.sections:
        return
    yield _spacer()
    yield _small_heading(_("Penalty per 1,000 words, by section"))
    rows: list[list[Words]] = [[_("Section"), _("words"), _("errors"), _("points"), _("per 1,000 words")]]
    for section, compared in report.sections:
        name = Text("\u3000" * section.level + section.name(language()), bold=not section.level)
        rows.append([name, str(compared.after.words), *words.rates(compared)])
    yield table((_WIDTH - 5500, 1000, 1300, 1400, 1800), rows)


def _bar(value: float, longest: float) -> str:
    return "█" * (max(1, round(value / longest * _BAR)) if value else 0)


def _spacer() -> Element:
    return paragraph("", after=0)


__all__ = ["build"]
