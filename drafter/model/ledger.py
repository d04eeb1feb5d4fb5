"""A row of the ledger of figures: what a figure is about, how either side reads, and whether the two agree."""

from dataclasses import dataclass
from typing import Literal, get_args

from drafter.model.quantity import Quantity

Verdict = Literal["same", "differs", "missing", "extra", "unsure", ""]
"""What comes of holding the two sides against each other; "" where there is only one."""

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure of a review.

    Attributes:
        clause: id of the clause.
        zh: the figure in the Chinese, None where it is not there.
        en: the figure in the English, None where it is not there.
        verdict: whether the two agree.
        indicator: what it measures, in the text's own words.
        year: the year it holds for.
        region: the place it holds for.
        zh_line: line of the Chinese file, 0 where it came from none.
        en_line: line of the English file, likewise.
    """

    clause: int
    zh: Quantity | None
    en: Quantity | None
    verdict: Verdict
    indicator: str | None = None
    year: int | None = None
    region: str | None = None
    zh_line: int = 0
    en_line: int = 0

    @property
    def leading(self) -> Quantity:
        """The figure that the row is about: the Chinese one, else the English.

        Raises:
            ValueError: the row has no figure.
        """
        found = self.zh or self.en
        if found is None:
            raise ValueError("a row has a figure on one side at least")
        return found
