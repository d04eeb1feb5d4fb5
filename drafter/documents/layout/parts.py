"""The parts of an official document that the layout says something about, found by what they read."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from drafter.model import Paragraph

Element = Literal[
    "title", "document-number", "addressees", "attachment", "date", "h1", "h2", "h3", "h4", "body", "other"
]
"""What the layout says something about; "other" is what it sets in type of its own: marks, attachments, the record."""


HAN: Final = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff]")
NUMBER: Final = re.compile(r"\S{2,12}〔(?:19|20)\d{2}〕[1-9]\d*号")
DATE: Final = re.compile(r"\d{4}年[1-9]\d?月[1-9]\d?日")
_LIKE_NUMBER: Final = re.compile(r"\S{2,16}?[〔\[［(（【]\s*\d{2,4}\s*[〕\]］)）】]\s*第?\s*\d+\s*号")
_CHINESE: Final = "一二三四五六七八九十"
_LIKE_DATE: Final = re.compile(
    rf"(?:\d{{2,4}}|[〇零○{_CHINESE}]{{4}})年\s*[\d{_CHINESE}]{{1,3}}月\s*[\d{_CHINESE}]{{1,3}}日"
)
_ATTACHMENT: Final = re.compile(r"附件[:：]?\s*(?:\d+[.．、]\s*)?\S")
_LEVELS: Final[tuple[tuple[Element, re.Pattern[str]], ...]] = (
    ("h1", re.compile(r"[一二三四五六七八九十百]+、")),
    ("h2", re.compile(r"[（(][一二三四五六七八九十百]+[）)]")),
    ("h3", re.compile(r"\d{1,2}[.．、](?!\d)")),
    ("h4", re.compile(r"[（(]\d{1,2}[）)]")),
)
_ADDRESSED: Final = re.compile(r"[^。！？]{2,200}(?:[:：]|单位|部门|机构|政府|委员会|厅局|企业)")
_MARK: Final = re.compile(r"\d{6}|(?:绝密|机密|秘密)(?:★.{0,8})?|特提|特急|加急|平急")
_ATTACHED: Final = re.compile(r"附件\s*\d{0,2}")
_RECORD: Final = re.compile(r"(?:主送|抄送|抄报)[:：].+|.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发")
_HEAD: Final = 8
"""Paragraphs among which number, title and addressees are looked for."""

_TAIL: Final = 8
"""Paragraphs among which the date is looked for."""

_LONGEST_TITLE: Final = 80


def elements(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Element, Paragraph]]:
    """Give each Chinese paragraph of the running text with what it is.

    Args:
        paragraphs: those of the body that show something, in order.
    """
    chinese = [paragraph for paragraph in paragraphs if HAN.search(paragraph.text)]
    title = _title(chinese)
    for place, paragraph in enumerate(chinese):
        text = paragraph.text.strip()
        before, behind = _text(chinese, place - 1), _text(chinese, place + 1)
        ends = len(chinese) - place <= _TAIL or _ATTACHED.fullmatch(behind) is not None
        attached = _ATTACHED.fullmatch(before) is not None and len(text) <= _LONGEST_TITLE
        again = title is not None and place > title and text == _text(chinese, title)  # behind a title page
        kind: Element = "other" if attached or again else _element(place, text, title, ends=ends)
        yield kind, paragraph


def _text(paragraphs: Sequence[Paragraph], place: int) -> str:
    return paragraphs[place].text.strip() if 0 <= place < len(paragraphs) else ""


def _title(paragraphs: Sequence[Paragraph]) -> int | None:
    """Find the title: the first paragraph that is no number, no sentence, no date and nobody's address."""
    for place, paragraph in enumerate(paragraphs[:_HEAD]):
        text = paragraph.text.strip()
        if any(one.fullmatch(text) for one in (_LIKE_NUMBER, _LIKE_DATE, _MARK)):
            continue
        if (
            len(text) > _LONGEST_TITLE
            or text.endswith(tuple("。；：:，"))
            or any(one.match(text) for _, one in _LEVELS)
        ):
            return None
        return place
    return None


def _element(place: int, text: str, title: int | None, *, ends: bool) -> Element:
    if place == title:
        return "title"
    if place < _HEAD and _LIKE_NUMBER.fullmatch(text):
        return "document-number"
    if title is not None and title < place <= title + 2 and _is_addressed(text):
        return "addressees"
    if any(one.fullmatch(text) for one in (_MARK, _ATTACHED, _RECORD)):
        return "other"
    if _ATTACHMENT.match(text) and len(text) <= _LONGEST_TITLE:
        return "attachment"
    if ends and _LIKE_DATE.fullmatch(text):
        return "date"
    return next((name for name, marker in _LEVELS if marker.match(text)), "body")


def _is_addressed(text: str) -> bool:
    """Whether a paragraph names who it is for: bodies in a row, and no sentence."""
    return bool(_ADDRESSED.fullmatch(text)) and (
        text.endswith(("：", ":")) or text.startswith(("各", "本省各", "全省各"))
    )
