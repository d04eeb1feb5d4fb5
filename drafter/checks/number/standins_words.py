"""The words that say a figure without naming it, and what they may stand for: half, both, a decade; 半, 双."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

TIMES: Final = frozenset(("[century]", "[decade]", "a", "mo", "wk", "d", "h", "min", "s"))
"""The units of time."""

Meaning = tuple[str, Decimal]
"""A unit ("any" for whatever unit) and a value in it."""


def _table(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[Meaning, ...]]:
    """Read `word word: any 2 4, % 50` into a table of what each word may stand for."""
    table: dict[str, tuple[Meaning, ...]] = {}
    for words, meanings in rows:
        said: list[Meaning] = []
        for part in meanings.split(","):
            unit, *values = part.split()
            said.extend((unit, Decimal(value)) for value in values)
        for word in words.split():
            table[word] = (*table.get(word, ()), *said)
    return table


ENGLISH: Final = _table(
    (
        ("half halve halves halved halving", "% 50 -50, any 0.5 2, mo 6, min 30 45, h 12, d 15, a 0.5 50 500 5, wk 26"),
        ("third thirds thirdly", "any 3, % 33 33.3 67 66.7 30"),
        ("quarter quarters quarterly", "any 4 3 0.25, % 25 75, mo 3, min 15, a 25, d 90"),
        ("double doubles doubled doubling twice twofold duo brace", "any 2, x 1 2, % 100 200"),
        ("both pair pairs couple dual two-way second secondary secondly either neither twin twins", "any 2"),
        ("triple triples tripled tripling treble trebled threefold trio thrice hat-trick", "any 3, x 2 3, % 200 300"),
        ("quadruple quadrupled fourfold quartet", "any 4, x 3 4, % 300 400"),
        ("fivefold quintupled", "any 5, x 4 5, % 400 500"),
        ("tenfold", "any 10, x 9 10, % 900 1000"),
        ("dozen dozens", "any 12 10 11 24"),
        ("decade decades", "a 10 20 30, any 10"),
        ("century centuries centenary centennial", "a 100 200, any 100"),
        ("bicentenary bicentennial", "any 200"),
        ("millennium millennia", "a 1000 2000 3000"),
        ("first firstly single once one a an each every another per only sole alone inaugural maiden", "any 1"),
        ("full fully all entire entirely complete completely every everyone whole totally universal", "% 100"),
        ("unanimous unanimously everything", "% 100"),
        ("zero no none nobody nil goalless scoreless", "any 0"),
        ("week weekly weeks", "d 7 5, h 168, wk 1"),
        ("fortnight fortnightly", "d 14 15, wk 2"),
        ("annual annually year yearly years anniversary", "a 1, mo 12, wk 52, d 365 366"),
        ("month monthly months", "mo 1, d 30 31 28, wk 4"),
        ("day daily days clock overnight", "d 1, h 24"),
        ("hour hourly hours", "h 1, min 60, s 3600"),
        ("clock nonstop continuously uninterrupted round night never always", "h 24"),
        ("minute minutes", "min 1, s 60"),
        ("weekend", "d 2"),
        ("tenth tenths tithe", "any 10, % 10 20 30 40 60 70 80 90"),
        ("fifth fifths", "any 5, % 20 40 60 80"),
        ("fourth fourths", "any 4, % 25"),
        ("sixth", "any 6"), ("seventh", "any 7"), ("eighth", "any 8"), ("ninth", "any 9"), ("eleventh", "any 11"),
        ("twelfth", "any 12"), ("thirteenth", "any 13"), ("fourteenth", "any 14"), ("fifteenth", "any 15"),
        ("sixteenth", "any 16"), ("seventeenth", "any 17"), ("eighteenth", "any 18"), ("nineteenth", "any 19"),
        ("twentieth", "any 20"), ("thirtieth", "any 30"), ("fortieth", "any 40"), ("fiftieth", "any 50"),
        ("sixtieth", "any 60"), ("seventieth", "any 70"), ("eightieth", "any 80"), ("hundredth", "any 100"),
        ("teens teenage teenager teenagers teen teens", "any 13 14 15 16 17 18 19"),
        ("twenties", "any 20"), ("thirties", "any 30"), ("forties", "any 40"), ("fifties", "any 50"),
        ("sixties", "any 60"), ("seventies septuagenarian", "any 70"), ("eighties octogenarian", "any 80"),
        ("nineties nonagenarian", "any 90"), ("centenarian", "any 100"),
        ("tens", "any 10 20 30 10000 100000 10000000 100000000"),
        ("hundred hundreds", "any 100"), ("thousand thousands", "any 1000"), ("million millions", "any 1000000"),
        ("billion billions", "any 1000000000"),
        ("majority most", "% 50"), ("noon midday", "any 12"), ("midnight", "any 0 12 24"),
    )
)  # fmt: skip
CHINESE: Final = _table(
    (
        ("半", "any 0.5 2, mo 6, wk 26, min 30, h 12, d 15"),
        ("季", "mo 3, any 4"),
        ("番", "% 100 300, x 2 4 1 3"),
        ("倍", "x 2 1 3, % 100 200"),
        ("双 俩 副", "any 2"),
        ("仨", "any 3"),
        ("年", "a 1, mo 12, wk 52, d 365 366"),
        ("月", "mo 1, d 30 31, wk 4"),
        ("周", "d 7, wk 1"),
        ("天 日 昼", "d 1, h 24"),
        ("时", "h 1, min 60"),
        ("首 独 唯 单", "any 1"),
        ("全 都 满 均 皆", "% 100"),
        ("零 无 未 没", "any 0"),
        ("一对 这对 那对 成对", "any 2"),
        ("一打", "any 12"),
        ("半百", "any 50"),
        ("旬", "a 10 50 60 70 80 90, d 10"),
        ("亚", "any 2"), ("冠", "any 1"),
    )
)  # fmt: skip
