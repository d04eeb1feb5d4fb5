"""How runs and paragraphs of a Word file look, with all that they inherit."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.docx.parts import Parts
from drafter.documents.docx.styles import Styles
from drafter.documents.docx.xml import child_value
from drafter.documents.xml import Element, integer

_USUAL_SIZE: Final = 20  # half-points, where nothing says otherwise (ECMA-376, 17.3.2.38)
_THEME_SLOTS: Final = {"minorEastAsia": "minorFont", "majorEastAsia": "majorFont"}
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks.

    Attributes:
        size: height in half-points.
        east: font of its Chinese characters, "" where nothing names one.
    """

    size: int
    east: str


class Looks:
    """The looks of the main part's runs, by their number in document order."""

    def __init__(self, parts: Parts) -> None:
        styles = parts.root("styles")
        self._styles = Styles(styles)
        self._sheet: dict[str, Element] = {}
        for style in styles.iter(w("style")) if styles is not None else ():
            self._sheet.setdefault(style.get(w("styleId"), ""), style)
        defaults = None if styles is None else styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{names.R_PR}")
        self._defaults = [] if defaults is None else [defaults]
        self._theme = _theme_fonts(parts.optional(parts.find("theme")))
        root = parts.package.tree(parts.main)
        self.sections = list(root.iter(w("sectPr")))
        self._runs: list[tuple[Element, Element | None]] = []
        for paragraph in root.iter(names.P):
            for run in _own_runs(paragraph):
                self._runs.append((run, paragraph.find(names.P_PR)))
        # Runs count in document order, also where one holds paragraphs of its own (a text box).
        order = {run: place for place, run in enumerate(root.iter(names.R))}
        self._runs.sort(key=lambda one: order[one[0]])
        self._order = [order[run] for run, _ in self._runs]

    def run(self, number: int) -> Look | None:
        """Give the look of a run; None where no paragraph holds it."""
        place = self._place(number)
        if place is None:
            return None
        run, paragraph = self._runs[place]
        chain = list(self._text_properties(run, paragraph))
        size = next((size for one in chain if (size := integer(child_value(one, w("sz")))) is not None), _USUAL_SIZE)
        return Look(size, next(filter(None, map(self._east, chain)), ""))

    def alignment(self, number: int) -> str:
        """Give how the paragraph of a run is aligned: "left", "center", "right" or "both"."""
        place = self._place(number)
        if place is None:
            return "left"
        properties = self._runs[place][1]
        own = child_value(properties, w("jc"))
        found = own or next(filter(None, (child_value(one, w("jc")) for one in self._styles_of(properties))), "left")
        return {"start": "left", "end": "right", "distribute": "both"}.get(found, found)

    def _place(self, number: int) -> int | None:
        place = bisect_left(self._order, number)
        return place if place < len(self._order) and self._order[place] == number else None

    def _text_properties(self, run: Element, paragraph: Element | None) -> Iterator[Element]:
        """Give the properties that say how a run looks, the nearest first."""
        own = run.find(names.R_PR)
        if own is not None:
            yield own
            yield from self._sheet_chain(child_value(own, w("rStyle")), names.R_PR)
        style = None if paragraph is None else child_value(paragraph, w("pStyle"))
        yield from self._chain(self._styles.paragraph(style).chain, names.R_PR)
        yield from self._defaults

    def _styles_of(self, paragraph: Element | None) -> Iterator[Element]:
        style = None if paragraph is None else child_value(paragraph, w("pStyle"))
        yield from self._chain(self._styles.paragraph(style).chain, names.P_PR)

    def _sheet_chain(self, style: str | None, tag: str) -> Iterator[Element]:
        if style is not None:
            yield from self._chain(self._styles.get(style).chain, tag)

    def _chain(self, chain: tuple[str, ...], tag: str) -> Iterator[Element]:
        for one in chain:
            if (found := self._sheet[one].find(tag)) is not None:
                yield found

    def _east(self, properties: Element) -> str:
        fonts = properties.find(w("rFonts"))
        if fonts is None:
            return ""
        theme = fonts.get(w("eastAsiaTheme"))
        return self._theme.get(theme, "") if theme else fonts.get(w("eastAsia"), "")


def _own_runs(paragraph: Element) -> Iterator[Element]:
    """Give the runs of a paragraph, not those of paragraphs inside them."""
    for run in paragraph.iter(names.R):
        holder = next(run.iterancestors(names.P), None)
        if holder is paragraph:
            yield run


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Give the Chinese fonts that a theme names."""
    found = {}
    for slot, tag in _THEME_SLOTS.items() if theme is not None else ():
        fonts = theme.find(f".//{_A}{tag}") if theme is not None else None
        for font in fonts if fonts is not None else ():
            if font.get("script") == "Hans" or (font.tag == f"{_A}ea" and font.get("typeface") and slot not in found):
                found[slot] = font.get("typeface", "")
    return found
