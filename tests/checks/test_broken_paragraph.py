"""Broken paragraphs: the break must be one between paragraphs, where that is known."""

import pytest

from drafter.checks import DocumentFacts, check_clause
from drafter.model import Clause, ClauseSide, Segment

TEXT = "The harbour office shall renew the old cranes\nand the boats that are older than ten years."


@pytest.mark.parametrize(("paragraphs", "found"), [((), True), ((3, 4), True), ((3, 3), False), ((3,), False)])
def test_only_a_break_between_paragraphs_breaks_one(paragraphs: tuple[int, ...], found: bool) -> None:
    segments = tuple(Segment(paragraph, 0, 9) for paragraph in paragraphs)
    clause = Clause(1, ClauseSide((), "", ""), ClauseSide(segments, TEXT, TEXT))
    rules = {one.rule for one in check_clause(clause, DocumentFacts.of([clause]))}
    assert ("structure.broken-paragraph" in rules) == found
