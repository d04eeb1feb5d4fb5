"""The diagram in CONTRIBUTING.md shows the tables as they are."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from drafter.project.schema import SCHEMA

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("schema_diagram", ROOT / "packaging" / "schema_diagram.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_up_to_date(drawing: ModuleType) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert drawing.with_diagram(page) == page, "run python packaging/schema_diagram.py"


def test_it_follows_the_schema(drawing: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    more = (
        "CREATE TABLE stamp (\n    clause INTEGER NOT NULL REFERENCES clause (id),  -- whose\n    ink TEXT\n) STRICT;"
    )
    monkeypatch.setattr(drawing, "SCHEMA", SCHEMA + more)
    drawn = drawing.with_diagram(page)
    assert '    stamp {\n        INTEGER clause FK "whose"\n        TEXT ink\n    }' in drawn
    assert "    clause ||--o{ stamp : clause" in drawn
    assert drawing.with_diagram(drawn) == drawn


def test_every_table_is_there(drawing: ModuleType) -> None:
    drawn = drawing.diagram()
    for line in SCHEMA.splitlines():
        if line.startswith("CREATE TABLE"):
            assert f"    {line.split()[2]} {{" in drawn
    assert "    document ||--o{ paragraph : side" in drawn
    assert "    clause ||--o| fixed : clause" in drawn
    assert 'BLOB data "the file' in drawn
