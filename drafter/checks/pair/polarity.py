"""A prohibition, a negation or an exception lost or added."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.pair.coverage import akin_parts
from drafter.checks.rule import Rule
from drafter.language import polarity
from drafter.language.abreast import abreast, sentences
from drafter.language.tokens import holds_any
from drafter.model import N_, Certainty, Finding, Fix, Message, Side, Span

SURE_PAIRING = 0.6
"""Below this confidence the two sides of a clause are not compared."""

_ALSO_SAYS = 0.75
"""Below this confidence of the pairing only prohibitions are compared, not what merely denies."""


_LIFTED = re.compile("[不未无非没解][^，。；]{0,4}?(?:禁止|严禁)")
_STOP = re.compile(r"[.;!?](?=\s|\Z)")
_ORDERS = re.compile(r"\b(?:shall|must|may)\b", re.IGNORECASE)
_BESIDE = 60
"""English characters on either side of a part in which its negation may stand."""
_NEAR = 0
"""Chinese characters, likewise."""


class PairPolarity(Rule):
    """A prohibition, a negation or an exception lost or added.

    What it does: compares both sides sentence by sentence where they stand abreast: where the Chinese forbids (严禁,
    不得, 禁止) or denies (不能, 未经, 没有) and nothing in the English can carry it, or the English does and nothing in
    the Chinese; where 除……外 (except) is lost or reads “in addition to”.

    Why it is bad: the reader does what is forbidden, or leaves what is ordered.

    Example: 严禁新增产能 -> `add capacity`; 除应急车辆外 -> `in addition to emergency vehicles` (meant `except for`).

    Source: MQM, accuracy/mistranslation.
    """

    name = "pair.polarity"
    mqm = "accuracy/mistranslation"
    severity = "critical"
    rank = 64
    independent = True

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        told: list[Span] = []
        for finding in self._look(context, side):
            if not any(finding.span.overlaps(one) for one in told):
                told.append(finding.span)
                yield finding

    def _look(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """Look in every way; several may find the same."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        zh, en = context.text("zh"), context.text(side)
        if not _worth_it(zh, en):
            return
        included = list(polarity.exceptions_told_as_additions(zh, en))
        for span, source in included:
            rest = en[span.start + len("in addition to") : span.end]
            words = "Except for" if en[span.start].isupper() else "except for"
            message = Message(
                N_("The Chinese excepts: “{source}”; the English includes."), {"source": zh[slice(*source)]}
            )
            fix = Fix(words + rest, "suggested")
            yield self.finding(context, side, span, message, fix=fix, counterpart=source)
        told = bool(included)
        pairs = abreast(zh, en)
        odd = [ours for ours, theirs in pairs if _one_denies(zh[slice(*ours)], en[slice(*theirs)])]
        for ours, theirs in pairs:
            if len(pairs) == 1 or not odd or odd == [ours]:
                yield from self._compare(context, ours, theirs, excepts=not told)
        if context.clause.confidence >= _ALSO_SAYS and (_denied(zh) or any(polarity.denying(en)) or _forbids(en)):
            yield from self._by_part(context, zh, en)

    def _by_part(self, context: ClauseContext, zh: str, en: str) -> Iterator[Finding]:
        """Compare the parts of sentences that surely say the same; what stands beside them may deny for them."""
        for ours, theirs in akin_parts(zh, en):
            own, other = zh[slice(*ours)], en[slice(*theirs)]
            denied = [*polarity.prohibitions(own), *polarity.denials(own)]
            if denied and not polarity.carries_denial(other):
                before, behind = (
                    en[max(0, theirs.start - _BESIDE) : theirs.start],
                    en[theirs.end : theirs.end + _BESIDE],
                )
                beside = _STOP.split(before)[-1] + " " + _STOP.split(behind)[0]
                whole = polarity.prohibitions(own) and _ORDERS.search(other)  # says by itself what is to be done
                if whole or not polarity.carries_prohibition(beside):
                    place = Span(ours.start + denied[0].start, ours.start + denied[0].end)
                    values = {"source": zh[slice(*place)]}
                    message = Message(N_("The Chinese denies: “{source}”; the English does not."), values)
                    yield self.finding(
                        context, "en", _trimmed(en, theirs), message, counterpart=place, certainty="likely"
                    )
            elif not denied and not polarity.can_deny(zh[max(0, ours.start - _NEAR) : ours.end + _NEAR]):
                for span in [*polarity.forbidding(other), *polarity.denying(other)]:
                    words = N_("“{text}” denies; nothing in the Chinese does.")
                    yield self._added(context, theirs, span, words, certainty="likely")
                    return

    def _compare(self, context: ClauseContext, ours: Span, theirs: Span, *, excepts: bool) -> Iterator[Finding]:
        """Compare a Chinese sentence with its English."""
        zh, en = context.text("zh")[slice(*ours)], context.text("en")[slice(*theirs)]
        if turned := self._turned(context, ours, theirs):
            yield turned
            return
        forbids = polarity.prohibitions(zh)
        added = next(self._bans_changed(zh, en, lifts=bool(forbids)), None)
        if added:
            yield self._added(context, theirs, *added)
            return
        if context.clause.confidence < _ALSO_SAYS:
            return
        denied = polarity.denials(zh)
        if denied and not forbids and not polarity.carries_denial(en):
            yield self._lost(
                context, ours, theirs, denied[0], N_("The Chinese denies: “{source}”; the English does not.")
            )
        elif span := next(polarity.denying(en), None):
            if not polarity.can_deny(zh):
                yield self._added(context, theirs, span, N_("“{text}” denies; nothing in the Chinese does."))
                return
            if context.suspects and not polarity.negates(zh):
                words = N_("“{text}” denies; nothing in the Chinese plainly does.")
                yield self._added(context, theirs, span, words, certainty="faint")
        if excepts:
            yield from self._exceptions(context, ours, theirs)

    @staticmethod
    def _bans_changed(zh: str, en: str, *, lifts: bool) -> Iterator[tuple[Span, str]]:
        """Give the English that lifts what the Chinese forbids, or forbids what it does not."""
        if lifts and not _LIFTED.search(zh):
            for span in (*polarity.lifting(en), *polarity.permitting(zh, en)):
                yield span, N_("“{text}” permits what the Chinese forbids.")
        if not polarity.negates(zh):
            for span in polarity.forbidding(en):
                yield span, N_("“{text}” forbids; nothing in the Chinese does.")

    def _exceptions(self, context: ClauseContext, ours: Span, theirs: Span) -> Iterator[Finding]:
        """Compare what a Chinese sentence and its English except."""
        zh, en = context.text("zh")[slice(*ours)], context.text("en")[slice(*theirs)]
        left_out = polarity.exceptions(zh)
        if left_out and not polarity.carries_exception(en):
            yield self._lost(
                context, ours, theirs, left_out[0], N_("The Chinese excepts: “{source}”; the English does not.")
            )
        elif not polarity.can_except(zh):
            for span in polarity.excepting(en):
                yield self._added(context, theirs, span, N_("“{text}” excepts; nothing in the Chinese does."))
                return

    def _turned(self, context: ClauseContext, ours: Span, theirs: Span) -> Finding | None:
        """Tell of a prohibition that is lost, also beside a condition that denies, and of such a condition added."""
        zh, en = context.text("zh")[slice(*ours)], context.text("en")[slice(*theirs)]
        if lost := polarity.lost_prohibition(zh, en):
            words = N_("The Chinese forbids: “{source}”; the English does not.")
            return self._lost(context, ours, theirs, lost, words)
        if lost := polarity.lost_condition(zh, en):
            words = N_("The Chinese denies: “{source}”; the English does not.")
            return self._lost(context, ours, theirs, lost, words)
        if odd := polarity.denied_condition(zh, en):
            return self._added(context, theirs, odd, N_("“{text}” denies; nothing in the Chinese does."))
        return None

    def _lost(self, context: ClauseContext, ours: Span, theirs: Span, source: Span, words: str) -> Finding:
        """Tell of what the English lacks, at the sentence that should have it."""
        zh, en = context.text("zh"), context.text("en")
        said = sentences(en[slice(*theirs)], "en") or [Span(0, theirs.end - theirs.start)]
        share = source.start / max(1, ours.end - ours.start)
        span = said[min(len(said) - 1, int(share * len(said)))]
        place = Span(ours.start + source.start, ours.start + source.end)
        message = Message(words, {"source": zh[slice(*place)]})
        where = Span(theirs.start + span[0], theirs.start + span[1])
        return self.finding(context, "en", where, message, counterpart=place)

    def _added(
        self, context: ClauseContext, theirs: Span, span: Span, words: str, certainty: Certainty = "sure"
    ) -> Finding:
        place = Span(theirs.start + span.start, theirs.start + span.end)
        message = Message(words, {"text": context.text("en")[slice(*place)]})
        return self.finding(context, "en", place, message, certainty=certainty)


def _trimmed(text: str, span: Span) -> Span:
    """Give a stretch without the blanks at its ends."""
    words = text[slice(*span)]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _one_denies(zh: str, en: str) -> bool:
    """Whether only one side of a sentence denies: where two do, the translator may have changed their order."""
    told = any(polarity.denying(en)) or _forbids(en)
    return not (told or polarity.carries_prohibition(en)) if _denied(zh) else told


def _denied(zh: str) -> bool:
    return bool(polarity.denials(zh) or polarity.prohibitions(zh))


def _forbids(en: str) -> bool:
    return any(polarity.forbidding(en))


def _worth_it(zh: str, en: str) -> bool:
    """Whether either side may forbid, deny or except at all, by a look at its letters."""
    return _MAY_DENY_ZH.search(zh) is not None or holds_any(en, _MAY_DENY_EN)


_MAY_DENY_ZH = re.compile(
    "严禁|禁止|禁[燃放烧用入烟]|取缔|杜绝|不[得准许再能会应可要需必宜予属纳包适具符存同参支允愿想是接受收承]|决不|绝不|没有|未[能经按达获完取通列纳安办]|无法|尚未|从未|并[非未]|毫[不无]|除"
)
_MAY_DENY_EN = ("not", "n’t", "n't", "never", "no longer", "prohibit", "forbid", "banned", "xcept", "nless")
