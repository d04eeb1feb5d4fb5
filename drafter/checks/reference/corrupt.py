"""Document numbers whose form is damaged."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

# 〔2023〕34号 rendered piece by piece: `made [2023〕34number`, `[2023] 34`, `〔2023〕No.34`.
_NUMBER = re.compile(
    r"(?:(?<![A-Za-z])(?i:made|sent|hair|issued)\s)?[〔\[［(（【](?P<year>(?:19|20)[0-9]{2})(?P<close>[〕\]］)）】])\s?"
    r"(?P<label>No\.?\s?|Number\s?)?(?P<number>[0-9]{1,4})(?P<word>\s?(?:[Nn]umber(?!s)|No\.?|号))?(?![0-9])"
)


# GB 3095—2012, its dash read as a figure, or scraps of 年 and 号 behind it: `GB3095One2012`, `GB 3095-2012Year number`.
_STANDARD = re.compile(
    r"""
    (?<![A-Za-z])(?P<kind>GB|HJ|DB[0-9]{0,4}|CJ|JT|AQ|NY|SL|QB)(?P<tee>/T)?\s?(?P<number>[0-9]{2,6}(?:\.[0-9]{1,3})?)
    (?P<dash>\s?(?:One|one|a|A|—|–|-|--|——)\s?)(?P<year>(?:19|20)[0-9]{2})(?P<scrap>\s?[Yy]ear(?:\s?numbers?)?|\s?numbers?)?
    (?![0-9A-Za-z])
    """,
    re.VERBOSE,
)


# A cheap look before the dear ones.
_SERIES = re.compile(r"[A-Z]{2}[0-9]{0,4}(?:/T)?\s?[0-9]")
_YEAR = re.compile(r"[〔\[［(（【](?:19|20)[0-9]{2}[〕\]］)）】]")


class ReferenceCorrupt(Rule):
    """A document number whose form is damaged.

    What it does: finds the year in brackets and the serial number of a document number rendered piece by piece, and
    standards whose dash became a word or that end in scraps of 年 and 号.

    Why it is bad: the document can't be looked up.

    Example: `made [2023〕34number` -> `[2023] No. 34`.

    Source: GB/T 9704-2012, 7.2.5 for the Chinese form; the house style for the English one.
    """

    name = "reference.corrupt"
    digits = True
    severity = "major"
    mqm = "accuracy/mistranslation/entity"
    rank = 9

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        for found in _STANDARD.finditer(text) if _SERIES.search(text) else ():
            if found["scrap"] or found["dash"].strip().isalpha():
                meant = f"{found['kind']}{found['tee'] or ''} {found['number']}-{found['year']}"
                yield self._damaged(context, side, found, meant)
        for found in _NUMBER.finditer(text) if _YEAR.search(text) else ():
            sound = (
                found["close"] == "]" and found["label"] == "No. " and not found["word"] and found[0].startswith("[")
            )
            if sound or not (found["label"] or found["word"]):
                continue
            meant = f"[{found['year']}] No. {found['number']}"
            if found[0].lower().startswith("hair"):
                meant = f"Fa {meant}"  # 发, which closes an issuing body's short name, read as hair
            yield self._damaged(context, side, found, meant)

    def _damaged(self, context: ClauseContext, side: Side, found: re.Match[str], meant: str) -> Finding:
        message = Message(N_("The document number is damaged; it should read “{meant}”."), {"meant": meant})
        return self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
