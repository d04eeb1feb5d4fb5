"""Signs of symbol fonts as the characters that they show."""

import pytest

from drafter.documents.docx.symbols import symbol
from tests.documents.builders import Reading, p, t, told


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def fonts(name: str, more: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{more}/>'


@pytest.mark.parametrize(
    ("font", "code", "char"),
    [
        ("Symbol", 0xF06D, "μ"),
        ("Symbol", 0x6D, "μ"),
        ("SYMBOL", 0xF0B3, "≥"),
        ("Symbol", 0xF0A3, "≤"),
        ("Symbol", 0xF0B1, "±"),
        ("Symbol", 0xF0B4, "×"),
        ("Symbol", 0xF0B0, "°"),
        ("Symbol", 0xF0B7, "•"),
        ("Symbol", 0xF044, "Δ"),
        ("Symbol", 0xF053, "Σ"),
        ("Symbol", 0xF0E5, "∑"),
        ("Symbol", 0xF0D6, "√"),
        ("Symbol", 0xF0A5, "∞"),
        ("Symbol", 0xF0B9, "≠"),
        ("Symbol", 0xF0BB, "≈"),
        ("Symbol", 0xF0AE, "→"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Wingdings", 0xF0FB, "✗"),
        ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings", 0xF0FD, "☒"),
        ("Wingdings", 0xF0A8, "◻"),
        ("Wingdings", 0xF06F, "□"),
        ("Wingdings", 0xF06E, "■"),
        ("Wingdings", 0xF06C, "●"),
        ("Wingdings", 0xF075, "◆"),
        ("Wingdings", 0xF0D8, "➢"),
        ("Wingdings", 0xF0E0, "→"),
        ("Wingdings", 0xF081, "①"),
        ("Wingdings", 0xF08A, "⑩"),
        ("Wingdings", 0xF0AB, "★"),
        ("Wingdings", 0xF028, "☎"),
        ("Wingdings 2", 0xF050, "✓"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Wingdings 2", 0xF0A3, "□"),
        ("Wingdings 2", 0xF06A, "①"),
        ("Wingdings 3", 0xF070, "▲"),
        ("Wingdings 3", 0xF07D, "🞂"),
        ("Webdings", 0xF061, "✔"),
        ("Webdings", 0xF063, "⬜"),
        ("MS Gothic", 0x2610, "☐"),
        ("Segoe UI Symbol", 0x2612, "☒"),
        ("Nobody's", 0xF0FC, "\ufffd"),
        ("Symbol", 0x1F, "\ufffd"),
        ("Arial", 0xD800, "\ufffd"),
        ("Arial", -1, "\ufffd"),
    ],
)
def test_signs(reading: Reading, font: str, code: int, char: str) -> None:
    assert symbol(font, code) == char
    if code > 0:
        assert reading.texts(p(t("a") + sym(font, f"{code:04x}") + t("b"))) == [f"a{char}b"]


def test_unknown_signs_are_told(reading: Reading) -> None:
    document = reading.body(
        p(sym("Nobody's", "F0FC") + '<w:r><w:sym w:font="Symbol"/></w:r>' + t("\uf001", fonts("Symbol")))
    )
    assert document.paragraphs[0].text == "\ufffd\ufffd\uf001"
    assert "symbol font that could not be read: 2" in told(document)
    assert "could not be read: 1" in told(reading.body(p(t("\x7f", fonts("Wingdings")) + t("a"))))


STYLES = (
    f'<w:style w:type="paragraph" w:styleId="p"><w:rPr>{fonts("Symbol")}</w:rPr></w:style>'
    f'<w:style w:type="character" w:styleId="c"><w:rPr>{fonts("Wingdings")}</w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="d"><w:basedOn w:val="c"/></w:style>'
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (t("m", fonts("Symbol")) + t("g"), "μg"),
        (t("\uf06d", fonts("Symbol")) + t("g"), "μg"),
        (t("35 ", fonts("Symbol")) + t("\uf0b3", '<w:rFonts w:hAnsi="Symbol"/>'), "35 ≥"),
        (t("þ是¨否", fonts("Wingdings", ' w:eastAsia="宋体"')), "☑是◻否"),
        (t("\u3000\u00a0", fonts("Wingdings")) + t("a"), "\u3000\u00a0a"),
        (t("m", fonts("Arial")), "m"),
        (t("\uf06d", fonts("Arial")), "\uf06d"),
        (t("ü", '<w:rStyle w:val="c"/>') + t("ü", '<w:rStyle w:val="d"/>'), "✓✓"),
        (t("m", '<w:rStyle w:val="c"/>' + fonts("Arial")), "m"),
        (f"<w:ins>{t('ü', fonts('Wingdings'))}</w:ins>", "✓"),
    ],
)
def test_letters_in_symbol_fonts(reading: Reading, content: str, text: str) -> None:
    assert reading.texts(p(content), styles=STYLES) == [text]
    assert reading.texts(p(t("m"), '<w:pStyle w:val="p"/>'), styles=STYLES) == ["μ"]
