"""What the sheet for Word and WPS says can be done, and an office's own Word file is taken from the command line."""

import shlex
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from drafter.exports.docx.template_places import KNOWN
from tests.cli.conftest import SAMPLE, Drafter

ROOT = Path(__file__).parents[2]
SHEET = (ROOT / "docs" / "word-test-sheet.md").read_text(encoding="utf-8")
COMMANDS = [line.strip() for line in SHEET.splitlines() if line.startswith("    drafter ")]


@pytest.mark.parametrize("command", COMMANDS)
def test_samples_of_the_sheet_are_made_and_sound(drafter: Drafter, command: str, tmp_path: Path) -> None:
    words = [str(ROOT / word) if word.startswith("resources/") else word for word in shlex.split(command)[1:]]
    words[-1] = str(tmp_path / words[-1])
    assert drafter(*words).status == 0
    made = sorted(tmp_path.iterdir())
    assert made
    for path in made:
        assert path.stem.split("-")[0] in {
            row.split("-")[0].strip("| ") for row in SHEET.splitlines() if row[:1] == "|"
        }
        assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_sheet_names_every_place() -> None:
    assert all(f"`{{{{{name}}}}}`" in SHEET for name in KNOWN)


def test_text_is_put_into_an_offices_own_file(drafter: Drafter, tmp_path: Path) -> None:
    head, out = tmp_path / "head.docx", tmp_path / "out.docx"
    document = docx.Document()
    for text in ("云溪市人民政府文件", "{{number}}", "{{title}}", "{{body}}", "云溪市人民政府办公室印发"):
        document.add_paragraph(text)
    document.save(str(head))
    answer = drafter(
        "export", "--zh", str(SAMPLE[0]), "--en", str(SAMPLE[1]), "--layout", "zh", "--style", "gbt9704",
        "--template", str(head), "-o", str(out), "--lang", "en",
    )  # fmt: skip
    assert answer.status == 0
    texts = [one.text for one in docx.Document(str(out)).paragraphs]
    assert texts[0] == "云溪市人民政府文件"
    assert texts[1] == "云政发〔2024〕12号"
    assert texts.count("云政发〔2024〕12号") == 1
    assert texts[-1] == "云溪市人民政府办公室印发"
    assert "GW-Body" in answer.err


def test_a_template_that_is_no_word_file_is_a_sentence(drafter: Drafter, tmp_path: Path) -> None:
    head, out = tmp_path / "head.docx", tmp_path / "out.docx"
    head.write_text("nothing", encoding="utf-8")
    answer = drafter("export", "--zh", str(SAMPLE[0]), "--en", str(SAMPLE[1]), "--template", str(head), "-o", str(out))
    assert answer.status == 3
    assert "head.docx" in answer.sentence
    assert not out.exists()
