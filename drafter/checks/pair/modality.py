"""The force of a duty changed: shall for may, may for shall, encouragement, striving, in principle, gradually."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language import polarity
from drafter.language.abreast import abreast
from drafter.language.modality import Force, Word, can_be, words_in
from drafter.language.tokens import holds_any
from drafter.model import N_, Finding, Fix, Message, Side, Span

SURE_PAIRING = 0.7
"""Below this confidence the two sides of a clause are not compared."""

# Without one of these on its side nothing can differ.
_MAY_HOLD_ZH = re.compile("可以|允许|有权|可[自根结由向在按依]|鼓励|力争|原则上|逐步|分步|渐进")
_MAY_HOLD_EN = (
    " may ", " might ", "allowed", "permitted", "optional", "liberty", "encouraged", "strive", "endeavo", "try to",
    "tries to", "attempt", "seek", "in principle", "gradually", "step by step", "progressively", "phased",
    "incrementally", "May ",
)  # fmt: skip
# The words by which a sentence of a plan binds; "should" and "is to" say too little to be held against it.
_BINDS = re.compile(
    r"(?:shall|must|(?:is|are|be) (?:\w+ly )?(?:required|obliged|obligated|mandated) to|ha(?:s|ve) to)", re.IGNORECASE
)
_LEAVES = re.compile(r"may|might|(?:is|are|be) (?:allowed|permitted|free)|optional(?:ly)?|at liberty", re.IGNORECASE)
# Nobody may, only who is registered may: no leave, but a ban.
_BANS = re.compile(
    r"(?<!with )(?<!has )(?<!have )\b(?:no|none|nobody|neither|nor|only|hardly|not until)\b[^,.;:]*\Z", re.IGNORECASE
)
_BAN_REACH = 90
_HELPS = re.compile(rf"{_BINDS.pattern}|should|(?:is|are|be) to", re.IGNORECASE)
# What turns a verb round, or stands between it and its helper, so that no word may be put there.
_TURNED_BEHIND = re.compile(r"\s+(?:not|never|neither|no|only|hardly)\b", re.IGNORECASE)
_PASSIVE_BEHIND = re.compile(r"\s+(?:\w+ly\s+)?be\b", re.IGNORECASE)
_TURNED_BEFORE = re.compile(r"\b(?:not|never|no longer)\s+(?:\w+ly\s+)?(?:be\s+)?\Z", re.IGNORECASE)
_CAN = re.compile(
    r"\b(?:can|could|able|allow\w*|permit\w*|let|lets|free|eligible|option\w*|entitl\w*|right)\b", re.IGNORECASE
)
_ENCOURAGED = re.compile(r"\b(?:(?:is|are|be) )?encouraged to\b", re.IGNORECASE)
_STRIVES = re.compile(r"\b(?:strives?|endeavou?rs?|tr(?:y|ies)|attempts?|seeks?) to\b", re.IGNORECASE)
_PRINCIPLE = re.compile(r"\bin principle\b", re.IGNORECASE)
_GRADUAL = re.compile(r"\b(?:gradually|step by step|progressively|in a phased manner|incrementally)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:shall|must|will|should)\b", re.IGNORECASE)
_PLAIN_DUTY = re.compile("[要需]")


class PairModality(Rule):
    """A duty is stronger or weaker in the English than in the Chinese.

    What it does: compares the words of both sides, sentence by sentence where they stand abreast, that say how binding
    something is: 应当, 必须 (shall, must), 可以 (may), 鼓励 (encourage), 力争 (strive to), 原则上 (in principle),
    逐步 (gradually). It speaks where one has no answer and a word of another force stands instead.

    Why it is bad: what is left to an office becomes its duty, or a duty becomes a choice.

    Example: 应当安装监控设备 -> `may install monitoring devices` (meant `shall install …`).

    Source: the English of laws and regulations (应当: shall; 可以: may); MQM, accuracy/mistranslation.
    """

    name = "pair.modality"
    mqm = "accuracy/mistranslation"
    severity = "major"
    rank = 65

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        zh, en = context.text("zh"), context.text(side)
        if not (_MAY_HOLD_ZH.search(zh) or holds_any(en, _MAY_HOLD_EN)):
            return
        for ours, theirs in abreast(zh, en):
            yield from _Stretch(self, context, ours, theirs).findings()


class _Stretch:
    """A Chinese sentence beside its English."""

    def __init__(self, rule: PairModality, context: ClauseContext, zh: Span, en: Span) -> None:
        self._rule = rule
        self._context = context
        self._all = context.text("en")
        self._zh = context.text("zh")[slice(*zh)]
        self._zh_start = zh.start
        self._place = en
        self._en = self._all[slice(*en)]
        self._ours = list(words_in(context.text("zh"), "zh", zh))
        self._theirs = list(words_in(self._all, "en", en))

    def findings(self) -> Iterator[Finding]:
        """Give what differs; of several differences the plainest alone."""
        for look in (self._lowered, self._raised, self._softened, self._lost, self._added):
            found = list(look())
            yield from found
            if found:
                return

    def _of(self, words: Sequence[Word], force: Force) -> list[Word]:
        return [word for word in words if word.force == force]

    def _tell(
        self, words: str, span: Span, source: Word | None, fix: str | None, *, minor: bool = False, likely: bool = False
    ) -> Finding:
        text = self._all[slice(*span)]
        values = {"text": text, "source": source.text if source else ""}
        return self._rule.finding(
            self._context, "en", span, Message(words, values), severity="minor" if minor else None,
            fix=Fix(fix, "suggested") if fix is not None else None, counterpart=source.span if source else None,
            certainty="likely" if minor or likely else "sure",
        )  # fmt: skip

    def _lowered(self) -> Iterator[Finding]:
        """Look for a leave where the Chinese has a duty and leaves nothing open."""
        leaves = [
            word for word in self._of(self._theirs, "leave")
            if _LEAVES.fullmatch(word.text) and not self._banned(word.span.start)
        ]  # fmt: skip
        duties = self._of(self._ours, "duty")
        plain = bool(duties or _PLAIN_DUTY.search(self._zh))
        # A plan orders without a word for it.
        if not leaves or not (plain or self._context.facts.plan_year):
            return
        if can_be("leave", self._zh) and not self._stands_for(duties):
            return
        dropped, bans = polarity.drops_restraint(self._zh, self._en), polarity.prohibitions(self._zh)
        if bans and dropped:
            return  # pair.polarity tells of the ban; an order to do it would be worse than leave
        for word in leaves:
            answers = self._orders(word, duties, bans)
            if answers is False or (answers is None and not duties):
                continue
            fix = {"may": "shall", "might": "shall", "May": "Shall"}.get(word.text)
            yield self._tell(
                N_("“{text}” leaves open what the Chinese orders (“{source}”).") if duties
                else N_("“{text}” leaves open what the Chinese orders."),
                word.span, duties[0] if duties else None, fix if answers and not dropped else None, likely=not plain,
            )  # fmt: skip

    def _orders(self, leave: Word, duties: Sequence[Word], bans: Sequence[Span]) -> bool | None:
        """Whether a leave stands where the Chinese orders, not where it forbids; None where that can't be told."""
        if not bans:
            return True
        ours = [(word.span.start, True) for word in duties] + [(self._zh_start + ban.start, False) for ban in bans]
        theirs = {word.span.start for word in self._theirs if word.force == "leave" or _HELPS.fullmatch(word.text)}
        theirs |= {self._place.start + ban.start for ban in polarity.forbidding(self._en)}
        if len(ours) != len(theirs):
            return None
        return sorted(ours)[sorted(theirs).index(leave.span.start)][1]

    def _stands_for(self, duties: Sequence[Word]) -> bool:
        """Whether a leave can only render a duty: the Chinese has no word of leave, the English none that binds."""
        bound = any(not self._all.startswith(" not", word.span.end) for word in self._of(self._theirs, "duty"))
        return bool(duties) and not bound and not self._of(self._ours, "leave")

    def _banned(self, end: int) -> bool:
        return _BANS.search(self._all, max(self._place.start, end - _BAN_REACH), end) is not None

    def _turned(self, end: int) -> bool:
        """Whether what stands before a place turns round what is said there."""
        return self._banned(end) or _TURNED_BEFORE.search(self._all, self._place.start, end) is not None

    def _raised(self) -> Iterator[Finding]:
        """Look for a duty where the Chinese gives leave, or encourages."""
        bound = [word for word in self._of(self._theirs, "duty") if _BINDS.fullmatch(word.text)]
        if not bound or can_be("duty", self._zh) or _TURNED_BEHIND.match(self._all, bound[0].span.end):
            return
        refused = self._banned(bound[0].span.start) or (
            polarity.carries_prohibition(self._en) and not polarity.only_restrains(self._zh)
        )
        leave, encourage = self._of(self._ours, "leave"), self._of(self._ours, "encourage")
        if leave and not self._of(self._theirs, "leave") and not _CAN.search(self._en):
            plain = bound[0].text.lower() in ("shall", "must", "has to", "have to")
            fix = "may" if plain and len(bound) == 1 and not refused else None  # of several nobody knows which is meant
            yield self._tell(
                N_("“{text}” orders what the Chinese leaves open (“{source}”)."), bound[0].span, leave[0], fix
            )
        elif encourage and not self._of(self._theirs, "encourage"):
            active = bound[0].text.lower() in ("shall", "must") and not _PASSIVE_BEHIND.match(
                self._all, bound[0].span.end
            )
            fix = "should be encouraged to" if active and not refused else None
            yield self._tell(
                N_("“{text}” orders what the Chinese only encourages (“{source}”)."), bound[0].span, encourage[0], fix
            )

    def _softened(self) -> Iterator[Finding]:
        """Look for encouragement or striving where the Chinese has a duty."""
        duties = self._of(self._ours, "duty")
        if not duties:
            return
        force: Force
        for force, pattern in (("encourage", _ENCOURAGED), ("strive", _STRIVES)):
            found = pattern.search(self._all, *self._place)
            if found and not can_be(force, self._zh):
                text = found[0].lower()
                kept = not self._turned(found.start()) and not polarity.prohibitions(self._zh)
                kept = kept and not polarity.drops_restraint(self._zh, self._en)
                fix = found[0].replace("encouraged", "required") if kept and text.endswith("encouraged to") else None
                message = N_("“{text}” is weaker than the Chinese, which orders (“{source}”).")
                yield self._tell(message, Span(*found.span()), duties[0], fix)
                return

    def _lost(self) -> Iterator[Finding]:
        """Look for what limits a duty in the Chinese and nowhere in the English."""
        missing = N_("“{source}” is lost: the English is more binding than the Chinese.")
        modals = list(_MODAL.finditer(self._all, *self._place))
        place = Span(*modals[0].span()) if modals else Span(self._place.start, self._place.start)
        alone = len(modals) == 1  # of several nobody knows which is meant
        turned = alone and _TURNED_BEHIND.match(self._all, place.end) is not None
        passive = alone and _PASSIVE_BEHIND.match(self._all, place.end) is not None
        force: Force
        for force, words, fits in (
            ("strive", "strive to", alone and not turned and not passive), ("principle", "in principle", alone),
        ):  # fmt: skip
            ours = self._of(self._ours, force)
            if ours and not self._of(self._theirs, force):
                fix = f"{modals[0][0]} {words}" if fits else None
                yield self._tell(missing, place, ours[0], fix, minor=not modals)
        ours = self._of(self._ours, "gradual")
        if ours and not self._of(self._theirs, "gradual"):
            yield self._tell(
                N_("“{source}” is lost in the English."), Span(place.end, place.end), ours[0],
                " gradually" if alone and not turned else None, minor=True,
            )  # fmt: skip

    def _added(self) -> Iterator[Finding]:
        """Look for what limits a duty in the English and has no source."""
        message = N_("“{text}” has no source: the Chinese is more binding.")
        force: Force
        for force, pattern in (("principle", _PRINCIPLE), ("gradual", _GRADUAL)):
            found = pattern.search(self._all, *self._place)
            if found and not can_be(force, self._zh):
                yield self._tell(message, Span(*found.span()), None, None, minor=force == "gradual")
