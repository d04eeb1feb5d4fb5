"""A made-up plan and its English, of any length, for tests that need no corpus."""

import random

from tests.alignment.damage import Pair, Piece

# What a made-up plan is made of: Chinese beside English.
_DOING = [
    ("加强", "Strengthen"), ("推进", "Advance"), ("完善", "Improve"), ("加快", "Accelerate"), ("开展", "Carry out"),
    ("落实", "Implement"), ("建立", "Establish"), ("优化", "Optimize"), ("支持", "Support"),
    ("严格控制", "Strictly control"),
]  # fmt: skip
_KIND = [
    ("绿色", "green"), ("重点", "key"), ("清洁", "clean"), ("农村", "rural"), ("传统", "traditional"),
    ("公共", "public"),    ("新型", "new"), ("地方", "local"), ("国际", "international"), ("数字", "digital"),
]  # fmt: skip
_THING = [
    ("能源", "energy"), ("工业企业", "industrial enterprises"), ("道路运输", "road transport"), ("医院", "hospitals"),
    ("学校", "schools"), ("水质", "water quality"), ("旅游", "tourism"), ("港口", "ports"), ("锅炉", "boilers"),
    ("土壤", "soil"), ("森林", "forests"), ("粮食", "grain"), ("市场", "markets"), ("贷款", "loans"),
    ("博物馆", "museums"),
]  # fmt: skip
_WHAT = [
    ("管理", "management"), ("监测", "monitoring"), ("建设", "construction"), ("改造", "transformation"),
    ("服务", "services"), ("培训", "training"), ("调查", "surveys"), ("保护", "protection"), ("投资", "investment"),
]  # fmt: skip


def _sentence(chance: random.Random) -> tuple[str, str]:
    zh, en = "", ""
    for clause in range(chance.randint(1, 3)):
        parts = [chance.choice(words) for words in (_DOING, _KIND, _THING, _WHAT)]
        zh += ("，" if clause else "") + "".join(part[0] for part in parts)
        en += ", " * bool(clause) + " ".join(part[1] for part in parts)
    if chance.random() < 0.4:
        figure = chance.randint(2, 900)
        zh, en = f"到2030年，{zh}，提高{figure}%", f"By 2030, {en}, up {figure}%"
    return zh + "。", en + "."


def made_up(units: int, seed: int = 0, sentences: int = 3) -> Pair:
    """Make a pair of so many paragraphs, some of them numbered headings."""
    chance = random.Random(seed)
    zh, en = [], []
    item = 0
    for number in range(units):
        if number % 6 == 0:
            item += 1
            thing, what = chance.choice(_THING), chance.choice(_WHAT)
            texts = (f"{item}.{thing[0]}{what[0]}", f"{item}. {thing[1].capitalize()} {what[1]}")
        else:
            parts = [_sentence(chance) for _ in range(chance.randint(1, sentences))]
            texts = ("".join(part[0] for part in parts), " ".join(part[1] for part in parts))
        zh.append(Piece(texts[0], frozenset([number])))
        en.append(Piece(texts[1], frozenset([number])))
    return Pair(zh, en)
