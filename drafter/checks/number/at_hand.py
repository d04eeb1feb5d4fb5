"""Whether an English finding about figures is for somebody else, since the Chinese is at hand."""

from collections.abc import Mapping

from drafter.checks.number.compared import SURE_PAIRING
from drafter.model import Clause, Finding


def source_at_hand(finding: Finding, clauses: Mapping[int, Clause]) -> bool:
    """Tell whether an English finding stands beside Chinese text, which settles it.

    Where the English figures are those of the Chinese, the fault is the Chinese text's, which is looked at by itself;
    where they are others, that is what is reported.

    Args:
        finding: the finding.
        clauses: all clauses of the document.
    """
    if finding.side == "zh":
        return False
    ids = [finding.clause, *(mention.clause for mention in finding.elsewhere)]
    here = [clauses[id_] for id_ in ids if id_ in clauses]
    return any(clause.zh.text.strip() and clause.confidence >= SURE_PAIRING for clause in here)
