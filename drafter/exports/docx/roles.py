"""What a paragraph is in its document: title, heading of some rank, body; in an official document also the rest."""

import re
from typing import Final, Literal

from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause

Role = Literal[
    "Title", "H1", "H2", "H3", "H4", "Body", "Mark", "DocNo", "To", "Attach", "Sign", "Date", "AttachNo", "AttachTitle",
    "Record",
]  # fmt: skip

_HEADINGS: Final[tuple[Role, ...]] = ("H1", "H2", "H3", "H4")

_COUNT: Final = "[〇零一二三四五六七八九十百]+"
_MARKERS: Final = (
    re.compile(rf"{_COUNT}、|第{_COUNT}[章编]"),
    re.compile(rf"[（(]{_COUNT}[）)]|第{_COUNT}节"),
    re.compile(r"\d+[.．、](?!\d)"),
    re.compile(r"[（(]\d+[）)]"),
)
"""How headings of the four ranks begin; the marker tells more than the outline level, which many files leave out."""

_HAN: Final = re.compile("[\u3400-\u9fff]")
_DOCUMENT_NUMBER: Final = re.compile(r"\S{2,12}〔(?:19|20)\d{2}〕[1-9]\d*号")
_DATE: Final = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|[〇零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_ATTACHMENT: Final = re.compile(r"附件[:：]")
_MARK: Final = re.compile(r"\d{6}|(?:绝密|机密|秘密)(?:★.{0,8})?|特提|特急|加急|平急")
_ATTACHED: Final = re.compile(r"附件\s*\d{0,2}")
_RECORD: Final = re.compile(r"(?:主送|抄送|抄报)[:：].+|.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发")
_SENTENCE_MARKS: Final = re.compile("[，。；：！？、]")
_LONGEST_ISSUER: Final = 30
_LONGEST_TITLE: Final = 60
_LAST_PARAGRAPHS: Final = 6
"""A date within so many paragraphs of the end may be the date of the document."""


def is_chinese(text: str) -> bool:
    """Tell whether a short text is written in Chinese."""
    return bool(_HAN.search(text))


def heading_rank(clause: Clause) -> int:
    """Give the rank of the heading that a clause is, 1 to 4, or 0 for body text."""
    if clause.level <= 0:
        return 0
    text = clause.zh.text.lstrip()
    for rank, marker in enumerate(_MARKERS, 1):
        if marker.match(text):
            return rank
    return min(clause.level, len(_HEADINGS))


def title_clause(snapshot: ReviewSnapshot) -> Clause | None:
    """Find the clause that is the document's title: it reads as the review's, or is a heading before all others."""
    title = snapshot.title.strip()
    for clause in snapshot.clauses[:3]:
        if title and title in (clause.zh.text.strip(), clause.en.text.strip()):
            return clause
    for clause in snapshot.clauses[:1]:
        if clause.level and not any(marker.match(clause.zh.text.lstrip()) for marker in _MARKERS):
            return clause
    return None


def clause_role(clause: Clause, title: Clause | None) -> Role:
    """Give the role that a clause has whatever stands round it."""
    if clause is title:
        return "Title"
    rank = heading_rank(clause)
    return _HEADINGS[rank - 1] if rank else "Body"


def official_roles(roles: list[Role], texts: list[str]) -> list[Role]:
    """Find the elements of an official document among its paragraphs.

    Args:
        roles: what the paragraphs are by themselves.
        texts: what they read.
    """
    found = list(roles)
    title = roles.index("Title") if "Title" in roles else -1
    for index, text in enumerate(map(str.strip, texts)):
        if roles[index] != "Body" or found[index] == "AttachTitle":
            continue
        if _MARK.fullmatch(text) and index <= title:
            found[index] = "Mark"
        elif _DOCUMENT_NUMBER.fullmatch(text) and index <= title + 2:
            found[index] = "DocNo"
        elif _ATTACHED.fullmatch(text) and index > title:
            found[index] = "AttachNo"
            if index + 1 < len(texts) and len(texts[index + 1].strip()) <= _LONGEST_TITLE:
                found[index + 1] = "AttachTitle"
        elif _RECORD.fullmatch(text) and len(texts) - index <= _LAST_PARAGRAPHS:
            found[index] = "Record"
        elif 0 <= title < index <= title + 2 and text.endswith("："):
            found[index] = "To"
        elif _ATTACHMENT.match(text):
            found[index] = "Attach"
        elif _DATE.fullmatch(text) and _ends_here(texts, index):
            found[index] = "Date"
            if index and roles[index - 1] == "Body" and _is_issuer(texts[index - 1]):
                found[index - 1] = "Sign"
    return found


def _ends_here(texts: list[str], index: int) -> bool:
    """Tell whether the document itself may end with a paragraph: nearly nothing follows it, or an attachment."""
    following = texts[index + 1].strip() if index + 1 < len(texts) else ""
    return len(texts) - index <= _LAST_PARAGRAPHS or _ATTACHED.fullmatch(following) is not None


def _is_issuer(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_ISSUER and not _SENTENCE_MARKS.search(text)
