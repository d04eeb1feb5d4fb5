"""Markings of secrecy are told, and nothing else is taken for one."""
# ruff: noqa: E501 -- texts and markup are shown as they stand

import pytest

from tests.documents.builders import Reading, docx, p


def warned(reading: Reading, text: str) -> list[str]:
    document = reading.file(text.encode(), "a.txt")
    return [str(one.message.values["marking"]) for one in document.notices if "marking" in one.message.values]


@pytest.mark.parametrize(
    "line",
    ["秘密★1年", "机密★", "绝密★长期", "机密 ★ 10年", "秘密", "密级：机密", "內部資料", "内部", "内部资料 注意保存", "【内部资料，注意保密】", "内部资料\u3000妥善保管",
     "内部文件", "工作秘密", "不得外传", "SECRET", "CONFIDENTIAL", "Internal use only", "机密★10年　特急", "000001\t秘密★3年"],
)  # fmt: skip
def test_told(reading: Reading, line: str) -> None:
    found = warned(reading, f"\n{line}\n关于印发计划的通知\n")
    assert len(found) == 1
    assert found[0] in line


@pytest.mark.parametrize(
    "line",
    ["加强内部管理，保守国家秘密。", "商业秘密保护条例", "内部控制", "秘密警察", "The secret of success", "Internal combustion engines", "机密文件管理办法", "一、内部审计"],
)  # fmt: skip
def test_not_told(reading: Reading, line: str) -> None:
    assert warned(reading, line) == []


def test_only_at_the_head(reading: Reading) -> None:
    assert warned(reading, "正文。\n" * 30 + "秘密★") == []


def test_in_any_format(reading: Reading) -> None:
    document = reading.file(docx(p("机密★") + p("正文")))
    assert document.notices[0].warning
    assert document.notices[0].message.values["marking"] == "机密★"
