"""Styles by their names: those of an office's template are used, those that it lacks are supplied."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from docx.document import Document

from drafter.exports.docx.notes import STYLES as _NOTES
from drafter.exports.docx.package import open_template
from drafter.exports.docx.xml import Element, W

_REFERENCES: Final = tuple(W + name for name in ("pStyle", "rStyle", "tblStyle"))
_FONTS: Final = tuple(W + name for name in ("ascii", "hAnsi", "eastAsia", "cs"))
_COMMENTS: Final = ("CommentReference", "CommentText")


def supply(document: Document, body: Sequence[Element]) -> tuple[str, ...]:
    """Let a text use the styles of a template, and give the template those that it lacks.

    A style is known by its name, since word processors give identifiers as they like.

    Args:
        document: the template.
        body: the text, made with the identifiers of our own styles, which are changed where the template has others.

    Returns:
        The names of the styles that the template lacked, of paragraphs of the text only.
    """
    ours = {style.get(f"{W}styleId", ""): style for style in open_template().styles.element.iter(f"{W}style")}
    there = document.styles.element
    theirs = {_name(style): style.get(f"{W}styleId", "") for style in there.iter(f"{W}style")}
    taken = set(theirs.values())
    ids: dict[str, str] = {}
    missing: list[str] = []
    for id_ in dict.fromkeys((*_used(body), *_COMMENTS)):
        style = ours[id_]
        name = _name(style)
        if name in theirs:
            ids[id_] = theirs[name]
            continue
        ids[id_] = _free(id_, taken)
        taken.add(ids[id_])
        there.append(_standing_alone(style, ids[id_]))
        if style.get(f"{W}type") == "paragraph" and id_ not in (*_COMMENTS, *_NOTES):
            missing.append(style.find(f"{W}name").get(f"{W}val", id_))
    _refer(body, ids, {id_ for id_ in ids if _name(ours[id_]) in theirs}, ours)
    return tuple(missing)


def _name(style: Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "").strip().lower()


def _used(body: Sequence[Element]) -> Iterator[str]:
    return (one.get(f"{W}val", "") for part in body for one in part.iter(*_REFERENCES))


def _free(id_: str, taken: set[str]) -> str:
    made, count = id_, 1
    while made in taken:
        made, count = f"{id_}{count}", count + 1
    return made


def _standing_alone(style: Element, id_: str) -> Element:
    """Give a copy of a style that follows no other: what the template makes of those is its own affair."""
    made = deepcopy(style)
    made.set(f"{W}styleId", id_)
    for name in ("basedOn", "next", "link"):
        for child in made.findall(f"{W}{name}"):
            made.remove(child)
    return made


def _refer(body: Sequence[Element], ids: Mapping[str, str], own: set[str], ours: Mapping[str, Element]) -> None:
    """Write the template's identifiers, and leave the fonts to those styles that the template has itself."""
    for part in body:
        for reference in part.iter(*_REFERENCES):
            id_ = reference.get(f"{W}val", "")
            if id_ in own and reference.tag == f"{W}pStyle":
                paragraph = next(reference.iterancestors(f"{W}p"))
                _leave_fonts(paragraph, ours[id_])
            reference.set(f"{W}val", ids[id_])


def _leave_fonts(paragraph: Element, style: Element) -> None:
    fonts = style.find(f"{W}rPr/{W}rFonts")
    usual = "" if fonts is None else fonts.get(f"{W}eastAsia", "")
    for own in paragraph.iter(f"{W}rFonts"):
        if own.get(f"{W}eastAsia") == usual:  # another one is on purpose: a heading that runs into its text
            for key in _FONTS:
                own.attrib.pop(key, "")
