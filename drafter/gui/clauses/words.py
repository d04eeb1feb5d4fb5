"""The words of the clause view: tooltips, placeholders, and what a screen reader says."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

from drafter.gui.clauses.showing import Showing
from drafter.gui.toolbox.states import state_word
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, SEVERITIES, Clause, Finding, Severity, Side, State

LOW_CONFIDENCE: Final = 0.5
_SEVERITIES: Final[Mapping[Severity, str]] = {
    "critical": N_("critical"),
    "major": N_("major"),
    "minor": N_("minor"),
}
_LONGEST_FIX: Final = 200
_MOST_ON_MAP: Final = 4


def severity_word(severity: Severity) -> str:
    """Give a severity in the user's language."""
    return _(_SEVERITIES[severity])


def heading_words(side: Side | None) -> str:
    """Give the heading of a column; the narrow one has none."""
    if side is None:
        return ""
    return _("Chinese") if side == "zh" else _("English")


def view_name(showing: Showing) -> str:
    """Give the view's name for a screen reader."""
    match showing:
        case "en":
            return _("Clauses, English only")
        case "zh":
            return _("Clauses, Chinese only")
        case "changes":
            return _("Clauses with what was corrected")
        case _:
            return _("Clauses, Chinese and English side by side")


def placeholder(side: Side) -> str:
    """Give what stands in an empty cell."""
    return _("no Chinese") if side == "zh" else _("no English")


def editor_name(side: Side, number: int) -> str:
    """Give an editor's name for a screen reader."""
    if side == "zh":
        return _("Chinese text of clause {number}", number=number)
    return _("English text of clause {number}", number=number)


def fix_words(finding: Finding) -> str:
    """Give what a fix would write, "" where there is none."""
    if finding.fix is None:
        return ""
    text = finding.fix.text
    if not text:
        return _("delete")
    if not text.strip():
        return _("one space") if text == " " else _("spaces")
    return text if len(text) <= _LONGEST_FIX else text[:_LONGEST_FIX] + "…"


def finding_words(finding: Finding) -> str:
    """Give a finding in one line: severity, message, fix."""
    line = f"{severity_word(finding.severity)}: {shown(finding.message)}"
    return f"{line} → {fix_words(finding)}" if finding.fix else line


def finding_tip(findings: Iterable[Finding]) -> str:
    """Give the tooltip of the findings at one place."""
    return "<hr>".join(_tip(finding) for finding in findings)


def mark_tip(name: str) -> str:
    """Give the tooltip of a mark: what it stands for in the translation tool's file."""
    said = _("Tag of the translation tool: {tag}", tag=name) if name else _("Tag of the translation tool")
    return f"<p style='margin:2px 0'>{escape(said)}</p>"


def _tip(finding: Finding) -> str:
    lines = [
        f"<b>{escape(severity_word(finding.severity))}</b> · {escape(finding.rule)}",
        escape(shown(finding.message)),
    ]
    if finding.fix:
        lines.append(f"→ <b>{escape(fix_words(finding))}</b>")
    return "".join(f"<p style='margin:2px 0'>{line}</p>" for line in lines)


def counted(findings: Sequence[Finding]) -> str:
    """Give how many findings there are, "" for none."""
    return ngettext("{n} finding", "{n} findings", len(findings)) if findings else ""


def notes(clause: Clause, tags: int) -> list[str]:
    """Give what else is to be said of a clause: an unsure pairing, its tags."""
    found = []
    if clause.confidence < LOW_CONFIDENCE:
        found.append(_("The pairing of this clause is unsure: check that both sides say the same."))
    if tags:
        found.append(ngettext("{n} tag", "{n} tags", tags))
    return found


def gutter_tip(
    clause: Clause, findings: Sequence[Finding], tags: int, *, moved: bool = False, state: State = "initial"
) -> str:
    """Give the tooltip of a row's narrow column, "" where there is nothing to say."""
    lines = [finding_words(finding) for finding in findings] + notes(clause, tags)
    if state != "initial":
        lines.append(_("State: {state}", state=state_word(state)))
    if moved:
        lines.append(_("Moved: the English stands elsewhere in its document"))
    if clause.fixed:
        lines.append(_("Paired by hand"))
    elif clause.zh.segments and clause.en.segments:
        lines.append(_("Pairing {percent}% sure", percent=round(clause.confidence * 100)))
    return "".join(f"<p style='margin:2px 0'>{escape(line)}</p>" for line in lines)


def map_tip(first: int, last: int, findings: Sequence[Finding], *, found: bool = False) -> str:
    """Give the tooltip of a place on the map.

    Args:
        first: the first clause that stands there.
        last: the last one.
        findings: what was found in them.
        found: whether one holds what is looked for.
    """
    if first == last:
        lines = [_("Clause {number}", number=first)]
    else:
        lines = [_("Clauses {first} to {last}", first=first, last=last)]
    worst_first = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity), reverse=True)
    lines += [finding_words(finding) for finding in worst_first[:_MOST_ON_MAP]]
    if (more := len(findings) - _MOST_ON_MAP) > 0:
        lines.append(ngettext("and {n} more finding", "and {n} more findings", more))
    if found:
        lines.append(_("holds what is looked for"))
    return "".join(f"<p style='margin:2px 0'>{escape(line)}</p>" for line in lines)


def cell_words(clause: Clause, side: Side, findings: Sequence[Finding], *, corrections: bool = False) -> str:
    """Give what a screen reader says of a cell: the text, then each finding of that side.

    Args:
        clause: the clause.
        side: the side.
        findings: those of both sides.
        corrections: whether the text as loaded is told too, where it was another one.
    """
    here = clause.side(side)
    own = [finding for finding in findings if finding.side == side]
    parts = [here.text if here.text.strip() else placeholder(side)]
    if corrections and here.text != here.original:
        before = here.original if here.original.strip() else placeholder(side)
        parts.append(_("as loaded: {text}", text=before))
    return "\n".join([*parts, *([counted(own)] if own else []), *map(finding_words, own)])


def row_words(
    clause: Clause, findings: Sequence[Finding], tags: int, state: State, *, corrections: bool = False
) -> str:
    """Give what a screen reader says of a row: its number and state, both texts with what was found in them."""
    zh, en = (cell_words(clause, side, findings, corrections=corrections) for side in ("zh", "en"))
    parts = [
        _("Clause {number}, {state}", number=clause.id, state=state_word(state)),
        *notes(clause, tags),
        _("Chinese: {text}", text=zh),
        _("English: {text}", text=en),
    ]
    return "\n".join(parts)
