"""Formulas, written on one line so that their figures are not read together."""

import pytest

from tests.documents.builders import BEGIN, END, SEPARATE, Reading, cell, code, inserted, p, t, table, told


def r(text: str) -> str:
    return f"<m:r><m:rPr><m:sty m:val='p'/></m:rPr><w:rPr><w:i/></w:rPr><m:t>{text}</m:t></m:r>"


def part(name: str, content: str) -> str:
    return f"<m:{name}>{content}</m:{name}>"


def made(name: str, *inner: str, properties: str = "") -> str:
    return part(name, f"<m:{name}Pr>{properties}<m:ctrlPr><w:rPr/></m:ctrlPr></m:{name}Pr>{''.join(inner)}")


def fraction(above: str, below: str, properties: str = "") -> str:
    return made("f", part("num", above), part("den", below), properties=properties)


def power(base: str, above: str) -> str:
    return made("sSup", part("e", base), part("sup", above))


def index(base: str, below: str) -> str:
    return made("sSub", part("e", base), part("sub", below))


def chr_(char: str) -> str:
    return f'<m:chr m:val="{char}"/>'


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (r("x=1"), "x=1"),
        (fraction(r("1"), r("2")), "1/2"),
        (fraction(r("a+b"), r("2c")), "(a+b)/2c"),
        (fraction(r("排放量"), r("总量")) + r("×100%"), "排放量/总量×100%"),
        (fraction(r("n"), r("k"), '<m:type m:val="noBar"/>'), "(n, k)"),
        (power(r("10"), r("4")), "10⁴"),
        (power(r("10"), r("-3")), "10⁻³"),
        (power(r("x"), r("a+b")), "x^(a+b)"),
        (power(r("e"), r("x")), "e^x"),
        (index(r("PM"), r("2.5")), "PM2.5"),
        (index(r("NO"), r("x")), "NOx"),
        (index(r("SO"), r("2")), "SO2"),
        (index(r("x"), r("i")), "x_i"),
        (index(r("Q"), r("max,d")), "Q_(max,d)"),
        (made("sSubSup", part("e", r("x")), part("sub", r("1")), part("sup", r("2"))), "x1²"),
        (made("sPre", part("sub", r("6")), part("sup", r("14")), part("e", r("C"))), "¹⁴6C"),
        (made("rad", part("deg", ""), part("e", r("x+1")), properties='<m:degHide m:val="1"/>'), "√(x+1)"),
        (made("rad", part("deg", r("3")), part("e", r("8"))), "³√8"),
        (made("nary", part("sub", r("i")), part("sup", r("n")), part("e", r("x")), properties=chr_("∑")), "∑_i^n x"),
        (made("nary", part("sub", ""), part("sup", ""), part("e", r("x"))), "∫x"),
        (made("d", part("e", r("a")), part("e", r("b"))), "(a|b)"),
        (
            made(
                "d",
                part("e", r("a")),
                properties='<m:begChr m:val="{"/><m:sepChr m:val=","/><m:endChr m:val=""/>',
            ),
            "{a",
        ),
        (made("func", part("fName", r("ln")), part("e", r("x"))), "ln x"),
        (made("func", part("fName", r("ln")), part("e", made("d", part("e", r("x"))))), "ln(x)"),
        (made("limLow", part("e", r("lim")), part("lim", r("x→0"))), "lim_(x→0)"),
        (made("limUpp", part("e", r("a")), part("lim", r("b"))), "a^b"),
        (made("acc", part("e", r("x"))), "x\u0302"),
        (made("acc", part("e", r("x")), properties=chr_("\u0303")), "x\u0303"),
        (made("bar", part("e", r("x"))), "x\u0305"),
        (made("box", part("e", r("x"))) + made("groupChr", part("e", r("y"))), "xy"),
        (made("m", *(part("mr", part("e", r(a)) + part("e", r(b))) for a, b in ("ab", "cd"))), "[a, b; c, d]"),
        (made("eqArr", part("e", r("x=1")), part("e", r("y=2"))), "x=1; y=2"),
        (inserted(r("新")) + f"<w:del>{r('旧')}</w:del>", "新"),
        ("<m:r><w:br/><m:t>x</m:t></m:r>", "\nx"),
        ("", ""),
    ],
)  # fmt: skip
def test_on_one_line(reading: Reading, formula: str, text: str) -> None:
    assert reading.texts(p(t("设") + f"<m:oMath>{formula}</m:oMath>" + t("。"))) == [f"设{text}。"]


def test_a_formula_in_a_fields_code_is_no_text(reading: Reading) -> None:
    body = p(BEGIN + code("IF ") + f"<m:oMath>{r('x')}</m:oMath>" + SEPARATE + t("果") + END)
    assert reading.texts(body) == ["果"]


def test_formulas_below_each_other(reading: Reading) -> None:
    block = f"<m:oMathPara><m:oMathParaPr/><m:oMath>{r('a=1')}</m:oMath><m:oMath>{r('b=2')}</m:oMath></m:oMathPara>"
    assert reading.texts(p(block)) == ["a=1\nb=2"]


def test_a_formula_is_told_and_stands_in_no_run(reading: Reading) -> None:
    document = reading.body(p(t("设") + f"<m:oMath>{fraction(r('1'), r('2'))}</m:oMath>" + t("。")))
    (paragraph,) = document.paragraphs
    assert [paragraph.text[run.start : run.end] for run in paragraph.runs] == ["设", "。"]
    assert "Formulas written on one line: 1" in told(document)


def test_formulas_in_tables_and_in_the_original(reading: Reading) -> None:
    body = table(cell(p(f"<m:oMath>{r('x')}</m:oMath>")) + cell("b"))
    assert reading.texts(body) == ["x", "b"]
    gone = p(t("设") + f"<w:del><m:oMath>{r('旧')}</m:oMath></w:del>")
    assert reading.texts(gone) == ["设"]
    assert reading.texts(gone, "original") == ["设旧"]
