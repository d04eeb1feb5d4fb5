"""Pandoc and LibreOffice as independent judges: they must see the same words, feature by feature where they read it."""

import random
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import pytest

from drafter.documents import read_document
from tests.documents.builders import (
    BEGIN,
    END,
    SEPARATE,
    WHO,
    cell,
    code,
    control,
    deleted,
    end_is,
    entries,
    field,
    inserted,
    item,
    level,
    p,
    packed,
    t,
    table,
)

View = Literal["final", "original"]
PANDOC: Final = shutil.which("pandoc")
SOFFICE: Final = shutil.which("soffice")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def declared(body: str, **parts: str) -> bytes:
    """A document whose parts are declared, so that every program finds them."""
    found = entries(body, parts)
    types = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_KIND.format(kind)}"/>' for kind in parts)
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    name = "[Content_Types].xml"
    found[name] = found[name].replace("<Override", default + types + "<Override", 1)
    return packed(found)


def bare(text: str) -> str:
    """Words without blanks, and without what pandoc draws around tables and sets before notes."""
    return re.sub(r"[\s|+=-]|\[\d+\]", "", text)


def by_pandoc(path: Path, view: View) -> str:
    changes = "accept" if view == "final" else "reject"
    command = [str(PANDOC), "-f", "docx", "-t", "plain", "--wrap=none", f"--track-changes={changes}", str(path)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


DROPPED: Final = '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
SYMBOL_FONT: Final = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
WIDE: Final = '<w:gridSpan w:val="2"/>'
FEATURES: Final = {
    "changes": p(t("到") + inserted(t("2025")) + deleted("2020") + t("年")),
    "changes of ends": p("一", end_is("del")) + p("二", end_is("ins")) + p("三"),
    "moves": p(f'<w:moveFrom w:id="3" {WHO}>{t("从")}</w:moveFrom><w:moveTo w:id="4" {WHO}>{t("到")}</w:moveTo>x'),
    "links": p(f'<w:hyperlink w:anchor="x">{t("链接")}</w:hyperlink>'),
    "smart tags": p(f'<w:smartTag w:element="x">{t("北京")}</w:smartTag>' + t("市")),
    "symbols": p('<w:r><w:sym w:font="Symbol" w:char="F06D"/><w:t>g</w:t></w:r>' + t("m", SYMBOL_FONT)),
    "hyphens": p("<w:r><w:t>g</w:t><w:noBreakHyphen/></w:r>" + t("m")),
    "controls": control(p("块") + control(p("内"))) + p(t("前") + control(t("串")) + t("后") + control(t("☒"))),
    "tables": table(cell("甲") + cell("乙"), cell("丙", WIDE)) + table(cell(p("外") + p("续")), cell("邻")),
    "fields": p(field(" PAGE ", t("7")) + field(' HYPERLINK "http://x" ', t("链"))),
    "breaks": p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>"),
    "page breaks": p('<w:r><w:t>d</w:t><w:br w:type="page"/><w:t>e</w:t></w:r>'),
    "blanks": p("<w:r><w:t> a </w:t></w:r>" + t(" b ") + "<w:r><w:t>c\nd</w:t></w:r>") + p(t("\u3000\u3000缩\u00a0进")),
    "drop caps": p("到", DROPPED) + p("2025年"),
    "formatting": p(t("改", f'<w:b/><w:rPrChange w:id="1" {WHO}><w:rPr/></w:rPrChange>') + t("𫚖鱼", "<w:i/>")),
}  # fmt: skip


@needs_pandoc
@pytest.mark.parametrize("view", ["final", "original"])
@pytest.mark.parametrize("feature", FEATURES)
def test_same_words_as_pandoc(tmp_path: Path, feature: str, view: View) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(declared(FEATURES[feature] + p("末段")))
    ours = "".join(paragraph.text for paragraph in read_document(path, view=view).paragraphs)
    # Where pandoc joins paragraphs it sets a blank between; it hides the no-break hyphen in its dashes.
    assert bare(ours).replace("\u2011", "") == bare(by_pandoc(path, view)).replace("\u2011", "")


@needs_pandoc
def test_same_notes_as_pandoc(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    notes = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes += f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + t("脚注"))}{p("续注")}</w:footnote>'
    body = p(t("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + t("乙")) + p("末段")
    path.write_bytes(declared(body, footnotes=notes))
    ours = [paragraph.text for paragraph in read_document(path).paragraphs]
    assert ours == ["甲乙", "脚注", "续注", "末段"]
    assert bare("".join([ours[0], ours[3], *ours[1:3]])) == bare(by_pandoc(path, "final"))


def plain(dice: random.Random) -> str:
    return "".join(dice.choice("大气污染防治行动计划浓度下降abc12，。") for _ in range(dice.randint(1, 6)))


def words(dice: random.Random) -> str:
    """Runs as they may stand in a tracked change."""
    looks = ("", "<w:b/>", '<w:sz w:val="32"/>')
    return "".join(t(plain(dice), dice.choice(looks)) for _ in range(dice.randint(1, 3)))


def content(dice: random.Random, depth: int = 0) -> str:
    """Runs in all kinds of wrappers, by chance; only such as may stand in each other."""
    makers: tuple[Callable[[], str], ...] = (
        lambda: words(dice),
        lambda: inserted(words(dice), dice.randint(1, 10**6)),
        lambda: inserted(control(words(dice)) + deleted(plain(dice)), dice.randint(1, 10**6)),
        lambda: deleted(plain(dice), dice.randint(1, 10**6)),
        lambda: field(" REF x ", words(dice)),
        lambda: control(content(dice, depth + 1)),
        lambda: f'<w:hyperlink w:anchor="x">{words(dice)}</w:hyperlink>',
    )
    return "".join(dice.choice(makers if depth < 3 else makers[:5])() for _ in range(dice.randint(1, 3)))


def document(seed: int) -> str:
    dice = random.Random(seed)
    blocks = []
    for _ in range(120):
        kind = dice.random()
        if kind < 0.1:
            rows = ["".join(cell(p(content(dice))) for _ in range(3)) for _ in range(dice.randint(1, 3))]
            blocks.append(table(*rows))
        elif kind < 0.2:
            blocks.append(control(p(content(dice)) + p(content(dice))))
        else:
            blocks.append(p(content(dice), dice.choice(("", "", "", end_is("del"), end_is("ins")))))
            if "<w:rPr><w:" in blocks[-1][:20]:
                blocks.append(p(content(dice)))
    return "".join(blocks) + p("末段")


@needs_pandoc
@pytest.mark.parametrize("view", ["final", "original"])
@pytest.mark.parametrize("seed", range(4))
def test_same_words_in_documents_by_chance(tmp_path: Path, seed: int, view: View) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(declared(document(seed)))
    ours = "".join(paragraph.text for paragraph in read_document(path, view=view).paragraphs)
    assert bare(ours) == bare(by_pandoc(path, view))


def definition(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, defined: int, start: int | None = None) -> str:
    again = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    override = f'<w:lvlOverride w:ilvl="0">{again}</w:lvlOverride>' if again else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{defined}"/>{override}</w:num>'


LISTS: Final = (
    definition(0, level(0, "%1、", "chineseCounting"), level(1, "（%2）", "japaneseCounting"), level(2, "%3."))
    + definition(1, level(0, "第%1章", "chineseCountingThousand"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    + definition(2, level(0, "%1)", "upperLetter", start=25), level(1, "%2", "decimalEnclosedCircle"), level(2, "%3"))
    + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 0, 7)
)  # fmt: skip
NUMBERED: Final = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="h"><w:name w:val="mine"/>{NUMBERED.format(2)}</w:style>'
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="off"/><w:basedOn w:val="h"/>'
    f"{NUMBERED.format(0)}</w:style>"
)


def lists(seed: int) -> str:
    dice = random.Random(seed)
    blocks = []
    for number in range(80):
        kind = dice.random()
        if kind < 0.6:
            blocks.append(item(f"项{number}", dice.choice((0, 0, 0, 1, 1, 2)), dice.choice((1, 1, 1, 2, 2, 3, 4))))
        elif kind < 0.7:
            blocks.append(table(cell(item(f"格{number}")) + cell(f"邻{number}")))
        elif kind < 0.8:
            blocks.append(p(f"式{number}", '<w:pStyle w:val="h"/>'))
        elif kind < 0.9:
            blocks.append(p(f"无{number}", '<w:pStyle w:val="o"/>'))
        else:
            blocks.append(p(f"文{number}"))
    return "".join(blocks)


OTHERS: Final = (
    p(field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hàn),汉)') + t("字"))
    + p(field("eq \\o(\\s\\up 5(联合),\\s\\do 2(发文))") + t("号"))
    + p(field(" MACROBUTTON NoMacro 请输入") + t("后"))
    + p(t("前") + BEGIN + code(' IF 1 = 2 "甲')) + p(code('乙" "丙"') + SEPARATE + t("果") + END + t("后"))
    + p('<w:fldSimple w:instr=" SEQ 表 ">' + t("3") + "</w:fldSimple>" + t("表题"))
    + p("<w:r><w:ruby><w:rubyPr/><w:rt>" + t("yīn") + "</w:rt><w:rubyBase>" + t("音") + "</w:rubyBase></w:ruby></w:r>")
    + table(cell(table(cell("内") + cell("格")) + p("外")) + cell("邻"))
    + FEATURES["breaks"] + FEATURES["page breaks"] + FEATURES["drop caps"] + FEATURES["controls"]
)  # fmt: skip


@needs_office
def test_same_numbers_and_words_as_libreoffice(tmp_path: Path) -> None:
    names = [f"lists{seed}" for seed in range(3)]
    for seed, name in enumerate(names):
        (tmp_path / f"{name}.docx").write_bytes(declared(lists(seed), numbering=LISTS, styles=STYLES))
    (tmp_path / "others.docx").write_bytes(declared(OTHERS))
    command = [
        str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path),
        *(str(tmp_path / f"{name}.docx") for name in (*names, "others")),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    for name in (*names, "others"):
        theirs = (tmp_path / f"{name}.txt").read_text("utf-8-sig").splitlines()
        ours = [
            one
            for paragraph in read_document(tmp_path / f"{name}.docx").paragraphs
            for one in paragraph.text.split("\n")
        ]
        assert [bare(one) for one in ours if bare(one)] == [bare(one) for one in theirs if bare(one)]
