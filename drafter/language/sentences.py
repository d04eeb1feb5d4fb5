"""Where sentences end, in Chinese and in English, in damaged text too.

A stop that lost the blank behind it ("within.2024Year", "supplies.4. Improve") still ends its sentence; a stop in a
decimal, an abbreviation, an item number or a file name does not. A bracket with the bodies responsible, which Chinese
plans set behind the full stop, stays with the sentence before it.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from drafter.language.enumerators import read_enumerator
from drafter.language.scripts import is_han
from drafter.model import Side, Span

_BRACKETS = {"(": ")", "（": "）", "[": "]", "〔": "〕", "【": "】", "《": "》"}
_CLOSERS = {")": "(（", "）": "(（", "]": "[〔", "〕": "[〔", "】": "【", "》": "《"}
# Longer ones are more likely an open bracket never closed that meets another's end.
_BRACKET_REACH = 600
# A bracket may hold a whole note of several sentences; then its sentences are cut like any others.
_BRACKET_WHOLE = 240
_CLOSING_MARKS = "”’」』）】〕》〉)]"
_DUTY = re.compile(
    "牵头|负责|配合|分工|落实|参与|主办|协办|实施|"
    "(?i:lead|led by|responsib|in charge|cooperat|co-operat|division of|participat|implement|undertak|"
    "department|bureau|commission|committee|administration|ministry)"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SENTENCE_STARTERS = _words(
    "the a an in on at by for to from with as if it its this that these those there he she we they you i our their his "
    "her all each every some many most both no not when while where what who how why after before since until although "
    "however therefore moreover furthermore thus then among according under over during"
)
# Never the end of a sentence; before a figure only; the end of one where a capital follows.
_TITLES = _words("mr mrs ms dr prof messrs mt st gen col lt sgt capt hon rev gov sen rep vs eg ie cf viz al ca")
_BEFORE_FIGURE = _words(
    "no nos fig figs art arts sec sect vol vols ch chap p pp para paras eq tab cl approx est "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_ABBREVIATION_REACH = 24
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_ITEM = re.compile(r"[0-9]{1,2}\.(?![0-9])\s?[A-Z]?")
_GLUED_LOWER = re.compile(r"[a-z]{2,12}(?:19|20)[0-9]{2}")
_WORD = re.compile(r"[A-Za-z]+")
# Who said what was quoted belongs to the quotation before it: “…？”她问。 “…?” Zhou asked.
_SAID_ZH = re.compile(r"[^。！？!?，,：:；;“”\s]{1,10}(?:说|问|道|答|喊|叫|骂)道?[。．]")
_SAID_EN = re.compile(
    r"(?:[A-Z][\w’'-]*\s){1,3}(?:said|asked|replied|answered|cried|shouted|whispered|called|added|exclaimed|muttered)\b"
)
_BRACKET_OR_LINE = re.compile(f"[\n{re.escape(''.join((*_BRACKETS, *_CLOSERS)))}]")
# Where a sentence may be over, and the brackets that are passed in one step.
_HALT = re.compile(f"[\n.!?．。！？{re.escape(''.join(_BRACKETS))}]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_QUOTE_ENDS = '”」』"'


class _Text:
    """A text with what the scan needs to know of it, found in one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.close_of = _matching_brackets(text)

    def at(self, index: int) -> str:
        """Give a character, "" beyond either end."""
        return self.text[index] if 0 <= index < len(self.text) else ""

    def skip_blanks(self, index: int) -> int:
        """Give the next place that holds no blank, on the same line."""
        while index < len(self.text) and self.text[index].isspace() and self.text[index] != "\n":
            index += 1
        return index


def _matching_brackets(text: str) -> dict[int, int]:
    """Give the place of each closed bracket's end by the place of its beginning, line by line."""
    found: dict[int, int] = {}
    open_ones: list[int] = []
    for mark in _BRACKET_OR_LINE.finditer(text):
        index, ch = mark.start(), mark[0]
        if ch in _BRACKETS:
            open_ones.append(index)
        elif ch in _CLOSERS and open_ones and text[open_ones[-1]] in _CLOSERS[ch]:
            start = open_ones.pop()
            if index - start <= _BRACKET_REACH:
                found[start] = index
        elif ch == "\n":
            open_ones.clear()
    return found


def _after_closers(text: _Text, index: int, start: int) -> int:
    """Go past the stops, quotes and brackets that close the sentence which began at `start`."""
    while text.at(index) and (text.at(index) in _CLOSING_MARKS + "。！？!?" or _closes_straight(text, index, start)):
        index += 1
    return index


def _closes_straight(text: _Text, index: int, start: int) -> bool:
    """Tell whether a straight quote closes one: nothing but a blank, a mark or the end follows it."""
    if text.at(index) not in "\"'" or index <= start:
        return False
    following = text.at(index + 1)
    return not following or following.isspace() or following in _CLOSING_MARKS + ".,;:[(〔（\"'"


def _after_duty(text: _Text, index: int) -> int:
    """Go past a bracket that names who is responsible, and the stop behind it."""
    start = text.skip_blanks(index)
    end = text.close_of.get(start, -1)
    if end < 0 or text.at(start) == "《" or not _DUTY.search(text.text, start, end):
        return index
    end += 1
    while text.at(end) and text.at(end) in "。.；;！":
        end += 1
    return end


def _quoted_by(said: re.Pattern[str], text: _Text, index: int, start: int) -> bool:
    """Tell whether the mark at `index` closes a quotation, and who said it follows."""
    rest = _after_closers(text, index + 1, start)
    return text.text[rest - 1] in _QUOTE_ENDS and said.match(text.text, text.skip_blanks(rest)) is not None


def _ends_zh(text: _Text, index: int, start: int) -> bool:
    """Tell whether the mark at `index` ends a Chinese sentence."""
    ch = text.text[index]
    if ch in "。！？":
        return not _quoted_by(_SAID_ZH, text, index, start)
    before, after = text.at(index - 1), text.at(index + 1)
    beside_han = is_han(before) or (bool(before) and before in "”’）)》]〕%％")
    if ch in "!?":
        return beside_han or is_han(after)
    # A full stop of the wrong width: 淘汰.各地 ends, 1.推进 and PM2.5 don't.
    return ch in ".．" and beside_han and (not after or after.isspace() or is_han(after) or after in "”’（〔“《")


def _ends_en(text: _Text, index: int, start: int) -> bool:
    """Tell whether the mark at `index` ends an English sentence."""
    ch = text.text[index]
    if ch in "。！？":
        return True
    if ch not in ".!?．":
        return False
    rest = _after_closers(text, index + 1, start)
    following = text.skip_blanks(rest)
    nxt = text.at(following)
    if not nxt or nxt == "\n":
        return True
    if ch in "!?":
        return not nxt.islower() and nxt not in ",;:.—-" and not _quoted_by(_SAID_EN, text, index, start)
    if text.at(index + 1) == "." or nxt in ".,;:!?…":
        return False
    if text.at(index - 1) == ".":
        return following > rest and nxt.isupper()
    if following == rest:
        return _ends_glued(text, index, following, start)
    return _opens_sentence(text, following) and not _abbreviates(text, index, following, start)


def _opens_sentence(text: _Text, index: int) -> bool:
    """Tell whether a sentence may begin here: a capital, a figure, a Chinese character, a bracket or a quote."""
    ch = text.at(index)
    if ch.islower():
        return _GLUED_LOWER.match(text.text, index) is not None
    if ch in "\"'“‘":
        return not text.at(index + 1).islower()
    return ch not in "—–-/&+%=<>"


def _ends_glued(text: _Text, index: int, following: int, start: int) -> bool:
    """Judge a stop with no blank behind it."""
    before, nxt = text.at(index - 1), text.at(following)
    if is_han(nxt) or nxt in "[(〔（【“":
        return not (before.isdigit() and nxt in "[(")
    if nxt.isdigit():
        opens = _YEAR.match(text.text, following) or _ITEM.match(text.text, following)
        return bool(opens) and before.isalpha() and before.islower()
    if not nxt.isupper():
        return _GLUED_LOWER.match(text.text, following) is not None and not before.isdigit()
    if following > index + 1 or before in ')]）〕%”"':
        return True
    if before.isdigit():
        return not _is_item(text, index, start)
    return before.islower() and text.at(index - 2).isalpha() and not _abbreviates(text, index, following, start)


def _is_item(text: _Text, index: int, start: int) -> bool:
    """Tell whether the dot belongs to an item number: at the sentence's start, or behind a colon or semicolon."""
    begin = index
    while begin > start and index - begin < 4 and (text.text[begin - 1].isalnum()):
        begin -= 1
    before = begin - 1
    while before >= start and not text.text[before].isalnum() and begin - before < 8:
        before -= 1
    opens = before < start or text.text[before + 1] in ";:；：,，"
    return opens and read_enumerator(text.text[begin : index + 24]) is not None


def _abbreviates(text: _Text, index: int, following: int, start: int) -> bool:
    """Tell whether the dot at `index` closes an abbreviation, an initial or an item number."""
    begin = index
    low = max(start, index - _ABBREVIATION_REACH)
    while begin > low and (text.text[begin - 1].isalpha() or text.text[begin - 1] == "."):
        begin -= 1
    word = text.text[begin:index]
    if not word.strip("."):
        return _is_item(text, index, start)
    plain = word.lower().replace(".", "")
    if plain in _TITLES and (word[0].isupper() or len(plain) > 2 or plain in ("eg", "ie", "vs", "cf", "al", "ca")):
        return True
    if plain in _BEFORE_FIGURE:
        return text.at(following).isdigit()
    if len(word) == 1 or _DOTTED.search(word):
        return not _starts_anew(text, following) or _is_item(text, index, start)
    return plain.upper() == word and _is_item(text, index, start)


def _starts_anew(text: _Text, index: int) -> bool:
    """Tell whether the next word is one that opens sentences, and so no surname."""
    match = _WORD.match(text.text, index)
    return match is not None and match.group()[0].isupper() and match.group().lower() in _SENTENCE_STARTERS


def _cuts(text: _Text, ends: Callable[[_Text, int, int], bool]) -> list[int]:
    """Give the places where a sentence is over, in order."""
    cuts: list[int] = []
    index = start = seen = 0
    worded = False  # whether there is a letter or a digit from `start` to `seen`
    while halt := _HALT.search(text.text, index):
        index = halt.start()
        close = text.close_of.get(index, -1)
        if 0 <= close - index <= _BRACKET_WHOLE:
            index = close + 1
            continue
        worded = worded or _LETTER_OR_DIGIT.search(text.text, seen, index) is not None
        seen = index
        if halt[0] == "\n":
            cuts.append(index)
            start, worded = index + 1, False
        elif worded and ends(text, index, start):
            index = start = seen = _after_duty(text, _after_closers(text, index + 1, start))
            cuts.append(index)
            worded = False
            continue
        index += 1
    return cuts


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def split_sentences(text: str, side: Side) -> list[Span]:
    """Cut a text into sentences.

    Args:
        text: a paragraph, or several lines; a line feed always ends a sentence.
        side: the language whose stops count.

    Returns:
        Spans in order that share no character and together hold everything but blanks between sentences.
    """
    return list(_sentences(text, side))


@lru_cache(maxsize=64)  # several rules cut one clause
def _sentences(text: str, side: Side) -> tuple[Span, ...]:
    whole = _Text(text)
    spans: list[Span] = []
    start = 0
    for cut in [*_cuts(whole, _ends_zh if side == "zh" else _ends_en), len(text)]:
        span = _trimmed(text, start, cut)
        if span.start < span.end:
            tail = spans and "\n" not in text[spans[-1].end : span.start]
            if tail and not any(ch.isalnum() for ch in text[span.start : span.end]):
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
        start = cut
    return tuple(spans)
