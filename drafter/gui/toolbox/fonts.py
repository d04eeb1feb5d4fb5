"""Which families draw the two languages.

Families are named outright: left to itself Qt draws 直, 门 and 复 with Japanese shapes on many machines.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from drafter.model import Side

CHINESE: Final[tuple[str, ...]] = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "SimSun",
)
_ENGLISH: Final[Mapping[str, tuple[str, ...]]] = {
    "win32": ("Segoe UI", "Calibri", "Arial"),
    "darwin": (".AppleSystemUIFont", "Helvetica Neue", "Helvetica"),
    "linux": ("Noto Sans", "Inter", "Source Sans 3", "Open Sans", "Ubuntu", "Liberation Sans", "DejaVu Sans"),
}  # fmt: skip
# A text is read for hours, a button is read once: it is set a little larger than the desktop's own words.
_READING: Final = 1.2
_SMALLEST: Final = 6.0
_chosen: Final[dict[Side, str]] = {"zh": "", "en": ""}


def choose_families(zh: str, en: str) -> None:
    """Have the texts be read in families that the user chose; "", or one that is not installed, stands for ours."""
    _chosen["zh"], _chosen["en"] = zh, en
    families.cache_clear()


def read_in(points: float, base: QFont) -> QFont:
    """Give the font of words beside which texts are read in a size.

    Args:
        points: the size of the texts.
        base: the font of the program's words.
    """
    font = QFont(base)
    font.setPointSizeF(points / _READING)
    return font


@cache
def families(side: Side) -> tuple[str, ...]:
    """Give the installed families for a side, best first; each list ends in the other language's families.

    The English list comes first for English, so that its quotation marks keep their own width; the Chinese list comes
    first for Chinese, so that they are full-width there.
    """
    known = set(QFontDatabase.families())
    english = [name for name in _ENGLISH.get(sys.platform, _ENGLISH["linux"]) if name in known or name.startswith(".")]
    chinese = [name for name in CHINESE if name in known]
    ours = chinese + english if side == "zh" else english + chinese
    own = _chosen[side]
    return (own, *(name for name in ours if name != own)) if own in known else tuple(ours)


def text_font(side: Side, base: QFont, zoom: float = 1.0) -> QFont:
    """Give the font in which a side's text is read.

    Args:
        side: the language.
        base: the font of the program's words, whose size the desktop chose.
        zoom: the reader's own enlargement.
    """
    font = QFont(base)
    if names := families(side):
        font.setFamilies(list(names))
    size = base.pointSizeF() if base.pointSizeF() > 0 else base.pixelSize() * 0.75
    font.setPointSizeF(max(_SMALLEST, size * _READING * zoom))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font
