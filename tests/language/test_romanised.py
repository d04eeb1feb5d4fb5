"""Words left in pinyin."""

import pytest

from drafter.language.romanised import is_pinyin, left_in_pinyin


def found(text: str, source: str = "") -> list[str]:
    return [text[slice(*span)] for span in left_in_pinyin(text, source)]


@pytest.mark.parametrize("word", ["zhengban", "Qinghua", "tiandi", "shuangkong"])
def test_syllables(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["banana", "renminbi", "strength", "language", "zheng", "xqing"])
def test_no_syllables(word: str) -> None:
    assert not is_pinyin(word)


def test_small_letters_are_no_name() -> None:
    assert found("Qingshi zhengban issued the list.") == ["zhengban"]
    assert found("Ban clay steel (nitiegang) and “nitiegang” works; nitiegang (clay steel) is brittle.") == []


def test_capitals_are_names_unless_the_chinese_quotes_or_counts() -> None:
    assert found("Use straw in “Sanhua” ways.") == []
    assert found("Use straw in Sanhua ways.", "推进秸秆“三化”利用。") == ["Sanhua"]
    assert found("Build a Shuikongtian network.", "构建水空天一体化网络。") == ["Shuikongtian"]
    assert found("Ships from Sanhe left.", "来自三河的船离开。") == []
    assert found("The Sanhua Lake is clean.", "三花湖水质良好。") == []
    assert found("People of Qingshi came.", "青石人来了。") == []
