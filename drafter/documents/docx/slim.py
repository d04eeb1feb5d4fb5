"""A part without what the reader never asks for: a tree takes ten times the memory of its text.

In what word processors write most elements say how something looks, again and again for each piece of a word. They are
taken out of the bytes, before there is a tree. Only elements without content are touched, written the way that every
program writes them; a part that is written in another way is read as it stands.
"""

import re
from typing import Final

_LOOKS: Final = (
    # of letters
    rb"b|bCs|i|iCs|u|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid|spacing|w|kern"
    rb"|position|szCs|effect|bdr|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|oMath"
    # of paragraphs
    rb"|keepNext|keepLines|pageBreakBefore|widowControl|suppressLineNumbers|suppressAutoHyphens|kinsoku|wordWrap"
    rb"|overflowPunct|topLinePunct|autoSpaceDE|autoSpaceDN|bidi|adjustRightInd|ind|contextualSpacing|mirrorIndents"
    rb"|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|divId|cnfStyle"
    # of tables
    rb"|tcW|noWrap|tcFitText|vAlign|hideMark|trHeight|cantSplit|tblHeader|tblCellSpacing|tblW|tblInd|tblLayout|tblLook"
    rb"|gridCol|top|left|start|bottom|right|end|insideH|insideV|between|bar"
    # of nothing that is seen
    rb"|proofErr|lastRenderedPageBreak|bookmarkStart|bookmarkEnd"
)
_NEVER_ASKED: Final = re.compile(rb"<w:(?:" + _LOOKS + rb')(?:\s[^<>]*)?/>|<w:sz w:val="[1-9]\d+"/>')
_SAVES: Final = re.compile(rb'(<w:(?:r|p|tr))(?:\s+w:rsid[A-Za-z]*="[0-9A-Fa-f]*")+')
_FONTS: Final = re.compile(rb'<w:rFonts(?:\s[^<>]*)?\s(w:ascii="[^"<>]*")[^<>]*/>')


def slimmed(data: bytes) -> bytes:
    """Take out of a part's bytes what the reader never asks for.

    Args:
        data: a part that holds text.
    """
    if b"<![CDATA[" in data:
        return data  # what looks like an element may be text there
    data = _NEVER_ASKED.sub(b"", data)
    return _FONTS.sub(rb"<w:rFonts \1/>", _SAVES.sub(rb"\1", data))
