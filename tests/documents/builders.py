"""Small Word packages, written as raw XML: a test shows every element it is about."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from drafter.documents import read_document
from drafter.model import Document

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES: Final = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE: Final = "application/vnd.ms-word.document.macroEnabled.main+xml"

View = Literal["final", "original"]


def root(name: str, content: str) -> str:
    """A part's whole XML."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'


def t(text: str, properties: str = "") -> str:
    """A run of text."""
    shape = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shape}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain words become one run."""
    inner = content if content.startswith("<") or not content else t(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def cell(content: str = "", properties: str = "") -> str:
    """A table cell; plain words become one paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows, each the XML of its cells."""
    grid = '<w:gridCol w:w="4000"/>' * max((row.count("<w:tc>") for row in rows), default=0)
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    )


def control(content: str = "", properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


WHO: Final = 'w:author="审校员" w:date="2025-11-21T10:00:00Z"'


def inserted(content: str, number: int = 901) -> str:
    """Tracked insertion of runs or blocks."""
    return f'<w:ins w:id="{number}" {WHO}>{content}</w:ins>'


def deleted(text: str, number: int = 902) -> str:
    """Tracked deletion of words, as one run."""
    inner = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {WHO}>{inner}</w:del>'


def end_is(*changes: str) -> str:
    """Paragraph properties in which the paragraph's end is inserted ("ins"), deleted ("del") or moved."""
    marks = "".join(f'<w:{change} w:id="{903 + place}" {WHO}/>' for place, change in enumerate(changes))
    return f"<w:rPr>{marks}</w:rPr>"


BEGIN: Final = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE: Final = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def code(text: str) -> str:
    """A piece of a field's code."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, result: str | None = None) -> str:
    """A field; without result also without the mark before it."""
    return BEGIN + code(instruction) + ("" if result is None else SEPARATE + result) + END


def drawn(content: str) -> str:
    """A run with a text box as Word 2010 and later draws it."""
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
    return f"<w:r><w:drawing><wps:wsp>{box}</wps:wsp></w:drawing></w:r>"


def pictured(content: str) -> str:
    """A run with a text box as older programs draw it."""
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"


def level(index: int, pattern: str, number_format: str = "decimal", *, start: int = 1, more: str = "") -> str:
    """One level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    """A numbering part with one definition (0) and one list (1); `more` follows the definition."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'{more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def item(text: str, index: int = 0, number: int = 1) -> str:
    """A list paragraph."""
    return p(text, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')


def relationships(targets: Mapping[str, str], external: Mapping[str, str] | None = None) -> str:
    """A relationship part: kind -> target."""
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    outside = "".join(
        f'<Relationship Id="x{i}" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        for i, (kind, target) in enumerate((external or {}).items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}{outside}</Relationships>'


def content_types(main: str = WORD_TYPE, part: str = "/word/document.xml") -> str:
    """The content types of a package."""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{main}"/></Types>'
    )


def entries(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    main_type: str = WORD_TYPE,
    external: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The parts of a document, by name; parts are given by kind (styles, numbering, footnotes, …) as inner XML."""
    parts = parts or {}
    found = {
        "[Content_Types].xml": content_types(main_type),
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships({kind: f"{kind}.xml" for kind in parts}, external),
    }
    for kind, content in parts.items():
        found[f"word/{kind}.xml"] = root(kind, content)
    return found


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    main_type: str = WORD_TYPE,
    external: Mapping[str, str] | None = None,
) -> bytes:
    """A Word document's bytes."""
    return packed(entries(body, parts, main_type=main_type, external=external))


class Reading:
    """Writes bytes to a file and reads them back through the room's door."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, data: bytes, name: str = "计划.docx", view: View = "final") -> Document:
        path = self.folder / name
        path.write_bytes(data)
        return read_document(path, view=view)

    def body(self, body: str, view: View = "final", **parts: str) -> Document:
        return self.file(docx(body, parts), view=view)

    def shown(self, body: str, view: View = "final", **parts: str) -> list[str]:
        """The texts of the paragraphs that show any."""
        return [text for text in self.texts(body, view, **parts) if text]

    def texts(self, body: str, view: View = "final", **parts: str) -> list[str]:
        return [paragraph.text for paragraph in self.body(body, view, **parts).paragraphs]


def told(document: Document) -> str:
    """All notices of a document in one string."""
    return "\n".join(notice.message.template.format(**notice.message.values) for notice in document.notices)
