"""What the import report says of a Word document beside the counts: its package, and what stands around its text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from drafter.documents.docx import bounds
from drafter.documents.docx.names import w
from drafter.documents.docx.numbering import Numbering
from drafter.documents.docx.parts import Parts
from drafter.documents.docx.walk import Context, Walker
from drafter.documents.errors import UnreadableError
from drafter.documents.report import Tally
from drafter.model import N_, Message, Notice, Paragraph

_ENDINGS: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
# Each letter has but one way to match: a page header may be long.
_PAGE_NUMBER: Final = re.compile(r"(?:[\W_\d第共总計计页頁一二三四五六七八九十ivxlc]|page|of)*", re.IGNORECASE)
_SHOWN: Final = 60
_LABEL: Final = re.compile(r"MSIP_Label_.*_Name")


def package_notices(context: Context, ending: str) -> list[Notice]:
    """Tell what should be known of a document before anybody goes on.

    Args:
        context: the document.
        ending: the file's ending in lower case, with the dot; "" for none.

    Raises:
        UnreadableError: one of its parts is damaged.
    """
    parts = context.parts
    package = parts.package
    found = []
    if ending not in _ENDINGS:
        template = N_("“{name}” is a Word document whatever its ending says, and was read as such.")
        found.append(Notice(Message(template, {"name": package.name}), warning=True))
    if _has_macros(parts) or "macroEnabled" in package.content_type(parts.main):
        found.append(
            Notice(Message(N_("The document holds macros; they were not run and will not be kept.")), warning=True)
        )
    around = _around(context)
    if around:
        template = N_("Page headers and footers left out: {texts}.")
        found.append(Notice(Message(template, {"texts": " / ".join(around)})))
    if package.missing:
        template = N_("Parts that the document points to are missing: {parts}. The rest was read.")
        shown = ", ".join(sorted(set(package.missing))[:5])
        found.append(Notice(Message(template, {"parts": shown}), warning=True))
    if any(part.startswith("_xmlsignatures/") for part in package.names()):
        found.append(Notice(Message(N_("The document is digitally signed; a copy will not be.")), warning=True))
    settings = parts.root("settings")
    if settings is not None and settings.find(w("documentProtection")) is not None:
        found.append(Notice(Message(N_("The document is protected against changes; a copy will not be."))))
    for label in _labels(parts):
        template = N_("The document carries the sensitivity label “{label}”; a copy will not.")
        found.append(Notice(Message(template, {"label": label}), warning=True))
    return found


def _has_macros(parts: Parts) -> bool:
    return "word/vbaproject.bin" in parts.package or parts.find("vbaProject") is not None


def _around(context: Context) -> list[str]:
    """Give the texts of page headers and footers, each once; page numbers alone are no text."""
    texts: dict[str, None] = {}
    left = bounds.AROUND_BYTES
    for kind in ("header", "footer"):
        for part in context.parts.all(kind):
            left -= len(context.parts.package.read(part))
            if left < 0:
                return [*_quoted(texts), "…"]
            for paragraph in _apart(context, part):
                text = " ".join(paragraph.text.split())
                if not _PAGE_NUMBER.fullmatch(text):
                    texts[text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"] = None
    return _quoted(texts)


def _apart(context: Context, part: str) -> list[Paragraph]:
    """Read a part for itself: it neither counts nor is counted with the text; a damaged one says nothing."""
    numbering = Numbering(None, context.styles, context.revisions)
    walker = Walker(replace(context, numbering=numbering, tally=Tally()))
    try:
        walker.story(context.parts.numbered(part), "body", part)
    except UnreadableError:
        return []
    return walker.paragraphs


def _quoted(texts: Iterable[str]) -> list[str]:
    return [f"“{text}”" for text in texts]


def _labels(parts: Parts) -> list[str]:
    """Give the names of the labels that mark the document as confidential and the like."""
    for relationship in parts.package.relationships(""):
        if relationship.kind == "custom-properties" and not relationship.external:
            root = parts.optional(relationship.target)
            if root is None:
                return []
            named = (one for one in root.iter("{*}property") if _LABEL.fullmatch(one.get("name", "")))
            return ["".join(str(text) for text in one.itertext()).strip() for one in named]
    return []
