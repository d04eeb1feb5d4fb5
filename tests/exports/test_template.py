import importlib.util
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.resources import resource_path
from tests.exports.looking import W

TEMPLATE = resource_path("templates", "base.docx")
SCRIPT = Path(__file__).parents[2] / "packaging" / "build_template.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_template", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by its name
    spec.loader.exec_module(module)
    return module


def part(name: str) -> etree._Element:
    with zipfile.ZipFile(TEMPLATE) as archive:
        return etree.fromstring(archive.read(name))


def test_file_is_what_the_script_builds(script: ModuleType) -> None:
    assert TEMPLATE.read_bytes() == script.build()


def test_template_is_valid() -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(TEMPLATE)).errors] == []


def test_every_style_sets_all_font_slots_and_no_theme_font() -> None:
    styles = part("word/styles.xml")
    for style in styles.iter(f"{W}style"):
        if (
            not style.get(f"{W}styleId", "").startswith(("GW-", "EN-", "RV-", "ZH-"))
            or style.get(f"{W}type") == "table"
        ):
            continue
        fonts = style.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert {str(key).removeprefix(W) for key in fonts.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
    assert not [key for node in styles.iter() for key in node.attrib if "Theme" in str(key)]


NAMES = (
    "GW-Title GW-DocNo GW-To GW-Body GW-H1 GW-H2 GW-H3 GW-H4 GW-Attach GW-Sign GW-Date GW-Record GW-PageNo "
    "EN-Title EN-H1 EN-H2 EN-H3 EN-H4 EN-Body RV-Table RV-Source RV-Target RV-Id RV-Note CommentReference CommentText"
)


@pytest.mark.parametrize("style", NAMES.split())
def test_style_is_there(style: str) -> None:
    assert style in [node.get(f"{W}styleId") for node in part("word/styles.xml").iter(f"{W}style")]


def test_language_is_chinese_and_missing_fonts_have_substitutes() -> None:
    language = part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.get(f"{W}eastAsia") == "zh-CN"
    substitutes = {
        font.get(f"{W}name"): [alt.get(f"{W}val") for alt in font.iter(f"{W}altName")]
        for font in part("word/fontTable.xml")
    }
    assert substitutes["仿宋_GB2312"] == ["仿宋"]
    assert substitutes["楷体_GB2312"] == ["楷体"]


def test_indents_stand_in_characters_and_in_twips() -> None:
    body = next(style for style in part("word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == "GW-Body")
    indent = body.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert (indent.get(f"{W}firstLineChars"), indent.get(f"{W}firstLine")) == ("200", "640")


def test_template_names_nobody() -> None:
    with zipfile.ZipFile(TEMPLATE) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "app.xml" in name or "thumbnail" in name]
    assert len(part("docProps/core.xml")) == 0
