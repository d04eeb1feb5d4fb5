"""Words of the other language left inside a sentence."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import mark_before
from drafter.language.romanised import left_in_pinyin
from drafter.language.scripts import HAN, han_count, han_share, latin_words
from drafter.language.verbs import BASES
from drafter.language.words import commonness
from drafter.model import N_, Finding, Message, Side, Span

_MARKS = "、。，；：？！《》〈〉「」『』【】〔〕（）"
_HAN_RUN = re.compile(rf"[{HAN}][{HAN}{_MARKS}0-9０-９]*")
_GLOSS = re.compile(rf"[(（][^()（）A-Za-z]*[{HAN}][^()（）A-Za-z]*[)）]|《[^》]*》")
_EN_RUN = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:[ ,;][ ]?[A-Za-z][A-Za-z’'-]*)*")
_ACCEPTED = frozenset(
    (
        # acronyms and formulas
        "pm", "vocs", "voc", "nox", "sox", "cox", "ph", "led", "gps", "pmf", "cod", "bod", "ss", "tsp", "tvoc", "scr",
        "sncr", "rto", "rco", "ldar", "fid", "cems", "mrv", "gdp", "gis", "ai", "it", "pc",
        # units
        "mg", "kg", "km", "kw", "kwh", "mw", "gw", "ug", "tce", "teu", "md",
        # words that Chinese has borrowed
        "app", "apps", "wifi", "google", "facebook", "twitter", "tiktok", "android", "youtube",
        "web", "excel", "word", "online", "internet", "etc", "iphone", "email", "vs",
    )
)  # fmt: skip
_EVERYDAY = 3.0
_LONGEST_BRAND = 5
_LONGEST_TITLE = 80  # characters between 《 and a word in it
_SHORT_WORDS = frozenset(
    ("and", "or", "of", "the", "for", "with", "from", "by", "to", "in", "on", "at", "air", "water", "coal", "dust",
     "steel",      "waste", "green", "clean", "city", "plan", "gas", "soil", "list", "etc", "also", "as", "well")
)  # fmt: skip
_MAJORITY = 0.5


class LanguageResidue(Rule):
    """Words of the other language left inside a sentence.

    What it does: finds Chinese characters in an English sentence, English words in a Chinese one and, in a plan, words
    in pinyin that are no names. A Chinese gloss in brackets, a title in 《》, acronyms and unit symbols are accepted.

    Why it is bad: the reader of one language can't read the rest.

    Example: `五、Resolutely shoulder the responsibility` -> `V. Resolutely shoulder the responsibility`.

    Source: MQM, accuracy/untranslated.
    """

    name = "language.residue"
    severity = "major"
    mqm = "accuracy/untranslated"
    sides = ("zh", "en")
    rank = 40

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if side == "en":
            share = han_share(text)
            if 0 < share <= _MAJORITY:
                yield from self._chinese(context, text)
            if share <= _MAJORITY:
                yield from self._pinyin(context, text)
        elif han_count(text) >= latin_words(text):
            yield from self._english(context, text)

    def _chinese(self, context: ClauseContext, text: str) -> Iterator[Finding]:
        glosses = {
            pos for found in _GLOSS.finditer(text) if _explains(text, found.start()) for pos in range(*found.span())
        }
        for found in _HAN_RUN.finditer(text):
            span = Span(*found.span())
            if span.start not in glosses:
                message = Message(N_("“{words}” was left in Chinese."), {"words": found[0]})
                yield self.finding(context, "en", span, message)

    def _pinyin(self, context: ClauseContext, text: str) -> Iterator[Finding]:
        """In a plan, words that were romanised instead of translated; news and travel name dishes and games so."""
        if context.facts.plan_year:
            for span in left_in_pinyin(text, context.text("zh")):
                message = Message(N_("“{words}” was left in pinyin: its meaning belongs here."),
                                  {"words": text[slice(*span)]})  # fmt: skip
                yield self.finding(context, "en", span, message, certainty="sure" if context.paired else "likely")

    def _english(self, context: ClauseContext, text: str) -> Iterator[Finding]:
        for found in _EN_RUN.finditer(text):
            words = re.findall(r"[A-Za-z’']+", found[0])
            plain = [word for word in words if word.lower() not in _ACCEPTED and not word.isupper() and len(word) > 2]
            parts = found[0].split()
            titled = len(parts) > 1 and all(part[0].isupper() for part in parts)  # Fixed-term Parliaments Act
            named = titled or not any(word.islower() for word in plain)
            plain_words = not named and all(commonness(word) >= _EVERYDAY for word in plain)
            if plain_words and not _is_brand(plain) and not _bracketed(text, found):
                message = Message(N_("“{words}” was left in English."), {"words": found[0]})
                yield self.finding(context, "zh", Span(*found.span()), message)


def _explains(text: str, pos: int) -> bool:
    """Whether a bracket with Chinese follows the words that it explains; behind a full stop it explains nothing."""
    return text[pos] == "《" or mark_before(text, pos) not in (".", ";", "。", "；", "")


def _is_brand(words: list[str]) -> bool:
    """Whether a word that stands alone may be a name in small letters: vivo, covid, cnn."""
    return len(words) == 1 and len(words[0]) <= _LONGEST_BRAND and words[0] not in _SHORT_WORDS | BASES


def _bracketed(text: str, found: re.Match[str]) -> bool:
    """Whether the words are a gloss in brackets or part of an address."""
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 2]
    addressed = before in ("@", ".", "/") or after[:1] in ("@", "/") or (after[:1] == "." and after[1:].isalpha())
    reach = max(0, found.start() - _LONGEST_TITLE)
    titled = text.rfind("《", reach, found.start()) > text.rfind("》", reach, found.start())
    return (
        before in ("(", "（", "“", "‘")
        or titled
        or addressed
        or "://" in text[max(0, found.start() - 8) : found.end() + 3]
    )
