"""Digits written as words."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with, letters_before
from drafter.language.numerals import EN_DIGIT_WORDS, read_english_words
from drafter.language.tokens import holds_any
from drafter.language.words import is_word
from drafter.model import N_, Finding, Fix, Message, Side, Span

_FORMULA = re.compile(
    r"PM\s?2\s?[.．]\s?five|PM\s?two\s?(?:point|[.．])\s?five|PM\s?ten(?![a-z])"
    r"|(?<![A-Za-z])(?:CO|NO|SO|NH|O|N|CH)\s?_?\s?(?:two|three|four)(?![a-z])"
)
_MEANT = {"two": "2", "three": "3", "four": "4", "five": "5", "ten": "10", "point": "."}
# Measure words rendered on their own after a figure: 家, 个, 台, 座, 辆, 项.
_CLASSIFIERS = "Home|Individual|Seat|Platform|Vehicle|Household|Item|Batch|Set|Branch|Only"
_GLUED = re.compile(rf"(?P<word>{'|'.join(EN_DIGIT_WORDS)})(?:(?P<noun>{_CLASSIFIERS})(?![a-z])|(?=[A-Z][a-z]))")
_BEFORE_UNIT = re.compile(
    rf"(?<![A-Za-z])(?P<word>{'|'.join(EN_DIGIT_WORDS)})(?P<unit>days?|hours?|years?|months?|weeks?|times|km|kW|tons?|tonnes|mu|hectares|percent)(?![a-z])"
)
_TEN = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SHARE = re.compile(
    rf"(?<![A-Za-z])(?P<words>(?:(?:{_TEN})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|eleven|twelve|fifteen|a\s+hundred|one\s+hundred))\s+per\s?cent(?!age)",
    re.IGNORECASE,
)
_DIGIT_WORDS = (*EN_DIGIT_WORDS, "ten", "point", "cent")
_MORE_DIGITS = 3
_SENTENCE_HEAD = re.compile(r"(?:^|[.;:]\s?)\Z")


class DigitWord(Rule):
    """A digit of a figure, formula or quantity written as a word.

    What it does: finds formulas with a word for a digit, a digit word stuck to the word after it, and shares in words
    where the document writes digits (minor).

    Why it is bad: formula and figure can't be read, and a search for them finds nothing.

    Example: `PM2.five` -> `PM2.5`; `fiveHome` -> `5`.

    Source: ISO 80000-9 for chemical formulas; GB/T 15835-2011, figures beside units are written with digits.
    """

    name = "number.digit-word"
    severity = "major"
    mqm = "accuracy/mistranslation/number"
    rank = 12

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if not holds_any(text, _DIGIT_WORDS):
            return
        for found in _FORMULA.finditer(text):
            meant = re.sub(
                "|".join(_MEANT), lambda word: _MEANT[word[0]], re.sub(r"[\s_]", "", found[0]).replace("．", ".")
            )
            message = Message(
                N_("A digit of the formula has become a word; it should read “{meant}”."), {"meant": meant}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
        for found in _BEFORE_UNIT.finditer(text):
            unit = found["unit"] + (
                "s" if found["unit"] in ("day", "hour", "year", "month", "week") and found["word"] != "one" else ""
            )
            meant = f"{EN_DIGIT_WORDS[found['word']]} {unit}"
            message = Message(
                N_("A figure has become a word and run into the next; it should read “{meant}”."), {"meant": meant}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))
        yield from self._glued(context, side)
        yield from self._shares(context, side)

    def _glued(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        text = context.text(side)
        for found in _GLUED.finditer(text):
            before = letters_before(text, found.start())
            if before and (not is_word(before) or is_word(before + found["word"])):
                continue
            if not before and not found["noun"] and ends_with(_SENTENCE_HEAD, text, found.start()):
                continue  # an item number, which is another rule's
            meant = str(EN_DIGIT_WORDS[found["word"]])
            message = Message(
                N_("A figure has become a word and run into the next; it should read “{meant}”."), {"meant": meant}
            )
            span = Span(*(found.span() if found["noun"] else found.span("word")))
            yield self.finding(context, side, span, message, fix=Fix(meant, "suggested"))

    def _shares(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        facts = context.facts
        if facts.digit_percents < _MORE_DIGITS or facts.digit_percents <= 2 * facts.word_percents:
            return
        text = context.text(side)
        for found in _SHARE.finditer(text) if "cent" in text else ():
            if found[0][0].isupper():
                continue  # a sentence does not begin with digits
            value = read_english_words(re.sub(r"^a\s", "one ", found["words"].lower()))
            message = Message(
                N_("The share is in words where this document writes digits: “{meant}”."), {"meant": f"{value}%"}
            )
            yield self.finding(
                context, side, Span(*found.span()), message, fix=Fix(f"{value}%", "safe"), severity="minor"
            )
