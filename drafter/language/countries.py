"""Countries that got into English by a sign that also abbreviates their name: 马, 以, 德, 法, 泰, 葡."""

import re
from collections.abc import Iterator

from drafter.model import Span

# English name or adjective: Chinese name, and the sign that abbreviates it.
_COUNTRIES = {
    "Malaysia": ("马来", "马"),
    "Malaysian": ("马来", "马"),
    "Israel": ("以色列", "以"),
    "Israeli": ("以色列", "以"),
    "Germany": ("德国", "德"),
    "German": ("德", "德"),
    "France": ("法国", "法"),
    "French": ("法国", "法"),
    "Mexico": ("墨西哥", "墨"),
    "Portugal": ("葡萄牙", "葡"),
    "Portuguese": ("葡", "葡"),
    "Thailand": ("泰国", "泰"),
    "Thai": ("泰", "泰"),
    "Pakistan": ("巴基斯坦", "巴"),
    "Brazil": ("巴西", "巴"),
    "Peru": ("秘鲁", "秘"),
    "Chile": ("智利", "智"),
    "Egypt": ("埃及", "埃"),
    "Myanmar": ("缅甸", "缅"),
    "Vietnam": ("越南", "越"),
    "Laos": ("老挝", "老"),
    "Philippines": ("菲律宾", "菲"),
    "Singapore": ("新加坡", "新"),
    "Canada": ("加拿大", "加"),
    "Spain": ("西班牙", "西"),
    "Italy": ("意大利", "意"),
    "Iran": ("伊朗", "伊"),
    "Iraq": ("伊拉克", "伊"),
    "Cuba": ("古巴", "古"),
    "Argentina": ("阿根廷", "阿"),
    "Greece": ("希腊", "希"),
    "Britain": ("英", "英"),
    "Japan": ("日本", "日"),
}
_NAMED = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(_COUNTRIES, key=len, reverse=True))})(?![A-Za-z])")
# Signs of countries side by side, or with what belongs to a country, do name them: 中德, 法方, 日元.
_SIGNS = "".join(sorted({sign for _name, sign in _COUNTRIES.values()}))


def countries_out_of_place(source: str, text: str) -> Iterator[Span]:
    """Give the countries that the English names and the Chinese does not, though it has their sign in another word.

    Args:
        source: the Chinese.
        text: the English.
    """
    for found in _NAMED.finditer(text):
        name, sign = _COUNTRIES[found[0]]
        if sign in source and name not in source and not _abbreviates(source, sign):
            yield Span(*found.span())


def _abbreviates(source: str, sign: str) -> bool:
    return (
        re.search(rf"[中美俄韩朝欧{_SIGNS}]{sign}|{sign}[中美俄韩朝方国元媒军裔籍语资航队企商{_SIGNS}]", source)
        is not None
    )
