"""Changes as the rows of the panel: who, when, what in plain words, and what it took out and put in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Final, TypeVar

from drafter.gui.history.when import when
from drafter.gui.history.words import Happened, what, why
from drafter.i18n import _, ngettext
from drafter.model import N_, Revision, Side
from drafter.project.marking import unpacked_marking
from drafter.review import Changed, Difference, Past
from drafter.taxonomy import Taxonomy

Kept = TypeVar("Kept", bound=Happened)
_AROUND: Final = 24  # characters of what was kept that stand beside a change
_GONE: Final = 60  # characters at either end of what was taken out
_CUT: Final = " … "


@dataclass(frozen=True, slots=True)
class Entry:
    """A row.

    Attributes:
        clause: id of the clause it leads to.
        what: what was changed; of a clause's own row its number.
        heading: who did it, and when; of a clause's own row how its text begins.
        side: the side, where it is about one.
        diff: what was kept, taken out and put in.
        reason: why, in the reviewer's or the program's words.
        revision: number of the change, 0 for the text as loaded; None where the row is no single change.
        groups: whether it is a clause's own row, above its changes.
    """

    clause: int
    what: str
    heading: str = ""
    side: Side | None = None
    diff: tuple[Difference, ...] = ()
    reason: str = ""
    revision: int | None = None
    groups: bool = False

    @property
    def holds_text(self) -> bool:
        """Whether the clause's text was set then, so that it can go back there."""
        return self.revision == 0 or (self.revision is not None and self.side is not None)


def entries_of(clause: int, past: Sequence[Past], taxonomy: Taxonomy) -> list[Entry]:
    """Give the changes of a clause as rows, newest first; below them the text as loaded.

    Args:
        clause: the clause.
        past: its changes, oldest first.
        taxonomy: names the concepts of tags.
    """
    told = without_carried([one.revision for one in past])
    rows = [
        Entry(
            clause,
            what(one.revision, taxonomy, one.revision.turn),
            _heading([one.revision.author], one.revision.time),
            one.revision.side if one.revision.kind == "text" else None,
            one.diff,
            why(one.revision.reason),
            one.revision.number,
        )
        for one in reversed(past)
        if one.revision in told
    ]
    if any(one.revision.kind == "text" for one in past):
        rows.append(Entry(clause, _("The text as loaded"), revision=0))
    return rows


def entries_since(changes: Iterable[Changed], begins: Mapping[int, str], taxonomy: Taxonomy) -> list[Entry]:
    """Give what changed since some moment as rows, clause by clause in the order of the text.

    Args:
        changes: what changed.
        begins: how the text of every clause begins, by its id, in order; what changed in others is left out.
        taxonomy: names the concepts of tags.
    """
    by_clause: dict[int, list[Changed]] = {}
    for one in changes:
        by_clause.setdefault(one.clause, []).append(one)
    rows: list[Entry] = []
    told = {clause: without_carried(ones) for clause, ones in by_clause.items()}
    for clause in begins:
        if not told.get(clause):
            continue
        rows.append(Entry(clause, _("Clause {number}", number=clause), begins[clause], groups=True))
        for one in told[clause]:
            last = one.revisions[-1]
            said = what(one, taxonomy)
            if len(one.revisions) > 1:
                times = ngettext("{n} change", "{n} changes", len(one.revisions))
                said = _(N_("{what} ({times})"), what=said, times=times)
            rows.append(
                Entry(
                    clause,
                    said,
                    _heading([made.author for made in one.revisions], last.time),
                    one.side if one.kind == "text" else None,
                    one.diff,
                    why(last.reason),
                )
            )
    return rows


def shortened(diff: Sequence[Difference]) -> tuple[Difference, ...]:
    """Leave out most of what was kept, and the midst of much that was taken out: the changes are seen at once."""
    found: list[Difference] = []
    last = len(diff) - 1
    for place, one in enumerate(diff):
        around = {"equal": _AROUND, "delete": _GONE, "insert": len(one.text)}[one.kind]
        head = _head(one.text, around) if place > 0 or one.kind != "equal" else ""
        tail = _tail(one.text, around) if place < last or one.kind != "equal" else ""
        if len(head) + len(tail) + len(_CUT) < len(one.text):
            cut = f"{head}{_CUT}{tail}"
            found.append(Difference(one.kind, cut if head and tail else cut.rstrip() if head else cut.lstrip()))
        else:
            found.append(one)
    return tuple(found)


def _head(text: str, most: int) -> str:
    """Give the beginning of a text, cut between words."""
    head = text[:most]
    whole, space, _part = head.rpartition(" ")
    return whole if space and text[most : most + 1].strip() else head.rstrip()


def _tail(text: str, most: int) -> str:
    """Give the end of a text, cut between words."""
    tail = text[-most:]
    _part, space, whole = tail.partition(" ")
    return whole if space and text[-most - 1 : -most].strip() else tail.lstrip()


def spoken(entry: Entry) -> str:
    """Give a row in words, for whoever listens."""
    parts = [entry.what, entry.heading]
    for one in entry.diff:
        if one.kind == "delete":
            parts.append(_("taken out: “{text}”", text=one.text))
        elif one.kind == "insert":
            parts.append(_("put in: “{text}”", text=one.text))
    return _(N_("; ")).join(part for part in [*parts, entry.reason] if part)


def tip(entry: Entry) -> str:
    """Give the tooltip of a row."""
    marks = {"equal": "{}", "delete": "<s>{}</s>", "insert": "<u>{}</u>"}
    diff = "".join(marks[one.kind].format(escape(one.text)) for one in entry.diff)
    lines = [f"<b>{escape(entry.what)}</b>", escape(entry.heading), diff, escape(entry.reason)]
    return "".join(f"<p style='margin:2px 0'>{line}</p>" for line in lines if line)


def without_carried(changes: Sequence[Kept]) -> list[Kept]:
    """Leave out what an edit only carried along: what was decided stays decided, and a finding follows its words."""
    decided: dict[tuple[str, str], Counter[str]] = {}
    for one in changes:
        if one.kind == "decision":
            decided.setdefault(_step(one), Counter())[f"{one.before}>{one.after}"] += 1
    return [one for one in changes if not _is_carried(one, decided)]


def _step(one: Happened) -> tuple[str, str]:
    """Give what two decisions must share for one to stand in for the other: the rule, and the step they belong to."""
    group = str(one.group) if isinstance(one, Revision) else ""
    return group, one.key.partition("|")[0]


def _is_carried(one: Happened, decided: Mapping[tuple[str, str], Counter[str]]) -> bool:
    if one.kind == "decision":
        return decided[_step(one)][f"{one.after}>{one.before}"] > 0
    if one.kind == "finding" and one.before and one.after:
        try:
            before, after = unpacked_marking(one.before), unpacked_marking(one.after)
        except ValueError:
            return False
        return replace(before, span=after.span) == after
    return False


def _heading(authors: Iterable[str], time: str) -> str:
    names = [name or _("Somebody") for name in dict.fromkeys(authors)]
    return " · ".join(part for part in (_(N_(", ")).join(names), when(time)) if part)
