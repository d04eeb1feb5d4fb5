"""The frame of a whole document: where its titles, its annexes and the parts of the letter stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drafter.language.enumerators import read_enumerator
from drafter.language.outline.frame import (
    Part,
    annex_part,
    date_part,
    imprint_part,
    is_addressee,
    is_bracketed,
    is_issuer,
    listed_annex,
    number_part,
)
from drafter.language.outline.lines import Line, ends_sentence
from drafter.language.outline.markers import Found, is_lone_phrase
from drafter.model import Segment

_LONGEST_TITLE = 260
_MOST_TITLE_LINES = 6
_MOST_SIGNERS = 60
_SENTENCE, _NEAR, _LONG = 40, 5, 120
_TITLE_STYLES = frozenset(("title", "subtitle", "标题", "副标题", "文章标题"))

_ZH_KIND = re.compile(
    r"(?:通知|方案|计划|规划|意见|办法|条例|规定|决定|公告|通告|通报|报告|请示|批复|函|纪要|命令|令|细则|纲要|要点|措施|预案|标准"
    r"|指南|指引|章程|清单|决议|公报|议案|建议|协议|合同|宣言|声明|讲话|法)(?:》?的通知)?\Z"
)
_ZH_TAIL = re.compile(r"[\s》”」』]+\Z|[（(【\[〔][^（()）]{1,30}[）)】\]〕]\Z")
# The way to a page within its site: 首页 > 政策.
_TRAIL = re.compile(r"\s[>›»|]\s|[>›»|｜].*[>›»|｜]")
# A note below the title tells when it was passed.
_PASSED = re.compile(r"通过|公布|发布|修正|修订|批准|施行|印发|(?i:adopted|approved|amended|promulgated|passed|issued)")
_NOTICE = re.compile(r"\b(?i:notice|circular|letter)\b")
_EN_KIND = re.compile(
    r"\b(?i:notice|circular|plan|programme|program|opinions?|measures|regulations?|provisions|rules|decision|resolution|report"
    r"|outline|guidelines?|scheme|strategy|announcement|bulletin|communiqu[eé]|act|law|agreement|proposal|standards?|charter"
    r"|declaration|convention|protocol|letter|reply|minutes|list)\b"
)


@dataclass(frozen=True, slots=True)
class Framed:
    """A part of the frame at its place.

    Attributes:
        part: what it is.
        line: index of its first line.
        title: the stretches it takes, the marker of an annex left out.
    """

    part: Part
    line: int
    title: tuple[Segment, ...]


@dataclass(slots=True)
class Frame:
    """The frame of a document.

    Attributes:
        parts: its parts by their first line.
        taken: indexes of all lines that belong to it.
    """

    parts: dict[int, Framed] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def add(self, part: Part, lines: Sequence[Line], indexes: Sequence[int]) -> None:
        """Enter a part that takes whole lines."""
        self.parts[indexes[0]] = Framed(part, indexes[0], tuple(lines[index].whole for index in indexes))
        self.taken.update(indexes)


def frame_of(lines: Sequence[Line], markers: Mapping[int, Found]) -> Frame:
    """Find the frame of a document.

    Args:
        lines: its lines.
        markers: the markers that lines open with, by line; those that count only among their like left out.
    """
    frame = Frame()
    index = 0
    titled, worded = False, False  # whether a title may follow, whether text came since the last one
    expected = True
    while index < len(lines):
        line = lines[index]
        if index in frame.taken or not (line.body or _is_title_style(line)):
            index += 1
            continue
        titles = _titles(lines, index, first=index == 0) if expected or _is_title_style(line) else []
        if titles:
            for title in titles:
                frame.add(Part("title"), lines, title)
            index, titled, worded, expected = titles[-1][-1] + 1, True, False, False
            continue
        part = number_part(line) or date_part(line) or imprint_part(line)
        if part is None and (annex := annex_part(line)) and index not in markers:
            index = _add_annexes(frame, lines, index, annex)
            expected = False
            continue
        if part is None and index not in markers and is_bracketed(line) and _follows_frame(frame, index):
            part = Part("note")
        if part is None and not worded and index not in markers and is_addressee(line):
            part = Part("addressee")
            worded = True
        if part is None:
            # What a web page says about itself above the text (发布时间：…) comes before the title still.
            if index in markers or ends_sentence(line.text) or len(line.text) > _LONG:
                expected, worded = False, True
        else:
            if part.kind == "date" and worded:
                _add_signature(frame, lines, index)
                expected = True
            elif part.kind == "number":
                expected = not titled
            frame.add(part, lines, [index])
        index += 1
    return frame


def _is_title_style(line: Line) -> bool:
    return line.style.strip().lower() in _TITLE_STYLES


def _follows_frame(frame: Frame, index: int) -> bool:
    """Tell whether the line before is a title, a date or another note."""
    return index - 1 in frame.taken


def _add_signature(frame: Frame, lines: Sequence[Line], date: int) -> None:
    """Enter the bodies named above a date."""
    first = date
    while first > 0 and date - first < _MOST_SIGNERS and first - 1 not in frame.taken and is_issuer(lines[first - 1]):
        first -= 1
    if first < date:
        frame.add(Part("signature"), lines, list(range(first, date)))


def _add_annexes(frame: Frame, lines: Sequence[Line], index: int, part: Part) -> int:
    """Enter an annex and those listed below it; give the index of the next line."""
    line = lines[index]
    if part.marker >= len(line.text):
        listed = listed_annex(lines[index + 1], 1) if index + 1 < len(lines) else None
        if listed is None:
            title: list[Segment] = []
            following = index + 1
            while following < len(lines) and len(title) < 2 and is_lone_phrase(lines[following], _LONGEST_TITLE):
                if annex_part(lines[following]) or (title and not is_bracketed(lines[following])):
                    break
                title.append(lines[following].whole)
                following += 1
            frame.parts[index] = Framed(part, index, tuple(title))
            frame.taken.update(range(index, following))
            return following
        frame.taken.add(index)
        index, line = index + 1, lines[index + 1]
        part = listed
    while True:
        start = part.marker
        while start < len(line.text) and line.text[start].isspace():
            start += 1
        frame.parts[index] = Framed(part, index, (line.piece(start, len(line.text)),) if start < len(line.text) else ())
        frame.taken.add(index)
        index += 1
        following_part = listed_annex(lines[index], part.ordinal + 1) if index < len(lines) and part.ordinal else None
        if following_part is None:
            return index
        part, line = following_part, lines[index]


def _titles(lines: Sequence[Line], index: int, *, first: bool) -> list[list[int]]:
    """Give the titles that begin at a line, each with the indexes of its lines."""
    if _is_title_style(lines[index]):
        end = index
        while end < len(lines) and _is_title_style(lines[end]):
            end += 1
        return [list(range(index, end))]
    titles: list[list[int]] = []
    current: list[int] = []
    for at in range(index, min(index + _MOST_TITLE_LINES, len(lines))):
        line = lines[at]
        if not _is_title_line(lines[at]) or (at > index and line.gap) or (at == index and is_bracketed(line)):
            break
        complete = bool(current) and _is_complete([lines[one].text for one in current])
        if complete and is_issuer(line):
            titles.append(current)
            current = []
        elif complete and not _goes_on([lines[one].text for one in current], line):
            break
        current.append(at)
    if current and _is_complete([lines[one].text for one in current]):
        titles.append(current)
    elif first and current and not titles and not is_issuer(lines[index]) and _has_text(lines, index + 1):
        titles.append([index])
    return titles


def _goes_on(title: Sequence[str], line: Line) -> bool:
    """Tell whether a title that could be whole goes on: with years in brackets, or a notice with what it brings."""
    if is_bracketed(line):
        return _PASSED.search(line.text) is None
    return not line.zh and _names_kind(line.text) and any(map(_NOTICE.search, title))


def _is_title_line(line: Line) -> bool:
    if not is_lone_phrase(line, _LONGEST_TITLE) or read_enumerator(line.text) is not None or _TRAIL.search(line.text):
        return False
    return number_part(line) is None and date_part(line) is None and annex_part(line) is None


def _has_text(lines: Sequence[Line], index: int) -> bool:
    """Tell whether sentences follow: a first line above them is a title."""
    if index >= len(lines) or is_lone_phrase(lines[index], _LONGEST_TITLE):
        return False
    return any(len(line.text) > _SENTENCE for line in lines[index : index + _NEAR])


def _names_kind(text: str) -> bool:
    while tail := _ZH_TAIL.search(text):
        text = text[: tail.start()]
    return _ZH_KIND.search(text) is not None or _EN_KIND.search(text) is not None


def _is_complete(texts: Sequence[str]) -> bool:
    """Tell whether lines make a title: they say what kind of document it is, and leave no bracket open."""
    whole = "".join(texts)
    if whole.count("《") > whole.count("》"):
        return False
    return any(_names_kind(text) for text in texts)
