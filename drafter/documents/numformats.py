"""A counter's value in the numerals of a list level."""

import re
from collections.abc import Callable
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED: Final = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万亿")
_LEGAL_TRADITIONAL: Final = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬億")
# Word writes the gap in 一百〇一 so, not as 零.
_COUNTING: Final = ("〇一二三四五六七八九", "十百千", "万亿")
_COUNTING_TRADITIONAL: Final = ("零一二三四五六七八九", "十百千", "萬億")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ROMAN_LIMIT: Final = 4000
_LETTERS_LIMIT: Final = 30
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_AIUEO_HALF: Final = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_IROHA_HALF: Final = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_JAPANESE: Final = ("〇一二三四五六七八九", "十百千", "万億")
_JAPANESE_LEGAL: Final = ("零壱弐参四伍六七八九", "拾百阡", "萬億")
_KOREAN: Final = ("영일이삼사오육칠팔구", "십백천", "만억")
_KOREAN_TENS: Final = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_KOREAN_ONES: Final = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_CARDINALS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LAST_WORD: Final = re.compile("[a-z]+$")
_CHINESE_LIMIT: Final = 10**12
_TWENTY: Final = 20
_HUNDRED: Final = 100
_WORDS_LIMIT: Final = 1_000_000


def _chinese(value: int, signs: tuple[str, str, str], *, bare_ten: bool) -> str:
    """Write a number with places: 一百零一. `bare_ten` writes 十一 rather than 一十一, yet 一十万."""
    digits, places, myriads = signs
    if not 0 < value < _CHINESE_LIMIT:
        return digits[0] if value == 0 else str(value)
    text, groups, rest = "", [], value
    while rest:
        rest, group = divmod(rest, 10_000)
        groups.append(group)
    gap = False
    for power in range(len(groups) - 1, -1, -1):
        group = groups[power]
        if not group:
            gap = bool(text)
            continue
        for place in (3, 2, 1, 0):
            digit = group // 10**place % 10
            if digit:
                text += (digits[0] if gap else "") + digits[digit] + (places[place - 1] if place else "")
                gap = False
            else:
                gap = bool(text)
        gap = gap and group % 10 != 0
        text += myriads[power - 1] if power else ""
    return text[1:] if bare_ten and value < _TWENTY and text.startswith(digits[1] + places[0]) else text


def _plain(value: int, signs: tuple[str, str, str]) -> str:
    """Write a number as Japanese and Korean do: 百二十一, no one before a place and no sign for a gap."""
    digits, places, myriads = signs
    if not 0 < value < _CHINESE_LIMIT:
        return digits[0] if value == 0 else str(value)
    text, power = "", 0
    while value:
        value, group = divmod(value, 10_000)
        part = ""
        for place in (3, 2, 1, 0):
            digit = group // 10**place % 10
            if digit:
                part += ("" if place and digit == 1 else digits[digit]) + (places[place - 1] if place else "")
        text = part + (myriads[power - 1] if power and group else "") + text
        power += 1
    return text


def _digits(signs: str) -> Callable[[int], str]:
    """Write a number digit by digit in signs of one's own, the first being nought."""
    return lambda value: "".join(signs[int(digit)] for digit in str(value)) if value >= 0 else str(value)


def _digitwise(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value)) if value >= 0 else str(value)


def _counting(value: int) -> str:
    # From 100 up this system writes digit by digit; the "thousand" systems go on with 百.
    return _digitwise(value) if value >= _HUNDRED or value <= 0 else _chinese(value, _COUNTING, bare_ten=True)


def _legal(signs: tuple[str, str, str]) -> Callable[[int], str]:
    # Amounts write 壹拾; list numbers of Word write 拾.
    return lambda value: _chinese(value, signs, bare_ten=True)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else str(value)


def _row(first: str, count: int) -> Callable[[int], str]:
    """Count in signs that follow each other in Unicode; decimal beyond their end."""
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= count else str(value)


def _circled(value: int) -> str:
    return "⓪" if value == 0 else _row("①", 20)(value)


def _roman(value: int) -> str:
    if not 0 < value < _ROMAN_LIMIT:
        return str(value)
    text = ""
    for amount, sign in _ROMAN:
        count, value = divmod(value, amount)
        text += sign * count
    return text


def _letters(signs: str) -> Callable[[int], str]:
    """Count in letters: after the last comes the first twice, then the second twice: z, aa, bb."""

    def letter(value: int) -> str:
        times, place = divmod(value - 1, len(signs))
        return signs[place] * (times + 1) if value > 0 and times < _LETTERS_LIMIT else str(value)

    return letter


def _korean_native(value: int) -> str:
    # The native numerals end at 99.
    if not 0 < value < _HUNDRED:
        return _plain(value, _KOREAN)
    tens, ones = divmod(value, 10)
    return _KOREAN_TENS[tens] + _KOREAN_ONES[ones]


def _ordinal(value: int) -> str:
    teen = value // 10 % 10 == 1
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _cardinal_words(value: int) -> str:
    """Spell a number below a million in English."""
    thousands, rest = divmod(value, 1000)
    hundreds, rest = divmod(rest, 100)
    words = [f"{_cardinal_words(thousands)} thousand"] if thousands else []
    if hundreds:
        words.append(f"{_CARDINALS[hundreds]} hundred")
    if rest >= len(_CARDINALS):
        tens, ones = divmod(rest, 10)
        words.append(_TENS[tens - 2] + (f"-{_CARDINALS[ones]}" if ones else ""))
    elif rest or not words:
        words.append(_CARDINALS[rest])
    return " ".join(words)


def _cardinal_text(value: int) -> str:
    return _cardinal_words(value).capitalize() if 0 <= value < _WORDS_LIMIT else str(value)


def _ordinal_text(value: int) -> str:
    if not 0 <= value < _WORDS_LIMIT:
        return _ordinal(value)
    return _LAST_WORD.sub(lambda last: _ordinal_word(last[0]), _cardinal_words(value)).capitalize()


def _ordinal_word(cardinal: str) -> str:
    return _ORDINALS.get(cardinal) or (f"{cardinal[:-1]}ieth" if cardinal.endswith("y") else f"{cardinal}th")


def _full_width(value: int) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in str(value))


def _sexagenary(value: int) -> str:
    return _cycle(_STEMS)(value) + _cycle(_BRANCHES)(value) if value > 0 else str(value)


def _padded(width: int) -> Callable[[int], str]:
    return lambda value: f"{value:0{width}d}"


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": _padded(2),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": _letters(_LATIN.upper()),
    "lowerLetter": _letters(_LATIN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "russianLower": _letters(_RUSSIAN),
    "chicago": _letters("*†‡§"),
    "ganada": _cycle(_GANADA),
    "chosung": _cycle(_CHOSUNG),
    "aiueo": _cycle(_AIUEO_HALF),
    "aiueoFullWidth": _cycle(_AIUEO),
    "iroha": _cycle(_IROHA_HALF),
    "irohaFullWidth": _cycle(_IROHA),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "koreanCounting": lambda value: _plain(value, _KOREAN),
    "koreanLegal": _korean_native,
    "thaiNumbers": _digits("๐๑๒๓๔๕๖๗๘๙"),
    "hindiNumbers": _digits("०१२३४५६७८९"),
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "hex": lambda value: f"{value:X}",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": lambda value: _chinese(value, _COUNTING, bare_ten=True),
    "taiwaneseCountingThousand": lambda value: _chinese(value, _COUNTING_TRADITIONAL, bare_ten=True),
    "japaneseCounting": lambda value: _plain(value, _JAPANESE),
    "japaneseLegal": lambda value: _plain(value, _JAPANESE_LEGAL),
    "ideographDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "taiwaneseDigital": _digitwise,
    "chineseLegalSimplified": _legal(_LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "none": lambda _value: "",
    "bullet": lambda _value: "",
}


def numeral(value: int, number_format: str) -> str:
    """Write a counter's value as a list level does.

    Args:
        value: the counter.
        number_format: the `w:numFmt` of the level; one that is not known counts in decimal figures, and one of leading
            zeros ("001") pads to its width.
    """
    if number_format.isdecimal():
        return _padded(min(len(number_format), 9))(value)
    return _FORMATS.get(number_format, str)(value)
