import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from drafter.exports.docx import DocxOptions, write_docx
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, ClauseSide

SUBSTITUTES = {"仿宋_GB2312": "Noto Serif CJK SC", "楷体_GB2312": "Noto Serif CJK SC", "宋体": "Noto Serif CJK SC"}


def has_programs() -> bool:
    if not all(map(shutil.which, ("soffice", "pdftotext", "fc-match"))):
        return False
    found = subprocess.run(["fc-match", "Noto Serif CJK SC"], capture_output=True, text=True, check=False)
    return "Noto Serif CJK" in found.stdout


def font_configuration(folder: Path) -> Path:
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font}</string></edit></match>'
        for name, font in SUBSTITUTES.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>',
        "utf-8",
    )
    return path


@pytest.mark.slow
@pytest.mark.skipif(not has_programs(), reason="needs LibreOffice, poppler and a Chinese font")
def test_official_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    text = "环境空气质量" * 400
    clause = Clause(1, ClauseSide((), text, text), ClauseSide())
    document = tmp_path / "page.docx"
    write_docx(ReviewSnapshot("", (clause,)), document, DocxOptions("zh", "gbt9704"))
    environment = {**os.environ, "FONTCONFIG_FILE": str(font_configuration(tmp_path))}
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(document)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=120,
    )
    pdf = str(tmp_path / "page.pdf")
    shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    first, second = shown.split("\f")[:2]
    lines = [line.strip() for line in first.splitlines() if re.search("[环境空气质量]", line)]
    assert len(lines) == 22
    assert {len(line) for line in lines[1:]} == {28}
    assert len(lines[0]) == 26  # the first line is indented by two
    assert "—1—" in first.replace(" ", "")
    assert "—2—" in second.replace(" ", "")
