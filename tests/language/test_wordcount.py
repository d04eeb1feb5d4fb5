"""Words are counted in either language and across both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.wordcount import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" — , …\n", 0),
        ("The town will refit 120 boilers.", 6),
        ("PM2.5 fell to 3,200 μg/m³ year-on-year, didn’t it?", 8),
        ("Refit boilers.Then stop.", 3),
        ("锅炉改造。", 4),
        ("完成VOCs治理12项，PM2.5、SO2下降。", 11),
        ("𫚖鱼", 2),
        ("第〇三号", 4),
    ],
)
def test_words(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text(), st.text())
def test_texts_on_lines_of_their_own_add_up(one: str, other: str) -> None:
    assert count_words(f"{one}\n{other}") == count_words(one) + count_words(other)
