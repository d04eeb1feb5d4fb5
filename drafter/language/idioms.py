"""Chinese words that hold a numeral but count nothing: idioms (千方百计), names of places and firms (九江, 三星)."""

import re
from collections.abc import Iterator

from drafter.model import Span

_IDIOMS = """
千方百计 七上八下 三番五次 三番两次 五花八门 千家万户 千载难逢 百年大计 成千上万 千千万万 万无一失
一心一意 三心二意 四面八方 五湖四海 七嘴八舌 九牛一毛 十全十美 百发百中 千军万马 万众一心 一石二鸟
一举两得 两全其美 三令五申 四通八达 五颜六色 六神无主 八仙过海 百花齐放 百家争鸣 千变万化 千山万水
万事如意 千篇一律 一五一十 接二连三 三长两短 三三两两 丢三落四 颠三倒四 不三不四 朝三暮四 低三下四
张三李四 乱七八糟 七零八落 七手八脚 横七竖八 杂七杂八 九死一生 百里挑一 百折不挠 数一数二 独一无二
一清二楚 一干二净 略知一二 说一不二 三言两语 两面三刀 一刀两断 半信半疑 一知半解 三头六臂 三位一体
四分五裂 四舍五入 五光十色 五体投地 六亲不认 十字路口 十万火急 百依百顺 千真万确 千言万语 千辛万苦
千钧一发 万紫千红 万水千山 一日千里 一落千丈 千丝万缕 万一 万分(?!之) 一步一步 一点一滴 一草一木 一言一行
一点一点 一问一答 一前一后 一来二去 一波三折 一刀切 一盘棋 一揽子 一窝蜂 一条龙 一次性 一体化 一带一路 三农
两会 两岸 二战 一战 千万不要 千万别 万岁 百科 百货 百姓 百度 十足 十分 万能 万物 千古 千秋 四季
四周 四处 四肢 五官 八卦 三明治 半斤八两 百般 百倍努力 千古罪人 万象更新 五谷丰登 六畜兴旺 三顾茅庐
二话不说 万般 万万没想到 众口一词 一二线 三四线 七夕 八一建军节 五一劳动节 六一儿童节 十一黄金周 一举
千里之外 千里之遥 千里迢迢 千里之行 千里马 不远万里 万里长城 万里长征 万里无云 百闻不如一见 千奇百怪 千疮百孔
千姿百态 千锤百炼 千差万别 千头万绪 千呼万唤 千秋万代 万家灯火 万人空巷 万马奔腾 百无聊赖 百感交集 百战百胜
行百里者半九十 百里者半九十 行百里半九十 千里之堤 三百六十行 三十年河东 三十年河西 三七二十一 此地无银三百两 三十六计
七七四十九 九九八十一难 十万八千里 二万五千里长征 两万五千里长征 八千里路 飞流直下三千尺 疑是银河落九天
弱水三千 三千弱水 七十二变 七十二行 十八般武艺 女大十八变 十八罗汉 七十古来稀 五十步笑百步 行万里路 读万卷书 千里共婵娟
四两拨千斤 半百 百里长卷 千里送鹅毛 千里眼 千里冰封 万里雪飘 万里晴空 鹏程万里 一泻千里 沃野千里 谬以千里 拒人千里
三天两头 十年树木 一丝一毫 五脏六腑 七老八十 四平八稳 五味杂陈 九霄云外 九牛二虎 三教九流 两袖清风 两败俱伤
千斤重担 决胜千里 两小无猜 一箭双雕 一朝一夕 一叶知秋 一马当先 一鸣惊人 一视同仁 三生有幸 万众瞩目
一律 一旦 一度 一致 一直 一向 一切 一般 一定 一些 一样 一起 一同 一再 一味 一时 一手 一流 一线
"""
_NAMES = """
四川 九江 三亚 六安 三门峡 十堰 七台河 八达岭 九寨沟 千岛湖 万达 万科 三星 五粮液 三峡 五台山
百色 万宁 三明 四平 双鸭山 六盘水 九龙 千叶 三菱 三井 百胜 百事 万象 万隆 万豪 百老汇 五角大楼
一汽 二汽 三一重工 七匹狼 万州 万安 万年县 五河 五莲 三水 三原 三河市 六合 九华山 八里桥 百慕大
百达翡丽 千禧 两江新区 两广 两湖 两淮 三江源 三沙 四平路 五常 五大连池 七星 八公山 十渡 十里河
九台 九三学社 一次能源 二次能源 一次电力 二次电力 二次污染 二次供水 二次扬尘 二次创业 二次元 二次颗粒物 二次利用
二次加压 二次装修 二次开发 二次电池 一次电池 二次铝 二次资源
"""
# Days and campaigns named by their date; no part of a year in words (一九七一年).
_DAYS = (
    r"[双五六七八十三九一](?<![0-9零〇一二三四五六七八九十百].)"
    r"(?:(?<=双)(?:十[一二]|1[12])|(?<=五)[一四]|(?<=[六七])一|(?<=八)一|(?<=十)一(?=黄金周|假期|长假|国庆)|(?<=三)(?:八|一五)|(?<=九)一八|(?<=一)二·?九)"
    r"(?![0-9零〇一二三四五六七八九十百千万年月日号个名家])"
)
_WORDS = tuple(sorted({*_IDIOMS.split(), *_NAMES.split()}, key=len, reverse=True))
_HEADS = sorted({word[0] for word in _WORDS})
# Words that begin alike stand in one group, so that most places of a text are passed at a glance.
_GROUPS = (f"{head}(?:{'|'.join(word[1:] for word in _WORDS if word[0] == head)})" for head in _HEADS)
_PATTERN = re.compile("|".join(_GROUPS))
_DAY = re.compile(_DAYS)
_FINALS = re.compile(r"(?:[二四八]|十六|三十二|六十四)分之一决赛|1/(?:2|4|8|16|32|64)\s?决赛")  # rounds of a cup
_SUM = re.compile(r"1\s?[+＋]\s?1\s?(?:大于|小于|不等于|等于|[>＞≠=＝])\s?[23]")  # more than the sum of its parts
_DOTTED = re.compile(r"[“\"]?[369]·(?:1?[0-9])[”\"]?|[0-9]{1,2}·[0-9]{1,2}(?![0-9])")  # the “9·18” of 1931


def idioms(text: str) -> Iterator[Span]:
    """Give the stretches of a Chinese text whose numerals count nothing.

    Args:
        text: Chinese text.
    """
    more = (
        ((_DOTTED,) if "·" in text else ())
        + ((_FINALS,) if "决赛" in text else ())
        + ((_SUM,) if "+" in text or "＋" in text else ())
    )
    for pattern in (_PATTERN, _DAY, *more):
        for found in pattern.finditer(text):
            yield Span(*found.span())
