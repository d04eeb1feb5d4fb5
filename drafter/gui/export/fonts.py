"""The fonts that official documents ask for: which of them this machine lacks, and what stands in."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontDatabase

from drafter.gui.toolbox.fonts import families

_SERIF: Final = (
    "Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "宋体", "SimSun", "Songti SC", "STSong", "方正书宋_GBK",
    "AR PL UMing CN",
)  # fmt: skip
_SANS: Final = ("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "微软雅黑", "Microsoft YaHei", "PingFang SC",
                "WenQuanYi Micro Hei")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Official:
    """A font of official documents.

    Attributes:
        name: as our files name it.
        same: other names of the same letters, as Windows, macOS, Kylin and UOS carry them.
        near: families of the same kind, best first.
    """

    name: str
    same: tuple[str, ...]
    near: tuple[str, ...] = _SERIF


OFFICIAL: Final = (
    Official(
        "方正小标宋简体",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GBK", "方正小标宋_GB18030", "FZXBSJW--GB1-0",
         "方正小标宋", "小标宋"),
    ),
    Official(
        "仿宋_GB2312",
        ("FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋_GB18030", "方正仿宋简体", "FZFangSong-Z02",
         "FZFangSong-Z02S", "华文仿宋", "STFangsong", "CESI仿宋-GB2312"),
    ),
    Official(
        "楷体_GB2312",
        ("KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "方正楷体_GB18030", "方正楷体简体", "FZKai-Z03", "FZKai-Z03S",
         "华文楷体", "STKaiti", "Kaiti SC", "CESI楷体-GB2312", "AR PL UKai CN"),
    ),
    Official(
        "黑体",
        ("SimHei", "方正黑体_GBK", "方正黑体_GB18030", "方正黑体简体", "FZHei-B01", "FZHei-B01S", "华文黑体", "STHeiti",
         "Heiti SC", "CESI黑体-GB2312"),
        _SANS,
    ),
    Official(
        "宋体", ("SimSun", "方正书宋_GBK", "方正书宋_GB18030", "方正书宋简体", "FZShuSong-Z01", "华文宋体", "STSong",
                 "Songti SC", "CESI宋体-GB2312"),
    ),
    Official("Times New Roman", ("Liberation Serif", "Nimbus Roman", "Tinos", "TeX Gyre Termes"), ("DejaVu Serif",)),
)  # fmt: skip
"""GB/T 9704-2012 and the habit of Latin letters beside it."""


def lacking(known: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Give the official fonts that are not there, each with what stands in for it, "" for nothing of its kind.

    Args:
        known: the families that are there; None for those of this machine.
    """
    there = set(QFontDatabase.families()) if known is None else set(known)
    return [
        (one.name, next((name for name in (*one.same, *one.near) if name in there), ""))
        for one in OFFICIAL
        if one.name not in there
    ]


def stand_ins(name: str) -> list[str]:
    """Give the families in which a font is drawn here, the best first.

    Args:
        name: a font as a Word file names it.
    """
    kin = next((one for one in OFFICIAL if name == one.name or name in one.same), None)
    wanted = (name, *kin.same, *kin.near) if kin else (name, *_SERIF)
    there = set(QFontDatabase.families())
    return [*(one for one in wanted if one in there), *families("zh")]
