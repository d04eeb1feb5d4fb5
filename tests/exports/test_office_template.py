"""An office's own Word file: what stands in it stays, the text comes to its places, and nothing foreign comes along."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.exports.docx import DocxOptions, docx_bytes, write_docx
from drafter.exports.docx.splitting import visible
from drafter.exports.docx.xml import element
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import shown
from drafter.model import DrafterError
from drafter.resources import resource_path
from tests.exports.looking import W, Written

TITLE = "云溪市清洁空气三年行动方案"


@pytest.fixture
def template(tmp_path: Path) -> Callable[[Callable[[Word], None]], Path]:
    def make(fill: Callable[[Word], None]) -> Path:
        made = docx.Document(str(resource_path("templates", "base.docx")))
        for style in [one for one in made.styles if one.name and one.name.startswith(("GW-", "ZH-", "EN-", "RV-"))]:
            style.delete()
        fill(made)
        path = tmp_path / "红头.docx"
        made.save(str(path))
        return path

    return make


def texts(data: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]


def with_head(made: Word) -> None:
    made.core_properties.author = "Somebody"
    made.add_paragraph("云溪市人民政府文件")
    place = made.add_paragraph()
    for piece in ("{{", "tit", "le}}"):  # cut as word processors cut
        place.add_run(piece).bold = True
    made.add_paragraph("收文：{{to}}（{{number}}）{{nonsense}}")
    made.add_paragraph("{{body}}")
    made.add_paragraph("云溪市人民政府办公室印发")
    made.sections[0].footer.paragraphs[0].text = "页脚 {{title}}"


def options(path: Path, **more: object) -> DocxOptions:
    return replace(DocxOptions("zh", "gbt9704", template=path), **more)  # type: ignore[arg-type]


def test_text_comes_to_its_places_and_all_else_stays(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path], tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    said = " ".join(shown(one) for one in write_docx(review, out, options(template(with_head))))
    found = texts(out.read_bytes())
    assert found[0] == "云溪市人民政府文件"
    assert found[1] == TITLE
    assert found[2] == "收文：（）{{nonsense}}"
    assert found[3] == "一、总体要求"
    assert found[-1] == "云溪市人民政府办公室印发"
    assert found.count(TITLE) == 1
    written = docx.Document(str(out))
    assert written.paragraphs[1].runs[0].bold
    assert written.sections[0].footer.paragraphs[0].text == f"页脚 {TITLE}"
    assert written.core_properties.author == ""
    assert "GW-Body" in said
    assert "{{number}}, {{to}}" in said
    assert "{{nonsense}}" in said


def test_text_without_a_place_stands_at_the_end(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path]
) -> None:
    path = template(lambda made: made.element.body.insert(0, made.add_paragraph("红头")._p))
    found = texts(docx_bytes(review, options(path)))
    assert found[:2] == ["红头", TITLE]
    assert found[-1].startswith("公转铁")


def with_places_twice(made: Word) -> None:
    made.add_paragraph("正文：{{body}}")
    made.add_paragraph("{{body}}")
    made.add_table(1, 1).cell(0, 0).text = "{{Body}}"
    made.sections[0].header.paragraphs[0].text = "眉 {{body}}"


def test_a_second_place_for_the_text_is_emptied_and_told(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path], tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    said = " ".join(shown(one) for one in write_docx(review, out, options(template(with_places_twice))))
    written = docx.Document(str(out))
    assert texts(out.read_bytes())[:2] == ["正文：", TITLE]
    assert written.tables[-1].cell(0, 0).text == ""
    assert written.sections[0].header.paragraphs[0].text == "眉 "
    assert "{{body}}" in said


@pytest.mark.parametrize("layout", ["table", "interleaved", "zh", "en"])
@pytest.mark.parametrize("style", ["plain", "gbt9704"])
def test_file_is_sound(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path], tmp_path: Path, layout: str, style: str
) -> None:
    path = template(with_head)
    out = tmp_path / "out.docx"
    for tracked in (False, True):
        chosen = options(path, layout=layout, style=style, track_changes=tracked, comments=tracked, cover=tracked,
                         returnable=True)  # fmt: skip
        write_docx(review, out, chosen)
        assert [str(error) for error in OpenXmlValidator().validate(str(out)).errors] == []
        styles = {
            one.get(f"{W}styleId") for one in etree.fromstring(Written(out.read_bytes()).parts["word/styles.xml"])
        }
        used = {one.get(f"{W}val") for one in Written(out.read_bytes()).document.iter(f"{W}pStyle", f"{W}tblStyle")}
        assert used <= styles


def test_own_styles_are_used_by_their_names(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path], tmp_path: Path
) -> None:
    def fill(made: Word) -> None:
        style = made.styles.add_style("gw-body", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(f"{W}styleId", "77")
        style.font.name = "方正仿宋_GBK"
        made.add_paragraph("{{body}}")

    out = tmp_path / "out.docx"
    said = " ".join(shown(one) for one in write_docx(review, out, options(template(fill))))
    body = [one for one in docx.Document(str(out)).paragraphs if one.style and one.style.style_id == "77"]
    assert any("PM2.5" in one.text for one in body)
    assert all(fonts.get(f"{W}eastAsia") is None for one in body for fonts in one._p.iter(f"{W}rFonts"))
    assert "GW-H1" in said
    assert "GW-Body" not in said


def test_a_corrected_title_keeps_its_revisions(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path]
) -> None:
    first = review.clauses[0]
    changed = replace(first, zh=replace(first.zh, original=TITLE.replace("三年", "两年")))
    snapshot = replace(review, clauses=(changed, *review.clauses[1:]))
    found = Written(docx_bytes(snapshot, options(template(with_head), track_changes=True))).document
    place = next(one for one in found.iter(f"{W}p") if visible(one) == TITLE)
    assert "".join(one.text or "" for one in place.iter(f"{W}delText")) == "两"


def test_sections_of_the_template_stay(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path]
) -> None:
    def fill(made: Word) -> None:
        made.sections[0].page_width = Mm(250)
        made.add_paragraph("{{body}}")
        made.add_section(WD_SECTION.NEW_PAGE).page_width = Mm(200)
        made.add_paragraph("附页")

    made = docx.Document(io.BytesIO(docx_bytes(review, options(template(fill), layout="table"))))
    assert [round(one.page_width.mm) for one in made.sections if one.page_width] == [250, 200]
    width = sum(column.width for column in made.tables[0].columns if column.width)
    first = made.sections[0]
    assert first.page_width
    assert first.left_margin
    assert first.right_margin
    assert abs(width - (first.page_width - first.left_margin - first.right_margin)) < Mm(1)
    assert texts(docx_bytes(review, options(template(fill))))[-1] == "附页"


def repacked(path: Path, change: Callable[[str, bytes], bytes], **new: bytes) -> Path:
    out = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, data in new.items():
            target.writestr(name.replace("__", "/") + ".bin", data)
    return out


@pytest.mark.parametrize(
    ("change", "new", "words"),
    [
        (lambda name, data: data.replace(b"<w:body>", b"<w:body><!DOCTYPE x>"), {}, "don't trust"),
        (lambda _name, data: data, {"word__vbaProject": b"x"}, "macros"),
        (
            lambda name, data: (
                data.replace(b"</Relationships>", b'<Relationship Id="rX" Type="a/image" Target="http://x/y.png"'
                             b' TargetMode="External"/></Relationships>') if name.endswith(".rels") else data
            ),
            {}, "from other files",
        ),
        (
            lambda name, data: data.replace(b"<w:body>", b'<w:body><w:p><w:r><w:instrText>DDEAUTO c</w:instrText></w:r>'
                                            b"</w:p>"),
            {}, "from other files",
        ),
        (
            lambda name, data: data.replace(b"<w:body>", b'<w:body><w:p><w:ins w:id="1" w:author="x"/></w:p>'),
            {}, "tracked changes",
        ),
    ],
)  # fmt: skip
def test_what_must_not_come_along_is_refused(
    review: ReviewSnapshot,
    template: Callable[[Callable[[Word], None]], Path],
    change: Callable[[str, bytes], bytes],
    new: dict[str, bytes],
    words: str,
    tmp_path: Path,
) -> None:
    path = repacked(template(with_head), change, **new)
    out = tmp_path / "out.docx"
    with pytest.raises(DrafterError, match=words):
        write_docx(review, out, options(path))
    assert not out.exists()


def test_names_are_left_out_where_they_are_not_wanted(review: ReviewSnapshot) -> None:
    chosen = DocxOptions(track_changes=True, comments=True)
    bearing = [
        any("柳如烟".encode() in part for part in Written(docx_bytes(review, one)).parts.values())
        for one in (chosen, replace(chosen, names=False))
    ]
    assert bearing == [True, False]


def test_work_that_is_stopped_writes_nothing(review: ReviewSnapshot, tmp_path: Path) -> None:
    told: list[float] = []

    def tell(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise InterruptedError

    out = tmp_path / "out.docx"
    with pytest.raises(InterruptedError):
        write_docx(review, out, DocxOptions(), tell)
    assert not list(tmp_path.iterdir())
    assert told == sorted(told)


def test_bookmarks_of_the_template_do_not_meet_those_of_the_text(
    review: ReviewSnapshot, template: Callable[[Callable[[Word], None]], Path], tmp_path: Path
) -> None:
    def fill(made: Word) -> None:
        paragraph = made.add_paragraph("红头")._p
        for number, name in ((1, "head"), (2, "seg_0004")):
            for kind, attributes in (("bookmarkStart", {"id": number, "name": name}), ("bookmarkEnd", {"id": number})):
                paragraph.append(element(kind, **attributes))

    out = tmp_path / "out.docx"
    write_docx(review, out, options(template(fill), layout="table"))
    assert [str(error) for error in OpenXmlValidator().validate(str(out)).errors] == []
    names = Written(out.read_bytes()).attributes("bookmarkStart", "name")
    assert names.count("head") == 1
    assert names.count("seg_0004") == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("云溪市人民政府文件\n{{body}}\n".encode(), "no Word file (.docx)"),
        (b"{\\rtf1 head}", "no Word file (.docx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "no Word file (.docx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_a_template_is_told_by_what_it_is(review: ReviewSnapshot, tmp_path: Path, data: bytes, why: str) -> None:
    head = tmp_path / "红头.txt"
    head.write_bytes(data)
    with pytest.raises(DrafterError) as caught:
        docx_bytes(review, options(head))
    assert head.name in shown(caught.value.message)
    assert why in shown(caught.value.message)
