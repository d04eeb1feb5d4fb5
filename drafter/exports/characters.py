"""Characters that no XML or HTML file may hold."""

import re
from typing import Final

_BREAKS: Final = re.compile("[\v\f\x85\u2028\u2029]")
"""Characters that mean a new line inside a paragraph."""

_ILLEGAL: Final = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, lone surrogates and non-characters: XML forbids or discourages them, nobody can see them."""


def legal(text: str) -> str:
    """Give the text without what a file can't hold: odd line breaks become a line feed, the rest goes."""
    return _ILLEGAL.sub("", _BREAKS.sub("\n", text))
