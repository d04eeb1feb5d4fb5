"""The tables of duties: by measure, bodies by measure, and by when."""

from collections.abc import Mapping, Sequence
from typing import Final

from drafter.exports.measures import MeasureRow
from drafter.gui.targets.records import Row, Table
from drafter.i18n import _
from drafter.model import N_, ROLES, Role, Severity, Side
from drafter.review.measuring_duties import differences
from drafter.review.measuring_tables import (
    bodies_without_lead,
    clauses_without_body,
    clauses_without_lead,
    deadlines,
    matrix,
)

ROLE_WORDS: Final[Mapping[Role, str]] = {
    "lead": N_("lead"), "cooperate": N_("cooperate"), "implement": N_("implement"), "share": N_("share the work"),
}  # fmt: skip
ROLE_LETTERS: Final[Mapping[Role, str]] = {
    "lead": N_("L"), "cooperate": N_("C"), "implement": N_("I"), "share": N_("S"),
}  # fmt: skip
_DUTIES = (
    N_("Clause"), N_("Measure"), N_("Lead"), N_("Cooperate"), N_("Implement"), N_("Share the work"), N_("Deadline"),
    N_("Remark"),
)  # fmt: skip
_REMARK = 7
_BETWEEN: Final[Mapping[Side, str]] = {"zh": "、", "en": "; "}
_TEXT = 120  # characters of a measure


def duties_table(rows: Sequence[MeasureRow]) -> Table:
    """Give who is to do each measure, and where nobody is, nobody leads, or the two languages differ."""
    nobody, leaderless = set(clauses_without_body(rows)), set(clauses_without_lead(rows))
    told: set[tuple[int, str]] = set()
    made = []
    for row in rows:
        if row.heading or not (row.duties or (row.clause in nobody and row.concepts)):
            continue
        remarks, kinds = _remarks(row, nobody, leaderless)
        differing = (row.clause, _(N_("; ")).join(remarks))
        if differing in told:  # what is said of a clause is said once, not at each of its sentences
            remarks, kinds = [], set()
        told.add(differing)
        made.append(_row(row, remarks, kinds))
    return Table(tuple(_(one) for one in _DUTIES), tuple(made), (60, 300, 200, 200, 150, 150, 100, 300))


def _remarks(row: MeasureRow, nobody: set[int], leaderless: set[int]) -> tuple[list[str], set[str]]:
    remarks, kinds = [], set[str]()
    if row.clause in nobody:
        remarks.append(_("nobody is named"))
        kinds |= {"nobody", "look"}
    if row.clause in leaderless:
        remarks.append(_("nobody leads"))
        kinds |= {"leaderless", "look"}
    for one in differences(row.duties.get("zh", ()), row.duties.get("en", ())):
        role = _(ROLE_WORDS[one.role])
        if one.missing:
            remarks.append(_(N_("{role}: the English lacks {names}"), role=role, names="、".join(one.missing)))
        if one.extra:
            remarks.append(_(N_("{role}: only the English has {names}"), role=role, names="; ".join(one.extra)))
        kinds |= {"differs", "look"}
    return remarks, kinds


def _row(row: MeasureRow, remarks: Sequence[str], kinds: set[str]) -> Row:
    side: Side = "zh" if "zh" in row.duties or not row.duties else "en"
    here: Side = "zh" if "zh" in row.text else "en"
    cells = [str(row.clause), " ".join(row.text.get(here, "").split())[:_TEXT]]
    cells += [_BETWEEN[side].join(row.bodies(side, role)) for role in ROLES]
    cells += [row.deadline.get(here, "") or str(row.year or ""), _(N_("; ")).join(remarks)]
    severity: Severity = "critical" if "differs" in kinds else "major" if "nobody" in kinds else "minor"
    return Row(
        tuple(cells), row.clause, here, row.text.get(here, ""), {_REMARK: severity} if remarks else {},
        frozenset(kinds), keys={0: row.clause, 6: row.year or 0},
    )  # fmt: skip


def matrix_table(rows: Sequence[MeasureRow]) -> Table:
    """Give the bodies down and the measures across, with the role of each."""
    whole = matrix(rows)
    clauses = sorted({clause for roles in whole.values() for clause in roles})
    columns = {clause: place for place, clause in enumerate(clauses, 2)}
    without = set(bodies_without_lead(rows))
    made = []
    for body, roles in whole.items():
        cells = [body, str(len(roles)), *("" for _clause in clauses)]
        for clause, role in roles.items():
            cells[columns[clause]] = _(ROLE_LETTERS[role])
        made.append(
            Row(
                tuple(cells),
                next(iter(roles), 0),
                words=body,
                marks={0: "minor"} if body in without else {},
                kinds=frozenset({"without", "look"}) if body in without else frozenset(),
                places={columns[clause]: clause for clause in roles},
                keys={1: len(roles)},
            )
        )
    headings = (_(N_("Body")), _(N_("Measures")), *map(str, clauses))
    return Table(headings, tuple(made), (220, 80, 40))


def letters() -> str:
    """Say what the letters of the matrix mean."""
    return "   ".join(f"{_(ROLE_LETTERS[role])} = {_(ROLE_WORDS[role])}" for role in ROLES)


def deadlines_table(rows: Sequence[MeasureRow]) -> Table:
    """Give what each body has to have done by when."""
    texts: dict[int, str] = {}
    for row in rows:
        if row.duties:
            texts.setdefault(row.clause, " ".join((row.text.get("zh") or row.text.get("en", "")).split())[:_TEXT])
    made = [
        Row(
            (one.body, str(one.year), _(ROLE_WORDS[one.role]), str(one.clause), texts.get(one.clause, "")),
            one.clause,
            words=one.body,
            keys={1: one.year, 3: one.clause},
        )
        for one in deadlines(rows)
    ]
    headings = (_(N_("Body")), _(N_("Year")), _(N_("Role")), _(N_("Clause")), _(N_("Measure")))
    return Table(headings, tuple(made), (220, 64, 110, 64, 400), 4)
