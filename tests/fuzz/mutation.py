"""Damage done to files: to their bytes, to the entries of a package, to the tree of its XML."""
# ruff: noqa: E501 -- rows of bytes

import contextlib
import copy
import io
import random
import warnings
import zipfile
import zlib
from typing import Final

from lxml import etree

from drafter.documents import limits

_BYTES: Final = (
    b"\x00", b"\xff", b"<", b">", b"&", b'"', b"{", b"}", b"\\", b"(", b")", b"[", b"]", b"/", b"%", b"\n", b"\r",
    b"<!--", b"]]>", b"<![CDATA[", b"&#0;", b"&a;", b"<!DOCTYPE a>", b"<?xml", b"<table>", b"</td>", b"<tr><td>", b"<ol>",
    b"\\par ", b"\\cell ", b"\\row ", b"\\u-1?", b"\\'81", b"\\bin9 ", b"{\\*\\", b"\\intbl ", b"\\trowd ", b"\\fonttbl",
    b"endstream", b"endobj", b" 0 R", b" Do ", b" Tj ", b" cm ", b"<<", b">>", b"stream\n", b"-1", b"99999999999", b"1e9",
    b"nan", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\x81\x30\x81\x30", "中".encode(), "\u202e".encode(), b"../",
)  # fmt: skip
_VALUES: Final = (
    "", "0", "-1", "1", "9", "2147483648", "99999999999999999999", "1e308", "nan", "true", "none", "\u4e2d", "x" * 3000,
    "../../etc", "%1.%2.%9.%1", "\ud7ff", "zh-CN", "en", "1 2 3", "g 999999 9",
)  # fmt: skip
_MANY: Final = 400
_VERY_MANY: Final = 20_000


def mutated(data: bytes, made: random.Random) -> bytes:
    """Give a file damaged in one to four ways."""
    for _time in range(made.choice((1, 1, 2, 4))):
        if data.startswith(b"PK") and made.random() < 0.85:
            data = _package(data, made)
        elif data.lstrip()[:1] == b"<" and made.random() < 0.5:
            data = _tree(data, made)
        else:
            data = _bytes(data, made)
    return data[: limits.FILE_BYTES]  # larger ones are refused before anybody looks at them


def _bytes(data: bytes, made: random.Random) -> bytes:
    start = made.randrange(len(data) + 1)
    end = min(len(data), start + made.choice((0, 1, 1, 4, 30, 400)))
    way = made.randrange(6)
    if way == 0:
        return data[:start] + made.randbytes(end - start) + data[end:]
    if way == 1:
        return data[:start] + data[end:]
    if way == 2:
        return data[:end] + data[start:end] * made.choice((1, 2, _MANY, _VERY_MANY)) + data[end:]
    if way == 3:
        return data[:start]
    if way == 4:
        place = made.randrange(len(data) + 1)
        return data[:start] + data[place : place + made.randrange(300)] + data[end:]
    return data[:start] + made.choice(_BYTES) * made.choice((1, 1, 1, 2, 2, _MANY, _MANY, _VERY_MANY)) + data[end:]


def _package(data: bytes, made: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, zlib.error):
        return _bytes(data, made)
    if not entries:
        return _bytes(data, made)
    index = made.randrange(len(entries))
    name, content = entries[index]
    way = made.random()
    if way < 0.6:
        entries[index] = (name, _tree(content, made))
    elif way < 0.85:
        entries[index] = (name, _bytes(content, made))
    elif way < 0.9:
        del entries[index]
    elif way < 0.95:
        entries[index] = (name, made.choice(entries)[1])
    else:
        entries.append((made.choice((name, name.upper(), "../" + name, "a" * 300, "word/x.xml")), content))
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two entries of one name
        for one, inner in entries:
            archive.writestr(one, inner)
    return buffer.getvalue()


def _tree(data: bytes, made: random.Random) -> bytes:
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return _bytes(data, made)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)]
    if not nodes:
        return _bytes(data, made)
    with contextlib.suppress(ValueError):  # a name that the parser has let pass may not be given again
        _change(made.choice(nodes), nodes, made)
    return etree.tostring(root, encoding="utf-8", xml_declaration=data.startswith(b"<?xml"))


def _change(node: etree._Element, nodes: list[etree._Element], made: random.Random) -> None:
    parent = node.getparent()
    other = made.choice(nodes)
    way = made.randrange(8)
    if way == 0 and parent is not None:
        parent.remove(node)
    elif way == 1 and parent is not None:
        size = sum(1 for _inner in node.iter())
        for _time in range(made.choice((1, 2, 2, _MANY // size, _MANY // size, _VERY_MANY // size))):
            parent.append(copy.deepcopy(node))
    elif way == 2:
        other.append(copy.deepcopy(node))
    elif way == 3:
        _wrap(node, made.choice((1, 3, 90, 250, 5000)))
    elif way == 4 and node.attrib:
        node.set(made.choice(list(map(str, node.attrib))), made.choice(_VALUES))
    elif way == 5 and other.attrib:
        node.set(*made.choice([(str(key), str(value)) for key, value in other.attrib.items()]))
    elif way == 6:
        node.text = made.choice(_VALUES) * made.choice((1, 1, _MANY, _VERY_MANY))
    else:
        node.tag = other.tag


def _wrap(node: etree._Element, depth: int) -> None:
    """Put what is inside a node into that node again, and again."""
    children = list(node)
    inner = node
    for _time in range(depth):
        inner = etree.SubElement(inner, node.tag, {str(key): str(value) for key, value in node.attrib.items()})
    inner.extend(children)
