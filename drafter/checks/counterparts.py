"""Which figure of one side says which of the other."""

from drafter.checks.number.compare import compare
from drafter.model import Side, Span


def counterparts(zh: str, en: str, side: Side) -> dict[Span, str]:
    """Give, for each figure of a side that has one, the words of its counterpart.

    Args:
        zh: the Chinese of a clause.
        en: its English.
        side: whose figures are asked for.
    """
    if not zh or not en:
        return {}
    found = compare(zh, en)
    pairs = [*found.matched, *found.differing]
    ours, theirs = (0, 1) if side == "zh" else (1, 0)
    return {pair[ours].quantity.span: pair[theirs].quantity.text for pair in pairs}
