"""Translation memories in TMX, 1.1 to 1.4b."""

from drafter.documents.bitext.markup import XML_LANG, Element, local, parse, side_of, text_of
from drafter.model import N_, Bitext, BitextUnit, Message, Notice, Side

_SCRIPT_TAGS = ("hi", "sub")


def read_tmx(data: bytes, name: str) -> Bitext:
    """Read a translation memory; what formatting tags stand for is left out, the text that `hi` holds is kept.

    Args:
        data: the file's bytes.
        name: the file's name, for messages.

    Raises:
        UnreadableError: it is no sound XML.
    """
    units: list[BitextUnit] = []
    other = 0
    for number, unit in enumerate((one for one in parse(data, name).iter() if local(one) == "tu"), 1):
        texts: dict[Side, str] = {}
        for variant in (child for child in unit if local(child) == "tuv"):
            side = side_of(variant.get(XML_LANG) or variant.get("lang"))
            segment = next((child for child in variant if local(child) == "seg"), None)
            if side is not None and segment is not None and side not in texts:
                texts[side] = text_of(segment, _inline).strip()
        if not any(texts.values()):
            other += 1
            continue
        notes = tuple((child.text or "").strip() for child in unit if local(child) == "note")
        id_ = unit.get("tuid") or str(number)
        units.append(BitextUnit(id_, texts.get("zh", ""), texts.get("en", ""), tuple(filter(None, notes))))
    notices = (
        () if not other else (Notice(Message(N_("{count} units in other languages were left out."), {"count": other})),)
    )
    return Bitext(name, "tmx", tuple(units), data, notices)


def _inline(tag: Element) -> str:
    """Text inside `hi` is text; inside the codes (bpt, ept, ph, it) it is markup of another program."""
    return text_of(tag, _inline) if local(tag) in _SCRIPT_TAGS else ""
