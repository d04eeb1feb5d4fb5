"""From characters and lines drawn on pages to paragraphs and tables: shared by the formats that know pages only."""

from drafter.documents.flow.glyphs import Glyph, Line, is_close
from drafter.documents.flow.pages import Item, items_of_page
from drafter.documents.flow.paragraphs import join_lines
from drafter.documents.flow.rulings import Stroke, figure_strokes
from drafter.documents.flow.running import Page, without_running_lines

__all__ = [
    "Glyph",
    "Item",
    "Line",
    "Page",
    "Stroke",
    "figure_strokes",
    "is_close",
    "items_of_page",
    "join_lines",
    "without_running_lines",
]
