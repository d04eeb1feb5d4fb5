"""A Word file held against the official layout, element by element."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from drafter.documents.docx import read_docx
from drafter.documents.docx.parts import Parts
from drafter.documents.errors import UnreadableError
from drafter.documents.files import read_bytes, shown_name
from drafter.documents.layout.fault import Fault
from drafter.documents.layout.looks import Look, Looks
from drafter.documents.layout.page import page_faults
from drafter.documents.layout.parts import DATE, HAN, NUMBER, Element, elements
from drafter.documents.package import Package
from drafter.documents.sniff import Kind, refusal, sniff
from drafter.model import N_, Message, Paragraph, Run

_BODY_SIZE, _TITLE_SIZE = 32, 44
_ENOUGH: Final = 0.9
"""The share of the body's characters that must be as asked for: quotations and tables in text may differ."""

_FEWEST: Final = 100
"""Chinese characters that make a body: fewer stand on a title page, or above a table."""

_FANGSONG: Final = (
    *("仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312"),
    *("方正仿宋_GBK", "方正仿宋简体", "STFangsong", "华文仿宋"),
)
_HEITI: Final = ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "STHeiti", "华文黑体")
_KAITI: Final = ("楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体", "STKaiti", "华文楷体")
_LEVELS: Final[Mapping[Element, tuple[str, tuple[str, ...]]]] = {
    "h1": ("黑体", _HEITI),
    "h2": ("楷体", _KAITI),
    "h3": ("仿宋", _FANGSONG),
    "h4": ("仿宋", _FANGSONG),
}
_MARK: Final = re.compile(r"[。；，;,.]\s*$")
_LONGEST: Final = 40


def check_layout(path: Path) -> tuple[Fault, ...]:
    """Tell where a Word file leaves the layout of official documents (GB/T 9704-2012).

    Page, type and the form of number, addressees, attachments and date are looked at; tables, notes, text boxes and
    what is not Chinese are not.

    Raises:
        UnreadableError: it is no Word document, or damaged.
    """
    data, name = read_bytes(path), shown_name(path)
    ending = path.suffix.lower()
    kind = sniff(data, ending)
    if error := refusal(kind, name, ending):
        raise error
    if kind != Kind.ZIP:
        raise UnreadableError(
            N_("“{name}” is no Word file (.docx): only such a file has a layout to check."), name=name
        )
    document = read_docx(data, name, ending, "final")
    looks = Looks(Parts(Package(data, name)))
    shown = [one for one in document.paragraphs if one.part == "body" and one.text.strip()]
    found = list(elements(shown))
    told = chain(page_faults(looks.sections), _body(found, looks), *(_single(kind, one, looks) for kind, one in found))
    return tuple(sorted(told, key=lambda fault: fault.line))


def _body(found: Sequence[tuple[Element, Paragraph]], looks: Looks) -> Iterator[Fault]:
    """Tell where the body's type is another one, counted in characters."""
    sizes: Counter[int] = Counter()
    fonts: Counter[str] = Counter()
    for kind, paragraph in found:
        if kind in ("body", "h3", "h4"):
            for look, count in _looks(paragraph, looks):
                sizes[look.size] += count
                fonts[look.east] += count
    if sizes.total() < _FEWEST:
        return
    if sizes[_BODY_SIZE] < _ENOUGH * sizes.total():
        size = f"{sizes.most_common(1)[0][0] / 2:g}"
        yield Fault(
            "body", 0, "", Message(N_("The body is set in {size} pt; 16 pt (三号) is asked for."), {"size": size})
        )
    if sum(count for font, count in fonts.items() if font in _FANGSONG) < _ENOUGH * fonts.total():
        font = fonts.most_common(1)[0][0] or "?"
        said = Message(N_("The body is set in {font}; 仿宋 (FangSong) is asked for."), {"font": font})
        yield Fault("body", 0, "", said)


def _single(kind: Element, paragraph: Paragraph, looks: Looks) -> Iterator[Fault]:
    """Tell what is wrong with one paragraph."""
    if kind in _LEVELS:
        yield from _heading(kind, paragraph, looks)
    elif (check := _CHECKS.get(kind)) is not None:
        yield from check(paragraph, looks)


def _heading(kind: Element, paragraph: Paragraph, looks: Looks) -> Iterator[Fault]:
    """The marker's font tells: what follows a heading in the same paragraph is body text."""
    name, fonts = _LEVELS[kind]
    first = next(_looks(paragraph, looks), None)
    if first is not None and first[0].east not in fonts and not _is_one_sentence(paragraph.text):
        yield _told(
            "heading", paragraph, N_("A heading of this rank is set in {wanted}, not in {font}."),
            wanted=name, font=first[0].east or "?",
        )  # fmt: skip


def _is_one_sentence(text: str) -> bool:
    """Tell whether a paragraph is one whole sentence: then its marker counts an item, and heads nothing."""
    whole = text.strip()
    return whole.endswith(("。", "；", "！")) and not any(mark in whole[:-1] for mark in "。！？")


def _title(paragraph: Paragraph, looks: Looks) -> Iterator[Fault]:
    first = next(_looks(paragraph, looks), None)
    if first is None:
        return
    if first[0].size != _TITLE_SIZE:
        yield _told(
            "title", paragraph, N_("The title is set in {size} pt; 22 pt (二号) is asked for."),
            size=f"{first[0].size / 2:g}",
        )  # fmt: skip
    if looks.alignment(_numbers(paragraph)[0]) != "center":
        yield _told("title", paragraph, N_("The title should stand in the middle of the line."))


def _number(paragraph: Paragraph, _: Looks) -> Iterator[Fault]:
    if not NUMBER.fullmatch(paragraph.text.strip()):
        yield _told(
            "document-number", paragraph,
            N_("A document number has the full year in 〔〕, no 第 and no leading zero: 云政发〔2024〕3号."),
        )  # fmt: skip


def _addressees(paragraph: Paragraph, _: Looks) -> Iterator[Fault]:
    if not paragraph.text.strip().endswith("："):
        yield _told("addressees", paragraph, N_("The addressees end in a full-width colon."))


def _attachment(paragraph: Paragraph, _: Looks) -> Iterator[Fault]:
    if _MARK.search(paragraph.text):
        yield _told("attachment", paragraph, N_("No mark follows the name of an attachment."))


def _date(paragraph: Paragraph, _: Looks) -> Iterator[Fault]:
    if not DATE.fullmatch(paragraph.text.strip()):
        yield _told(
            "date", paragraph, N_("A date is written in figures, complete and without leading zeros: 2024年8月5日.")
        )


_CHECKS: Final[Mapping[Element, Callable[[Paragraph, Looks], Iterator[Fault]]]] = {
    "title": _title,
    "document-number": _number,
    "addressees": _addressees,
    "attachment": _attachment,
    "date": _date,
}


def _looks(paragraph: Paragraph, looks: Looks) -> Iterator[tuple[Look, int]]:
    """Give the looks of a paragraph's runs, with how many Chinese characters each has."""
    for run in paragraph.runs:
        count = len(HAN.findall(paragraph.text[run.start : run.end]))
        if count and (look := looks.run(_run_number(run))) is not None:
            yield look, count


def _numbers(paragraph: Paragraph) -> list[int]:
    return [_run_number(run) for run in paragraph.runs] or [-1]


def _run_number(run: Run) -> int:
    return int(run.source.rpartition("#")[2])


def _told(element: str, paragraph: Paragraph, template: str, **values: str) -> Fault:
    text = " ".join(paragraph.text.split())
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return Fault(element, paragraph.line, shown, Message(template, values))
