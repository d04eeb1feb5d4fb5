"""Headings that a text file has lost leave their blank lines behind."""

import pytest

from drafter.documents.gaps import tell_gaps
from tests.documents.builders import Reading, told

BODY = "港区各码头应当在年底前接通岸电，并按月登记用电量，由港口集团汇总后报送市交通运输局和生态环境局备案。"
ENGLISH = (
    "All piers of the port shall be linked to shore power by the end of the year, and their use of it shall be noted."
)
HEADING = "（二）完善监测"
PLAIN = [BODY, ""] * 4
LOST = [BODY, "", ""]


def test_wide_gaps_above_body_text_are_told(reading: Reading) -> None:
    lines = [*LOST, *PLAIN, *LOST, *PLAIN, "", *PLAIN]
    document = reading.file("\n".join(lines).encode(), "plan.txt")
    (notice,) = document.notices
    assert notice.warning
    assert "“plan.txt”" in told(document)
    assert "these lines: 4, 15, 24." in told(document)
    assert [document.paragraphs[line - 1].text for line in (4, 15, 24)] == [BODY] * 3


def test_english_is_told_too() -> None:
    lines = ([ENGLISH, ""] * 4 + [""]) * 4
    assert len(tell_gaps(lines, "plan.txt")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        [*LOST, *PLAIN, *LOST, *PLAIN, *PLAIN],  # twice only
        ([*PLAIN, "", HEADING, ""]) * 4,  # a habit above headings
        ([*PLAIN, "", "Safeguards", ""]) * 4,
        ([*PLAIN, "", f"{HEADING}。{BODY}", ""]) * 4,  # the heading is the first words of its paragraph
        [BODY, BODY, BODY, "", "", ""] * 6,  # paragraphs are parted otherwise
        LOST * 20,
        [*LOST, *LOST, *LOST, BODY],  # too little to know a habit by
        [],
    ],
)
def test_other_layouts_are_no_surprise(lines: list[str]) -> None:
    assert tell_gaps(lines, "plan.txt") == ()


def test_of_many_places_the_first_are_named() -> None:
    (notice,) = tell_gaps([*PLAIN, ""] * 40, "plan.txt")
    assert str(notice.message.values["lines"]).endswith(", …")
    assert str(notice.message.values["lines"]).count(",") == 20
