"""What the panel says of a clause: the concepts it bears, those it is likely about, and near misses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.i18n import _, language
from drafter.model import N_, Clause, Side, Span
from drafter.taxonomy import Taxonomy
from drafter.taxonomy.suggesting import Reason, Suggestion

Kind = Literal["tag", "suggestion", "miss"]
_WORDS = 3
_AGAINST = {
    "rejected": N_("You rejected it here."),
    "unwanted": N_("It was rejected in such words elsewhere."),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list.

    Attributes:
        kind: whether the clause bears the concept, is likely about it, or nearly is.
        notation: the concept.
        label: its code and its name.
        why: what speaks for it or against it, in words.
        confidence: how sure it is, 0 to 1; None where nobody reckoned that.
        rejected: whether a person rejected it here.
        reasons: what speaks for it.
    """

    kind: Kind
    notation: str
    label: str
    why: str
    confidence: float | None = None
    rejected: bool = False
    reasons: tuple[Reason, ...] = ()


def entries_of(
    tags: Sequence[str], suggestions: Sequence[Suggestion], taxonomy: Taxonomy, *, misses: bool
) -> list[Entry]:
    """Give the rows of a clause: its tags, what is suggested beside them, and near misses where they are asked for.

    Args:
        tags: what the clause bears.
        suggestions: what it is likely about, the surest first.
        taxonomy: names the concepts.
        misses: whether near misses are shown too.
    """
    known = {one.notation: one for one in suggestions}
    rows = [_entry("tag", tag, known.get(tag), taxonomy) for tag in tags]
    rest = [one for one in suggestions if one.notation not in tags]
    rows += [_entry("suggestion", one.notation, one, taxonomy) for one in rest if not one.against]
    if misses:
        rows += [_entry("miss", one.notation, one, taxonomy) for one in rest if one.against]
    return rows


def misses_of(tags: Sequence[str], suggestions: Sequence[Suggestion]) -> int:
    """Count the near misses."""
    return sum(bool(one.against) and one.notation not in tags for one in suggestions)


def _entry(kind: Kind, notation: str, suggestion: Suggestion | None, taxonomy: Taxonomy) -> Entry:
    label = f"{notation}  {taxonomy.known(notation).label[language()]}"
    if suggestion is None:
        return Entry(kind, notation, label, "")
    why = _against(suggestion, taxonomy) if kind == "miss" else _reasons(suggestion)
    return Entry(
        kind, notation, label, why, suggestion.confidence, suggestion.against == "rejected", suggestion.reasons
    )


def _reasons(suggestion: Suggestion) -> str:
    said = list(dict.fromkeys(_(N_("“{words}”"), words=one.words) for one in suggestion.reasons if one.start >= 0))
    heading = next((one.words for one in suggestion.reasons if one.ground == "heading" and one.words), "")
    parts = said[:_WORDS]
    if heading:
        parts.append(_(N_("the heading “{words}”"), words=heading))
    grounds = {one.ground for one in suggestion.reasons}
    if "paragraph" in grounds:
        parts.append(_("the rest of the paragraph"))
    if "learned" in grounds:
        parts.append(_("tags accepted before"))
    return _(N_(", ")).join(parts)


def _against(suggestion: Suggestion, taxonomy: Taxonomy) -> str:
    if suggestion.against == "rival":
        rival = f"{suggestion.rival} {taxonomy.known(suggestion.rival).label[language()]}"
        against = _(N_("“{rival}” has more to speak for it."), rival=rival)
    else:
        against = _(_AGAINST.get(suggestion.against, ""))
    said = _reasons(suggestion)
    return _(N_("{against} For it: {reasons}"), against=against, reasons=said) if said else against


def place_of(entry: Entry, clause: Clause) -> tuple[Side, Span] | None:
    """Give where in a clause the words stand that speak loudest for a concept; None where they stand elsewhere.

    Args:
        entry: the concept's row.
        clause: the clause, with its marks read away.
    """
    for reason in entry.reasons:
        if reason.start >= 0 and reason.words:
            start = clause.side(reason.side).text.casefold().find(reason.words.casefold())
            if start >= 0:
                return reason.side, Span(start, start + len(reason.words))
    return None
