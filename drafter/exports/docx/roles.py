"""What a paragraph is in its document: title, heading of some rank, body; in an official document also the rest."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from drafter.exports.snapshot import ReviewSnapshot
from drafter.language.outline import NodeKind, outline_of
from drafter.model import Clause, Paragraph, Side

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
_TITLE_AMONG: Final = 8
"""Clauses among which the title is looked for."""

_SIDES: Final[tuple[Side, Side]] = ("zh", "en")
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


def title_clauses(snapshot: ReviewSnapshot) -> tuple[Clause, ...]:
    """Find the clauses that are the document's title: they read as the review's, or one is a heading before all others.

    A title may be cut into several clauses, for it stands on several lines.
    """
    title = _bare(snapshot.title)
    head = snapshot.clauses[:_TITLE_AMONG]
    for start in range(len(head) if title else 0):
        for side in _SIDES:
            joined = ""
            if not _bare(head[start].side(side).text):
                continue
            for end, clause in enumerate(head[start:], start + 1):
                joined += _bare(clause.side(side).text)
                if joined == title:
                    return tuple(head[start:end])
                if not title.startswith(joined):
                    break
    for clause in snapshot.clauses[:1]:
        if clause.level and not any(marker.match(clause.zh.text.lstrip()) for marker in _MARKERS):
            return (clause,)
    return ()


def _bare(text: str) -> str:
    return "".join(text.split())


def clause_role(clause: Clause, titles: Sequence[Clause]) -> Role:
    """Give the role that a clause has whatever stands round it."""
    if clause in titles:
        return "Title"
    rank = heading_rank(clause)
    return _HEADINGS[rank - 1] if rank else "Body"


def official_roles(roles: Sequence[Role], texts: Sequence[str]) -> list[Role]:
    """Find the elements of an official document among its paragraphs.

    Args:
        roles: what the paragraphs are by themselves.
        texts: what they read.
    """
    found = list(roles)
    outline = outline_of([Paragraph(text, number) for number, text in enumerate(texts, 1)])
    for node in outline.nodes:
        role = _OF_NODES.get(node.kind)
        for line in node.title if role else ():
            whole = texts[line.paragraph][line.start : line.end].strip() == texts[line.paragraph].strip()
            if role and whole and found[line.paragraph] == "Body":
                found[line.paragraph] = role
    title = found.index("Title") if "Title" in found else -1
    for index, text in enumerate(map(str.strip, texts)):
        if found[index] in ("Body", "Title", "Sign"):
            found[index] = _by_words(text, found[index], before=index <= title, ends=_ends_here(texts, index))
        if index and found[index - 1] == "AttachNo" and len(text) <= _LONGEST_TITLE:
            found[index] = "AttachTitle"
        if index and found[index] == "Date" and found[index - 1] == "Body" and _is_issuer(texts[index - 1]):
            found[index - 1] = "Sign"
    return found


_OF_NODES: Final[Mapping[NodeKind, Role]] = {
    "title": "Title", "number": "DocNo", "addressee": "To", "signature": "Sign", "date": "Date", "imprint": "Record",
}  # fmt: skip


def _by_words(text: str, role: Role, *, before: bool, ends: bool) -> Role:
    """Give the role that a paragraph's words alone tell.

    Args:
        text: the paragraph.
        role: what it is taken for so far.
        before: whether it stands before the title, or is it.
        ends: whether the document may end with it.
    """
    if _MARK.fullmatch(text) and before:
        return "Mark"
    if _DOCUMENT_NUMBER.fullmatch(text):
        return "DocNo"
    if _ATTACHED.fullmatch(text):
        return "AttachNo"
    if ends and _RECORD.fullmatch(text):
        return "Record"
    if ends and _DATE.fullmatch(text):
        return "Date"
    return "Attach" if role == "Body" and _ATTACHMENT.match(text) else role


def _ends_here(texts: Sequence[str], index: int) -> bool:
    """Tell whether the document itself may end with a paragraph: nearly nothing follows it, or an attachment."""
    following = texts[index + 1].strip() if index + 1 < len(texts) else ""
    return len(texts) - index <= _LAST_PARAGRAPHS or _ATTACHED.fullmatch(following) is not None


def _is_issuer(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_ISSUER and not _SENTENCE_MARKS.search(text)
