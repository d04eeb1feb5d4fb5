"""A marking of secrecy at the head of a document: the user must know before the text goes anywhere."""

import re
from collections.abc import Sequence
from typing import Final

from drafter.model import N_, Message, Notice, Paragraph

_HEAD: Final = 12
_LONGEST: Final = 60
_BLANKS: Final = re.compile(r"[\s\u3000\u200b\ufeff]+")
_SECRET: Final = re.compile(
    r"(?:密级[:：])?((?:绝密|机密|秘密|絕密|機密)(?:★|☆|\*|＊)?(?:[0-9〇一二三四五六七八九十]{1,3}[年月日天]|长期|長期)?)"
)
_INTERNAL: Final = re.compile(
    r"[【\[（(]?(内部(?:资料|文件|材料|使用|参考|发行|明电|刊物)?|內部(?:資料|文件|材料|使用|參考)?|(?:仅供|僅供)?内部(?:参阅|参考|使用)|"
    r"工作秘密|不得外传|严禁外传)[,，!！。、]?((?:请?注意|妥善)保[存管密]|不得外传|严禁外传|请勿外传|会后收回)?[】\]）)。！]?"
)
_ENGLISH: Final = re.compile(
    r"(?:CLASSIFICATION:)?(TOPSECRET|SECRET|CONFIDENTIAL|RESTRICTED|INTERNAL(?:USEONLY|DOCUMENT)?"
    r"|FORINTERNALUSEONLY|FOROFFICIALUSEONLY)"
    r"(?:★.{0,12})?",
    re.IGNORECASE,
)
_MARKS: Final = (_SECRET, _INTERNAL, _ENGLISH)
# Words that are no markings in running text count with their star or as a line of their own.
_STARRED: Final = re.compile(r"(绝密|机密|秘密|絕密|機密)\s*[★☆]")


def marking_notice(paragraphs: Sequence[Paragraph]) -> Notice | None:
    """Give the warning for a document that is marked as secret or internal.

    Args:
        paragraphs: the document's paragraphs; only the first that show anything are looked at.
    """
    shown = 0
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        shown += 1
        if shown > _HEAD:
            break
        for line in paragraph.text[:1000].replace("\t", "\n").split("\n"):
            marking = _marking(line)
            if marking:
                template = N_("The document is marked “{marking}”: handle it, and every copy, as the rules demand.")
                return Notice(Message(template, {"marking": marking}), warning=True)
    return None


def _marking(line: str) -> str:
    words = line.strip()
    if _STARRED.search(words[:_LONGEST]):
        return words[:_LONGEST]
    if not words or len(words) > _LONGEST:
        return ""
    plain = _BLANKS.sub("", words)
    return words if any(mark.fullmatch(plain) for mark in _MARKS) else ""
