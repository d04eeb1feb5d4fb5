"""The plans of the corpus, where it is at hand."""

import pytest

from tests.alignment.damage import CORPUS, PLANS, Pair, read_plan


@pytest.fixture(params=list(PLANS))
def plan(request: pytest.FixtureRequest) -> Pair:
    """Give one plan of the corpus; the test is skipped where the corpus is not at hand."""
    if not (CORPUS / str(request.param)).is_dir():
        pytest.skip("the corpus is not at hand")
    return read_plan(str(request.param))
