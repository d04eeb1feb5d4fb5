"""The markers of a line: the one it opens with, those of items joined to it, and those of a list inside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drafter.language.enumerators import (
    Enumerator,
    enumerator_at,
    other_reading,
    read_enumerator,
    read_likely_enumerator,
)
from drafter.language.outline.lines import Line, ends_sentence, is_phrase, length, states
from drafter.language.scripts import HAN

Place = Literal["opening", "joined", "inside"]

_LONGEST_HEADING = 150
_NUMBER = re.compile("[0-9０-９]+")
# A page of contents: 一、总体要求……3
_CONTENTS = re.compile(r"(?:\.{3,}|…+|·{3,}|\t)\s{0,8}[0-9]{1,4}\Z")
_BULLET = re.compile(r"(?P<mark>[—–]{1,2}|[•●■◆▪○➢□★*\-·])(?P<blank>\s*)(?=\S)")
BULLET = "bullet"
BULLETS = frozenset(("dash", BULLET))
_NEEDS_BLANK = frozenset("-*·–○□")
_LEFT_OVER = re.compile(r"(?:(?<=[)）〕\]\w])[.．、,，:：])?[\s\u200b\ufeff]*(?:[\"”'’](?=\s))?[\s\u200b\ufeff]*")
# Where an item joined to the one before may begin: behind a stop or a bracket of duties.
_SEAM = re.compile(
    r"[.。．;；:：)）\]〕]\s{0,3}"
    r"(?=[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.．、)）是要](?!\s?[0-9])|[①-⑳]|第[一二三四五六七八九十]"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)"
)
_ITEM_AHEAD = re.compile(rf"\s?(?:[A-Z“\"(][A-Za-z(“]|[{HAN}“《（])")
_LIST = re.compile(
    r"(?P<before>\A|[:：;；。.,，、])\s{0,3}(?:(?:and|or|以及|和|及)\s?)?"
    r"(?P<marker>[(（](?P<paren>[0-9]{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,2})[)）]|(?P<circle>[①-⑳])"
    rf"|(?P<is>[一二三四五六七八九十]{{1,2}})(?:是|要)(?=[{HAN}])|第(?P<nth>[一二三四五六七八九十]{{1,2}})[，,、]"
    r"|(?:[Tt]he )?(?P<word>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)(?:ly)?(?:,| is(?= )))"
)
_NTH = {word: number for number, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)}
_OPENS_LIST = frozenset((":", "：", ";", "；", "。", ".", ""))


@dataclass(frozen=True, slots=True)
class Found:
    """A marker and where it stands.

    Attributes:
        line: index of its line.
        start: where it begins in the line.
        end: where it ends.
        ordinal: its number, 0 for a bullet.
        style: how it is written.
        place: whether it opens its line, is joined to the text before, or belongs to a list inside.
        likely: whether it counts only among its like.
        short: whether nothing but a phrase stands behind it on the line.
        zh: whether its line is Chinese.
        damaged: whether it is damaged.
        other: another reading of it, as style and ordinal.
    """

    line: int
    start: int
    end: int
    ordinal: int
    style: str
    place: Place
    likely: bool = False
    short: bool = False
    zh: bool = False
    damaged: bool = False
    other: tuple[str, int] | None = None


# Styles that ordinary text may open with too.
_DOUBTFUL = frozenset(
    ("word-comma", "word-glued", "digit-glued", "letter-dot", "letter-bracket", "roman-dot", "zh-ordinal")
)


def after_marker(text: str, end: int) -> int:
    """Go past the blanks behind a marker, a stop or colon behind its bracket, and a closing quote left over there."""
    found = _LEFT_OVER.match(text, end)
    return found.end() if found else end


def opening_marker(lines: Sequence[Line], index: int) -> Found | None:
    """Read the marker that a line opens with, a bullet too."""
    line = lines[index]
    if _CONTENTS.search(line.text):
        return None
    marker = read_enumerator(line.text)
    likely = marker is None
    if marker is None:
        marker = read_likely_enumerator(line.text)
    if marker is None:
        return _bullet(index, line)
    return _found(index, line, marker, "opening", likely=likely or marker.style in _DOUBTFUL)


def _found(index: int, line: Line, marker: Enumerator, place: Place, *, likely: bool) -> Found:
    start = after_marker(line.text, marker.span.end)
    rest = line.text[start : start + _LONGEST_HEADING + 1]
    short = bool(rest) and length(rest) <= _LONGEST_HEADING and is_phrase(rest) and not _goes_on(rest)
    other = other_reading(line.text, marker)
    style = marker.style
    if style == "arabic-multi":
        style += f"-{len(_NUMBER.findall(line.text, *marker.span))}"
    return Found(
        index,
        *marker.span,
        marker.ordinal,
        style,
        place,
        likely=likely,
        short=short,
        zh=line.zh,
        damaged=marker.damaged or place == "joined",
        other=(other.style, other.ordinal) if other else None,
    )


def _goes_on(text: str) -> bool:
    """Tell whether a line introduces what follows, or is a sentence."""
    return text[-1] in ";；:：,，" or (ends_sentence(text) and states(text))


def _bullet(index: int, line: Line) -> Found | None:
    found = _BULLET.match(line.text)
    if found is None or (found["mark"] in _NEEDS_BLANK and not found["blank"]):
        return None
    style = "dash" if found["mark"][0] in "—–" else BULLET
    return Found(index, 0, found.end("mark"), 0, style, "opening", likely=True)


def joined_markers(lines: Sequence[Line], index: int, start: int) -> Iterator[Found]:
    """Find what may be items joined to the text of a line; only their numbers can tell.

    Args:
        lines: all lines.
        index: index of the line.
        start: the end of the marker it opens with.
    """
    text = lines[index].text
    for seam in _SEAM.finditer(text, start):
        marker = enumerator_at(text, seam.end())
        if marker is None:
            marker = read_likely_enumerator(text[seam.end() : seam.end() + 24])
            if marker is None:
                continue
            end = marker.span.end + seam.end()
            yield Found(index, seam.end(), end, marker.ordinal, marker.style, "joined", likely=True, zh=lines[index].zh)
        elif _ITEM_AHEAD.match(text, marker.span.end):
            yield _found(index, lines[index], marker, "joined", likely=True)


def inside_list(lines: Sequence[Line], index: int, start: int) -> list[Found]:
    """Find the lists inside a line: …: (1) …; (2) …, 一是…；二是…; each begins with one and counts on.

    Args:
        lines: all lines.
        index: index of the line.
        start: the end of the marker it opens with.
    """
    result: list[Found] = []
    runs: dict[str, list[Found]] = {}
    for match in _LIST.finditer(lines[index].text, start):
        style, ordinal = _listed(match)
        one = Found(index, *match.span("marker"), ordinal, style, "inside")
        run = runs.get(style)
        if run and ordinal == run[-1].ordinal + 1:
            run.append(one)
        elif ordinal == 1 and match["before"] in _OPENS_LIST and match.start("marker") > start:
            if run and len(run) > 1:
                result += run
            runs[style] = [one]
    for run in runs.values():
        if len(run) > 1:
            result += run
    return sorted(result, key=lambda one: one.start)


def _listed(match: "re.Match[str]") -> tuple[str, int]:
    if match["word"]:
        return "word-comma", _NTH[match["word"].lower()]
    if match["circle"]:
        return "circled", ord(match["circle"]) - ord("①") + 1
    chinese = match["is"] or match["nth"]
    if chinese:
        marker = enumerator_at(f"（{chinese}）", 0)
        return "zh-is" if match["is"] else "zh-ordinal", marker.ordinal if marker else 0
    marker = enumerator_at(match["marker"], 0)
    return (marker.style, marker.ordinal) if marker else ("", 0)


def is_lone_phrase(line: Line, longest: int = _LONGEST_HEADING) -> bool:
    """Tell whether a line could be a heading without a number, or a title: one short phrase without a stop."""
    return (
        line.body
        and length(line.text) <= longest
        and not ends_sentence(line.text)
        and line.text[-1] not in ",，、:：—"
        and is_phrase(line.text)
    )
