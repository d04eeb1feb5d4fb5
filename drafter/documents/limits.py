"""How much a file may ask of us before it is refused.

A file from outside may be made to exhaust the machine; real plans are far below every one of these figures.
"""

from typing import Final

MEGABYTE: Final = 1024 * 1024

FILE_BYTES: Final = 50 * MEGABYTE
"""Size of a file of any format."""

ZIP_ENTRIES: Final = 2000
PART_BYTES: Final = 64 * MEGABYTE
"""Unpacked size of one part of a package."""
PACKAGE_BYTES: Final = 300 * MEGABYTE
"""Unpacked size of all parts of a package together."""
RATIO: Final = 200
"""How often larger a part may be unpacked than packed, where it is larger than `RATIO_FROM`."""
RATIO_FROM: Final = MEGABYTE

TAGS: Final = 6_000_000
"""Opening and closing tags of one XML part: a tree takes many times the memory of its text."""
TREE_BYTES: Final = 300 * MEGABYTE
"""Memory that the tree of one XML part may take, reckoned before it is built."""
ELEMENT_BYTES: Final = 80
ATTRIBUTE_BYTES: Final = 215
TEXT_BYTES: Final = 120
"""Memory that the parser takes for each of them, measured."""
NESTING: Final = 100
"""Content controls, tables and text boxes inside each other."""
TABLE_CELLS: Final = 50_000
PARAGRAPHS: Final = 1_000_000
NUMBER_LENGTH: Final = 100
"""Characters of a list number: a long pattern would be repeated before every paragraph."""
NUMBER_VALUE: Final = 1_000_000_000
STYLE_CHAIN: Final = 100
"""Styles based on each other, and list definitions pointing to each other."""

HTML_TAGS: Final = 400_000
"""Tags of a web page, which is not parsed as sparingly as a part of a package; lines of preformatted text too."""
HTML_ATTRIBUTES: Final = 1000
"""Attributes of one tag of a web page: the parser compares each with all others."""
HTML_CHARACTERS: Final = 5_000_000
"""Characters that a web page may show."""
ATTRIBUTE_LENGTH: Final = 1000
"""How much of an attribute is looked at."""
COLUMNS: Final = 5000
"""Columns of a table."""
VOTE_CHARACTERS: Final = 2_000_000
"""Size of a page up to which a second opinion on its article is asked for."""
SPAN: Final = 1000
"""Rows or columns that one cell may cover, blanks or cells that one element may stand for."""
PAGES: Final = 3000
"""Pages of a document that is made of pages."""
RULINGS: Final = 1000
"""Ruling lines of one page: more are a map or a drawing."""
PAGE_OBJECTS: Final = 20_000
"""Pieces of text, lines and pictures of one page in which ruling lines are looked for."""
DRAWN_OBJECTS: Final = 300_000
"""The same of all pages together."""
SECONDS: Final = 4
"""How long the pages of one document may take, however little they show."""
CHARACTERS_A_SECOND: Final = 50_000
"""How many characters the pages of a long document must give for every further second."""
PAGE_CHARACTERS: Final = 500_000
"""Characters that pages may show however small the file."""
CHARACTERS_A_BYTE: Final = 3
"""Characters that pages may show for each byte of the file."""
STUCK_SECONDS: Final = 3
"""How long one page of a PDF may take."""
RECOGNITION_SECONDS: Final = 60
"""How long drawing a scanned page may take, and recognising its text."""
PICTURE_DOTS: Final = 40_000_000
"""Dots of the picture of a page."""
PROCESS_BYTES: Final = 480 * MEGABYTE
"""Memory that the process which reads a PDF may ask for, its own share of about a fifth included."""
RTF_TOKENS: Final = 1_300_000
"""Control words, braces and stretches of text of an RTF document."""
RTF_GROUPS: Final = 20_000
"""Groups inside each other: more than any program writes, and still cheap."""

START_SECONDS: Final = 30
"""How long the process that reads a PDF may take to start, and to join the lines of all pages at the end."""
QUESTION_SECONDS: Final = 5
"""How long a program on this computer may take to say what it can do."""
CONVERSION_SECONDS: Final = 60
"""How long another program may take to convert a document."""
CONVERTED_BYTES: Final = 64 * MEGABYTE
"""Size of what it makes."""
MAIL_PARTS: Final = 5000
"""Parts of a web archive that are looked through for its page."""
