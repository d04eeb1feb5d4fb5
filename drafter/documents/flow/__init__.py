"""From characters on pages to paragraphs: shared by the formats that know pages only."""

from drafter.documents.flow.glyphs import Glyph, Line, lines_of_page
from drafter.documents.flow.paragraphs import join_lines
from drafter.documents.flow.running import Page, without_running_lines

__all__ = ["Glyph", "Line", "Page", "join_lines", "lines_of_page", "without_running_lines"]
