"""The quality report as a page: the verdict, the worst clauses, the figures before and after, every open finding."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from drafter.exports.excerpt import shortened
from drafter.exports.html import report_style, style, verdict
from drafter.exports.html.charts import Bar, Piece, Row, bar_chart, key
from drafter.exports.html.facts import FAMILY_NAMES, SEVERITY_NAMES, worst_first
from drafter.exports.html.frame import framed
from drafter.exports.html.quote import quote, safe
from drafter.exports.quality import words
from drafter.exports.quality.report import Compared, QualityReport, WorstClause
from drafter.exports.quality.scoring import Score
from drafter.exports.quality.words import WORST_FIRST, figure
from drafter.i18n import _, language, ngettext, shown
from drafter.model import Clause, Finding

_OF_ONE_CLAUSE: Final = 6
"""Findings that are told of one of the worst clauses."""

_CHARTED: Final = 30
"""Sections that a chart has room for; the table beside it has them all."""


def page(report: QualityReport) -> str:
    """Give the report as a page of HTML without script and without anything from elsewhere."""
    parts = (
        f'<section class="verdict">\n{verdict.body(report.snapshot, counts=False)}\n</section>',
        _chapter(_("The worst clauses"), _worst(report)),
        _chapter(_("The figures"), _figures(report)),
        _chapter(_("All open findings"), _findings(report)),
        _chapter(_("How this was counted"), [f"<p>{safe(line)}</p>" for line in words.method(report)]),
    )
    return framed(report.snapshot.title, style.CSS + report_style.CSS, "\n".join(filter(None, parts)))


def _chapter(title: str, content: Iterable[str]) -> str:
    told = "\n".join(filter(None, content))
    return f'<section class="chapter">\n<h2>{safe(title)}</h2>\n{told}\n</section>' if told else ""


# --- the worst clauses ------------------------------------------------------------------------------------------------


def _worst(report: QualityReport) -> list[str]:
    if not report.worst:
        return []
    return ['<ol class="worst">', *map(_clause, report.worst), "</ol>"]


def _clause(worst: WorstClause) -> str:
    clause = worst.clause
    where = safe(_("Clause {number}", number=clause.id))
    points = safe(words.points(worst.penalty))
    source = f'<p class="source" lang="zh-CN">{safe(shortened(clause.zh.text))}</p>' if clause.zh.text else ""
    told = "".join(_told(finding, clause) for finding in islice(worst_first(worst.findings), _OF_ONE_CLAUSE))
    more = len(worst.findings) - _OF_ONE_CLAUSE
    rest = f'<p class="why">{safe(ngettext("and {n} more", "and {n} more", more))}</p>' if more > 0 else ""
    return (
        f'<li><div><span class="where">{where}</span><span class="small">{points}</span></div>\n'
        f"<div>{source}{told}{rest}</div></li>"
    )


def _told(finding: Finding, clause: Clause) -> str:
    severity = safe(_(SEVERITY_NAMES[finding.severity]))
    quoted = quote(clause.side(finding.side).text, finding.span, finding.side, narrow=True)
    said = safe(" ".join(filter(None, (shown(finding.message), words.repair(finding)))))
    return (
        f'<p><b class="mark {finding.severity}" title="{severity}"></b> {quoted} <span class="small">{said}</span></p>'
    )


# --- figures ----------------------------------------------------------------------------------------------------------


def _figures(report: QualityReport) -> list[str]:
    whole = report.whole
    return [
        _scores(report),
        *(f'<p class="fails">{safe(line)}</p>' for line in words.failing(whole)),
        *(f"<p>{safe(line)}</p>" for line in words.standing(report)),
        _totals(report),
        *_by_severity(report),
        *_by_family(report),
        *_by_type(report),
        *_by_section(report),
    ]


def _scores(report: QualityReport) -> str:
    before, after = report.whole.before, report.whole.after
    told = (
        (_("Quality score"), words.turned(words.grade(before), words.grade(after))),
        (_("Penalty per 1,000 words"), words.turned(figure(before.per_thousand), figure(after.per_thousand))),
        (_("errors"), words.turned(str(before.errors), str(after.errors))),
    )
    cells = "".join(f"<div><b>{safe(value)}</b><span>{safe(name)}</span></div>" for name, value in told)
    return f'<div class="scores">{cells}</div>'


def _totals(report: QualityReport) -> str:
    head, *rows = words.totals(report)
    return _table(_head(*head), [_row(*row) for row in rows])


def _by_severity(report: QualityReport) -> list[str]:
    """Compare before and after; where nothing was corrected, the chart of the families says as much."""
    if not report.changed:
        return []
    rows = [
        Row(
            _(SEVERITY_NAMES[severity]),
            _pair(report, [_counted(score.counts[severity], severity) for score in _both(report.whole)]),
        )
        for severity in WORST_FIRST
    ]
    return _charted(_("Errors by severity"), rows, _when_keys(report))


def _by_family(report: QualityReport) -> list[str]:
    rows = [
        Row(_(FAMILY_NAMES.get(family, family)), _pair(report, [_stacked(score) for score in _both(compared)]))
        for family, compared in report.families
    ]
    keys = [(severity, _(SEVERITY_NAMES[severity]), False) for severity in WORST_FIRST]
    return _charted(_("Errors by family and severity"), rows, keys)


def _by_type(report: QualityReport) -> list[str]:
    if not report.types:
        return []
    heads = _head(
        _("MQM error type"), *(_(SEVERITY_NAMES[severity]) for severity in WORST_FIRST), _("together"), _("points")
    )
    rows = [
        _row(f"{words.type_name(type_)} ({type_})", *words.changes(compared))
        for type_, compared in report.types
    ]  # fmt: skip
    return [f"<h3>{safe(_('Errors by MQM type'))}</h3>", _table(heads, rows), _arrow(report)]


def _by_section(report: QualityReport) -> list[str]:
    if not report.sections:
        return []
    charted = [
        Row(section.name(language()), _pair(report, [_rate(score) for score in _both(compared)]), section.level)
        for section, compared in report.sections[:_CHARTED]
    ]
    chart = _charted(_("Penalty per 1,000 words, by section"), charted, _when_keys(report))
    heads = _head(_("Section"), _("words"), _("errors"), _("points"), _("per 1,000 words"))
    rows = [
        _row(section.name(language()), str(compared.after.words), *words.rates(compared), level=section.level)
        for section, compared in report.sections
    ]
    return [*chart, _table(heads, rows), _arrow(report)]


def _both(compared: Compared) -> tuple[Score, Score]:
    return compared.before, compared.after


def _pair(report: QualityReport, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Give the bars before and after; where nothing was corrected, they are one."""
    before, after = bars
    return (Bar(before.pieces, before.figure, faint=True), after) if report.changed else (after,)


def _counted(count: int, kind: str) -> Bar:
    return Bar((Piece(count, kind),), str(count))


def _stacked(score: Score) -> Bar:
    return Bar(tuple(Piece(score.counts[severity], severity) for severity in WORST_FIRST), str(score.errors))


def _rate(score: Score) -> Bar:
    return Bar((Piece(score.per_thousand or 0, "plain"),), figure(score.per_thousand))


def _when_keys(report: QualityReport) -> list[tuple[str, str, bool]]:
    return [("plain", _("As loaded"), True), ("plain", _("As corrected"), False)] if report.changed else []


def _charted(title: str, rows: Sequence[Row], keys: Sequence[tuple[str, str, bool]]) -> list[str]:
    if not rows:
        return []
    return [f"<figure><h3>{safe(title)}</h3>", key(keys) if keys else "", bar_chart(title, rows), "</figure>"]


def _arrow(report: QualityReport) -> str:
    return f'<p class="small">{safe(_("before → after correction"))}</p>' if report.changed else ""


# --- findings ---------------------------------------------------------------------------------------------------------


def _findings(report: QualityReport) -> list[str]:
    if not report.snapshot.findings:
        return []
    clauses = {clause.id: clause for clause in report.snapshot.clauses}
    head = (
        f'<tr><th scope="col" class="where">{safe(_("Clause"))}</th><th scope="col" class="how">'
        f'{safe(_("Severity"))}</th><th scope="col">{safe(_("Words"))}</th><th scope="col">'
        f"{safe(_('What is wrong'))}</th></tr>"
    )
    rows = [_finding(finding, clauses.get(finding.clause), report) for finding in report.snapshot.findings]
    return [f'<table class="findings">\n<thead>{head}</thead>\n<tbody>', *rows, "</tbody>\n</table>"]


def _finding(finding: Finding, clause: Clause | None, report: QualityReport) -> str:
    text = clause.side(finding.side).text if clause else finding.text
    said = safe(" ".join(filter(None, (shown(finding.message), words.repair(finding)))))
    confirmed = f'<span class="small">{safe(_("confirmed"))}</span>' if finding in report.confirmed else ""
    severity = safe(_(SEVERITY_NAMES[finding.severity]))
    return (
        f'<tr><td class="where">{finding.clause}</td>'
        f'<td><span class="severity {finding.severity}">{severity}</span>{confirmed}</td>'
        f"<td>{quote(text, finding.span, finding.side, narrow=True)}</td>"
        f"<td>{said} <code>{safe(finding.rule)}</code></td></tr>"
    )


# --- tables -----------------------------------------------------------------------------------------------------------


def _head(*names: str) -> str:
    cells = "".join(f'<th scope="col">{safe(name)}</th>' for name in names)
    return f"<thead><tr>{cells}</tr></thead>"


def _row(name: str, *figures: str, level: int = 0) -> str:
    cells = "".join(f"<td>{safe(one)}</td>" for one in figures)
    below = f' class="below-{min(level, 2)}"' if level else ""
    return f'<tr><th scope="row"{below}>{safe(name)}</th>{cells}</tr>'


def _table(head: str, rows: Sequence[str]) -> str:
    return "\n".join(("<table>", head, "<tbody>", *rows, "</tbody>", "</table>"))
