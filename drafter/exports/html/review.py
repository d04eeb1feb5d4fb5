"""The review as a page: every clause in both languages, its corrections, findings, tags and notes, and filters.

The filters are choices of which the style sheet knows what they hide: the page needs no script, and nothing from
elsewhere.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from drafter.exports.data_options import DataOptions
from drafter.exports.difference import changes
from drafter.exports.html import review_style, style
from drafter.exports.html.facts import FAMILY_NAMES, SEVERITY_NAMES, family_order
from drafter.exports.html.frame import framed
from drafter.exports.html.quote import LANGUAGES, quote, safe
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import _, language, ngettext, shown
from drafter.model import SEVERITIES, STATE_WORDS, STATES, Clause, Finding, Note, Side

_SIDES: Final[tuple[Side, Side]] = ("zh", "en")
_Choice = tuple[str, str]
"""The id of a choice, which is a class of the rows that it shows, and its word."""


def page(snapshot: ReviewSnapshot, options: DataOptions) -> str:
    """Give the page as HTML."""
    findings = snapshot.findings_of()
    notes: dict[int, list[Note]] = {}
    for note in snapshot.notes:
        if note.clause is not None:
            notes.setdefault(note.clause, []).append(note)
    groups = _groups(snapshot)
    rows = (
        _row(clause, snapshot, findings.get(clause.id, ()), notes.get(clause.id, ()), options)
        for clause in snapshot.clauses
        if any(clause.side(side).text.strip() or clause.side(side).original.strip() for side in _SIDES)
    )
    body = (
        f"<header><h1>{safe(snapshot.title)}</h1>"
        f'<p class="files">{safe(" · ".join(filter(None, (snapshot.zh_name, snapshot.en_name))))}</p>'
        f"<p>{safe(_summary(snapshot))}</p></header>",
        *_filters(groups),
        '<main><table class="review"><thead><tr>',
        f'<th scope="col" class="no">{safe(_("Clause"))}</th><th scope="col">{safe(_("Chinese"))}</th>'
        f'<th scope="col">{safe(_("English"))}</th><th scope="col" class="found">{safe(_("Findings"))}</th>',
        "</tr></thead><tbody>",
        *rows,
        "</tbody></table></main>",
    )
    choices = review_style.rules(choice for _name, group in groups for choice, _word in group)
    return framed(snapshot.title, style.CSS + review_style.CSS + choices, "\n".join(body))


def _summary(snapshot: ReviewSnapshot) -> str:
    clauses = len(snapshot.clauses)
    corrected = sum(map(_is_corrected, snapshot.clauses))
    return " · ".join(
        (
            ngettext("{n} clause", "{n} clauses", clauses),
            ngettext("{n} corrected", "{n} corrected", corrected),
            ngettext("{n} open finding", "{n} open findings", len(snapshot.findings)),
        )
    )


def _is_corrected(clause: Clause) -> bool:
    return any(clause.side(side).text != clause.side(side).original for side in _SIDES)


# --- filters ----------------------------------------------------------------------------------------------------------


def _groups(snapshot: ReviewSnapshot) -> list[tuple[str, list[_Choice]]]:
    """Give the groups of choices: of each one holds at a time, so that what is seen meets all of them."""
    families = sorted({finding.family for finding in snapshot.findings}, key=family_order)
    states = [state for state in STATES if any(snapshot.state(clause.id) == state for clause in snapshot.clauses)]
    return [
        (
            _("Findings"),
            [
                ("all-severity", _("all clauses")),
                ("has-finding", _("with findings")),
                *((f"has-{severity}", _(SEVERITY_NAMES[severity])) for severity in reversed(SEVERITIES)),
                ("has-change", _("corrected")),
                ("has-note", _("with notes")),
            ],
        ),
        (
            _("Kind"),
            [("all-family", _("all")), *((f"of-{name}", _(FAMILY_NAMES.get(name, name))) for name in families)],
        ),
        (_("State"), [("all-state", _("all")), *((f"is-{state}", _(STATE_WORDS[state])) for state in states)]),
    ]


def _filters(groups: Sequence[tuple[str, list[_Choice]]]) -> Iterator[str]:
    """Give the choices: they stand before all they act upon, their labels where they are seen."""
    for number, (_name, group) in enumerate(groups):
        for place, (choice, word) in enumerate(group):
            checked = "" if place else " checked"
            yield (
                f'<input class="pick" type="radio" name="f{number}" id="{choice}"{checked} aria-label="{safe(word)}">'
            )
    yield "<nav>"
    for name, group in groups:
        labels = " ".join(f'<label class="pick" for="{choice}">{safe(word)}</label>' for choice, word in group)
        yield f"<fieldset><legend>{safe(name)}</legend>{labels}</fieldset>"
    yield "</nav>"


# --- rows -------------------------------------------------------------------------------------------------------------


def _row(
    clause: Clause, snapshot: ReviewSnapshot, findings: Sequence[Finding], notes: Sequence[Note], options: DataOptions
) -> str:
    state = snapshot.state(clause.id)
    classes = ["clause", f"is-{state}", *sorted({f"has-{one.severity}" for one in findings})]
    classes += sorted({f"of-{one.family}" for one in findings})
    told = (
        ("has-finding", bool(findings)),
        ("has-note", bool(notes)),
        ("has-change", _is_corrected(clause)),
        ("heading", bool(clause.level)),
    )
    classes += [name for name, holds in told if holds]
    tags = "".join(
        f'<span class="tag">{safe(one.notation)} {safe(one.label[language()])}</span>'
        for one in snapshot.tags.get(clause.id, ())
    )
    beside = "".join((*(_finding(one, clause) for one in findings), *(_note(one, options) for one in notes), tags))
    return (
        f'<tr class="{" ".join(classes)}" id="c{clause.id}"><td class="no">{clause.id}'
        f'<span class="state">{safe(_(STATE_WORDS[state]))}</span></td>'
        f'{"".join(_text(clause, side) for side in _SIDES)}<td class="found">{beside}</td></tr>'
    )


def _text(clause: Clause, side: Side) -> str:
    here = clause.side(side)
    marks = {"equal": "{}", "insert": "<ins>{}</ins>", "delete": "<del>{}</del>"}
    words = "".join(marks[one.kind].format(_lines(one.text)) for one in changes(here.original, here.text))
    return f'<td class="text" lang="{LANGUAGES[side]}">{words}</td>'


def _lines(text: str) -> str:
    """Give a text with its line breaks, which the style keeps."""
    return "\n".join(map(safe, text.split("\n")))


def _finding(finding: Finding, clause: Clause) -> str:
    severity = safe(_(SEVERITY_NAMES[finding.severity]))
    right = ""
    if finding.fix:
        right = _("Should read: {text}", text=finding.fix.text) if finding.fix.text else _("Should be deleted.")
    quoted = quote(clause.side(finding.side).text, finding.span, finding.side, narrow=True)
    return (
        f'<p><span class="severity {finding.severity}">{severity}</span> {quoted} '
        f"{safe(' '.join(filter(None, (shown(finding.message), right))))} <code>{safe(finding.rule)}</code></p>"
    )


def _note(note: Note, options: DataOptions) -> str:
    name = f"{note.author}: " if note.author and options.names else ""
    return f'<p class="note">{safe(name + note.text)}</p>'
