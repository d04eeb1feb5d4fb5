"""Traditional Chinese: told, and turned where opencc is there, every place remaining the place in the file."""

import sys
from types import ModuleType

import pytest

from tests.documents.builders import Reading, docx, item, level, numbering, told

OLD = "到2025年，全國細顆粒物濃度比2020年下降。堅持精準治污、科學治污、依法治污，推動產業結構優化升級。"
NEW = "到2025年，全国细颗粒物浓度比2020年下降。坚持精准治污、科学治污、依法治污，推动产业结构优化升级。"
PAIRS = dict(zip("國細顆濃堅準學動產業結構優級裏貳過劃", "国细颗浓坚准学动产业结构优级里贰过划", strict=True))


class StandIn:
    """What is used of opencc; as it does, it knows a longer pattern, here one that changes the length."""

    def __init__(self, config: str) -> None:
        assert config == "t2s"

    def convert(self, text: str) -> str:
        return "".join(PAIRS.get(char, char) for char in text.replace("裏面", "里"))


@pytest.fixture
def opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("opencc")
    module.OpenCC = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opencc", module)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)


@pytest.mark.usefixtures("opencc")
@pytest.mark.parametrize("encoding", ["utf-8", "cp950", "gb18030"])
def test_turned(reading: Reading, encoding: str) -> None:
    data = f"{OLD}\n在裏面\n".encode(encoding)
    document = reading.file(data, "a.txt")
    # The longer pattern would have moved all that follows it.
    assert [one.text for one in document.paragraphs] == [NEW, "在里面"]
    assert document.data == data
    assert "turned into simplified ones" in told(document)
    assert document.notices[-1].warning


@pytest.mark.usefixtures("opencc")
def test_the_list_number_is_turned_with_its_text(reading: Reading) -> None:
    levels = numbering(level(0, "%1過、", "ideographLegalTraditional"))
    document = reading.file(docx(item(OLD) + item(OLD), {"numbering": levels}))
    assert all(one.text.startswith(one.number) and one.text.endswith(NEW) for one in document.paragraphs)
    assert document.paragraphs[0].number.endswith("过、")


@pytest.mark.usefixtures("without")
def test_left_where_nothing_turns_it(reading: Reading) -> None:
    document = reading.file(OLD.encode(), "a.txt")
    assert document.paragraphs[0].text == OLD
    assert "was left so" in told(document)


@pytest.mark.usefixtures("opencc")
@pytest.mark.parametrize(
    "text",
    [
        NEW * 5 + "陳鎮豐、張國榮",  # names within a text in simplified characters
        "The plan was signed by 陳鎮豐 and 張國榮.",
        "里面、後面、乾坤、瞭望",
        "Only English here.",
    ],
)
def test_names_are_left_alone(reading: Reading, text: str) -> None:
    document = reading.file(text.encode(), "a.txt")
    assert document.paragraphs[0].text == text
    assert "traditional" not in told(document)


@pytest.mark.usefixtures("opencc")
def test_a_text_in_both_is_only_told(reading: Reading) -> None:
    document = reading.file(f"{OLD * 3}\n{NEW * 3}".encode(), "a.txt")
    assert document.paragraphs[0].text == OLD * 3
    assert "Part of the Chinese" in told(document)


def test_opencc_itself(reading: Reading) -> None:
    pytest.importorskip("opencc")
    document = reading.file(f"{OLD}\n乾淨、乾坤、頭髮、發展、裏、著作\n".encode(), "a.txt")
    assert [one.text for one in document.paragraphs] == [NEW, "干净、乾坤、头发、发展、里、著作"]


@pytest.mark.usefixtures("opencc")
def test_a_library_that_does_not_work(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_self: StandIn, _text: str) -> str:
        raise RuntimeError

    monkeypatch.setattr(StandIn, "convert", broken)
    assert reading.file(OLD.encode(), "a.txt").paragraphs[0].text == OLD
