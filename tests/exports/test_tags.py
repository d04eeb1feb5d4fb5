"""The measure tags in the table."""

from dataclasses import replace

from drafter.exports import DocxOptions, ReviewSnapshot
from drafter.model import Concept
from tests.exports.looking import W, written

TAGGED = {1: (Concept("TGT11", "measure", {"zh": "浓度目标", "en": "Concentration targets"}),)}


def test_table_has_a_column_of_tags_when_asked(review: ReviewSnapshot) -> None:
    tagged = replace(review, tags=TAGGED)
    assert "TGT11 Concentration targets" in written(tagged, DocxOptions(tags=True)).text
    assert "TGT11" not in written(tagged, DocxOptions()).text


def test_every_row_has_as_many_cells_as_the_head(review: ReviewSnapshot) -> None:

    file = written(replace(review, tags=TAGGED), DocxOptions(tags=True))
    cells = {len(row.findall(f"{W}tc")) for row in file.document.iter(f"{W}tr")}
    assert cells == {4}
