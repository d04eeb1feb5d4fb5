"""Clauses sent out to whoever translates, and what comes back, held against the review before anything is taken over.

The pack shows of each clause the source, the translation as loaded and as corrected, and what is wrong with it by error
type, so that it serves as teaching material too. What comes back is known by the clause's number and by what the texts
were when they were sent: where either text is another one by now, nothing is taken over and a sentence says so.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, Literal, get_args

from drafter.exports.characters import legal
from drafter.exports.pack import Check, PackError, PackRow, write_pack
from drafter.language.marks import plain
from drafter.model import N_, SEVERITIES, Clause, DrafterError, Message, Side
from drafter.review.changes import storable
from drafter.review.marked import unmarked_snapshot
from drafter.review.original import target_side
from drafter.review.quality import error_types
from drafter.review.returned import Returned, read_returned
from drafter.review.session import ReviewSession

Wanted = Literal["changed", "failed", "open", "all"]
"""Clauses that differ from the text as loaded; with an open finding at `FAILED` or above; not reviewed yet, those among
them that a new version of a file changed; all."""

WANTED: Final[tuple[Wanted, ...]] = get_args(Wanted)
_ALIKE: Final = 0.7
"""How like a text its two halves are at least, put together again."""

FAILED: Final = "major"
_NOT_REVIEWED: Final = ("initial", "translated")


def send_out(session: ReviewSession, path: Path, wanted: Collection[Wanted] = ("changed", "failed", "open")) -> int:
    """Write clauses to a pack; see `PACK_ENDINGS` for its kinds.

    Args:
        session: the review.
        path: where to.
        wanted: which clauses: those that are any of these.

    Returns:
        How many.

    Raises:
        DrafterError: there are none, or the file can't be written.
    """
    target = _target(session)
    snapshot = unmarked_snapshot(session.snapshot()) if session.marked else session.snapshot()
    types = error_types()
    errors: dict[int, list[PackError]] = defaultdict(list)
    for one in snapshot.findings:
        errors[one.clause].append(
            PackError(one.rule, types.get(one.rule, one.rule), one.severity, one.text, one.message)
        )
    tests: Mapping[Wanted, Callable[[Clause], bool]] = {
        "all": lambda _clause: True,
        "changed": lambda clause: any(one.text != one.original for one in (clause.zh, clause.en)),
        "failed": lambda clause: any(_is_bad(one) for one in errors[clause.id]),
        "open": lambda clause: session.state(clause.id) in _NOT_REVIEWED,
    }
    rows = [
        _row(clause, session, target, errors[clause.id])
        for clause in snapshot.clauses
        if (clause.zh.text.strip() or clause.en.text.strip()) and any(tests[one](clause) for one in wanted)
    ]
    if not rows:
        raise DrafterError(N_("There is nothing to send out: no clause is as asked for."))
    write_pack(rows, target, path)
    return len(rows)


def _is_bad(error: PackError) -> bool:
    return SEVERITIES.index(error.severity) >= SEVERITIES.index(FAILED)


def _row(clause: Clause, session: ReviewSession, target: Side, errors: Sequence[PackError]) -> PackRow:
    here = clause.side(target)
    source = clause.side("zh" if target == "en" else "en").text
    return PackRow(clause.id, session.state(clause.id), source, here.original, here.text, tuple(errors))


def _target(session: ReviewSession) -> Side:
    return target_side(session) or "en"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A text that came back changed.

    Attributes:
        clause: the clause.
        side: the side.
        before: the text as it is.
        after: the text that came back.
        author: who changed it, "" where the file doesn't tell.
    """

    clause: int
    side: Side
    before: str
    after: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a pack that came back brings.

    Attributes:
        proposed: the differences, in the order of the clauses.
        said: what can't be taken over and why, a sentence each.
        same: how many clauses came back as they are.
    """

    proposed: tuple[Proposed, ...]
    said: tuple[Message, ...]
    same: int = 0


def take_back(session: ReviewSession, path: Path) -> TakenBack:
    """Hold a pack that came back against the review; nothing is changed.

    Raises:
        DrafterError: it can't be read, or is none.
    """
    side = _target(session)
    rows = read_returned(path, side)
    said = [*_missing(rows)]
    proposed: dict[int, Proposed] = {}
    same = 0
    by_clause: dict[int, list[Returned]] = defaultdict(list)
    behind: dict[int, list[Returned]] = defaultdict(list)  # rows that nothing is known of, by the clause above them
    last: int | None = None
    for row in rows:
        if row.clause is None or (row.check is None and not row.loose):
            said.append(Message(N_("Row {row} has lost the mark by which its clause is known."), {"row": row.place}))
            if last is not None:
                behind[last].append(row)
        else:
            last = row.clause
            by_clause[last].append(row)
    clauses = {clause.id: clause for clause in session.clauses}
    for id_ in sorted(by_clause):
        refused = _refusal(session, clauses.get(id_), by_clause[id_], side)
        if refused is not None:
            said.append(refused)
            continue
        before, after = clauses[id_].side(side).text, by_clause[id_][0].target
        if _reads_same(_bare(session, before), after):
            same += 1
        elif _is_cut(_bare(session, before), after, behind[id_]):
            said.append(
                Message(
                    N_("Row {row} is the rest of clause {clause}: join the two rows, and take the file back again."),
                    {"row": behind[id_][0].place, "clause": id_},
                )
            )
        elif session.is_locked(id_):
            said.append(Message(N_("Clause {clause} is finished: reopen it before you change it."), {"clause": id_}))
        else:
            text = storable(legal(after)).strip()
            proposed[id_] = Proposed(id_, side, _bare(session, before), text, by_clause[id_][0].author)
    order = (proposed[clause.id] for clause in session.clauses if clause.id in proposed)
    return TakenBack(tuple(order), tuple(said), same)


def _is_cut(before: str, after: str, behind: Sequence[Returned]) -> bool:
    """Whether somebody cut a row in two: with what stands below it a text is nearer to what it was."""
    rest = " ".join(row.target for row in behind)
    if not rest.strip() or len(after) >= len(before):
        return False
    alone, joined = (SequenceMatcher(None, before, text, autojunk=False) for text in (after, f"{after} {rest}"))
    return joined.ratio() > max(alone.ratio(), _ALIKE)


def take_over(session: ReviewSession, proposed: Iterable[Proposed], author: str, reason: str = "") -> tuple[int, ...]:
    """Enter proposed texts into the review, each a change of its own in the name of whoever made it.

    What the file tells of its author goes before what is told here.

    Args:
        session: the review.
        proposed: the texts.
        author: who made them.
        reason: why; the name of the pack, say.

    Returns:
        The clauses that changed.

    Raises:
        DrafterError: a clause is finished by now, or its text is another one.
    """
    changed = []
    own = session.author
    try:
        for one in proposed:
            session.author = one.author or author
            if _bare(session, session.clause(one.clause).side(one.side).text) != one.before:
                raise DrafterError(_CHANGED_HERE, clause=one.clause)
            if session.edit(one.clause, one.side, one.after, reason):
                changed.append(one.clause)
    finally:
        session.author = own
    return tuple(changed)


_CHANGED_HERE: Final = N_("The translation of clause {clause} was changed here since it was sent: compare by hand.")


def _bare(session: ReviewSession, text: str) -> str:
    return plain(text) if session.marked else text


def _reads_same(here: str, returned: str) -> bool:
    """Whether a text came back as it is; some tools write line ends as blanks."""
    one, other = (storable(legal(text)).strip() for text in (here, returned))
    return one == other or one.replace("\n", " ") == other.replace("\n", " ")


def _missing(rows: Sequence[Returned]) -> Iterator[Message]:
    """Tell which rows of the pack did not come back."""
    total = max((row.total for row in rows), default=0)
    lost = sorted(set(range(1, total + 1)) - {row.row for row in rows}) if total <= _MOST else []
    if lost:
        numbers = ", ".join(map(str, lost[:_SHOWN])) + (" …" if len(lost) > _SHOWN else "")
        yield Message(
            N_("Of the {total} rows of the pack {count} did not come back: {rows}."),
            {"total": total, "count": len(lost), "rows": numbers},
        )


_MOST: Final = 1_000_000
_SHOWN: Final = 20


def _refusal(session: ReviewSession, clause: Clause | None, rows: Sequence[Returned], side: Side) -> Message | None:
    """Say why what came back for a clause can't be taken over; None where it can."""
    first = rows[0]
    values: dict[str, object] = {"clause": first.clause, "row": first.place}
    if clause is None:
        return Message(N_("Row {row}: this review has no clause {clause}."), values)
    if not all(row.whole for row in rows):
        return Message(N_("Clause {clause} was cut into pieces: join them in the tool that cut them."), values)
    if len({(row.target, row.check) for row in rows}) > 1:
        return Message(
            N_("Clause {clause} came back {count} times with different texts: keep one of the rows."),
            {**values, "count": len(rows)},
        )
    source = _bare(session, clause.side("zh" if side == "en" else "en").text)
    own = Check.of(clause.id, source, _bare(session, clause.side(side).text))
    sent = first.check or own
    if Check.of(clause.id, first.source, "").source != sent.source:
        return Message(N_("Row {row}: the source of clause {clause} is not the one that was sent."), values)
    if own.source != sent.source:
        return Message(N_("The source of clause {clause} was changed here since it was sent: send it again."), values)
    if own.target != sent.target:
        same = _reads_same(_bare(session, clause.side(side).text), first.target)
        return None if same else Message(_CHANGED_HERE, values)
    if not first.target.strip() and clause.side(side).text.strip():
        return Message(N_("Clause {clause} came back without a text."), values)
    return None
