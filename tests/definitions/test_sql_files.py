"""Which `$parameters` an SQL text asks for."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipeline.base.errors import InternalError
from pipeline.definitions.plans import all_plans
from pipeline.definitions.sql_files import (
    parameters_in,
    parameters_of,
    states_group,
    unit_file,
    unit_folder,
)

TEXTS = (
    ("select $dage", {"dage"}),
    ("select $dage, $fra_dato, $dage", {"dage", "fra_dato"}),
    ("select 1", set()),
    ("select 1 -- not $this\n where 1 = $dage", {"dage"}),
    ("select 1 /* nor $this\n nor $that */ + $dage", {"dage"}),
    ("select '$tekst', 'it''s $still text', $dage", {"dage"}),
    ('select 1 as "$navn", $dage', {"dage"}),
    ("select $$ not $this $$, $dage", {"dage"}),
    ("select $q$ not $this $q$, $dage", {"dage"}),
    ("select '-- no comment', $dage", {"dage"}),
    ("select [1, 2, 3][1:$slut]", {"slut"}),
    ("select $Dage", {"Dage"}),
)


@pytest.mark.parametrize(("sql", "outcome"), TEXTS, ids=[sql for sql, _ in TEXTS])
def test_parameters_are_found_outside_comments_and_quoted_text(sql: str, outcome: set[str]):
    """What stands in a comment, a text or a quoted name is no parameter, as DuckDB itself sees it."""
    assert parameters_in(sql) == outcome
    (sentence,) = duckdb.extract_statements(sql)
    assert {name.lower() for name in sentence.named_parameters} == {name.lower() for name in outcome}


def test_the_shipped_unit_files_are_read_as_duckdb_reads_them():
    """The reader without DuckDB agrees with DuckDB on every unit file."""
    files = sorted(unit_folder().glob("*.sql"))
    assert len(files) >= 30
    for file in files:
        sentences = duckdb.extract_statements(file.read_text(encoding="utf-8"))
        assert parameters_of(file) == {name for s in sentences for name in s.named_parameters}, file.name


PLANS = [(plan, indicator) for plan in all_plans() for indicator in plan.indikatorer]


@pytest.mark.parametrize(("plan", "indicator"), PLANS, ids=[f"{plan.plan_id} {i.id}" for plan, i in PLANS])
def test_every_measure_of_every_plan_has_its_shipped_unit_file(plan, indicator):
    """A shipped plan brings no SQL of its own, and gives its file just the parameters it asks for."""
    file = plan.unit_file(indicator)
    assert file.parent == unit_folder()
    assert parameters_of(file) == indicator.beregning.parametre.keys()
    assert states_group(file) == (indicator.grupper is not None)


@pytest.mark.parametrize(
    ("sql", "outcome"),
    [
        ("select kategori as gruppe from indsats", True),
        ("select gruppe, gruppe_id from delt", True),
        ("select gruppe_id, undergruppe from delt", False),
        ("select 1 -- no gruppe here\n", False),
        ("select 'gruppe' as slags", False),
    ],
)
def test_a_file_that_groups_its_units_is_told_by_the_word(tmp_path: Path, sql: str, outcome: bool):
    """Outside comments and texts; a longer word that holds it is another column."""
    file = tmp_path / "enheder.sql"
    file.write_text(sql, encoding="utf-8")
    assert states_group(file) is outcome


def test_a_unit_file_that_is_nowhere_is_our_fault(tmp_path: Path):
    """A plan that was read has been checked for it; a name that is not found later is no user's mistake."""
    with pytest.raises(InternalError, match=r"^sql/units/findes_ikke\.sql findes ikke$"):
        unit_file("findes_ikke", tmp_path)
