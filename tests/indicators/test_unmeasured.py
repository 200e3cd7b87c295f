"""What cannot be computed when a file or a column is not delivered, and what goes on untouched."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.base.database import open_database
from pipeline.base.periods import read_periode
from pipeline.definitions.plans import read_plan
from pipeline.indicators.calculate import calculate
from pipeline.indicators.laid import lay
from pipeline.indicators.unmeasured import Lacking, Read, columns_that_matter, uncounted, unmeasured

PLAN = read_plan("slagelse_2021_2023")
DAY = date(2021, 4, 30)
RECEIVED = datetime.fromisoformat("2021-04-01T10:00")
UNDERRETNINGER = [
    {
        "underretning_id": "U1",
        "sag_id": "S1",
        "modtaget_tidspunkt": RECEIVED,
        "underretter_type": "privat",
    }
]
SAGER = [
    {"sag_id": "S1", "barn_id": "B1", "sagstype": "barn", "oprettet_dato": date(2021, 1, 1), "team_id": "T1"}
]


@pytest.fixture(scope="module")
def read() -> Read:
    return columns_that_matter(PLAN)


@pytest.mark.parametrize(
    ("column", "lost"),
    [
        ("underretninger.partshoering_dato", "5.1 5.7"),
        ("underretninger.partshoering_undladt", "5.1"),
        ("underretninger.faglig_vurdering_dato", "5.2 6.8"),
        ("undersoegelser.antal_fokuspunkter", "6.4"),
        ("opfoelgninger.barn_deltog", "3.2"),
        ("aktiviteter.undertype", "3.6 6.2 6.11"),
        ("indsatser.slut_aarsag", "4.7"),
        ("raadgivere.rolle", "4.8"),
        ("ventetider.igangsat_dato", "4.3"),
        # How a case was closed exempts deadlines, and the few events that say so; not what opts out.
        ("sager.lukket_aarsag", "4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 5.6 6.8 7.4"),
        # Whose it is changes no figure but that of caseworkers.
        ("underretninger.raadgiver_id", ""),
        ("sagsfordeling.raadgiver_id", "4.8"),
        ("kommentarer.ansvarlig", ""),
        ("sager.distrikt", ""),
    ],
)
def test_a_lost_column_takes_the_figures_that_are_made_from_it(read: Read, column: str, lost: str) -> None:
    """And no others; each says which column."""
    extract, name = column.split(".")
    found = unmeasured(PLAN, Lacking(columns={extract: [name]}), read)
    assert " ".join(found) == lost
    assert set(found.values()) <= {f"kolonnen {name} i {extract} har ingen værdier i leverancen"}


def test_a_file_that_was_not_brought_is_the_reason_before_its_columns(read: Read) -> None:
    """Several columns are told together."""
    columns = {"underretninger": ["partshoering_dato", "underretter_inddraget"]}
    found = unmeasured(PLAN, Lacking({"ventetider"}, columns), read)
    assert found == {
        "4.3": "ventetider.csv er ikke i leverancen",
        "5.1": "kolonnen partshoering_dato i underretninger har ingen værdier i leverancen",
        "5.7": "kolonnerne partshoering_dato i underretninger og underretter_inddraget i underretninger "
        "har ingen værdier i leverancen",
    }


def test_what_cannot_be_computed_is_no_data_with_its_reason_and_never_nought(tmp_path: Path) -> None:
    """In every period and team; the indicators beside it stand as they would have."""
    with open_database([tmp_path]) as database:
        database.run("attach ':memory:' as lev")
        database.run("create schema lev.data")
        database.use("lev", "data")
        lay(database, {"underretninger": UNDERRETNINGER, "sager": SAGER, "teams": [{"team_id": "T1"}]})
        database.attach(tmp_path / "ud.duckdb", "ud", writable=True)
        lacking = Lacking({"udgifter"}, {"underretninger": ["partshoering_dato"]})
        calculate(database, [PLAN], read_periode("2021-04"), DAY, uncounted([PLAN], lacking))
        rows = database.fetch(
            "select distinct indikator_id as id, naevner, status, grund from ud.indikator_resultat "
            "where indikator_id in ('5.1', '5.4') and periode = '2021-04' and periodetype = 'maaned' "
            "and team_id = 'ALLE' order by all"
        )
        listed = database.fetch("select distinct indikator_id from ud.fristliste order by all")
    assert [(r["id"], r["naevner"], r["status"], bool(r["grund"])) for r in rows] == [
        ("5.1", 0.0, "ingen_data", True),
        ("5.4", 1.0, "foer_foerste_milepael", False),
    ]
    assert "5.1" not in {r["indikator_id"] for r in listed}


@pytest.mark.parametrize(
    ("column", "out"), [("genlaesning", True), ("udvaelgelse", True), ("bemaerkning", False)]
)
def test_answers_of_reviews_need_the_columns_that_say_which_count(column: str, out: bool) -> None:
    """Without them a second reader's answers, or those of cases picked out, would enter the share."""
    assert uncounted([PLAN], Lacking(columns={"tilsynssvar": [column]})).reviews == out
