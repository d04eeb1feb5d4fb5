"""Qualified names of the elements and attributes of WordprocessingML that are read."""

from typing import Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def w(name: str) -> str:
    """Give the qualified name of a WordprocessingML element or attribute."""
    return _W + name


VAL: Final = w("val")
ID: Final = w("id")
P: Final = w("p")
P_PR: Final = w("pPr")
R: Final = w("r")
R_PR: Final = w("rPr")
T: Final = w("t")
TABLE: Final = w("tbl")
SDT: Final = w("sdt")
SDT_CONTENT: Final = w("sdtContent")
INSERTED: Final = frozenset({w("ins"), w("moveTo")})
DELETED: Final = frozenset({w("del"), w("moveFrom")})
TEXT_BOX: Final = w("txbxContent")
ALTERNATE: Final = _MC + "AlternateContent"
CHOICE: Final = _MC + "Choice"
FALLBACK: Final = _MC + "Fallback"
MATH: Final = _M + "oMath"
MATH_BLOCK: Final = _M + "oMathPara"
MATH_TEXT: Final = _M + "t"
PARAGRAPH_ID: Final = _W14 + "paraId"
COMMENT_EX: Final = _W15 + "commentEx"
EX_PARAGRAPH: Final = _W15 + "paraId"
EX_PARENT: Final = _W15 + "paraIdParent"
EX_DONE: Final = _W15 + "done"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

RUN_INDEX: Final = "drafter-run"
"""Our own mark, set in memory only: the run's number within its part."""
