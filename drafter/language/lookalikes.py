"""Characters taken for others of the same shape, as a scan's recognition takes them: 日 and 曰, 〇 and O, 1 and l.

Only shapes that no sound text has are told: each Chinese misreading is a string that is no word, with the words that
contain it by chance left out (深人 but not 资深人士).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.language.words import commonness, is_common_word
from drafter.model import Side, Span


class Lookalike(NamedTuple):
    """A stretch of text read wrongly.

    Attributes:
        span: the characters.
        meant: what they must have been.
        sure: whether nothing else can have been meant.
    """

    span: Span
    meant: str
    sure: bool


# In a pattern the misread character is the group "x"; what stands round it shows that it is misread.
_DONE = "完成|达标|达到|经|按|落实|取得|实现|批先建|纳入"
_BEGUN = "开展|推进|实施|打好|打击|贯彻|落实|学习|推动|整治"
_MISREAD = re.compile(r"\?P<x>\[?([^\])]+)")
_ZH_SHAPES = tuple(
    (_MISREAD.findall(pattern)[0], re.compile(pattern), meant)
    for pattern, meant in [
        # 曰 and 目 for 日: after the number of a day, and in words of time
        (r"月\s?[0-9〇一二三四五六七八九十]{1,3}\s?(?P<x>[曰目])(?![前标的录])", "日"),
        (r"(?<=[今每近昨期节假])(?P<x>曰)", "日"),
        (r"(?P<x>曰)(?=[均起常报益期])", "日"),
        # 未 for 末, 末 for 未
        (r"[0-9一二三四五六七八九十]年底?(?P<x>未)(?=[，。；、）)]|$|前[，。；、]|前?(?:力争|全市|全省|全国))", "末"),
        (r"[0-9一二三四五六七八九十]月(?P<x>未)(?=前?[，。；、）)]|$)", "末"),
        (rf"(?<![月年周季期岁本始旬纪春夏秋冬段])(?P<x>末)(?={_DONE})", "未"),
        # 己 and 巳 for 已
        (r"(?<![自知异克])(?P<x>[己巳])(?=经|有[0-9]|完成|建成|建立|达到|实现|纳入|取得|累计|超过|于[0-9])", "已"),
        # 人 for 入
        (r"(?<![吸接容])纳(?P<x>人)(?![才员口家民工选])", "入"),
        (rf"(?<!资)深(?P<x>人)(?={_BEGUN})", "入"),
        (r"投(?P<x>人)(?![力手])", "入"),
        (r"(?:介|进|收|注|融|列|嵌)(?P<x>人)(?=[0-9]|[了到使运]|河|库|市场|增长)", "入"),
        # 冶 for 治, 治 for 冶
        (r"(?<=[整防根综])(?P<x>冶)", "治"),
        (r"(?P<x>冶)(?=理)", "治"),
        (r"(?P<x>治)(?=炼)", "冶"),
        # 干 for 千 in a unit, 千 for 干, 干 for 于
        (r"[0-9十百万亿]\s?(?P<x>干)(?=克|瓦|米|伏|吨|公顷|人|户|万)", "千"),
        (r"(?:/|／|每)(?P<x>干)(?=克|瓦|米)", "千"),
        (r"(?<=若)(?P<x>千)(?=意见|措施|政策|规定|问题)", "干"),
        (r"[关对低高少小位属限晚早基鉴由](?P<x>干)(?=[0-9]|印发|进一步|加强|做好|开展|推进)", "于"),
        # others
        (r"(?<=[大空])(?P<x>汽)(?=污染|质量)", "气"),
        (r"(?<=气)(?P<x>侯)", "候"),
        (r"(?P<x>坏)(?=境)", "环"),
        (r"(?<!安)(?P<x>徽)(?=克|米|粒)", "微"),
        (r"(?P<x>士)(?=壤)", "土"),
        (r"(?<!选)(?P<x>拔)(?=款|付)", "拨"),
        (r"(?P<x>夭)(?=然气)", "天"),
        (r"(?P<x>兔)(?=征|费|除|税)", "免"),
    ]
)
_EVER_MISREAD = frozenset("".join(misread for misread, _shape, _meant in _ZH_SHAPES))
_ZH_DIGITS = "一二三四五六七八九〇"
# 二O二三年, 二0二三年, 〔二o二三〕: a year in characters, its nought read as a letter or a digit
_HAN_YEAR = re.compile(
    rf"(?<![{_ZH_DIGITS}0-9A-Za-z])(?=[一二]\S{{3}}[年〕\]）])[一二][{_ZH_DIGITS}0OoQ○零]{{3}}(?=[年〕\]）])"
)
_NOUGHT = re.compile("[0OoQ○零]")

# A figure with letters in it: 2O23, l00, 3O%. What follows shows that it is a figure, not a name (CO2, B12, 10 l).
_LETTER_IN_FIGURE = re.compile(r"[0-9](?:[.,]?[OoQlI|]|(?<=[OoQlI|].)|(?<=[OoQlI|][.,].))")
_DIGIT_OF = str.maketrans("OoQlI|", "000111")
_FIGURE = re.compile(r"(?<![A-Za-z0-9.\-–/+|])[0-9OoQlI|]{2,}(?:[.,][0-9OoQlI|]+)*(?![A-Za-z0-9\-+|])")
_ZH_MEASURED = re.compile(r"\s?(?:[年月日%％‰号倍家个吨亿万亩克米]|微克|毫克|千|公里|平方|立方)")
_EN_MEASURED = re.compile(
    r"\s?(?:%|％|per\s?cent\b|(?:million|billion|trillion|tons?|tonnes?|km|mu|hectares?|yuan|RMB|kW|MW|μg|mg|days?"
    r"|months?"
    r"|years?)(?![a-z]))"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_WORD_WITH_DIGITS = re.compile(r"(?<![A-Za-z0-9@./_|\-])[A-Za-z01|]{4,40}(?![A-Za-z0-9@/_|\-])")
_DIGIT_IN_WORD = re.compile(r"[01|](?:[A-Za-z]|(?<=[A-Za-z].))")
_FIGURE_WITH_UNIT = re.compile(r"[01]+[a-z]{1,2}")  # 100m, 10km
_LETTERS_OF = str.maketrans("01|", "oll")

# Cyrillic and Greek capitals that look like Latin ones, inside a Latin word or before a figure: РМ2.5.
_FOREIGN = "АВЕКМНОРСТХаеорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_LATIN_OF = str.maketrans(_FOREIGN, "ABEKMHOPCTXaeopcyxABEZHIKMNOPTYXo")
_ANY_FOREIGN = re.compile(f"[{_FOREIGN}]")
_MIXED_WORD = re.compile(rf"(?<!\w)[A-Za-z{_FOREIGN}]{{1,40}}")


def find_lookalikes(text: str, side: Side) -> Iterator[Lookalike]:
    """Give the misread characters of a text.

    Args:
        text: one paragraph or clause.
        side: the language it is written in.
    """
    if side == "zh":
        yield from _in_chinese(text)
    else:
        yield from _in_words(text)
    yield from _in_figures(text, side)
    yield from _in_scripts(text)


def _in_chinese(text: str) -> Iterator[Lookalike]:
    present = _EVER_MISREAD.intersection(text)
    for misread, shape, meant in _ZH_SHAPES if present else ():
        if present.isdisjoint(misread):
            continue
        for found in shape.finditer(text):
            yield Lookalike(Span(*found.span("x")), meant, sure=False)
    for found in _HAN_YEAR.finditer(text):
        if _NOUGHT.search(found[0]):
            yield Lookalike(Span(*found.span()), _NOUGHT.sub("〇", found[0]), sure=True)


def _in_figures(text: str, side: Side) -> Iterator[Lookalike]:
    if _LETTER_IN_FIGURE.search(text) is None:
        return
    measured = _ZH_MEASURED if side == "zh" else _EN_MEASURED
    for found in _FIGURE.finditer(text):
        read = found[0].translate(_DIGIT_OF)
        if read == found[0] or not any(character.isdigit() for character in found[0]):
            continue
        year = _YEAR.fullmatch(read) is not None and sum(map(str.isdigit, found[0])) >= 2
        if year or measured.match(text, found.end()):
            yield Lookalike(Span(*found.span()), read, sure=True)


def _in_words(text: str) -> Iterator[Lookalike]:
    if _DIGIT_IN_WORD.search(text) is None:
        return
    for found in _WORD_WITH_DIGITS.finditer(text):
        meant = found[0].translate(_LETTERS_OF)
        written_as_word = meant != found[0] and any(map(str.islower, found[0]))
        if _FIGURE_WITH_UNIT.fullmatch(found[0]):
            continue
        if written_as_word and is_common_word(meant) and not commonness(found[0]):
            yield Lookalike(Span(*found.span()), meant, sure=True)


def _in_scripts(text: str) -> Iterator[Lookalike]:
    if text.isascii() or _ANY_FOREIGN.search(text) is None:
        return
    for found in _MIXED_WORD.finditer(text):
        read = found[0].translate(_LATIN_OF)
        own_script = read == found[0] or all(character in _FOREIGN for character in found[0])
        if not own_script or (read != found[0] and text[found.end() : found.end() + 1].isdigit()):
            yield Lookalike(Span(*found.span()), read, sure=True)
