"""Made-up pairs by the thousand: a seeded generator of sound sentences whose figures agree on both sides."""

import random
from collections.abc import Callable, Iterator
from decimal import Decimal

Pair = tuple[str, str]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_THINGS = (
    ("水泥", "cement"), ("大豆", "soya beans"), ("生铁", "pig iron"), ("纸浆", "pulp"), ("化肥", "fertiliser"),
    ("海盐", "sea salt"), ("砂石", "gravel"), ("玉米", "maize"), ("木材", "timber"), ("煤炭", "coal"),
)  # fmt: skip
_PLACES = (
    ("柏山县", "Baishan County"), ("澄湖市", "Chenghu City"), ("云岭区", "Yunling District"),
    ("松河镇", "Songhe Town"), ("海棠县", "Haitang County"), ("望江市", "Wangjiang City"),
)  # fmt: skip
_SHARES = (
    ("新能源公交车占比", "the share of new energy buses"), ("森林覆盖率", "forest cover"),
    ("垃圾分类覆盖率", "the reach of waste sorting"), ("铁路货运比例", "the share of rail in freight"),
    ("再生水利用率", "the use of reclaimed water"), ("秸秆还田率", "the share of straw returned to the fields"),
)  # fmt: skip


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def zh_number(value: int) -> str:
    """Write a whole number as a plan does: 1500, 3.2万, 1.5亿."""
    for name, size in (("亿", 10**8), ("万", 10**4)):
        if value >= size and value % (size // 100) == 0:
            return _plain(Decimal(value) / size) + name
    return str(value)


def en_number(value: int) -> str:
    """Write a whole number as English does: 1,500, 32,000, 150 million."""
    for name, size in (("billion", 10**9), ("million", 10**6)):
        if value >= size and value % (size // 100) == 0:
            return f"{_plain(Decimal(value) / size)} {name}"
    return f"{value:,}"


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def size(self) -> int:
        digits = self.random.randint(11, 99) if self.random.random() < 0.5 else self.random.randint(101, 999)
        return digits * 10 ** self.random.choice((1, 2, 3, 4, 5, 6, 7))

    def count(self) -> int:
        return self.random.randint(12, 980)

    def share(self) -> str:
        return _plain(Decimal(self.random.randint(110, 899)) / self.random.choice((10, 10, 1)) % 90 + 8)

    def year(self) -> int:
        return self.random.randint(2018, 2034)

    def month(self) -> int:
        return self.random.randint(1, 12)

    def day(self) -> int:
        return self.random.randint(2, 28)


def _output(m: _Maker) -> Pair:
    (zh, en), (there, place), n, year = m.random.choice(_THINGS), m.random.choice(_PLACES), m.size(), m.year()
    return (
        f"{year}年，{there}{zh}产量为{zh_number(n)}吨。",
        f"In {year}, {place} produced {en_number(n)} tonnes of {en}.",
    )


def _points(m: _Maker) -> Pair:
    (zh, en), year, by = m.random.choice(_SHARES), m.year(), _plain(Decimal(m.random.randint(11, 95)) / 10)
    return f"到{year}年，{zh}提高{by}个百分点。", f"By {year}, {en} is to rise by {by} percentage points."


def _floor(m: _Maker) -> Pair:
    (zh, en), share = m.random.choice(_SHARES), m.share()
    words = m.random.choice(("no less than", "not less than", "at least"))
    return f"{zh}不低于{share}%。", f"{en.capitalize()} shall be {words} {share}%."


def _ceiling(m: _Maker) -> Pair:
    limit = m.random.randint(12, 190)
    words = m.random.choice(("no more than", "not exceed", "at most"))
    verb = "shall" if words == "not exceed" else "shall be"
    return f"排放浓度不超过{limit}毫克/立方米。", f"Emissions {verb} {words} {limit} mg/m³."


def _dust(m: _Maker) -> Pair:
    (there, place), year, mean = m.random.choice(_PLACES), m.year(), m.random.randint(21, 59)
    return (
        f"{year}年，{there}细颗粒物年均浓度控制在{mean}微克/立方米以内。",
        f"In {year}, the annual mean of fine particles in {place} is to be kept within {mean} μg/m³.",
    )


def _power(m: _Maker) -> Pair:
    kw, kwh = m.random.randint(12, 96) * 10**4, m.random.randint(12, 96) * 10**7
    return (
        f"新增装机{zh_number(kw)}千瓦，年发电量{zh_number(kwh)}千瓦时。",
        f"Add {en_number(kw)} kW of capacity, generating {en_number(kwh)} kWh a year.",
    )


def _land(m: _Maker) -> Pair:
    (there, place), mu = m.random.choice(_PLACES), m.random.randint(12, 96) * 1000
    return f"{there}植树造林{zh_number(mu)}亩。", f"{place} will plant trees on {en_number(mu)} mu."


def _roads(m: _Maker) -> Pair:
    km, yuan = m.count(), m.random.randint(11, 98) * 10**7
    return (
        f"新建道路{km}公里，总投资{zh_number(yuan)}元。",
        f"A total of {km} km of roads will be built at a cost of {en_number(yuan)} yuan.",
    )


def _day(m: _Maker) -> Pair:
    year, month, day, (there, place) = m.year(), m.month(), m.day(), m.random.choice(_PLACES)
    return (
        f"{there}大桥于{year}年{month}月{day}日通车。",
        f"The {place} bridge opened to traffic on {day} {_MONTHS[month - 1]} {year}.",
    )


def _deadline(m: _Maker) -> Pair:
    year, month, number = m.year(), m.month(), m.count()
    return (
        f"{year}年{month}月底前，完成{number}家企业改造。",
        f"By the end of {_MONTHS[month - 1]} {year}, {number} enterprises are to be rebuilt.",
    )


def _standard(m: _Maker) -> Pair:
    kind, number, year = (
        m.random.choice(("GB", "HJ", "GB/T")),
        m.random.randint(1200, 39000),
        m.random.randint(2001, 2023),
    )
    return f"企业应当执行{kind} {number}—{year}。", f"Enterprises shall follow {kind} {number}-{year}."


def _document(m: _Maker) -> Pair:
    year, number = m.random.randint(2015, 2024), m.random.randint(3, 98)
    return (
        f"根据柏政发〔{year}〕{number}号文件，制定本方案。",
        f"This scheme follows Bai Zheng Fa [{year}] No. {number}.",
    )


def _article(m: _Maker) -> Pair:
    number, fine = m.random.randint(5, 89), m.random.randint(2, 9) * 10**4
    return (
        f"违反第{number}条规定的，处{zh_number(fine)}元以下罚款。",
        f"Whoever violates Article {number} shall be fined up to {fine:,} yuan.",
    )


def _spread(m: _Maker) -> Pair:
    low = m.random.randint(3, 40)
    high = low + m.random.randint(2, 19)
    zh, en, unit = m.random.choice(
        (("含水率控制在", "Moisture is to be kept at", "%"), ("车速保持在", "Speed is to be kept at", "km"))
    )
    if unit == "%":
        return f"{zh}{low}%～{high}%。", f"{en} {low}–{high}%."
    return f"每个乡镇选择{low}～{high}个村。", f"Each township will pick {low}–{high} villages."


def _parts(m: _Maker) -> Pair:
    one, two, three = (m.count() for _ in range(3))
    total = one + two + three
    return (
        f"全市关停企业{total}家，其中东区{one}家、西区{two}家、南区{three}家。",
        f"The city will close {total:,} enterprises: {one} in the east, {two} in the west and {three} in the south.",
    )


def _series(m: _Maker) -> Pair:
    year, start, step = m.random.randint(2021, 2026), m.random.randint(30, 60), m.random.randint(2, 5)
    values = [start - step * index for index in range(3)]
    (there, place) = m.random.choice(_PLACES)
    return (
        f"{year}年、{year + 1}年、{year + 2}年，{there}细颗粒物年均浓度分别降至{values[0]}微克/立方米、"
        f"{values[1]}微克/立方米、{values[2]}微克/立方米。",
        f"In {year}, {year + 1} and {year + 2}, the annual mean of fine particles in {place} is to fall to "
        f"{values[0]} μg/m³, {values[1]} μg/m³ and {values[2]} μg/m³ respectively.",
    )


def _talk(m: _Maker) -> Pair:
    (there, place), (zh, en) = m.random.choice(_PLACES), m.random.choice(_THINGS)
    return (
        f"{there}要加强{zh}市场监管，严厉打击违法行为，切实维护群众利益。",
        f"{place} is to watch the {en} market more closely, crack down on offences and protect the people’s interests.",
    )


def _people(m: _Maker) -> Pair:
    days, people = m.random.randint(12, 88), m.random.randint(12, 980) * 1000
    return (
        f"展会为期{days}天，吸引观众{zh_number(people)}人次。",
        f"The fair lasted {days} days and drew {en_number(people)} visitors.",
    )


def _trade(m: _Maker) -> Pair:
    dollars, share = m.random.randint(12, 980) * 10**6, m.share()
    return (
        f"出口额为{zh_number(dollars)}美元，同比增长{share}%。",
        f"Exports came to ${en_number(dollars)}, up {share} percent year on year.",
    )


_KINDS: tuple[Callable[[_Maker], Pair], ...] = (
    _output, _points, _floor, _ceiling, _dust, _power, _land, _roads, _day, _deadline, _standard, _document, _article,
    _spread, _parts, _series, _talk, _people, _trade, _talk,
)  # fmt: skip


def made_up(count: int, seed: int = 7) -> Iterator[Pair]:
    """Give distinct sound pairs, every kind in turn; the same seed gives the same pairs.

    Args:
        count: how many.
        seed: where the generator begins.
    """
    maker = _Maker(seed)
    seen: set[Pair] = set()
    while len(seen) < count:
        pair = _KINDS[len(seen) % len(_KINDS)](maker)
        if pair in seen:  # few sentences without a figure can be made: an annex tells them apart
            pair = (pair[0][:-1] + f"（附件{len(seen)}）。", pair[1][:-1] + f" (Annex {len(seen)}).")
        seen.add(pair)
        yield pair
