"""Characters that a file gives in halves."""

import re
from typing import Final

_HALF: Final = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """Join halves of characters beyond the basic plane; a lone half becomes U+FFFD."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
