"""Document numbers whose form is damaged."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

# 〔2023〕34号 rendered piece by piece: `made [2023〕34number`, `[2023] 34`, `〔2023〕No.34`.
_NUMBER = re.compile(
    r"(?:(?<![A-Za-z])(?:made|sent|hair|issued)\s)?[〔\[［(（【](?P<year>(?:19|20)[0-9]{2})(?P<close>[〕\]］)）】])\s?"
    r"(?P<label>No\.?\s?|Number\s?)?(?P<number>[0-9]{1,4})(?P<word>\s?(?:numbers?|Number|No\.?|号))?(?![0-9])"
)


class ReferenceCorrupt(Rule):
    """A document number whose form is damaged.

    What it does: finds the year in brackets and the serial number of a document number rendered piece by piece.

    Why it is bad: the document can't be looked up.

    Example: `made [2023〕34number` -> `[2023] No. 34`.

    Source: GB/T 9704-2012, 7.2.5 for the Chinese form; the house style for the English one.
    """

    name = "reference.corrupt"
    severity = "major"
    mqm = "accuracy/mistranslation/entity"
    rank = 9

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        for found in _NUMBER.finditer(context.text(side)):
            sound = (
                found["close"] == "]" and found["label"] == "No. " and not found["word"] and found[0].startswith("[")
            )
            if sound or not (found["label"] or found["word"]):
                continue
            meant = f"[{found['year']}] No. {found['number']}"
            message = Message(N_("The document number is damaged; it should read “{meant}”."), {"meant": meant})
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
