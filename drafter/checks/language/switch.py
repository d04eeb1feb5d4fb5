"""Whole sentences in the other language."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.scripts import HAN, han_count, han_share, latin_words
from drafter.model import N_, Finding, Message, Side, Span

_MOSTLY, _WHOLLY = 0.5, 0.95
_FEW_OWN = 3  # words, or characters, of the side's own language that a foreign passage may hold
_FEW_HAN, _SENTENCE_HAN = 6, 10
_FEW_WORDS, _SENTENCE_WORDS = 6, 8
# A Chinese sentence: characters with their marks and figures, and short Latin words among them.
_ZH_SENTENCE = re.compile(
    rf"(?<![{HAN}，、：；（《“])[“（《]?[{HAN}](?:[{HAN}，、：；（）《》“”0-9%％.—～·+]|[A-Za-z]{{1,8}}(?=[{HAN}，、）0-9]))*[。；！？]?[”）]?"
)
_EN_SENTENCE = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z’'-]*(?:[ ,;:()0-9%–—-]{1,3}[A-Za-z][A-Za-z’'-]*){7,}[.;!?]?")
_WORD = re.compile(r"(?<![A-Za-z])[A-Z]?[a-z]{2,}(?![A-Za-z])")
_FORMULA = re.compile(r"\s*[=+@-]\s*[A-Za-z.]+\s?[(|!]")
_MARK = re.compile(r"[，。；！？]")


def _is_english(text: str) -> bool:
    """Whether a line without a Chinese character says something: a heading does, a code or an acronym does not."""
    words = _WORD.findall(text)
    return len(words) >= _FEW_OWN - 1 and any(word.islower() for word in words)


class LanguageSwitch(Rule):
    """A whole sentence or passage in the other language.

    What it does: finds a paragraph, or a sentence of a paragraph, that is in the language of the other side.

    Why it is bad: the translation stops here.

    Example: an English paragraph that ends in `春节期间禁止燃放烟花爆竹。`, a Chinese plan that goes over into English.

    Source: MQM, accuracy/untranslated.
    """

    name = "language.switch"
    severity = "major"
    mqm = "accuracy/untranslated"
    sides = ("zh", "en")
    rank = 3

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        share = han_share(text)
        foreign = share if side == "en" else 1 - share
        if (not share and side == "en") or _FORMULA.match(text):
            return
        enough = han_count(text) >= _FEW_HAN if side == "en" else latin_words(text) >= _FEW_WORDS
        own = latin_words(text) if side == "en" else han_count(text)
        if side == "zh" and not share:
            enough = _is_english(text)
        if foreign > _MOSTLY and (own < _FEW_OWN or foreign > _WHOLLY):
            if enough:
                start = len(text) - len(text.lstrip())
                yield self._switched(context, side, Span(start, len(text.rstrip())))
            return
        if side == "zh" and latin_words(text) < _SENTENCE_WORDS:
            return
        for found in (_ZH_SENTENCE if side == "en" else _EN_SENTENCE).finditer(text):
            if side == "zh" or (han_count(found[0]) >= _SENTENCE_HAN and _MARK.search(found[0])):
                yield self._switched(context, side, Span(*found.span()))

    def _switched(self, context: ClauseContext, side: Side, span: Span) -> Finding:
        message = N_("This passage is in Chinese.") if side == "en" else N_("This passage is in English.")
        return self.finding(context, side, span, Message(message))
