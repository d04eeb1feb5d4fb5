"""What figures promise: the indicator in full, the year, the year compared with, the place."""

import json
import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from drafter.language.regions import area_of
from drafter.language.targets import read_promises

CORPUS = Path(os.environ.get("DRAFTER_CORPUS") or Path(__file__).parents[3].parent / "shared" / "corpus")
_ALIKE = 0.8

NAMED = [
    ("完成120个村庄污水治理。", ["完成污水治理的村庄数"]),
    ("新建12家绿色工厂。", ["绿色工厂数"]),
    ("建成20个省级、60个市级示范园区。", ["省级示范园区数", "市级示范园区数"]),
    ("全面完成一轮能源审计。", ["能源审计轮次"]),
    ("完成60%的排污口溯源和25%的整治任务。", ["排污口溯源完成比例", "排污口整治任务完成比例"]),
    ("煤炭、矿石、水泥等大宗货物铁路运输比例达到70%。", ["大宗货物铁路运输比例"]),
    ("铁路、水路货运量比2021年分别增长8%和11%。", ["铁路货运量较2021年增长", "水路货运量较2021年增长"]),
    ("NOx、VOCs减排量分别达到420吨、265吨。", ["NOx减排量", "VOCs减排量"]),
    ("窑炉烟气颗粒物、二氧化硫浓度分别不高于10毫克/立方米、35毫克/立方米。", ["窑炉烟气颗粒物浓度", "二氧化硫浓度"]),
    ("线路全长17公里。", ["线路全长"]),
    ("公路周转量占比较2022年下降6个百分点。", ["公路周转量占比较2022年下降"]),
    ("3000吨级及以上的油品泊位建成回收设施。", ["油品泊位吨级（门槛）"]),
    ("800立方米以下炼铁高炉退出。", ["炼铁高炉容积（门槛）"]),
    ("年用电量大于300万千瓦时的企业开展审计。", ["企业年用电量（门槛）"]),
    ("建设4个百万平方米级供暖示范区。", ["供暖示范区数", "供暖示范区规模"]),
    ("打造2000亿级新材料产业集群。", ["新材料产业集群规模"]),
    ("加油站（点）抽检率达到90%。", ["加油站（点）抽检率"]),
    ("以600万亩高标准农田建设为重点。", ["高标准农田建设面积"]),
    ("空气质量排名退出后10位。", ["空气质量排名（倒数位次）"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[text for text, _ in NAMED])
def test_indicator_is_whole(text: str, names: list[str]) -> None:
    assert [promise.indicator for promise in read_promises(text, "zh")] == names


def test_threshold_promises_nothing() -> None:
    told = {
        one.quantity.text: one.threshold for one in read_promises("到2027年，5000吨级以上泊位岸电覆盖率达90%。", "zh")
    }
    assert told == {"5000吨级以上": True, "90%": False}


def test_year_and_year_compared_with() -> None:
    (one,) = read_promises("到2028年，煤炭消费量比2025年下降6%。", "zh")
    assert (one.year, one.baseline_year) == (2028, 2025)
    (other,) = read_promises("By 2028 coal consumption shall fall by 6% compared with 2025.", "en")
    assert (other.year, other.baseline_year) == (2028, 2025)


def test_place_of_another_part_is_not_taken_over() -> None:
    told = read_promises("完成云江流域调查；到2027年，修复矿山9万亩，其中云江流域3万亩。", "zh")
    assert [one.region for one in told] == [None, "云江流域"]


def test_place_of_a_focus_is_its_own() -> None:
    (one,) = read_promises("以云岭县为重点推进治理，完成水土保持260平方公里。", "zh")
    assert one.region is None


def gold(name: str) -> Iterator[tuple[bool, bool]]:
    """Say of each labelled figure whether year and place are right, and whether the indicator is recognisable."""
    lines = (CORPUS / name / "zh.txt").read_text(encoding="utf-8").split("\n")
    area = area_of(lines[:12], "zh")
    told = {number: list(read_promises(line, "zh")) for number, line in enumerate(lines, 1)}
    for row in map(json.loads, (CORPUS / name / "quantities.jsonl").read_text(encoding="utf-8").splitlines()):
        same = [one for one in told[row["line"]] if float(one.quantity.value) == row["value"]]
        if not same:
            yield False, False
            continue
        best = max(same, key=lambda one: (one.year == row["year"], _alike(one.indicator, row["indicator_zh"])))
        told[row["line"]].remove(best)
        place = best.region or area or ""
        yield (
            best.year == row["year"] and _alike(place, row["region_zh"] or "") >= _ALIKE,
            _alike(best.indicator, row["indicator_zh"]) >= _ALIKE,
        )


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled texts are not at hand")
def test_labelled_figures() -> None:
    rows = [row for name in ("hunan", "henan") for row in gold(name)]
    placed, named = (sum(part) / len(rows) for part in zip(*rows, strict=True))
    assert placed >= 0.9, placed
    assert named >= _ALIKE, named
