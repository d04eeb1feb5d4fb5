"""Traditional characters of the words around figures, for texts that were not turned into simplified ones before."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from drafter.model import Quantity

# Of numerals, units, measure words, bounds, dates, and what stands beside them; each of one meaning.
_PAIRS: Final = (
    "萬万億亿兩两點点級级個个歲岁號号時时間间餘余幾几過过約约達达頃顷畝亩噸吨圓圆錢钱歐欧鎊镑盧卢韓韩週周條条隻只輛辆場场戶户張张層层類类處处屆届對对組组單单國国檔档"
    "紀纪後后內内當当區区縣县鄉乡鎮镇種种項项門门氣气數数減减負负從从將将於于為为爲为長长漲涨佔占釐厘華华攝摄開开貳贰陸陆參叁雙双連连續续標标準准濟济"
    ""
)
_SIMPLIFIED: Final = {ord(_PAIRS[at]): _PAIRS[at + 1] for at in range(0, len(_PAIRS), 2)}
_TRADITIONAL = re.compile(
    "[萬億兩點級個歲號時間餘幾過約達頃畝噸圓錢歐鎊週條輛場戶張層類處屆組單國紀後內來區縣種項門數減於]"
)


def simplified(text: str) -> str:
    """Give a text whose words around figures are in simplified characters, of the same length."""
    return text.translate(_SIMPLIFIED) if _TRADITIONAL.search(text) else text


def as_written(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """Give quantities that were read from a simplified text the words of the text itself."""
    return [replace(one, text=text[one.span.start : one.span.end]) for one in quantities]
