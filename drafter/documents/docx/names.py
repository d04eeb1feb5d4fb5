"""Qualified names of the elements and attributes of WordprocessingML that are read."""

from typing import Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_V: Final = "{urn:schemas-microsoft-com:vml}"


def w(name: str) -> str:
    """Give the qualified name of a WordprocessingML element or attribute."""
    return _W + name


def m(name: str) -> str:
    """Give the qualified name of an element or attribute of formulas."""
    return _M + name


def a(name: str) -> str:
    """Give the qualified name of an element of DrawingML."""
    return _A + name


def dgm(name: str) -> str:
    """Give the qualified name of an element of diagrams (SmartArt)."""
    return _DGM + name


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
# The newer two mark changes that two authors made at once.
INSERTED: Final = frozenset({w("ins"), w("moveTo"), _W14 + "conflictIns"})
DELETED: Final = frozenset({w("del"), w("moveFrom"), _W14 + "conflictDel"})
TEXT_BOX: Final = w("txbxContent")
SHAPE_TEXT: Final = a("txBody")
WORD_ART: Final = _V + "textpath"
DIAGRAM: Final = dgm("relIds")
DIAGRAM_DATA: Final = _R + "dm"
IMAGES: Final = frozenset({a("blip"), _V + "imagedata"})
RELATIONSHIP: Final = _R + "id"
ALTERNATE: Final = _MC + "AlternateContent"
CHOICE: Final = _MC + "Choice"
FALLBACK: Final = _MC + "Fallback"
MATH: Final = m("oMath")
MATH_BLOCK: Final = m("oMathPara")
PARAGRAPH_ID: Final = _W14 + "paraId"
COMMENT_EX: Final = _W15 + "commentEx"
EX_PARAGRAPH: Final = _W15 + "paraId"
EX_PARENT: Final = _W15 + "paraIdParent"
EX_DONE: Final = _W15 + "done"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

FIRST_RUN: Final = "drafter-run"
"""Our own mark, set in memory only: the number within its part of a paragraph's first run."""
NEVER_ENDS: Final = "drafter-open"
"""Our own mark, set in memory only: the field that begins here ends nowhere."""
