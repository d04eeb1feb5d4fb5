"""People who are named by their family name alone: 王某, 李某某, of whom the English makes somebody else."""

import re
from collections.abc import Iterator
from typing import Final

from drafter.checks.pair.differs import Differs
from drafter.language.tokens import english_vocabulary
from drafter.model import Span

_SPELT: Final = """
王 Wang|李 Li|张 Zhang|刘 Liu|陈 Chen|杨 Yang|赵 Zhao|黄 Huang|周 Zhou|吴 Wu|徐 Xu|孙 Sun|胡 Hu|朱 Zhu|高 Gao|林 Lin
何 He|郭 Guo|马 Ma|罗 Luo|梁 Liang|宋 Song|郑 Zheng|谢 Xie|韩 Han|唐 Tang|冯 Feng|于 Yu|董 Dong|萧 Xiao|肖 Xiao
程 Cheng|曹 Cao|袁 Yuan|邓 Deng|许 Xu|傅 Fu|沈 Shen|曾 Zeng|彭 Peng|吕 Lyu|苏 Su|卢 Lu|蒋 Jiang|蔡 Cai|贾 Jia
丁 Ding|魏 Wei|薛 Xue|叶 Ye|阎 Yan|余 Yu|潘 Pan|杜 Du|戴 Dai|夏 Xia|钟 Zhong|汪 Wang|田 Tian|任 Ren|姜 Jiang|范 Fan
方 Fang|石 Shi|姚 Yao|谭 Tan|廖 Liao|邹 Zou|熊 Xiong|金 Jin|陆 Lu|郝 Hao|孔 Kong|白 Bai|崔 Cui|康 Kang|毛 Mao|邱 Qiu
秦 Qin|江 Jiang|史 Shi|顾 Gu|侯 Hou|邵 Shao|孟 Meng|龙 Long|万 Wan|段 Duan|雷 Lei|钱 Qian|汤 Tang|尹 Yin|黎 Li|易 Yi
常 Chang|武 Wu|乔 Qiao|贺 He|赖 Lai|龚 Gong|文 Wen
"""
_BY_SIGN: Final = dict(row.split(" ") for line in _SPELT.split("\n") for row in line.split("|") if row)
_ZH: Final = re.compile(
    f"(?<![某{''.join(_BY_SIGN)}])(?P<sign>[{''.join(_BY_SIGN)}])某(?![些个一种地市县省处年月日项])"
)
# Where an English word of these letters is surely a name.
_EN: Final = re.compile(
    r"\b(?:(?:sur)?named|Mr\.?|Mrs\.?|Ms\.?|Miss|suspect|driver|defendant|resident|villager|owner)\s(?P<name>[A-Z][a-z]{1,5})\b"
    r"|(?:(?<=^)|(?<=\.\s))(?P<first>[A-Z][a-z]{1,5})(?=\s(?:was|is|has|had|did|said|refused|admitted|drove|ran|failed)\b|,)"
)
_ALSO: Final = {"lyu": "lv lu", "xiao": "hsiao", "yan": "yen"}


def other_surnames(zh: str, en: str) -> Iterator[Differs]:
    """Give the family name in the English that stands where the Chinese has another one.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    if "某" not in zh:
        return
    ours = {_BY_SIGN[found["sign"]]: found for found in _ZH.finditer(zh)}
    there = english_vocabulary(en)
    lost = [name for name in ours if there.isdisjoint((name.lower(), *_ALSO.get(name.lower(), "").split()))]
    known = set(_BY_SIGN.values())
    theirs = [
        (found[group], found.span(group)) for found in _EN.finditer(en) for group in ("name", "first") if found[group]
    ]
    foreign = {name for name, _ in theirs if name in known and name not in ours}
    if len(lost) != 1 or len(foreign) != 1:
        return
    for name, place in theirs:
        if name in foreign:
            yield Differs(Span(*place), Span(*ours[lost[0]].span()), lost[0])
