from pathlib import Path

import pytest

from tests.documents.builders import Reading


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(tmp_path)
