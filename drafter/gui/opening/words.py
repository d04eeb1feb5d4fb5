"""What the user reads about a file: its kind, its encoding, how it is read."""

from collections.abc import Mapping
from typing import Final

from drafter.documents.encodings import CHOICES, ENCODING_NAMES
from drafter.i18n import _, ngettext
from drafter.model import N_, Document, Notice, Side
from drafter.review import Manner, ReviewSession

_KINDS: Final[Mapping[str, str]] = {
    "txt": N_("Text file"),
    "docx": N_("Word document"),
    "doc": N_("Old Word document"),
    "html": N_("Web page"),
    "pdf": N_("PDF document"),
    "rtf": N_("RTF document"),
    "odt": N_("OpenDocument text"),
    "ofd": N_("OFD document"),
    "tmx": N_("Translation memory"),
    "xliff": N_("Translation file (XLIFF)"),
    "sdlxliff": N_("Translation file (Trados)"),
    "mqxliff": N_("Translation file (memoQ)"),
}
LANGUAGES: Final[Mapping[Side, str]] = {"zh": N_("Chinese"), "en": N_("English")}
MANNERS: Final[Mapping[Manner, str]] = {
    "both": N_("Both languages, paired"),
    "zh": N_("A Chinese text; what is English in it is left over"),
    "en": N_("An English text; what is Chinese in it is left over"),
}
_PRECISE: Final[Mapping[str, str]] = {
    "gb18030": "GB18030 / GBK",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}


def kind_of(document: Document) -> str:
    """Name the kind of a file."""
    return _(_KINDS[document.format]) if document.format in _KINDS else document.format.upper()


def extent_of(document: Document) -> str:
    """Tell how much of a file is there to review."""
    count = sum(1 for paragraph in document.paragraphs if paragraph.text.strip() and paragraph.part != "comment")
    return ngettext("{n} paragraph", "{n} paragraphs", count)


def encoding_choices(document: Document) -> list[tuple[str, str]]:
    """Give the encodings that a text file may be said to be in, (name, label), the present one among them."""
    known = {name: _PRECISE.get(name, ENCODING_NAMES[name]) for name in CHOICES}
    present = present_encoding(document)
    if present not in known:
        known = {present: ENCODING_NAMES.get(present, present), **known}
    return list(known.items())


def present_encoding(document: Document) -> str:
    """Name the encoding of a text file as `encoding_choices` does."""
    return "utf-8" if document.encoding == "utf-8-sig" else document.encoding


def is_marking(notice: Notice) -> bool:
    """Whether a notice tells of a marking of secrecy, which comes before everything else."""
    return "marking" in notice.message.values


def worst_first(session: ReviewSession) -> list[Notice]:
    """Give what there is to say of a review's files: markings, warnings, the rest."""
    return sorted(session.notices, key=lambda notice: (not is_marking(notice), not notice.warning))


def is_doubtful(session: ReviewSession) -> bool:
    """Whether somebody should look before going on."""
    return any(notice.warning for notice in session.notices)


def summary(session: ReviewSession) -> str:
    """Tell in a line what was read."""
    documents = {document.name: document for document in session.documents.values()}
    read = [
        _(N_("{name}, {extent}"), name=document.name, extent=extent_of(document)) for document in documents.values()
    ]
    remarks = len(session.notices)
    said = ngettext("{n} remark", "{n} remarks", remarks) if remarks else _("nothing left out, nothing guessed")
    return _(N_("Read: {what}"), what=" · ".join([*read, said]))
