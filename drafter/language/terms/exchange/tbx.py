"""TBX-Basic (ISO 30042:2019): terms with their status, in the style that names a note's kind in an attribute (DCA).

What TBX has no word for, a rendering that is wrong only beside its Chinese, the severity, the lock, goes into notes of
ours, which others leave alone and we read again. TBX of version 2 (martif) is read too.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from drafter.language.terms.exchange.errors import MOST_TERMS, refuse
from drafter.model import N_, Severity, Term
from drafter.model.finding import SEVERITIES

_NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _ADMITTED, _DEPRECATED, _SUPERSEDED = (
    f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated", "superseded")
)
_WRONG: Final = ("deprecated", "superseded", "forbidden", "obsolete")
_BESIDE, _SEVERITY, _LOCKED = "drafter: only beside the Chinese", "drafter: severity ", "locked"
_ENTRIES: Final = ("conceptEntry", "termEntry")
_SECTIONS: Final = ("langSec", "langSet")
_GROUPS: Final = ("termSec", "tig", "ntig")
_ENTITIES: Final = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_MOST_TAGS: Final = 2_000_000


def tbx_bytes(terms: Iterable[Term]) -> bytes:
    """Write a glossary as TBX-Basic, version 3."""
    # The types of lxml know no default namespace, though the library does.
    root = etree.Element(f"{{{_NAMESPACE}}}tbx", nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
    for name, value in (("type", "TBX-Basic"), ("style", "dca"), (_LANGUAGE, "zh-CN")):
        root.set(name, value)
    header = _within(_within(root, "tbxHeader"), "fileDesc")
    _within(_within(header, "sourceDesc"), "p", "Drafter")
    body = _within(_within(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        entry = _within(body, "conceptEntry", id=f"c{number}")
        severity = _LOCKED if term.locked else term.severity
        if severity != "major":
            _within(entry, "note", _SEVERITY + severity)
        if term.note:
            _within(entry, "note", term.note)
        chinese = [(term.zh, _PREFERRED, ""), *((word, _DEPRECATED, "") for word in term.zh_forbidden)]
        english = [
            (term.en, _PREFERRED, ""),
            *((word, _ADMITTED, "") for word in term.accepted),
            *((word, _DEPRECATED, "") for word in term.forbidden),
            *((word, _DEPRECATED, _BESIDE) for word in term.beside),
        ]
        for language, words in (("zh-CN", chinese), ("en", english)):
            _write_section(entry, language, [word for word in words if word[0]])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _write_section(entry: "etree._Element", language: str, words: Iterable[tuple[str, str, str]]) -> None:
    section = None
    for text, status, note in words:
        if section is None:
            section = _within(entry, "langSec", **{_LANGUAGE: language})
        group = _within(section, "termSec")
        _within(group, "term", text)
        _within(group, "termNote", status, type="administrativeStatus")
        if note:
            _within(group, "note", note)


def _within(parent: "etree._Element", name: str, text: str = "", **attributes: str) -> "etree._Element":
    child = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    if text:
        child.text = _legal(text)
    return child


def _legal(text: str) -> str:
    """Leave out what no XML may hold."""
    return "".join(
        ch for ch in text if ch in "\t\n" or (ch >= " " and not "\ud800" <= ch <= "\udfff" and ch < "\ufffe")
    )


def read_tbx(data: bytes, name: str) -> tuple[Term, ...]:
    """Read a TBX file of version 3 or 2.

    Args:
        data: its bytes.
        name: its name, for messages.

    Raises:
        GlossaryError: it is no such file, damaged, or made to harm.
    """
    if any(mark in data for mark in _ENTITIES):  # a document type alone names how the file is built, and is left unread
        refuse(N_("“{name}” declares entities, which no sound glossary does: don't trust it."), name=name)
    if data.count(b"<") > _MOST_TAGS:
        refuse(N_("The glossary “{name}” is too large: part it into several files."), name=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        refuse(N_("Line {line} of the glossary “{name}” is damaged: it is no sound XML."),
               line=error.lineno or 1, name=name)  # fmt: skip
    if _name(root) not in ("tbx", "martif"):
        refuse(N_("“{name}” is no TBX file: it begins with “{element}”."), name=name, element=_name(root))
    terms = tuple(term for entry in root.iter() if _name(entry) in _ENTRIES for term in _terms(entry))
    if not terms:
        refuse(N_("“{name}” holds no term in Chinese and English."), name=name)
    if len(terms) > MOST_TERMS:
        refuse(N_("The glossary “{name}” is too large: part it into several files."), name=name)
    return terms


def _terms(entry: "etree._Element") -> Iterator[Term]:
    """Read an entry: one term for each Chinese word that is not wrong."""
    words: dict[str, list[tuple[str, str, bool]]] = {"zh": [], "en": []}
    for section in _children(entry, _SECTIONS):
        language = (section.get(_LANGUAGE) or section.get("lang") or "").lower().replace("_", "-").partition("-")[0]
        if language in words:
            words[language] += map(_word, _children(section, _GROUPS))
    right = [(text, status) for text, status, _ in words["en"] if text and not status.startswith(_WRONG)]
    preferred = next((text for text, status in right if status.startswith("preferred")), right[0][0] if right else "")
    notes = [(note.text or "").strip() for note in _children(entry, ("note",))]
    severity = next((note.removeprefix(_SEVERITY) for note in notes if note.startswith(_SEVERITY)), "major")
    wrong = [(text, beside) for text, status, beside in words["en"] if text and status.startswith(_WRONG)]
    for zh in [text for text, status, _ in words["zh"] if text and not status.startswith(_WRONG)]:
        if not preferred and not wrong:
            continue
        yield Term(
            zh=zh, en=preferred,
            accepted=tuple(text for text, _ in right if text != preferred),
            forbidden=tuple(text for text, beside in wrong if not beside),
            beside=tuple(text for text, beside in wrong if beside),
            zh_forbidden=tuple(text for text, status, _ in words["zh"] if text and status.startswith(_WRONG)),
            severity=_severity(severity), locked=severity == _LOCKED,
            note="; ".join(note for note in notes if note and not note.startswith(_SEVERITY)),
        )  # fmt: skip


def _word(group: "etree._Element") -> tuple[str, str, bool]:
    """Give a term, its status in small letters, and whether it is wrong only beside the Chinese."""
    text, status, beside = "", "", False
    for element in group.iter():
        said = "".join(map(str, element.itertext())).strip() if isinstance(element.tag, str) else ""
        if _name(element) == "term" and not text:
            text = " ".join(said.split())
        elif _name(element) == "administrativeStatus" or element.get("type") == "administrativeStatus":
            status = said.lower()
        elif _name(element) == "note":
            beside = beside or said == _BESIDE
    return text, status, beside


def _children(parent: "etree._Element", names: tuple[str, ...]) -> Iterator["etree._Element"]:
    return (child for child in parent if _name(child) in names)


def _name(element: "etree._Element") -> str:
    """Give an element's name without its namespace; a remark has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _severity(written: str) -> Severity:
    if written == _LOCKED:
        return "critical"
    return next((severity for severity in SEVERITIES if severity == written), "major")
