"""A plan's own SQL on rows: what goes wrong in it is told as the plan's to mend, and a unit counts once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.errors import DefinitionsError
from pipeline.definitions.drawn import typed
from pipeline.definitions.plans import read_plan_file
from pipeline.indicators.calculate import gather_indicator, prepare
from pipeline.indicators.laid import lay
from tests.definitions.plan_file import write

DRAWN = {
    "sager": """
        sag_id | oprettet_dato | lukket_dato
        S1     | 2021-01-05    | 2021-03-01
        S2     | 2021-01-05    |
    """,
    "boernesamtaler": """
        samtale_id | sag_id | dato       | paragraf
        B1         | S1     | 2021-02-01 | 48
        B2         | S1     | 2021-02-09 | 50
    """,
}
UNITS = """-- one row per case
insert into enhed_frist by name
select
    sager.sag_id as enhed_id,
    sager.sag_id,
    {start} as startdato,
    plus_dage(sager.oprettet_dato, $dage) as frist_dato,
    null::date as udfoert_dato
from sager {join}
where $slags is null or sager.oprettet_dato > $fra_dato
"""
JOIN = "left join boernesamtaler on sager.sag_id = boernesamtaler.sag_id"
TWICE = "1 enhed står mere end én gang for samme dag; hver enhed skal give én række"


def gather(folder: Path, start: str = "sager.oprettet_dato", join: str = "") -> None:
    """The units of a plan whose own SQL begins a unit so, and joins that."""
    file = write(folder)
    (folder / "sql").mkdir(exist_ok=True)
    (folder / "sql" / "til_tiden.sql").write_text(UNITS.format(start=start, join=join), encoding="utf-8")
    plan = read_plan_file(file)
    with open_database() as database:
        lay(database, typed(DRAWN))
        database.run_file("kinds", "tom_kalender")
        database.set_variable("udtraeksdato", "2021-06-30")
        prepare(database)
        gather_indicator(database, plan, plan.indikatorer[0])


@pytest.mark.parametrize(
    ("start", "join", "fault"),
    [
        ("sager.oprettet_dato", JOIN, TWICE),
        ("sager.lukket_dato", "", "kolonnen startdato i enhed_frist må ikke være tom"),
        ("sager.sag_id::date", "", "en værdi passer ikke til SQL'en (Conversion Error)"),
    ],
)
def test_what_only_rows_bring_to_light_is_told(tmp_path: Path, start: str, join: str, fault: str):
    """With plan, indicator and file; a row's content is never quoted."""
    with pytest.raises(DefinitionsError) as caught:
        gather(tmp_path, start, join)
    assert str(caught.value).startswith(f"proeve.yaml: 1.1: til_tiden.sql: {fault}")
    assert "S1" not in str(caught.value)


def test_sql_that_names_each_unit_once_is_gathered(tmp_path: Path):
    """Nothing is said."""
    gather(tmp_path)
