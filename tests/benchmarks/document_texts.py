"""Documents with totals, series and targets in running text and in lists."""

import random

from tests.benchmarks.document_parts import (
    COUNTIES,
    FALLING,
    RISING,
    THINGS,
    Made,
    begin,
    body,
    counts,
    say,
    series,
    spoil_one,
    spoilt,
)


def sum_in_a_sentence(pick: random.Random, fault: bool) -> Made:
    """A total and its parts in one paragraph."""
    made = begin(pick)
    places = pick.sample(COUNTIES, pick.randint(3, 5))
    (thing, unit, things) = pick.choice(THINGS)
    parts = counts(pick, len(places))
    total, *figures = spoil_one(pick, [str(sum(parts)), *map(str, parts)], fault)
    zh_mark, en_mark = pick.choice((("、", ", "), ("，", ", "), ("；", "; ")))
    zh_parts = zh_mark.join(f"{place[0]}{one}{unit}" for place, one in zip(places, figures, strict=True))
    en_parts = en_mark.join(f"{one} in {place[1]}" for place, one in zip(places, figures, strict=True))
    zh = pick.choice(
        (
            f"全市共改造{thing}{total}{unit}，其中{zh_parts}。",
            f"2026年底前完成{total}{unit}{thing}改造：{zh_parts}。",
            f"现有{thing}{total}{unit}，其中：{zh_parts}。",
            f"全市{thing}总数为{total}{unit}，包括{zh_parts}。",
        )
    )
    en = pick.choice(
        (
            f"A total of {total} {things} will be refitted: {en_parts}.",
            f"The city has {total} {things}, including {en_parts}.",
            f"There are {total} {things}, of which {en_parts}.",
        )
    )
    made.at = {say(made, zh, en)}
    body(pick, made)
    return made


def sum_year_by_year(pick: random.Random, fault: bool) -> Made:
    """A task spread over the years."""
    made = begin(pick)
    years = list(range(2024, 2024 + pick.randint(3, 4)))
    parts = counts(pick, len(years), 40, 900)
    (thing, unit, things) = pick.choice(THINGS)
    total, *figures = spoil_one(pick, [str(sum(parts)), *map(str, parts)], fault)
    told = list(zip(years, figures, strict=True))
    zh = pick.choice(
        (
            f"淘汰{thing}{total}{unit}，其中{'、'.join(f'{year}年{one}{unit}' for year, one in told)}。",
            f"对{total}{unit}{thing}逐一治理，{'，'.join(f'{year}年完成{one}{unit}' for year, one in told)}。",
        )
    )
    en = (
        f"In all, {total} {things} will be replaced, of which "
        + ", ".join(f"{one} in {year}" for year, one in told)
        + "."
    )
    made.at = {say(made, zh, en)}
    return made


def sum_in_a_list(pick: random.Random, fault: bool) -> Made:
    """A total and a list below it."""
    made = begin(pick)
    places = pick.sample(COUNTIES, pick.randint(3, 6))
    (thing, unit, things) = pick.choice(THINGS)
    parts = counts(pick, len(places))
    total, *figures = spoil_one(pick, [str(sum(parts)), *map(str, parts)], fault)
    zh_head = pick.choice(
        (
            f"全市改造{thing}{total}{unit}，任务分解如下：",
            f"改造{thing}{total}{unit}，其中：",
            f"完成{thing}改造{total}{unit}，具体为：",
        )
    )
    en_head = pick.choice(
        (
            f"The city will refit {total} {things}, as follows:",
            f"A total of {total} {things} will be refitted, of which:",
        )
    )
    made.at = {say(made, zh_head, en_head)}
    style = pick.choice(("dot", "bracket", "none"))
    for number, (place, one) in enumerate(zip(places, figures, strict=True), 1):
        end_zh, end_en = ("。", ".") if number == len(places) else ("；", ";")
        zh_mark = {"dot": f"{number}.", "bracket": f"（{'一二三四五六'[number - 1]}）", "none": ""}[style]
        en_mark = {"dot": f"{number}. ", "bracket": f"({number}) ", "none": ""}[style]
        say(made, f"{zh_mark}{place[0]}{one}{unit}{end_zh}", f"{en_mark}{place[1]}: {one}{end_en}")
    body(pick, made)
    return made


def trend_in_text(pick: random.Random, fault: bool) -> Made:
    """A series told in one sentence, in several, or in several paragraphs."""
    made = begin(pick)
    years = list(range(2024, 2024 + pick.randint(3, 4)))
    (zh_name, zh_unit, en_name, en_unit), direction, figures = series(pick, fault, len(years))
    zh_verb, en_verb = ("降至", "fall to") if direction < 0 else ("提高到", "rise to")
    if made.side == "zh" and direction < 0 and pick.random() < 0.4:
        zh_verb = "控制在"
    within = "以内" if zh_verb == "控制在" else ""
    gap = "" if en_unit == "%" else " "
    told = list(zip(years, figures, strict=True))
    if pick.random() < 0.4:
        zh_years, zh_figures = "、".join(f"{year}年" for year in years), "、".join(one + zh_unit for one in figures)
        zh = f"{zh_years}，全市{zh_name}分别{zh_verb}{zh_figures}{within}。"
        en = (
            f"In {', '.join(map(str, years[:-1]))} and {years[-1]}, {en_name} in the city is to {en_verb} "
            f"{', '.join(one + gap + en_unit for one in figures[:-1])} and {figures[-1]}{gap}{en_unit} respectively."
        )
        made.at = {say(made, zh, en)}
        return made
    zh_all = [f"{year}年，全市{zh_name}{zh_verb}{one}{zh_unit}{within}。" for year, one in told]
    en_all = [f"In {year}, {en_name} in the city is to {en_verb} {one}{gap}{en_unit}." for year, one in told]
    if pick.random() < 0.5:
        made.at = {say(made, "".join(zh_all), " ".join(en_all))}
    else:
        made.at = {say(made, zh, en) for zh, en in zip(zh_all, en_all, strict=True)}
    return made


def conflict_in_text(pick: random.Random, fault: bool) -> Made:
    """A target told twice, in other words."""
    made = begin(pick)
    direction = pick.choice((-1, 1))
    name, zh_unit, en_name, en_unit, low, high = pick.choice(FALLING if direction < 0 else RISING)
    year, value = pick.randint(2025, 2027), pick.randint(low, high)
    region, en_region = pick.choice((("全市", "in the city"), *((zh, f"in {en}") for zh, en in COUNTIES[:3])))
    one, other = str(value), spoilt(pick, str(value)) if fault else str(value)
    gap = "" if en_unit == "%" else " "
    verbs = (
        (("降至", "is to fall to"), ("达到", "is to be"))
        if direction < 0
        else (("达到", "is to reach"), ("提高到", "is to rise to"))
    )
    places = []
    for number, figure in enumerate((one, other)):
        zh_verb, en_verb = pick.choice(verbs)
        zh = pick.choice(
            (
                f"到{year}年，{region}{name}{zh_verb}{figure}{zh_unit}。",
                f"{year}年底前，{region}{name}{zh_verb}{figure}{zh_unit}，工作机制进一步健全。",
                f"主要目标：到{year}年，{region}{name}{zh_verb}{figure}{zh_unit}，城乡面貌明显改善。",
            )
        )
        en = pick.choice(
            (
                f"By {year}, {en_name} {en_region} {en_verb} {figure}{gap}{en_unit}.",
                f"By the end of {year}, {en_name} {en_region} {en_verb} {figure}{gap}{en_unit}.",
            )
        )
        places.append(say(made, zh, en))
        if number == 0:
            body(pick, made)
    made.at = set(places)
    return made
