"""The annex of a plan: who does what by when (任务分解表), in both languages, ready to be attached."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.docx.blocks import Text, Words, paragraph, table
from drafter.exports.docx.package import open_template, saved
from drafter.exports.docx.page import ACROSS, lay_out
from drafter.exports.docx.xml import Element
from drafter.exports.measures.columns import target_words
from drafter.exports.measures.record import MeasureRow
from drafter.exports.measures.tables import PlanTables
from drafter.language.outline.duties import duties_of
from drafter.model import Duty, Side

_LONGEST_PROPERTY: Final = 255
_SHARES: Final = (4, 33, 21, 8, 17, 17)
"""The widths of the columns: number, measure, target, deadline, lead, cooperate; in percent."""

_HEADS: Final = (
    ("序号", "No."), ("任务", "Measure"), ("目标", "Target"), ("时限", "Deadline"), ("牵头（负责）", "Lead"),
    ("配合、落实", "Cooperate, implement"),
)  # fmt: skip
_TITLE: Final = ("任务分解表", "Allocation of tasks")
_NAMES_BETWEEN: Final[dict[Side, str]] = {"zh": "、", "en": "; "}
_SENTENCES_BETWEEN: Final[dict[Side, str]] = {"zh": "", "en": " "}
_SIDES: Final[tuple[Side, Side]] = ("zh", "en")


@dataclass(frozen=True)
class _Task:
    """The measures of one clause."""

    rows: tuple[MeasureRow, ...]

    def words(self, side: Side) -> str:
        told = dict.fromkeys(_bare(row.text[side]) for row in self.rows if side in row.text)
        return _SENTENCES_BETWEEN[side].join(filter(None, told))

    def targets(self, side: Side) -> str:
        told = (target_words(target, side) for row in self.rows for target in row.targets if not target.threshold)
        return ("；" if side == "zh" else "; ").join(dict.fromkeys(words for words in told if words))

    def deadline(self, side: Side) -> str:
        told = [(row.year or 0, row.deadline[side]) for row in self.rows if side in row.deadline]
        return max(told, key=lambda one: one[0])[1] if told else ""

    def bodies(self, side: Side, *, leading: bool) -> str:
        duties = next((row.duties[side] for row in reversed(self.rows) if side in row.duties), ())
        wanted = ("lead", "share") if leading else ("cooperate", "implement")
        return "\n".join(_named(duty, side) for duty in duties if duty.role in wanted)


def build(plan: PlanTables) -> bytes:
    """Give the Word file; the same measures always give the same bytes."""
    document = open_template()
    lay_out(document, ACROSS)
    end = document.element.body.get_or_add_sectPr()
    for part in _body(plan):
        end.addprevious(part)
    document.core_properties.title = legal(plan.title)[:_LONGEST_PROPERTY]
    return saved(document)


def tasks(rows: Sequence[MeasureRow]) -> list[tuple[MeasureRow, ...]]:
    """Give the measures clause by clause: those that somebody is to do; all, where the plan names nobody."""
    known: dict[int, list[MeasureRow]] = {}
    for row in rows:
        if not row.heading:
            known.setdefault(row.clause, []).append(row)
    named = [tuple(own) for own in known.values() if any(row.duties for row in own)]
    return named or [tuple(own) for own in known.values() if any(row.concepts or row.targets for row in own)]


def _body(plan: PlanTables) -> Iterator[Element]:
    sides = [side for side in _SIDES if any(side in row.text for row in plan.rows)] or list(_SIDES[:1])
    for side in sides:
        title = _TITLE[_SIDES.index(side)]
        yield paragraph(Text(title, bold=True), "ZH-H1" if side == "zh" else "EN-H1", keep=True, after=60)
    if plan.title.strip():
        yield paragraph(Text(legal(plan.title)), after=120, keep=True)
    widths = [ACROSS.measure * share // 100 for share in _SHARES]
    head = ["\n".join(names[_SIDES.index(side)] for side in sides) for names in _HEADS]
    rows: list[list[Words]] = [[Text(words, bold=True) for words in head]]
    for number, own in enumerate(tasks(plan.rows), 1):
        rows.append(_row(number, _Task(own), sides))
    yield table(widths, rows, whole=False)
    yield paragraph("", after=0)


def _row(number: int, task: _Task, sides: Sequence[Side]) -> list[Words]:
    columns = (
        [task.words(side) for side in sides],
        [task.targets(side) for side in sides],
        [task.deadline(side) for side in sides],
        [task.bodies(side, leading=True) for side in sides],
        [task.bodies(side, leading=False) for side in sides],
    )
    return [str(number), *(_cell(words) for words in columns)]


def _cell(words: Sequence[str]) -> Words:
    """Put both languages below each other; each has the font of its own."""
    told = [legal(text) for text in words if text]
    return [Text(text if index == len(told) - 1 else f"{text}\n") for index, text in enumerate(told)]


def _bare(text: str) -> str:
    """Give a sentence without who is responsible, which has columns of its own."""
    for duty in reversed(list(duties_of(text))):
        text = text[: duty.start] + text[duty.end :]
    return text.strip()


def _named(duty: Duty, side: Side) -> str:
    names = _NAMES_BETWEEN[side].join(duty.bodies)
    if duty.role == "share":
        return f"{names}（按职责分工负责）" if side == "zh" else f"{names} (each within its remit)"
    if duty.role == "implement":
        return f"{names}（落实）" if side == "zh" else f"{names} (implement)"
    return names
