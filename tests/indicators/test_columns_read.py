"""Which columns an indicator reads: what its SQL uses, also through shared views, and no more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.definitions.extracts import read_extracts
from pipeline.definitions.plans import Plan, all_plans, read_plan_file
from pipeline.indicators.dry_run import columns_read
from tests.indicators.test_examples import plan  # noqa: F401 - a fixture


@pytest.fixture(scope="module")
def read() -> dict[str, dict[str, frozenset[str]]]:
    """What the indicators of the shipped plans read."""
    return {found.plan_id: columns_read(found) for found in all_plans()}  # type: ignore[misc]


def test_columns_are_found_through_views_and_filters(read):
    """A view over underretninger names all of them; 5.1 uses these, and of the case when it was opened."""
    columns = read["slagelse_2021_2023"]["5.1"]
    assert columns == {
        "underretninger": {
            "underretning_id", "sag_id", "team_id", "raadgiver_id", "modtaget_tidspunkt", "genvurdering",
            "partshoering_dato", "partshoering_undladt",
        },
        "sager": {"sag_id", "oprettet_dato"},
    }  # fmt: skip
    assert {"afslutning", "undersoegelsesplan_dato"} <= read["slagelse_2021_2023"]["6.1"]["undersoegelser"]
    assert {"form", "dato"} <= read["slagelse_2021_2023"]["7.7"]["opfoelgninger"]


def test_a_column_that_the_parameters_leave_out_is_not_read(read):
    """B11 asks whether a plan was required, B12 with the same SQL does not."""
    with_, without = (read["barnets_lov_2024"][id_]["indsatser"] for id_ in ("B11", "B12"))
    assert "plan_paakraevet" in with_ - without


def test_a_word_in_a_text_is_no_column(read):
    """3.1 looks for talks of some sections and outcomes; the codes are texts of the plan."""
    assert read["slagelse_2021_2023"]["3.1"]["boernesamtaler"] == {"sag_id", "dato", "paragraf", "udfald"}


def test_every_shipped_indicator_reads_columns_of_an_extract(read):
    """None is measured from nothing; what is named are columns of that extract."""
    for columns in (columns for by_id in read.values() for columns in by_id.values()):
        assert columns
        assert all(names and names <= set(read_extracts()[name].kolonner) for name, names in columns.items())


def test_own_sql_in_several_statements_is_read_as_a_whole(plan: Plan):  # noqa: F811 - a fixture
    """What a first statement makes, the next may read."""
    assert plan.folder
    sql = plan.folder / "sql" / "proeve_kontakter.sql"
    body = re.sub(r"\baktiviteter\b", "kontakter_alene", sql.read_text(encoding="utf-8")).rstrip().rstrip(";")
    view = "create temp view kontakter_alene as select * from aktiviteter where antal_raadgivere > 1;\n"
    sql.write_text(f"{view}{body};\n", encoding="utf-8")
    columns = columns_read(read_plan_file(Path(plan.folder) / "proeveplan.yaml"))["P3"]
    assert "antal_raadgivere" in columns["aktiviteter"]
    assert "undertype" not in columns["aktiviteter"]
