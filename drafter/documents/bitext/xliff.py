"""XLIFF 1.2 and 2.x, and what Trados (SDLXLIFF) and memoQ (MQXLIFF) make of 1.2."""

from collections.abc import Iterator

from drafter.documents.bitext.markup import Element, Marks, local, parse, side_of, text_of
from drafter.documents.errors import UnreadableError
from drafter.model import N_, Bitext, BitextUnit, Message, Notice, Side

_FORMATS = {".sdlxliff": "sdlxliff", ".mqxliff": "mqxliff"}
# Tags round text, and tags that hold none of it, in either version.
_AROUND = ("g", "pc", "mrk")
_ALONE = ("x", "bx", "ex", "ph", "sc", "ec", "cp")
_CODES = ("bpt", "ept", "it")  # their content is markup of another program


def read_xliff(data: bytes, name: str, ending: str) -> Bitext:
    """Read an XLIFF file as pairs, its inline tags as marks.

    Args:
        data: the file's bytes.
        name: the file's name, for messages.
        ending: its ending, which tells the dialects apart.

    Raises:
        UnreadableError: it is no sound XML, or not between Chinese and English.
    """
    root = parse(data, name)
    reader = _units_2 if (root.get("version") or "").startswith("2") else _units_1
    languages = _languages(root)
    if set(languages) != {"zh", "en"}:
        raise UnreadableError(
            N_("“{name}” is not between Chinese and English: its languages are {source} and {target}."),
            name=name, source=languages[0] or "?", target=languages[1] or "?",
        )  # fmt: skip
    source: Side = "zh" if languages[0] == "zh" else "en"
    units, skipped = [], 0
    for id_, first, second, notes in reader(root):
        if first is None and second is None:
            skipped += 1
            continue
        zh, en = (first, second) if source == "zh" else (second, first)
        units.append(BitextUnit(id_, zh or "", en or "", notes))
    notices = () if not skipped else (Notice(Message(N_("{count} empty units were left out."), {"count": skipped})),)
    return Bitext(name, _FORMATS.get(ending, "xliff"), tuple(units), data, notices)


def _languages(root: Element) -> tuple[Side | None, Side | None]:
    for element in (root, *root):
        source = element.get("srcLang") or element.get("source-language")
        target = element.get("trgLang") or element.get("target-language")
        if source or target:
            return side_of(source), side_of(target)
    return None, None


_Unit = tuple[str, str | None, str | None, tuple[str, ...]]


def _units_1(root: Element) -> Iterator[_Unit]:
    """Units of version 1.2; where a unit is cut into segments (`mrk mtype="seg"`), each of them."""
    for number, unit in enumerate((one for one in root.iter() if local(one) == "trans-unit"), 1):
        if unit.get("translate") == "no" and _child(unit, "target") is None:
            continue
        id_ = unit.get("id") or str(number)
        notes = _notes(unit)
        source, target = _child(unit, "source"), _child(unit, "target")
        cut = _child(unit, "seg-source")
        segments = _segments(cut) if cut is not None else {}
        if not segments:
            marks = Marks()
            yield id_, _text(source, marks), _text(target, marks), notes
            continue
        targets = _segments(target) if target is not None else {}
        for mid, segment in segments.items():
            marks = Marks()
            yield f"{id_}.{mid}", _text(segment, marks), _text(targets.get(mid), marks), notes


def _units_2(root: Element) -> Iterator[_Unit]:
    for number, unit in enumerate((one for one in root.iter() if local(one) == "unit"), 1):
        id_ = unit.get("id") or str(number)
        notes = _notes(unit)
        segments = [child for child in unit if local(child) == "segment"]
        for place, segment in enumerate(segments, 1):
            marks = Marks()
            own = id_ if len(segments) == 1 else f"{id_}.{segment.get('id') or place}"
            yield own, _text(_child(segment, "source"), marks), _text(_child(segment, "target"), marks), notes


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _segments(element: Element) -> dict[str, Element]:
    found = (one for one in element.iter() if local(one) == "mrk" and one.get("mtype") == "seg")
    return {one.get("mid") or str(number): one for number, one in enumerate(found, 1)}


def _notes(unit: Element) -> tuple[str, ...]:
    holder = _child(unit, "notes")
    texts = [(child.text or "").strip() for child in (unit if holder is None else holder) if local(child) == "note"]
    return tuple(filter(None, texts))


def _text(element: Element | None, marks: Marks) -> str | None:
    if element is None:
        return None
    text = text_of(element, lambda child: _inline(child, marks))
    return text if text.strip() else None


def _inline(tag: Element, marks: Marks) -> str:
    name = local(tag)
    key = f"{name}:{tag.get('id') or tag.get('rid') or ''}"
    if name == "mrk":
        return text_of(tag, lambda child: _inline(child, marks))  # says something of its text and is no formatting
    if name in _AROUND:
        return marks.pair(key, text_of(tag, lambda child: _inline(child, marks)))
    if name in _ALONE or name in _CODES:
        return marks.alone(key)
    return text_of(tag, lambda child: _inline(child, marks))
