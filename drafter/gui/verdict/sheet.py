"""The verdict set on one page: the worst facts in full, the next in a line each, all findings counted."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QPageLayout, QPdfWriter, QTextCharFormat

from drafter.exports import ReviewSnapshot
from drafter.exports.excerpt import excerpt
from drafter.exports.html.facts import FAMILY_NAMES, SEVERITY_NAMES, is_fact, tally, worst_first
from drafter.gui.printing.pdf import page_layout
from drafter.gui.printing.review_pages import Sheet, paint
from drafter.gui.printing.typesetting import Item, Paragraph, Row, SetPage, Setting, Stretch
from drafter.gui.toolbox.fonts import families
from drafter.i18n import _, language, ngettext, shown
from drafter.model import N_, SEVERITIES, Clause, Finding, Side, Span

_IN_FULL: Final = (8, 6, 4)
_IN_BRIEF: Final = (120, 90, 72, 60, 48, 36, 24, 12, 0)
"""How many facts are told with the words around them, and how many in a line, as many as there is room for."""

_LAST_WAYS: Final = ((3, 0), (2, 0), (1, 0))

_COLUMNS: Final = 3
_FOOT: Final = 24.0
_WHERE: Final = 62.0
_TITLE, _FILES, _HEADLINE, _BODY, _SMALL, _TINY = 12.0, 8.0, 18.0, 9.0, 8.0, 7.0
"""Points: room for the page number, the column of places, sizes of letters."""

_INK, _QUIET, _MARK, _SHADE = QColor("#1c1d1f"), QColor("#5b6068"), QColor("#fff0b8"), QColor("#f1f1ef")
_RIGHT: Final = QColor("#1b5e3a")
_COLOURS: Final = {"critical": QColor("#a3141c"), "major": QColor("#8a5200"), "minor": _QUIET}
_SIGNS: Final = {"critical": "■", "major": "▲", "minor": "○"}
_WORST_FIRST: Final = tuple(reversed(SEVERITIES))


def verdict_page(snapshot: ReviewSnapshot, layout: QPageLayout | None = None) -> SetPage:
    """Set the verdict on a review on one page.

    Args:
        snapshot: the review.
        layout: the paper; A4 where none is given.
    """
    sheet = Sheet.of(layout or page_layout())
    facts = worst_first(filter(is_fact, snapshot.findings))
    tries = list(_ways(len(facts)))
    for full, brief in tries[:-1]:
        pages = _set(snapshot, facts, full, brief, sheet)
        if len(pages) == 1:
            return pages[0]
    return _set(snapshot, facts, *tries[-1], sheet)[0]


def verdict_pdf(snapshot: ReviewSnapshot) -> bytes:
    """Give the verdict as a PDF of one page."""
    layout = page_layout()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    writer.setTitle(snapshot.title)
    writer.setCreator("")
    paint(writer, [verdict_page(snapshot, layout)], snapshot.title)
    return bytes(buffer.data().data())


def verdict_words(snapshot: ReviewSnapshot) -> str:
    """Give the verdict as plain text, a line a fact: for those who hear it or paste it into a letter."""
    facts = worst_first(filter(is_fact, snapshot.findings))
    lines = [snapshot.title, _headline(facts, len(snapshot.findings))[0]]
    lines += [
        f"{_(N_('Clause {number}'), number=one.clause)} · {_(SEVERITY_NAMES[one.severity])} · {shown(one.message)}"
        for one in facts
    ]
    return "\n".join(lines)


def _ways(facts: int) -> Iterator[tuple[int, int]]:
    """Give how many facts may be told in full and in brief: first that all are told, then that many are in full."""
    seen = set()
    for full, brief in (*((full, brief) for brief, full in product(_IN_BRIEF, _IN_FULL)), *_LAST_WAYS):
        way = (min(full, facts), min(brief, max(0, facts - full)))
        if way not in seen:
            seen.add(way)
            yield way


def _set(snapshot: ReviewSnapshot, facts: Sequence[Finding], full: int, brief: int, sheet: Sheet) -> list[SetPage]:
    setting = Setting(sheet.width, sheet.height - _FOOT, most=1)
    for item in _items(snapshot, facts, full, brief, sheet.width):
        setting.add(item)
    return setting.pages


def _items(snapshot: ReviewSnapshot, facts: Sequence[Finding], full: int, brief: int, width: float) -> Iterator[Item]:
    names = [name for name in (snapshot.zh_name, snapshot.en_name) if name]
    size = ngettext("{n} clause", "{n} clauses", len(snapshot.clauses))
    yield Paragraph((Stretch(snapshot.title, _look("zh", _TITLE, bold=True)),))
    yield Paragraph((Stretch(" · ".join((*names, size)), _look("zh", _FILES, _QUIET)),), below=8.0)
    words, aside = _headline(facts, len(snapshot.findings))
    yield Paragraph((Stretch(words, _look(language(), _HEADLINE if facts else _TITLE + 2, bold=True)),), below=6.0)
    if aside:
        yield Paragraph((Stretch(aside, _look(language(), _BODY, _QUIET)),), below=6.0)
    clauses = {clause.id: clause for clause in snapshot.clauses}
    for finding in facts[:full]:
        yield _fact(finding, clauses.get(finding.clause), width)
    if brief:
        yield _gap()
        yield _brief(facts[full : full + brief], width)
    untold = len(facts) - full - brief
    if untold > 0:
        more = ngettext("{n} more fact is counted below.", "{n} more facts are counted below.", untold)
        yield Paragraph((Stretch(more, _look(language(), _SMALL, _QUIET)),), above=3.0)
    if snapshot.findings:
        yield Paragraph((Stretch(_("All findings"), _look(language(), _BODY, bold=True)),), above=8.0, below=3.0)
        yield from _counts(snapshot.findings, width)


def _headline(facts: Sequence[Finding], findings: int) -> tuple[str, str]:
    """Give the sentence that matters, and what stands below it where all is well."""
    if facts:
        return ngettext("This fact can’t be trusted", "These {n} facts can’t be trusted", len(facts)), ""
    if findings:
        return (
            _("No fact here contradicts what it should say."),
            _("What was found concerns wording and form; it is counted below."),
        )
    return (
        _("Nothing was found that needs mending."),
        _("The rules see damage that leaves traces; a reading by a person is still worth its time."),
    )


def _fact(finding: Finding, clause: Clause | None, width: float) -> Row:
    where = _(N_("Clause {number}"), number=finding.clause) if finding.clause else ""
    severity = f"{_SIGNS[finding.severity]} {_(SEVERITY_NAMES[finding.severity])}"
    left = (
        Paragraph((Stretch(where, _look(language(), _SMALL, bold=True)),), above=2.5),
        Paragraph((Stretch(severity, _look(language(), _SMALL, _COLOURS[finding.severity])),), below=2.5),
    )
    return Row((left, tuple(_told(finding, clause))), (_WHERE, width - _WHERE))


def _told(finding: Finding, clause: Clause | None) -> Iterator[Paragraph]:
    """Quote the damaged words and what the other side says there, and tell what should stand there and why."""
    text = clause.side(finding.side).text if clause else finding.text
    span = finding.span if clause else Span(0, len(text))
    yield Paragraph(tuple(_quote(text, span, finding.side, _BODY, _INK)), above=2.5)
    other: Side = "en" if finding.side == "zh" else "zh"
    across = clause.side(other).text if clause else ""
    counterpart = finding.counterpart or (Span(0, len(across)) if not text else None)
    if counterpart and across and counterpart.start < counterpart.end:
        yield Paragraph(tuple(_quote(across, counterpart, other, _SMALL, _QUIET)))
    if finding.fix is not None and finding.fix.text:
        before, _place, after = _("Should read: {text}", text="\0").partition("\0")
        plain = _look(language(), _BODY)
        fixed = Stretch(finding.fix.text, _look(finding.side, _BODY, _RIGHT, bold=True))
        yield Paragraph(tuple(one for one in (Stretch(before, plain), fixed, Stretch(after, plain)) if one.text))
    elif finding.fix is not None:
        yield Paragraph((Stretch(_("Should be deleted."), _look(language(), _BODY)),))
    yield Paragraph((Stretch(shown(finding.message), _look(language(), _SMALL, _QUIET)),), below=2.5)


def _quote(text: str, span: Span, side: Side, size: float, ink: QColor) -> Iterator[Stretch]:
    found = excerpt(text, span, side)
    plain, marked = _look(side, size, ink), _look(side, size, bold=True)
    marked.setBackground(_MARK)
    marked.setFontUnderline(True)
    words = (found.before, plain), (found.words or f" {_('missing')} ", marked), (found.after, plain)
    return (Stretch(part.replace("\n", " "), look) for part, look in words if part)


def _gap() -> Paragraph:
    return Paragraph((Stretch(" ", _look(language(), 3.0)),))


def _brief(facts: Sequence[Finding], width: float) -> Row:
    """Tell facts in a line each, in columns."""
    height = -(-len(facts) // _COLUMNS)
    columns = [facts[start : start + height] for start in range(0, height * _COLUMNS, height)]
    cells = tuple(tuple(_line(one) for one in column) or (_gap(),) for column in columns)
    return Row(cells, (width / _COLUMNS,) * _COLUMNS, whole=False)


def _line(finding: Finding) -> Paragraph:
    look, bold = _look(finding.side, _TINY), _look(language(), _TINY, _COLOURS[finding.severity], bold=True)
    place = Stretch(f"{_SIGNS[finding.severity]} {finding.clause}  ", bold)
    if finding.text and finding.fix is not None and finding.fix.text:
        right = _look(finding.side, _TINY, _RIGHT, bold=True)
        words: tuple[Stretch, ...] = (Stretch(f"{finding.text} → ", look), Stretch(finding.fix.text, right))
    else:
        words = (Stretch(shown(finding.message), _look(language(), _TINY)),)
    return Paragraph((place, *words), left=10.0, first=-10.0, above=0.8, below=0.8)


def _counts(findings: Iterable[Finding], width: float) -> Iterator[Row]:
    """Count by family and severity."""
    counted = tally(findings)
    heads = ["", *(_(SEVERITY_NAMES[severity]) for severity in _WORST_FIRST), _("together")]
    widths = (width * 0.4, *(width * 0.15,) * 4)
    yield _numbers(heads, widths, bold=True, shade=_SHADE)
    for family, count in counted.items():
        amounts = [count[severity] for severity in _WORST_FIRST]
        told = [str(one) if one else "–" for one in (*amounts, sum(amounts))]
        yield _numbers([_(FAMILY_NAMES.get(family, family)), *told], widths)
    sums = [sum(count[severity] for count in counted.values()) for severity in _WORST_FIRST]
    yield _numbers([_("Together"), *map(str, (*sums, sum(sums)))], widths, bold=True)


def _numbers(
    cells: Sequence[str], widths: tuple[float, ...], *, bold: bool = False, shade: QColor | None = None
) -> Row:
    look = _look(language(), _SMALL, bold=bold)
    made = tuple((Paragraph((Stretch(one or " ", look),), above=1.0, below=1.0),) for one in cells)
    return Row(made, widths, shade=shade)


def _look(side: Side, size: float, colour: QColor = _INK, *, bold: bool = False) -> QTextCharFormat:
    font = QFont()
    if names := families(side):
        font.setFamilies(list(names))
    font.setPointSizeF(size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(colour)
    return made
