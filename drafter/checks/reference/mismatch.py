"""References that differ from their source."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compared import Compared
from drafter.language.references import Reference, references
from drafter.model import Finding, Fix, Message, Side


class ReferenceMismatch(Compared):
    """A document, standard or article that differs from its source's.

    What it does: compares the document numbers, the standards with their years, and the articles of laws that both
    sides name, and reports the one that has no like on the other side.

    Why it is bad: the reader looks up another rule than the one that binds.

    Example: GB 3095—2012 -> `GB 3096-2012` (meant `GB 3095-2012`).

    Source: MQM, accuracy/mistranslation/entity; GB/T 1.1-2020 for the numbers of standards.
    """

    name = "reference.mismatch"
    digits = True
    mqm = "accuracy/mistranslation/entity"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        zh, en = context.text("zh"), context.text(side)
        targets = references(en, "en")
        if not targets:
            return
        sources = list(references(zh, "zh"))
        left = []
        for target in targets:
            same = next((source for source in sources if _same(source, target)), None)
            if same:
                sources.remove(same)
            elif not any(_same(source, target) for source in references(zh, "zh")):
                left.append(target)
        for target in left:
            alike = [source for source in sources if source.kind == target.kind]
            if not alike:
                continue
            source = max(
                alike,
                key=lambda one: (one.series == target.series, one.number == target.number, one.year == target.year),
            )
            sources.remove(source)
            meant = _written(source, en[target.span.start : target.span.end])
            values = {
                "source": zh[source.span.start : source.span.end],
                "target": en[target.span.start : target.span.end],
                "meant": meant,
            }
            yield self.finding(
                context, side, target.span, Message(self.said, values),
                fix=Fix(meant, "suggested"), counterpart=source.span,
            )  # fmt: skip


def _same(source: Reference, target: Reference) -> bool:
    """Whether two references name the same; a year or a /T that only one of them says makes no difference."""
    return (
        source.kind == target.kind
        and source.number == target.number
        and source.series.partition("/")[0] == target.series.partition("/")[0]
        and (source.year == target.year or None in (source.year, target.year))
    )


def _written(source: Reference, shape: str) -> str:
    """The source's reference in the shape of the English one."""
    if source.kind == "article":
        return re.sub("[0-9]+", source.number, shape)
    if source.kind == "document":
        year = re.search(r"(?:19|20)[0-9]{2}", shape)
        if year and shape.startswith("N"):
            return re.sub(r"(?<=[0-9\s.])[0-9]{1,4}(?=\s?[\[(〔])", source.number, shape, count=1).replace(
                year[0], str(source.year)
            )
        return f"[{source.year}] No. {source.number}"
    return f"{source.series} {source.number}" + (f"-{source.year}" if source.year else "")
