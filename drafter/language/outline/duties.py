"""Where a plan says who is responsible: 〔…牵头〕, (Lead unit: …), 责任单位：…, and what damage leaves of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENERS, _CLOSERS = "(（[〔【", ")）]〕】"
_BRACKET = re.compile(f"[{re.escape(_OPENERS + _CLOSERS)}]")
_STOPS = ".。;；,， \t\u3000"
_SEAMS = tuple(".。;；!！)）〕]")
_VERB = re.compile(
    "牵头|负责|配合|参与|参加|落实|分工|主办|协办|承办|责任单位|实施单位|"
    r"(?i:\blead|\bled\b|responsib|in charge|co-?operat|participat|coordinat|implement|undertak|within their|remit)"
)
_BODY = re.compile(
    "厅|局|委|部|办|政府|单位|公司|院|会|署|处|中心|机关|街道|区|县|市|"
    r"(?i:department|commission|bureau|ministr|government|office|administration|authorit|committee|unit|council|agenc|board"
    r"|compan|enterprise|district|count(?:y|ies)\b|cit(?:y|ies)\b)"
)
# What stands before the names: （责任部门：…）. The label says nothing yet: names have to follow it.
_LABEL = re.compile(
    r"(?:责任(?:部门|主体|机构|处室|科室)?|(?<![\u4e00-\u9fff])主体|(?i:\bmain (?:body|bodies|entit(?:y|ies))))\s?[：:]"
)
_LABELLED = re.compile(
    r"(?:厅|局|委|部|办|政府|单位|部门|公司|企业|院|会|署|处|中心|机关|街道|所|站|[省市州县区旗乡镇])(?=[、，,；;）)〕\]】等和及与\s]|\Z)|"
    r"(?i:\b(?:department|commission|bureau|ministr|government|office|administration|authorit|committee|unit|council|agenc"
    r"|enterprise|compan))"
)
_NAMED = re.compile(
    r"(?:责任|牵头|配合|负责|参与|协办|主办|落实|实施|完成)(?:单位|部门|处室|科室|主体)\s?[：:]|"
    r"(?i:(?:responsible|lead(?:ing)?|co-?operating|supporting|participating|implementing|in-charge)"
    r"\s(?:units?|departments?|agenc(?:y|ies)|bod(?:y|ies)|part(?:y|ies)|entit(?:y|ies)|offices?))\s?[:：]"
)


class Duty(NamedTuple):
    """A stretch of a line that names who is responsible.

    Attributes:
        start: its first character.
        end: its end, exclusive.
        damaged: whether its bracket is not closed.
    """

    start: int
    end: int
    damaged: bool = False


def duties_of(text: str) -> Iterator[Duty]:
    """Find what says who is responsible: brackets behind a stop or at the end of a line, and named bodies."""
    reached = 0
    for start, end in _brackets(text):
        if start < reached:
            continue
        closed = end > 0
        behind = not text[:start].strip() or text[:start].rstrip().endswith(_SEAMS)
        last = not text[end:].strip(_STOPS) if closed else behind
        if not (behind or last) or (not closed and not behind):
            continue
        stop = end if closed else len(text)
        if (_VERB.search(text, start, stop) and _BODY.search(text, start, stop)) or _is_labelled(text, start, stop):
            yield Duty(start, stop, damaged=not closed)
            reached = stop
    named = _NAMED.search(text, reached) if "：" in text or ":" in text else None
    if named and (not text[: named.start()].strip() or text[: named.start()].rstrip().endswith(_SEAMS)):
        yield Duty(named.start(), len(text.rstrip()))


def _is_labelled(text: str, start: int, end: int) -> bool:
    label = _LABEL.search(text, start, end)
    return label is not None and _LABELLED.search(text, label.end(), end) is not None


def _brackets(text: str) -> list[tuple[int, int]]:
    """Give the outer brackets of a line as start and end, the end 0 where it is lost; their kinds don't count."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for mark in _BRACKET.finditer(text):
        index, ch = mark.start(), mark[0]
        if ch in _OPENERS:
            opened.append(index)
        elif ch in _CLOSERS and opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, index + 1))
    found += [(start, 0) for start in opened]
    return sorted(found)
