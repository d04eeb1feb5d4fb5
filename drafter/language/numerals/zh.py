"""Chinese numerals: 二〇二三, 三十四, 三点五, 1.5万, 3亿4528万, 壹佰, 十几, 数百.

Scale words follow GB/T 15835-2011; capital forms are those of accounting.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from drafter.language.numerals.numeral import Numeral
from drafter.model import Span

_DIGITS = {ch: i for i, ch in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "兩": 2, "俩": 2}
_DIGITS |= {ch: i for i, ch in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "陸": 6}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_BIG_ONES = ("万", "亿", "萬", "億")
_ROUGH_HEAD = "数几"
_MORE = "多余"
_PREFIXED_UNITS = frozenset("瓦克米卡伏焦帕赫安升")  # 千瓦, 百帕: here 千 and 百 belong to the unit
_NEIGHBOURS = frozenset(("12", "23", "34", "35", "45", "56", "67", "78", "89"))  # 两三天, 三五个: two or three, a few
_LONGEST = 40  # more digits than that are no figure
_MOST_UNITS = 20  # nor is more of 十, 万 and 亿 in one

_ARABIC = re.compile(
    # 63. 6万亿: a point with a blank, within a line, where a share or a scale shows that it is one figure.
    r"(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))[0-9]{1,3}(?:\. | \.)[0-9]{1,2}(?=\s?(?:[%％万亿]|个?百分点))"
    r"|[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．](?!(?:19|20)[0-9]{2}(?:年|[—–-](?:19|20)))[0-9０-９]+)?"
)
# A blank that a typesetter leaves: 1196 亿, 20 多万.
_GAP = re.compile(r" [多余]?[万亿萬億]")
# 三点五, but no clock (三点五分, 三点半) and no count of points (两点一是).
_POINT = re.compile(r"点([零〇一二三四五六七八九]{1,30})(?![零〇一二三四五六七八九十百千刻分时钟半线是])")
_FULLWIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_NO_DIGITS = {ord(","): None, ord(" "): None}
# A capital form alone is a character like any other: 登陆, 队伍, 收拾.
_START = re.compile(
    r"[0-9０-９零〇一二三四五六七八九十百千万亿萬億两兩廿卅几数]"
    r"|[壹贰貳叁肆伍陆陸柒捌玖拾佰仟](?=[零壹贰貳叁肆伍陆陸柒捌玖拾佰仟万亿萬億元圆角])"
    r"|[壹贰貳叁肆伍柒捌玖](?=[吨亩米克升套份])|陆(?=[吨亩])"
)


# What may go on with a numeral behind its digits.
_GOES_ON = frozenset((*_DIGITS, *_SMALL, *_TENS, *_BIG, *_ROUGH_HEAD, *_MORE, "点", " "))


def _arabic(text: str) -> Decimal:
    return Decimal(text if text.isdigit() else text.translate(_FULLWIDTH).translate(_NO_DIGITS))


class _Reader:
    """Adds up one numeral from left to right: digits, then small units, then 万 and 亿 over all before them."""

    def __init__(self, text: str, pos: int) -> None:
        self.text, self.pos, self.start = text, pos, pos
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.run = ""  # Chinese digits in a row, which may be positional (二〇二三)
        self.digits = self.rough = self.more = False
        self.scale = 1
        self.largest = 0  # of 万 and 亿 so far
        self.units = 0

    def read(self) -> Numeral | None:
        while self.pos < len(self.text) and self._take():
            pass
        return self._result() if self.pos > self.start else None

    def _take(self) -> bool:
        ch = self.text[self.pos]
        if self.units > _MOST_UNITS or len(self.run) > _LONGEST:
            return False
        if ch.isdigit() and (found := _ARABIC.match(self.text, self.pos)):
            if self.digit is not None or self.run or found.end() - found.start() > _LONGEST:
                return False  # 三5 is no numeral
            self.digit, self.digits, self.pos = _arabic(found[0]), True, found.end()
            return True
        if ch in _DIGITS:
            return self._take_digit(ch)
        if ch in "点 ":
            return self._take_point() if ch == "点" else self._take_gap()
        if ch in _MORE and self.pos > self.start and self.text[self.pos + 1 : self.pos + 2] in _BIG_ONES:
            self.more = True  # 100多万
            self.pos += 1
            return True
        if ch in _ROUGH_HEAD:
            return self._take_rough()
        if ch in _TENS and self.digit is None:
            self.section += _TENS[ch]
            self.units += 1
            self.pos += 1
            return True
        if ch in _SMALL and not self._is_prefix(ch):
            return self._take_small(_SMALL[ch])
        if ch in _BIG and not (ch == "兆" and self.text[self.pos + 1 : self.pos + 2] in _PREFIXED_UNITS):
            return self._take_big(_BIG[ch])
        return False

    def _is_prefix(self, ch: str) -> bool:
        """Whether 千 or 百 belongs to the unit behind it: 千瓦, 百帕; but 一百米 is a hundred metres."""
        behind = self.text[self.pos + 1 : self.pos + 2]
        if ch in "百佰":
            return behind == "帕" or self.text.startswith("分点", self.pos + 1)
        return behind in _PREFIXED_UNITS

    def _take_digit(self, ch: str) -> bool:
        if self.digits and self.digit is not None:
            return False
        self.run += str(_DIGITS[ch])
        self.digit = Decimal(self.run) if self._positional() else Decimal(_DIGITS[ch])
        self.pos += 1
        return True

    def _take_point(self) -> bool:
        """三点五, 零点二五: the digits behind the point stand one by one."""
        found = _POINT.match(self.text, self.pos)
        if not found or self.digits or (self.digit is None and not self.section and not self.total):
            return False
        behind = "".join(str(_DIGITS[ch]) for ch in found[1])
        self.digit = (self.digit or Decimal(0)) + Decimal(f"0.{behind}")
        self.run, self.pos = "", found.end()
        return True

    def _take_gap(self) -> bool:
        if self.digit is None or not self.digits or not _GAP.match(self.text, self.pos):
            return False
        self.pos += 1
        return True

    def _positional(self) -> bool:
        return self.units == 0 and len(self.run) > 1

    def _take_rough(self) -> bool:
        """几 and 数 count only beside a unit: 几十, 数百, 十几."""
        after = self.text[self.pos + 1 : self.pos + 2]
        if self.pos == self.start:
            if after not in _SMALL and after not in _BIG:
                return False
            self.digit = Decimal(1)
        elif self.text[self.pos] != "几" or self.digit is not None or not self.units:
            return False
        self.rough = True
        self.pos += 1
        return True

    def _take_small(self, unit: int) -> bool:
        if self.digit is not None and self.digits and unit == 10:
            return False  # 5十 is nobody's way of writing
        digit = self.digit
        if len(self.run) == 2 and self.units == 0:  # 三四十: between thirty and forty
            self.rough, digit = True, Decimal(self.run[0])
        self.section += (Decimal(1) if digit is None else digit) * unit
        self.digit, self.run = None, ""
        self.units += 1
        self.pos += 1
        return True

    def _take_big(self, unit: int) -> bool:
        if self.pos == self.start:
            return False  # a bare 万 is part of a word or of a unit
        below = self.section + (self.digit or 0)
        if below and unit > self.largest:
            self.total = (self.total + below) * unit  # 一万二千亿: all that stands before a larger unit
        elif below:
            self.total += below * unit
        else:
            self.total *= unit  # 万亿
        self.largest = max(self.largest, unit)
        self.section, self.digit, self.run = Decimal(0), None, ""
        self.scale = self.scale * unit if not below else unit
        self.units += 1
        self.pos += 1
        return True

    def _result(self) -> Numeral:
        if self.units == 0 and self.run in _NEIGHBOURS:
            return Numeral(Span(self.start, self.pos), Decimal(self.run[0]), digits=False, rough=True)
        value = self.total + self.section + (self.digit or 0)
        return Numeral(Span(self.start, self.pos), value, self.digits, self.rough, scale=self.scale, more=self.more)


def read_chinese(text: str, pos: int = 0) -> Numeral | None:
    """Read the numeral that begins at a place.

    Args:
        text: Chinese text.
        pos: code point at which the numeral must begin.

    Returns:
        The longest numeral there, or None where there is none.
    """
    if pos >= len(text) or not _START.match(text, pos):
        return None
    plain = _ARABIC.match(text, pos)
    if plain and plain.end() - pos <= _LONGEST and text[plain.end() : plain.end() + 1] not in _GOES_ON:
        return Numeral(Span(pos, plain.end()), _arabic(plain[0]), digits=True)
    return _Reader(text, pos).read()


def chinese_numerals(text: str) -> Iterator[Numeral]:
    """Give every numeral of a Chinese text in order, whatever it counts."""
    return iter(_numerals(text))


@lru_cache(maxsize=256)  # several readers ask for the numerals of one clause
def _numerals(text: str) -> tuple[Numeral, ...]:
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Numeral]:
    pos = 0
    while found := _START.search(text, pos):
        numeral = read_chinese(text, found.start())
        if numeral is None:
            digits = _ARABIC.match(text, found.start())
            pos = digits.end() if digits else found.end()
            continue
        yield numeral
        pos = numeral.span.end
