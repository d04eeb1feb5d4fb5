"""The history followed backwards: from what stands to what stood before."""

from collections.abc import Iterable, Sequence

from drafter.model import Clause, Revision
from drafter.project.arrangement import rearranged, unpacked


def taken_back(clauses: Sequence[Clause], revisions: Iterable[Revision]) -> list[Clause]:
    """Give the clauses as they stood before some changes.

    Args:
        clauses: all clauses in order, as the changes left them.
        revisions: the last changes of the history, oldest first.

    Raises:
        ValueError: the changes did not lead to these clauses.
    """
    current = list(clauses)
    places = {clause.id: index for index, clause in enumerate(current)}
    for revision in reversed(list(revisions)):
        if revision.kind == "pairing":
            before, after = unpacked(revision.before), unpacked(revision.after)
            for index, clause in after:
                if index >= len(current) or current[index] != clause:
                    raise ValueError("pairing")
            current = rearranged(current, after, before)
            places = {clause.id: index for index, clause in enumerate(current)}
            continue
        if revision.clause not in places:
            raise ValueError("clause")
        if revision.kind == "text":
            index = places[revision.clause]
            if current[index].side(revision.side).text != revision.after:
                raise ValueError("text")
            current[index] = current[index].with_text(revision.side, revision.before)
    return current
